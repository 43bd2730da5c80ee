import type { AddedFrames } from "../../calltree/call-tree.js";
import type { Profile } from "../../profile/profile.js";

/**
 * Numbers the distinct stacks of one profile from 0 on, as they are asked for: those of the same
 * locations with the same added frames. Costs one pass over a stack and one more to hold it
 * against the one that has its number.
 */
export class StackIds {
  count = 0;
  /** locations of the stacks, then their added frames; a copy, so that it stays within caches */
  private content = new Int32Array(1 << 14);
  /** for each stack where it begins in content, and where its added frames do */
  private offsets = new Int32Array(1 << 11);
  private hashes = new Int32Array(1 << 10);
  /** number of a stack + 1; 0 for none */
  private slots = new Int32Array(1 << 12);

  constructor(
    private readonly profile: Profile,
    private readonly added: AddedFrames | undefined,
  ) {}

  of(sample: number): number {
    const { stackOffsets, stackLocations } = this.profile.samples;
    const from = stackOffsets[sample];
    const to = stackOffsets[sample + 1];
    const addedFrom = this.added ? this.added.offsets[sample] : 0;
    const addedTo = this.added ? this.added.offsets[sample + 1] : 0;
    let hash = hashOf(stackLocations, from, to, to - from);
    if (this.added) hash = hashOf(this.added.frames, addedFrom, addedTo, hash);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    hash ^= hash >>> 13;
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const id = this.slots[slot] - 1;
      if (id < 0) break;
      if (this.hashes[id] === hash) {
        const start = this.offsets[id * 2];
        const middle = this.offsets[id * 2 + 1];
        const end = this.offsets[id * 2 + 2];
        if (
          same(this.content, start, middle, stackLocations, from, to) &&
          (!this.added || same(this.content, middle, end, this.added.frames, addedFrom, addedTo))
        ) {
          return id;
        }
      }
      slot = (slot + 1) & mask;
    }
    const id = this.count++;
    this.slots[slot] = this.count;
    this.makeRoom(to - from + addedTo - addedFrom);
    this.hashes[id] = hash;
    let at = this.offsets[id * 2];
    for (let i = from; i < to; i++) this.content[at++] = stackLocations[i];
    this.offsets[id * 2 + 1] = at;
    for (let i = addedFrom; i < addedTo; i++) this.content[at++] = this.added!.frames[i];
    this.offsets[id * 2 + 2] = at;
    if (this.count * 2 > this.slots.length) this.spread();
    return id;
  }

  private makeRoom(more: number): void {
    if (this.count === this.hashes.length) {
      this.hashes = widened(this.hashes, this.count * 2);
      this.offsets = widened(this.offsets, this.count * 4);
    }
    const needed = this.offsets[(this.count - 1) * 2] + more;
    if (needed > this.content.length) {
      this.content = widened(this.content, Math.max(needed, this.content.length * 2));
    }
  }

  private spread(): void {
    this.slots = new Int32Array(this.slots.length * 4);
    const mask = this.slots.length - 1;
    for (let id = 0; id < this.count; id++) {
      let slot = this.hashes[id] & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = id + 1;
    }
  }
}

type Numbers = Int32Array | Uint32Array;

function hashOf(values: Numbers, from: number, to: number, seed: number): number {
  let hash = seed;
  for (let i = from; i < to; i++) hash = (Math.imul(hash, 0x9e3779b1) + values[i]) | 0;
  return hash;
}

/** Whether `content` from `start` to `end` is `values` from `from` to `to`. */
function same(
  content: Int32Array,
  start: number,
  end: number,
  values: Numbers,
  from: number,
  to: number,
): boolean {
  if (end - start !== to - from) return false;
  for (let i = from, at = start; i < to; i++, at++) if (content[at] !== values[i]) return false;
  return true;
}

function widened(column: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const next = new Int32Array(length);
  next.set(column);
  return next;
}
