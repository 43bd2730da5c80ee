import { Engine } from "../engine/engine.js";
import { loadKnowledge } from "../engine/late-knowledge.js";
import { openParts } from "../export/opened-parts.js";
import { itemAt, must } from "../lib/must.js";
import { runSteps } from "../lib/run-steps.js";
import type { Steps } from "../lib/steps.js";
import { bytesOfText } from "../profile/formats/pasted-base64.js";
import { DEFAULT_VIEW, questionOf } from "../view/view.js";
import type { AskName, Asks, Trial } from "./protocol.js";
import { transferablesOf } from "./transferables.js";

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
/**
 * Each time the browser knows the code better; after so many there is little left to gain, and a
 * second after the page came it is done, compiling included.
 */
const TIMES = 7;
/** The way to the graph is gone each time, that to the other answers once in so many. */
const ALL_ANSWERS_EACH = 3;

/**
 * Has recordings read and answered, so that the browser has compiled the code when a file comes.
 * Nothing of them is kept. They are whole ones, of an old and of a new release, in turn: what is
 * compiled for a part of one, with fewer nodes and fewer kinds of stacks, is thrown away and
 * compiled again as soon as a real one comes.
 * @param over whether to stop
 * @param told given the first of them and its answers, once, as soon as they are there
 */
export async function warmUp(
  over: () => boolean,
  told: (trial: Trial) => void = () => {},
): Promise<void> {
  const { WARM_UP_PROFILES } = await import("./warm-up-profiles.js");
  const recordings: Uint8Array[] = [];
  const run = <T>(steps: Steps<T>) => runSteps(steps, () => {}, over, SLICE);
  for (let i = 0; i < TIMES && !over(); i++) {
    const which = i % WARM_UP_PROFILES.length;
    // A file that comes at once does not wait for texts that nobody needs then.
    recordings[which] ??= bytesOfText(itemAt(WARM_UP_PROFILES, which));
    const bytes = recordings[which];
    const trial = await once(bytes, i % ALL_ANSWERS_EACH === 0, run);
    if (trial && i === 0) told(trial);
  }
}

/** Goes the way of a file, to all answers or to the graph alone. */
async function once(
  bytes: Uint8Array,
  all: boolean,
  run: <T>(steps: Steps<T>) => Promise<T>,
): Promise<Trial | undefined> {
  const { parts } = await openParts("", bytes, {}, run);
  await loadKnowledge(parts.map((p) => p.profile));
  if (all) return await run(answered(parts, bytes.length));
  await run(drawn(parts));
  return undefined;
}

type Parts = Awaited<ReturnType<typeof openParts>>["parts"];

/** An engine that has the profiles, and the question that a page asks of them. */
function opened(parts: Parts) {
  const engine = new Engine();
  for (const { hash, name, profile } of parts) engine.library.add(hash, name, profile);
  const files = parts.map(({ hash, name }) => ({ hash, name, size: 0, url: "" }));
  return { engine, question: questionOf({ ...DEFAULT_VIEW, files }) };
}

/** The graph alone. */
function* drawn(parts: Parts): Steps<void> {
  const { engine, question } = opened(parts);
  transferablesOf(yield* engine.ask("picture", question, undefined));
  engine.names(question);
}

/** All answers. @param size bytes of the file */
function* answered(parts: Parts, size: number): Steps<Trial> {
  const { engine, question } = opened(parts);
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
  return { opened: { hash, name, size, facts }, names, answers };
}
