import type { ModuleFacts } from "./release-facts.js";

/** Minor releases that a program may be of, as far as its functions' names tell. */
export interface ReleaseRange {
  /** the earliest minor that is proven, the latest one; null where no function proves it */
  readonly since: number | null;
  readonly until: number | null;
  /** functions that not all releases have, and how many of them speak against the answer */
  readonly fits: number;
  readonly against: number;
}

/** Backports bring a function into a release that had it not, forks and merges more of them. */
const MOST_AGAINST = 0.05;

/**
 * The releases that have all of some functions, or all but a few where backports contradict.
 * A bound is given only where it is proven: the oldest release of the table may stand for older
 * ones, the newest for newer ones.
 * @param modules the modules that share their minor releases, as those of one Kubernetes do
 * @returns undefined where no function tells anything, or too many contradict
 */
export function releaseRange(
  modules: readonly { readonly facts: ModuleFacts; readonly names: Iterable<string> }[],
): ReleaseRange | undefined {
  const first = modules[0];
  if (!first) return undefined;
  const { oldest, newest } = first.facts;
  const against = new Int32Array(newest - oldest + 1);
  let told = 0;
  for (const { facts, names } of modules) {
    for (const name of names) {
      const mask = facts.releasesWith(name);
      if (mask === 0) continue;
      told++;
      for (let r = 0; r < against.length; r++) if (((mask >>> r) & 1) === 0) against[r]++;
    }
  }
  if (told === 0) return undefined;
  const least = Math.min(...against);
  if (least > told * MOST_AGAINST) return undefined;
  const from = against.indexOf(least);
  const to = against.lastIndexOf(least);
  if (from === 0 && to === against.length - 1) return undefined;
  return {
    since: from === 0 ? null : oldest + from,
    until: to === against.length - 1 ? null : oldest + to,
    fits: told - least,
    against: least,
  };
}
