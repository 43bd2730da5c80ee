import { widened } from "./growable.js";
import { hashWith } from "./hash-index.js";
import { release } from "./release.js";

/**
 * Numbers pairs of integers (32 bits each) from 0 on, in the order in which they come, in an
 * open-addressed hash table. A pair costs 8 bytes and 8 to 32 bytes of slots.
 */
export class PairIndex {
  count = 0;
  /** the pairs: `count` entries or more */
  first: Int32Array<ArrayBuffer>;
  second: Int32Array<ArrayBuffer>;
  /** number of a pair + 1; 0 for a free slot */
  private slots: Int32Array<ArrayBuffer>;
  private mask: number;

  /** @param room for so many pairs nothing need grow */
  constructor(room = 1024) {
    this.first = new Int32Array(Math.max(16, room));
    this.second = new Int32Array(this.first.length);
    let size = 32;
    while (size < room * 2) size *= 2;
    this.slots = new Int32Array(size);
    this.mask = size - 1;
  }

  /** The number of a pair, -1 for one that was not added. */
  find(a: number, b: number): number {
    const { slots, mask } = this;
    let slot = hashWith(hashWith(0, a), b) & mask;
    for (;;) {
      const index = slots[slot] - 1;
      if (index < 0 || (this.first[index] === a && this.second[index] === b)) return index;
      slot = (slot + 1) & mask;
    }
  }

  /** The number of a pair; a new one is `count` as it was before. */
  add(a: number, b: number): number {
    const { slots, mask } = this;
    let slot = hashWith(hashWith(0, a), b) & mask;
    for (;;) {
      const index = slots[slot] - 1;
      if (index < 0) break;
      if (this.first[index] === a && this.second[index] === b) return index;
      slot = (slot + 1) & mask;
    }
    const index = this.count++;
    if (index === this.first.length) this.growPairs();
    this.first[index] = a;
    this.second[index] = b;
    slots[slot] = this.count;
    if (this.count * 2 > slots.length) this.growSlots();
    return index;
  }

  private growPairs(): void {
    this.first = widened(this.first);
    this.second = widened(this.second);
  }

  private growSlots(): void {
    const size = this.slots.length * 4;
    const slots = new Int32Array(size);
    const mask = size - 1;
    for (let index = 0; index < this.count; index++) {
      let slot = hashWith(hashWith(0, this.first[index]), this.second[index]) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = index + 1;
    }
    release(this.slots);
    this.slots = slots;
    this.mask = mask;
  }
}
