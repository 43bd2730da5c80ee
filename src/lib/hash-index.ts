import { widened } from "./growable.js";
import { release } from "./release.js";

/**
 * Numbers things from 0 on by hashes that whoever has the things makes of them, in an
 * open-addressed hash table:
 *
 *     for (let n = index.first(hash); n >= 0; n = index.next()) if (isSame(n)) return n;
 *     return index.add();
 *
 * It has no callback, because it stands in the innermost loops.
 */
export class HashIndex {
  count = 0;
  private hashes: Int32Array<ArrayBuffer>;
  /** number of a thing + 1; 0 for a free slot */
  private slots: Int32Array<ArrayBuffer>;
  private mask: number;
  /** the hash that is looked for, and the slot where looking stands */
  private hash = 0;
  private slot = 0;

  /** @param room for so many things nothing need grow */
  constructor(room = 1024) {
    this.hashes = new Int32Array(Math.max(16, room));
    let size = 32;
    while (size < room * 2) size *= 2;
    this.slots = new Int32Array(size);
    this.mask = size - 1;
  }

  /**
   * The first thing that has a hash, -1 where none has.
   * @param hash any integer; its low bits decide the slot
   */
  first(hash: number): number {
    this.hash = hash | 0;
    return this.from(hash & this.mask);
  }

  /** The next thing that has the hash asked for last, -1 where there is no other. */
  next(): number {
    return this.from((this.slot + 1) & this.mask);
  }

  private from(start: number): number {
    const { slots, hashes, mask, hash } = this;
    let slot = start;
    let index = slots[slot] - 1;
    while (index >= 0 && hashes[index] !== hash) {
      slot = (slot + 1) & mask;
      index = slots[slot] - 1;
    }
    this.slot = slot;
    return index;
  }

  /** Gives the hash that was looked for, to the end, a new number: `count` as it was before. */
  add(): number {
    const index = this.count++;
    if (index === this.hashes.length) this.hashes = widened(this.hashes);
    this.hashes[index] = this.hash;
    this.slots[this.slot] = this.count;
    if (this.count * 2 > this.slots.length) this.grow();
    return index;
  }

  private grow(): void {
    const slots = new Int32Array(this.slots.length * 4);
    const mask = slots.length - 1;
    for (let index = 0; index < this.count; index++) {
      let slot = this.hashes[index] & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = index + 1;
    }
    release(this.slots);
    this.slots = slots;
    this.mask = mask;
  }
}

/**
 * Odd, and others in each run: nobody can write a file whose stacks were chosen to have one hash,
 * which would be compared each with all others.
 */
const [FACTOR, OTHER] = [secret(), secret()];

function secret(): number {
  return (Math.random() * 2 ** 32) | 1;
}

/**
 * The hash of what came before, and of one more integer of 32 bits. A difference in high bits alone
 * stays in high bits when it is multiplied: it is brought down after each multiplication.
 */
export function hashWith(hash: number, value: number): number {
  const first = Math.imul(hash ^ value, FACTOR);
  const second = Math.imul(first ^ (first >>> 15), OTHER);
  return second ^ (second >>> 13);
}

/** A hash of some numbers of an array, going on from `seed`; see `spreadHash`. */
export function hashNumbers(
  values: Int32Array | Uint32Array,
  from: number,
  to: number,
  seed: number,
): number {
  let hash = seed;
  for (let i = from; i < to; i++) hash = hashWith(hash, values[i]);
  return hash;
}

/** A hash whose low bits depend on all of its bits. */
export function spreadHash(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}

/** Whether `a` from `start` to `end` has the numbers that `b` has from `from` to `to`. */
export function sameNumbers(
  a: Int32Array | Uint32Array,
  start: number,
  end: number,
  b: Int32Array | Uint32Array,
  from: number,
  to: number,
): boolean {
  if (end - start !== to - from) return false;
  for (let i = from, at = start; i < to; i++, at++) if (a[at] !== b[i]) return false;
  return true;
}
