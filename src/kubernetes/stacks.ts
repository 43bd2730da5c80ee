import type { AddedFrames } from "../calltree/calltree.js";
import type { FrameTable } from "../calltree/frametable.js";
import type { Profile } from "../profile/profile.js";

/** Deeper stacks are judged by their leaf-most frames. */
const MAX_DEPTH = 4096;

/** Reads the stacks of one profile as frames, from root to leaf. */
export class StackReader {
  /** frames of the stack read last, root first; only the first `length` count */
  frames = new Int32Array(512);
  length = 0;

  constructor(
    private readonly profile: Profile,
    private readonly table: FrameTable,
    private readonly index: number,
    private readonly added: AddedFrames | undefined,
  ) {}

  /** Reads the stack of a sample; returns its number of frames. */
  read(sample: number): number {
    const { samples, locations } = this.profile;
    const { stackOffsets, stackLocations } = samples;
    const { lineOffsets } = locations;
    const lineFrame = this.table.ofLine[this.index]!;
    const bareFrame = this.table.ofBareLocation[this.index]!;
    // From the leaf up, so that the limit cuts the root; turned round at the end.
    let n = 0;
    const to = stackOffsets[sample + 1]!;
    for (let i = stackOffsets[sample]!; i < to && n < MAX_DEPTH; i++) {
      const location = stackLocations[i]!;
      const first = lineOffsets[location]!;
      const last = lineOffsets[location + 1]!;
      if (first === last) n = this.push(n, bareFrame[location]!);
      for (let k = first; k < last && n < MAX_DEPTH; k++) n = this.push(n, lineFrame[k]!);
    }
    if (this.added) {
      const end = this.added.offsets[sample + 1]!;
      for (let i = this.added.offsets[sample]!; i < end && n < MAX_DEPTH; i++) {
        n = this.push(n, this.added.frames[i]!);
      }
    }
    this.frames.subarray(0, n).reverse();
    this.length = n;
    return n;
  }

  private push(at: number, frame: number): number {
    if (at === this.frames.length) {
      const wider = new Int32Array(at * 2);
      wider.set(this.frames);
      this.frames = wider;
    }
    this.frames[at] = frame;
    return at + 1;
  }
}
