import type { AddedFrames } from "../../calltree/call-tree.js";
import type { FrameTable } from "../../calltree/frame-table.js";
import { type Profile, stackLength, stackOfSample } from "../../profile/profile.js";

/** Deeper stacks are judged by their leaf-most frames. */
const MAX_DEPTH = 4096;
/** In place of a location's one frame where it has several. */
const SEVERAL = -1;

/** Reads the stacks of one profile as frames, from root to leaf. */
export class StackReader {
  /** frames of the stack read last, root first; only the first `length` count */
  readonly frames = new Int32Array(MAX_DEPTH);
  length = 0;

  private readonly ofLine: Int32Array;
  private readonly ofBare: Int32Array;
  private readonly ofLocation: Int32Array;
  /** no location has more */
  private readonly mostLines: number;

  constructor(
    private readonly profile: Profile,
    table: FrameTable,
    index: number,
    private readonly added: AddedFrames | undefined,
  ) {
    this.ofLine = table.ofLine[index];
    this.ofBare = table.ofBareLocation[index];
    const { count, lineOffsets } = profile.locations;
    this.ofLocation = new Int32Array(count);
    let most = 1;
    for (let l = 0; l < count; l++) {
      const first = lineOffsets[l];
      const lines = lineOffsets[l + 1] - first;
      if (lines > most) most = lines;
      this.ofLocation[l] =
        lines === 0 ? this.ofBare[l] : lines === 1 ? this.ofLine[first] : SEVERAL;
    }
    this.mostLines = most;
  }

  /** Whether the stack may be so deep that only a part of it is read. */
  mayBeDeep(sample: number): boolean {
    const most = stackLength(this.profile.samples, sample) * this.mostLines;
    const { added } = this;
    return most + (added ? added.offsets[sample + 1] - added.offsets[sample] : 0) > MAX_DEPTH;
  }

  /** Reads the stack of a sample; returns its number of frames. */
  read(sample: number): number {
    const { stackOf, stackOffsets, stackLocations } = this.profile.samples;
    const { frames, ofLocation } = this;
    const from = stackOffsets[stackOf[sample]];
    const to = stackOffsets[stackOf[sample] + 1];
    if (this.mayBeDeep(sample)) return this.readDeep(sample);
    let n = 0;
    if (this.added) {
      const first = this.added.offsets[sample];
      for (let i = this.added.offsets[sample + 1] - 1; i >= first; i--) {
        frames[n++] = this.added.frames[i];
      }
    }
    for (let i = to - 1; i >= from; i--) {
      const location = stackLocations[i];
      const frame = ofLocation[location];
      if (frame !== SEVERAL) frames[n++] = frame;
      else n = this.readLines(n, location);
    }
    this.length = n;
    return n;
  }

  /** The frame nearest the root, as far as the stack is read; -1 where it has none. */
  root(sample: number): number {
    const { stackOf, stackOffsets, stackLocations } = this.profile.samples;
    if (this.mayBeDeep(sample)) return this.read(sample) > 0 ? this.frames[0] : -1;
    if (this.added) {
      const end = this.added.offsets[sample + 1];
      if (end > this.added.offsets[sample]) return this.added.frames[end - 1];
    }
    const to = stackOffsets[stackOf[sample] + 1];
    if (to === stackOffsets[stackOf[sample]]) return -1;
    const location = stackLocations[to - 1];
    const frame = this.ofLocation[location];
    return frame !== SEVERAL
      ? frame
      : this.ofLine[this.profile.locations.lineOffsets[location + 1] - 1];
  }

  private readLines(at: number, location: number): number {
    const { lineOffsets } = this.profile.locations;
    const first = lineOffsets[location];
    let n = at;
    for (let k = lineOffsets[location + 1] - 1; k >= first; k--) this.frames[n++] = this.ofLine[k];
    return n;
  }

  /** From the leaf up, so that the limit cuts the root; turned round at the end. */
  private readDeep(sample: number): number {
    const { samples, locations } = this.profile;
    const { lineOffsets } = locations;
    const { frames } = this;
    let n = 0;
    for (const location of stackOfSample(samples, sample)) {
      if (n >= MAX_DEPTH) break;
      const first = lineOffsets[location];
      const last = lineOffsets[location + 1];
      if (first === last) frames[n++] = this.ofBare[location];
      for (let k = first; k < last && n < MAX_DEPTH; k++) frames[n++] = this.ofLine[k];
    }
    if (this.added) {
      const end = this.added.offsets[sample + 1];
      for (let i = this.added.offsets[sample]; i < end && n < MAX_DEPTH; i++) {
        frames[n++] = this.added.frames[i];
      }
    }
    frames.subarray(0, n).reverse();
    this.length = n;
    return n;
  }
}
