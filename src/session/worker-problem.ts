import { SESSION_WORDS } from "../words/session-words.js";
import type { Failure } from "../worker/protocol.js";
import type { Problem } from "./store.js";

/** What every question of a view fails with while no worker can be started. */
export const hopelessFailure = (): Failure => ({
  name: "Worker",
  message: SESSION_WORDS.worker.hopeless,
  hint: SESSION_WORDS.worker.hopelessHint,
  byte: undefined,
});

/**
 * What is said when a worker ended.
 * @param why the rest of a sentence
 * @param hopeless whether workers end again and again, and none is started by itself any more
 */
export function workerProblem(
  why: string,
  hopeless: boolean,
  retry: () => void,
): Omit<Problem, "id"> {
  const of = SESSION_WORDS.thisPage;
  if (!hopeless) {
    return {
      of,
      message: SESSION_WORDS.worker.again(why),
      hint: SESSION_WORDS.worker.againHint,
    };
  }
  return {
    of,
    message: SESSION_WORDS.worker.gaveUp(why),
    hint: SESSION_WORDS.worker.gaveUpHint,
    remedy: { label: SESSION_WORDS.tryAgain, run: retry },
  };
}
