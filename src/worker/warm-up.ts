import { Engine } from "../engine/engine.js";
import { loadKnowledge } from "../engine/late-knowledge.js";
import { openParts } from "../export/opened-parts.js";
import { must } from "../lib/must.js";
import { runSteps } from "../lib/run-steps.js";
import type { Steps } from "../lib/steps.js";
import { unpack } from "../profile/containers/unpack.js";
import { bytesOfText } from "../profile/formats/pasted-base64.js";
import { DEFAULT_VIEW, questionOf } from "../view/view.js";
import { withManySamples } from "./many-samples.js";
import type { AskName, Asks, Trial } from "./protocol.js";
import { transferablesOf } from "./transferables.js";
import { WARM_UP_PROFILE } from "./warm-up-profile.js";

/** What a page asks of a file that was opened. */
const ASKED = [
  "draft",
  "picture",
  "set",
  "program",
  "kinds",
  "finding",
  "heldBy",
  "suspects",
] as const;
/** Work goes on so long (milliseconds) before a file that came is seen. */
const SLICE = 3;
/** Each time the browser knows the code better; after so many there is little left to gain. */
const TIMES = 10;
/**
 * From the time of this number on there are many more samples: loops that go on for long are
 * compiled in another way, and what grows takes other turns.
 */
const SMALL_TIMES = 6;
const MANY = 6000;

/**
 * Has a small profile read and answered, so that the browser has compiled the code when a file
 * comes. Nothing of it is kept.
 * @param over whether to stop
 * @param told given the profile and its answers, once, as soon as they are there
 */
export async function warmUp(
  over: () => boolean,
  told: (trial: Trial) => void = () => {},
): Promise<void> {
  const bytes = bytesOfText(WARM_UP_PROFILE);
  const run = <T>(steps: Steps<T>) => runSteps(steps, () => {}, over, SLICE);
  let large: Uint8Array | undefined;
  for (let i = 0; i < TIMES && !over(); i++) {
    if (i === SMALL_TIMES) large = await run(withManySamples(await unpack(bytes), MANY));
    const { parts } = await openParts("", large ?? bytes, {}, run);
    await loadKnowledge(parts.map((p) => p.profile));
    const trial = await run(answered(parts));
    if (i === 0) told(trial);
  }
}

function* answered(parts: Awaited<ReturnType<typeof openParts>>["parts"]): Steps<Trial> {
  const engine = new Engine();
  for (const { hash, name, profile } of parts) engine.library.add(hash, name, profile);
  const files = parts.map(({ hash, name }) => ({ hash, name, size: 0, url: "" }));
  const question = questionOf({ ...DEFAULT_VIEW, files });
  const answers: { [K in AskName]?: Asks[K]["answer"] } = {};
  for (const name of ASKED) {
    const answer = yield* engine.ask(name, question, undefined);
    transferablesOf(answer);
    // The page asks a small file for no first look.
    if (name !== "draft") Object.assign(answers, { [name]: answer });
    yield 0;
  }
  const names = engine.names(question);
  const path = { path: "" };
  answers.knownIssues = yield* engine.ask("knownIssues", question, path);
  answers.labels = yield* engine.ask("labels", question, path);
  const { hash, name } = must(parts[0], "the profile to warm up with");
  const { facts } = engine.library.get(hash);
  return { opened: { hash, name, size: WARM_UP_PROFILE.length, facts }, names, answers };
}
