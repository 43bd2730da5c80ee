import { Cancelled } from "./cancelled-error.js";
import type { Steps } from "./steps.js";

/** Work goes on this long (milliseconds) before messages are let in. */
const SLICE = 12;

const channel = typeof MessageChannel === "undefined" ? undefined : new MessageChannel();
const waiting: (() => void)[] = [];
if (channel) channel.port1.onmessage = () => waiting.shift()?.();

/** Lets waiting messages be handled; unlike a timer it costs no 4 ms. */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    if (!channel) {
      setTimeout(resolve, 0);
      return;
    }
    waiting.push(resolve);
    channel.port2.postMessage(0);
  });
}

/**
 * Runs work in slices, so that a newer question or a press on Cancel is seen in time.
 * @param onProgress told the share done, 0 to 1, once a slice
 * @param slice milliseconds of work before messages are let in
 * @throws Cancelled as soon as `cancelled()` says so, and whatever the work throws
 */
export async function runSteps<T>(
  steps: Steps<T>,
  onProgress: (share: number) => void,
  cancelled: () => boolean,
  slice = SLICE,
): Promise<T> {
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    const now = performance.now();
    if (now - since < slice) continue;
    onProgress(step.value);
    await pause();
    if (cancelled()) {
      steps.return(undefined as T);
      throw new Cancelled();
    }
    since = performance.now();
  }
}
