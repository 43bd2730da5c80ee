import { PairIndex } from "../../lib/pair-index.js";
import { type Identified, PROFILE_WORDS } from "../../words/readers/profile-words.js";
import { ProfileError } from "../profile-error.js";

/** The dense array has this many entries at most: 64 MiB. */
const MAX_DENSE = 1 << 24;

/**
 * Finds the index of a 64-bit id. Ids that are small for their number, as nearly every writer
 * makes them, live in a dense array; any others in an open-addressed hash table that grows with
 * what is added to it.
 */
export class IdTable {
  /** index by id, -1 where there is none; ids at or beyond its length are in the hash table */
  readonly dense: Int32Array;
  private readonly sparse = new PairIndex(16);
  /** index of each id that is in the hash table */
  private readonly ofSparse: number[] = [];
  private next = 0;

  /** @param expected how many ids will be added; bounds the dense array. */
  constructor(expected: number) {
    this.dense = new Int32Array(Math.min(MAX_DENSE, expected * 4 + 1024)).fill(-1);
  }

  /**
   * Gives `id` the next index.
   * @throws ProfileError where the id is 0 or was added before.
   */
  add(low: number, high: number, byte: number, what: Identified): void {
    if (low === 0 && high === 0) {
      throw noId(what, byte);
    }
    if (this.find(low, high) >= 0) {
      const id = (BigInt(high) << 32n) | BigInt(low);
      throw new ProfileError(PROFILE_WORDS.idTwice(what, id), {
        byte,
        hint: PROFILE_WORDS.hints.noPprof,
      });
    }
    if (high === 0 && low < this.dense.length) this.dense[low] = this.next;
    else this.ofSparse[this.sparse.add(low | 0, high | 0)] = this.next;
    this.next++;
  }

  /** The index of an id, -1 where it was never added. */
  find(low: number, high: number): number {
    if (high === 0 && low < this.dense.length) return this.dense[low];
    if (this.sparse.count === 0) return -1;
    const at = this.sparse.find(low | 0, high | 0);
    return at < 0 ? -1 : this.ofSparse[at];
  }
}

/** The error of a thing that others cannot refer to. */
export function noId(what: Identified, byte: number): ProfileError {
  return new ProfileError(PROFILE_WORDS.noId(what), { byte, hint: PROFILE_WORDS.hints.noPprof });
}
