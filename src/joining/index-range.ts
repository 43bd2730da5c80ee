import { HashIndex, spreadHash } from "../lib/hash-index.js";
import type { Steps } from "../lib/steps.js";
import type { Callers } from "./only-caller.js";
import type { Pool } from "./stack-pool.js";

/** Fewest and most locations by which stacks are found in one another; see WINDOWS. */
export const SHORTEST = 6;
export const LONGEST = 32;

/** Which parts of the stacks walks can come to; indexes into `Pool.stackLocations`. */
export interface Reach {
  /** for each stack where its leafmost part begins that tells a walk anything; its end where nothing does */
  readonly first: Int32Array;
  /** for each stack where the leafmost run of SHORTEST locations begins that a walk can end with */
  readonly asked: Int32Array;
}

const BASE = 0x2c1b3c6d;
/** Stacks of a file converge in two or three sweeps; where they do not, all is indexed. */
const MOST_SWEEPS = 32;
const MOST_SEEN = 1 << 25;

/**
 * Finds what need be indexed. Most stacks, and the leaf parts of nearly all, are nowhere near the
 * end of a cut stack nor on the way on from one, and indexing them is most of the work.
 *
 * A walk ends with SHORTEST locations that end a cut stack, or that follow rootward, in some stack,
 * on such a run, or that end with a location and its only caller. Leafward of these a stack tells something only as far as it has what another cut
 * stack has among its last LONGEST locations. Runs are told apart by hashes alone, so now and
 * then too much is indexed, never too little.
 */
export function* reachOf(pool: Pool, cut: Uint8Array, callers: Callers): Steps<Reach> {
  const { stackCount, stackOffsets } = pool;
  const runs = new Runs(pool, callers);
  const asked = new Int32Array(stackCount);
  const near = nearCutEnds(pool, cut, runs);
  for (let s = 0; s < stackCount; s++) {
    const to = stackOffsets[s + 1];
    const none = to - SHORTEST + 1;
    asked[s] = none;
    if (!cut[s] || none <= stackOffsets[s]) continue;
    asked[s] = none - 1;
    runs.add(none - 1);
  }
  for (let sweep = 1; ; sweep++) {
    let changed = false;
    for (let s = 0; s < stackCount; s++) {
      if ((s & 0x3fff) === 0) yield 0.2 + 0.7 * (1 - 0.5 ** (sweep - 1 + s / stackCount));
      const known = asked[s];
      const from = stackOffsets[s];
      let i = sweep <= MOST_SWEEPS ? runs.firstOf(from, known) : from;
      if (i >= known) continue;
      asked[s] = i;
      for (; i < known; i++) runs.add(i);
      changed = true;
    }
    if (!changed) break;
  }
  const first = new Int32Array(stackCount);
  // What whole stacks have near their asked parts counts as seen twice, for cut stacks to find.
  for (const wanted of [0, 1]) {
    for (let s = 0; s < stackCount; s++) {
      if (cut[s] !== wanted) continue;
      const to = stackOffsets[s + 1];
      let i = asked[s];
      first[s] = to;
      if (i > to - SHORTEST) continue;
      const last = Math.max(stackOffsets[s], i - (LONGEST - SHORTEST));
      for (; i > last; i--) {
        const at = runs.hash(i - 1) & (near.length - 1);
        if (near[at] < 1 + wanted) break;
        near[at] = 2;
      }
      first[s] = i;
    }
  }
  return { first, asked };
}

/** How often, up to twice, runs of SHORTEST locations are among the last LONGEST of cut stacks; by hash. */
function nearCutEnds(pool: Pool, cut: Uint8Array, runs: Runs): Uint8Array {
  const { stackCount, stackOffsets } = pool;
  let count = 0;
  for (let s = 0; s < stackCount; s++) if (cut[s]) count += LONGEST - SHORTEST + 1;
  let size = 1024;
  while (size < count * 4 && size < MOST_SEEN) size *= 2;
  const near = new Uint8Array(size);
  for (let s = 0; s < stackCount; s++) {
    if (!cut[s]) continue;
    const to = stackOffsets[s + 1];
    for (let i = Math.max(stackOffsets[s], to - LONGEST); i <= to - SHORTEST; i++) {
      const at = runs.hash(i) & (size - 1);
      if (near[at] < 2) near[at] = near[at] + 1;
    }
  }
  return near;
}

/** The location is the rootmost of a run in the set. */
const ENDS = 1;
/** A walk can be at the location that goes on to its only caller. */
const PASSED = 2;

/** A set of runs of SHORTEST locations, each given by where it begins in the pool's stacks. */
class Runs {
  /** for each location whether it is ENDS of a run in the set, PASSED, both or neither */
  private readonly is: Uint8Array;
  private readonly known = new HashIndex(1 << 11);
  private readonly locations: Int32Array;

  constructor(
    pool: Pool,
    private readonly callers: Callers,
  ) {
    this.is = new Uint8Array(pool.locationCount);
    this.locations = pool.stackLocations;
  }

  hash(from: number): number {
    const { locations } = this;
    let hash = 0;
    for (let i = from; i < from + SHORTEST; i++) hash = Math.imul(hash, BASE) + locations[i] + 1;
    return spreadHash(hash);
  }

  /** Where the first run of the set begins at or behind `from`, `end` where none does before that. */
  firstOf(from: number, end: number): number {
    const { is, locations } = this;
    for (let i = from; i < end; i++) {
      if ((is[locations[i + SHORTEST - 2]] & PASSED) !== 0) return i;
      if ((is[locations[i + SHORTEST - 1]] & ENDS) === 0) continue;
      if (this.known.first(this.hash(i)) >= 0) return i;
    }
    return end;
  }

  add(from: number): void {
    const { is } = this;
    const { only } = this.callers;
    const end = this.locations[from + SHORTEST - 1];
    if ((is[end] & ENDS) === 0) {
      is[end] = is[end] | ENDS;
      for (let l = end; l >= 0 && (is[l] & PASSED) === 0; l = only[l]) {
        if (only[l] >= 0) is[l] = is[l] | PASSED;
      }
    }
    if (this.known.first(this.hash(from)) < 0) this.known.add();
  }
}
