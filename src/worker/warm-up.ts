import { Engine } from "../engine/engine.js";
import { openParts } from "../export/opened-parts.js";
import { runSteps } from "../lib/run-steps.js";
import type { Steps } from "../lib/steps.js";
import { bytesOfText } from "../profile/formats/pasted-base64.js";
import { DEFAULT_VIEW, questionOf } from "../view/view.js";
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
const TIMES = 6;

/**
 * Has a small profile read and answered, so that the browser has compiled the code when a file
 * comes. Nothing of it is kept.
 * @param over whether to stop
 */
export async function warmUp(over: () => boolean): Promise<void> {
  const bytes = bytesOfText(WARM_UP_PROFILE);
  const run = <T>(steps: Steps<T>) => runSteps(steps, () => {}, over, SLICE);
  for (let i = 0; i < TIMES && !over(); i++) {
    const { parts } = await openParts("", bytes, {}, run);
    await run(answered(parts));
  }
}

function* answered(parts: Awaited<ReturnType<typeof openParts>>["parts"]): Steps<void> {
  const engine = new Engine();
  for (const { hash, name, profile } of parts) engine.library.add(hash, name, profile);
  const files = parts.map(({ hash, name }) => ({ hash, name, size: 0, url: "" }));
  const question = questionOf({ ...DEFAULT_VIEW, files });
  for (const name of ASKED) {
    transferablesOf(yield* engine.ask(name, question, undefined));
    yield 0;
  }
  engine.names(question);
  yield* engine.ask("knownIssues", question, { path: "" });
  yield* engine.ask("labels", question, { path: "" });
}
