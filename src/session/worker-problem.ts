import type { Failure } from "../worker/protocol.js";
import type { Problem } from "./store.js";

/** What every question of a view fails with while no worker can be started. */
export const HOPELESS: Failure = {
  name: "Worker",
  message: "the part that reads and computes stopped and could not be started again",
  hint: "try again, or reload the page",
  byte: undefined,
};

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
  const of = "This page";
  const stopped = `the part that reads and computes stopped: ${why}`;
  if (!hopeless) {
    return {
      of,
      message: `${stopped}. It was started again and is given the files once more.`,
      hint: "if it happens again with the same file, report it with the file's format and size",
    };
  }
  return {
    of,
    message: `${stopped}. It was started several times and is not started again by itself.`,
    hint: "check that this page can still be loaded and close what is large, then try again",
    remedy: { label: "Try again", run: retry },
  };
}
