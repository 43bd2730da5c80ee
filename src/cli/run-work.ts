import type { Steps } from "../lib/steps.js";
import { Interrupted } from "./exit-code.js";

/** Milliseconds of work between two looks at what else there is to do. */
const PAUSE_EVERY = 50;

/**
 * Runs long work to its end; signals are let in now and then.
 * @throws Interrupted when the person interrupts
 */
export async function work<T>(steps: Steps<T>, signal: AbortSignal): Promise<T> {
  let last = performance.now();
  for (;;) {
    if (signal.aborted) throw new Interrupted();
    const { done, value } = steps.next();
    if (done) return value as T;
    if (performance.now() - last < PAUSE_EVERY) continue;
    await new Promise((resolve) => setImmediate(resolve));
    last = performance.now();
  }
}
