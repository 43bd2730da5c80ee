import { ProfileError } from "../error.js";

/**
 * Finds the index of a 64-bit id. Ids that are small for their number, as every writer known
 * makes them, live in a dense array; any others in a map.
 */
export class IdTable {
  /** index by id, -1 where there is none; ids at or beyond its length are in the map */
  readonly dense: Int32Array;
  private readonly sparse = new Map<bigint, number>();
  private next = 0;

  /** @param expected how many ids will be added; bounds the dense array. */
  constructor(expected: number) {
    this.dense = new Int32Array(expected * 4 + 1024).fill(-1);
  }

  /**
   * Gives `id` the next index.
   * @throws ProfileError where the id is 0 or was added before.
   */
  add(low: number, high: number, byte: number, what: string): void {
    if (low === 0 && high === 0) {
      throw new ProfileError(`a ${what} has no id`, {
        byte,
        hint: "this is not a pprof profile, or it is damaged",
      });
    }
    if (this.find(low, high) >= 0) {
      throw new ProfileError(`the ${what} id ${key(low, high)} is defined twice`, {
        byte,
        hint: "this is not a pprof profile, or it is damaged",
      });
    }
    if (high === 0 && low < this.dense.length) this.dense[low] = this.next;
    else this.sparse.set(key(low, high), this.next);
    this.next++;
  }

  /** The index of an id, -1 where it was never added. */
  find(low: number, high: number): number {
    if (high === 0 && low < this.dense.length) return this.dense[low]!;
    return this.sparse.get(key(low, high)) ?? -1;
  }
}

function key(low: number, high: number): bigint {
  return (BigInt(high) << 32n) | BigInt(low);
}
