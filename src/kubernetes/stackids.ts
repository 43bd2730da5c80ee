import type { AddedFrames } from "../calltree/calltree.js";
import type { Profile } from "../profile/profile.js";

/**
 * Numbers the distinct stacks of one profile from 0 on, as they are asked for: those of the same
 * locations with the same added frames. Costs one pass over a stack to find its number, one more
 * to hold it against the stack that had the number first.
 */
export class StackIds {
  count = 0;
  /** a sample of each stack */
  private first = new Int32Array(1 << 10);
  private hashes = new Int32Array(1 << 10);
  /** number of a stack + 1; 0 for none */
  private slots = new Int32Array(1 << 12);

  constructor(
    private readonly profile: Profile,
    private readonly added: AddedFrames | undefined,
  ) {}

  of(sample: number): number {
    const hash = this.hash(sample);
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const id = this.slots[slot]! - 1;
      if (id < 0) break;
      if (this.hashes[id] === hash && this.same(this.first[id]!, sample)) return id;
      slot = (slot + 1) & mask;
    }
    const id = this.count++;
    if (id === this.first.length) this.widen();
    this.first[id] = sample;
    this.hashes[id] = hash;
    this.slots[slot] = id + 1;
    if (this.count * 2 > this.slots.length) this.spread();
    return id;
  }

  private hash(sample: number): number {
    const { stackOffsets, stackLocations } = this.profile.samples;
    const to = stackOffsets[sample + 1]!;
    let hash = 0;
    for (let i = stackOffsets[sample]!; i < to; i++) {
      hash = Math.imul(hash, 0x9e3779b1) + stackLocations[i]!;
    }
    if (this.added) {
      const end = this.added.offsets[sample + 1]!;
      for (let i = this.added.offsets[sample]!; i < end; i++) {
        hash = Math.imul(hash, 0x85ebca6b) + this.added.frames[i]!;
      }
    }
    return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  }

  private same(a: number, b: number): boolean {
    const { stackOffsets, stackLocations } = this.profile.samples;
    if (!sameRange(stackOffsets, stackLocations, a, b)) return false;
    return !this.added || sameRange(this.added.offsets, this.added.frames, a, b);
  }

  private widen(): void {
    const first = new Int32Array(this.first.length * 2);
    first.set(this.first);
    this.first = first;
    const hashes = new Int32Array(first.length);
    hashes.set(this.hashes);
    this.hashes = hashes;
  }

  private spread(): void {
    this.slots = new Int32Array(this.slots.length * 4);
    const mask = this.slots.length - 1;
    for (let id = 0; id < this.count; id++) {
      let slot = this.hashes[id]! & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = id + 1;
    }
  }
}

/** Whether two rows of a ragged table are equal. */
function sameRange(
  offsets: Uint32Array,
  values: Uint32Array | Int32Array,
  a: number,
  b: number,
): boolean {
  const from = offsets[a]!;
  const other = offsets[b]!;
  const size = offsets[a + 1]! - from;
  if (offsets[b + 1]! - other !== size) return false;
  for (let i = 0; i < size; i++) if (values[from + i] !== values[other + i]) return false;
  return true;
}
