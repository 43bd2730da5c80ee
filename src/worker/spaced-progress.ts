import type { Progress } from "./protocol.js";

/**
 * Progress is told once in so many milliseconds at the most. The page draws itself each time, on the
 * same two or four cores that the work is done on.
 */
export const TOLD_EACH = 50;

/** Leaves out what comes sooner. @param now milliseconds */
export function spacedProgress(
  listener: (progress: Progress) => void,
  now: () => number = () => performance.now(),
): (progress: Progress) => void {
  let next = 0;
  return (progress) => {
    const at = now();
    if (at < next) return;
    next = at + TOLD_EACH;
    listener(progress);
  };
}
