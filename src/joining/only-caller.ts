import type { Pool } from "./stack-pool.js";

/** A location that no stack is seen to go on from, and one from which stacks go different ways. */
const UNSEEN = -2;
const MANY = -3;

/** What follows rootward on each location, whatever stands leafward of it. */
export interface Callers {
  /** for each location the only one that ever follows it; END, UNSEEN or MANY */
  readonly only: Int32Array;
  /** how often each location is seen to go on, or to end a whole stack */
  readonly seen: Int32Array;
}

/** Finds the locations that are always called from one place. The ends of cut stacks say nothing. */
export function callersOf(pool: Pool, cut: Uint8Array): Callers {
  const { stackCount, stackOffsets, stackLocations, locationCount } = pool;
  const only = new Int32Array(locationCount).fill(UNSEEN);
  const seen = new Int32Array(locationCount);
  for (let s = 0; s < stackCount; s++) {
    // The location that follows, from the root on; END of windows.ts beyond it.
    let next = cut[s] ? UNSEEN : -1;
    for (let i = stackOffsets[s + 1] - 1; i >= stackOffsets[s]; i--) {
      const l = stackLocations[i];
      if (next !== UNSEEN) {
        seen[l] = seen[l] + 1;
        if (only[l] === UNSEEN) only[l] = next;
        else if (only[l] !== next) only[l] = MANY;
      }
      next = l;
    }
  }
  return { only, seen };
}
