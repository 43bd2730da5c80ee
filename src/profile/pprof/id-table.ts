import { DAMAGED_HINT, ProfileError } from "../profile-error.js";

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
  private low = new Uint32Array(0);
  private high = new Uint32Array(0);
  /** index of the id in the slot, -1 for a free one */
  private slots = new Int32Array(0);
  private sparse = 0;
  private next = 0;
  /** Ids chosen to meet in one slot must not be possible. */
  private readonly seed = (Math.random() * 0x100000000) | 0;

  /** @param expected how many ids will be added; bounds the dense array. */
  constructor(expected: number) {
    this.dense = new Int32Array(Math.min(MAX_DENSE, expected * 4 + 1024)).fill(-1);
  }

  /**
   * Gives `id` the next index.
   * @throws ProfileError where the id is 0 or was added before.
   */
  add(low: number, high: number, byte: number, what: string): void {
    if (low === 0 && high === 0) {
      throw new ProfileError(`a ${what} has no id`, { byte, hint: DAMAGED_HINT });
    }
    if (this.find(low, high) >= 0) {
      const id = (BigInt(high) << 32n) | BigInt(low);
      throw new ProfileError(`the ${what} id ${id} is defined twice`, { byte, hint: DAMAGED_HINT });
    }
    if (high === 0 && low < this.dense.length) this.dense[low] = this.next;
    else this.addSparse(low, high);
    this.next++;
  }

  /** The index of an id, -1 where it was never added. */
  find(low: number, high: number): number {
    if (high === 0 && low < this.dense.length) return this.dense[low];
    if (this.sparse === 0) return -1;
    return this.slots[this.slotOf(low, high)];
  }

  /** The slot that an id has or would take; there always is a free one. */
  private slotOf(low: number, high: number): number {
    const mask = this.slots.length - 1;
    let hash = Math.imul(low ^ this.seed, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15) ^ high, 0xc2b2ae35);
    hash = Math.imul(hash ^ (hash >>> 13) ^ this.seed, 0x27d4eb2f);
    let slot = (hash ^ (hash >>> 16)) & mask;
    while (this.slots[slot] >= 0 && (this.low[slot] !== low || this.high[slot] !== high)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private addSparse(low: number, high: number): void {
    if ((this.sparse + 1) * 2 > this.slots.length) this.growSlots();
    this.put(low, high, this.next);
    this.sparse++;
  }

  private put(low: number, high: number, index: number): void {
    const slot = this.slotOf(low, high);
    this.slots[slot] = index;
    this.low[slot] = low;
    this.high[slot] = high;
  }

  private growSlots(): void {
    const { low, high, slots } = this;
    const room = Math.max(64, slots.length * 2);
    this.low = new Uint32Array(room);
    this.high = new Uint32Array(room);
    this.slots = new Int32Array(room).fill(-1);
    for (let slot = 0; slot < slots.length; slot++) {
      if (slots[slot] >= 0) this.put(low[slot], high[slot], slots[slot]);
    }
  }
}
