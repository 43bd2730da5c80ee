import type { AddedFrames } from "../../calltree/call-tree.js";
import { widened } from "../../lib/growable.js";
import { HashIndex, hashNumbers, sameNumbers, spreadHash } from "../../lib/hash-index.js";
import type { Profile } from "../../profile/profile.js";

/**
 * Numbers the distinct stacks of one profile from 0 on, as they are asked for: those of the same
 * locations with the same added frames. Costs one pass over a stack and one more to
 * compare it with the one that has its number.
 */
export class StackIds {
  /** locations of the stacks, then their added frames; a copy, so that it stays within caches */
  private content = new Int32Array(1 << 14);
  /** for each stack where it begins in content, and where its added frames do */
  private offsets = new Int32Array(1 << 11);
  private readonly index = new HashIndex();

  constructor(
    private readonly profile: Profile,
    private readonly added: AddedFrames | undefined,
  ) {}

  get count(): number {
    return this.index.count;
  }

  of(sample: number): number {
    const { stackOf, stackOffsets, stackLocations } = this.profile.samples;
    const from = stackOffsets[stackOf[sample]];
    const to = stackOffsets[stackOf[sample] + 1];
    const addedFrom = this.added ? this.added.offsets[sample] : 0;
    const addedTo = this.added ? this.added.offsets[sample + 1] : 0;
    const { added, index } = this;
    let hash = hashNumbers(stackLocations, from, to, to - from);
    if (added) hash = hashNumbers(added.frames, addedFrom, addedTo, hash);
    for (let id = index.first(spreadHash(hash)); id >= 0; id = index.next()) {
      const middle = this.offsets[id * 2 + 1];
      if (!sameNumbers(this.content, this.offsets[id * 2], middle, stackLocations, from, to)) {
        continue;
      }
      const end = this.offsets[id * 2 + 2];
      if (!added || sameNumbers(this.content, middle, end, added.frames, addedFrom, addedTo)) {
        return id;
      }
    }
    const id = index.add();
    this.makeRoom(id, to - from + addedTo - addedFrom);
    let at = this.offsets[id * 2];
    for (let i = from; i < to; i++) this.content[at++] = stackLocations[i];
    this.offsets[id * 2 + 1] = at;
    if (added) for (let i = addedFrom; i < addedTo; i++) this.content[at++] = added.frames[i];
    this.offsets[id * 2 + 2] = at;
    return id;
  }

  private makeRoom(id: number, more: number): void {
    if (id * 2 + 2 >= this.offsets.length) this.offsets = widened(this.offsets);
    const needed = this.offsets[id * 2] + more;
    if (needed > this.content.length) this.content = widened(this.content, needed);
  }
}
