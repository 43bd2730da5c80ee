import type { Profile } from "../profile/profile.js";
import type { AddedFrames, StackFilter } from "./call-tree.js";
import type { FrameTable } from "./frame-table.js";
import { NODE_INLINED, NODE_JOINED } from "./node-flags.js";
import type { StackBuffer } from "./stack-buffer.js";

/** What is made of a profile's stacks as they are read; see BuildOptions. */
interface Reading {
  readonly filter: StackFilter | undefined;
  readonly added: AddedFrames | undefined;
  /** so many locations nearest the root of each stack are labels */
  readonly labels: number;
  /** reading stops at the first location that begins beyond so many frames */
  readonly limit: number;
}

/** The stacks of one profile as frames, leaf first. */
export class StackSource {
  private readonly lineFrame: Int32Array;
  private readonly bareFrame: Int32Array;

  constructor(
    private readonly profile: Profile,
    frames: FrameTable,
    p: number,
    private readonly reading: Reading,
  ) {
    this.lineFrame = frames.ofLine[p];
    this.bareFrame = frames.ofBareLocation[p];
  }

  /** Reads the stack of a sample, with what was added to it. */
  read(stack: StackBuffer, sample: number): void {
    const { filter, added, labels, limit } = this.reading;
    const { stackOf, stackOffsets } = this.profile.samples;
    const number = stackOf[sample];
    const from = stackOffsets[number] + (filter?.skipLeaf ? filter.skipLeaf[sample] : 0);
    const end = stackOffsets[number + 1] - (filter?.skipRoot ? filter.skipRoot[sample] : 0);
    stack.size = 0;
    this.collect(stack, from, end - labels);
    const gone = stack.size === 0 && (filter?.keepLine || filter?.keepBare);
    if (added && !gone) {
      const to = added.offsets[sample + 1];
      for (let i = added.offsets[sample]; i < to && stack.size <= limit; i++) {
        stack.push(added.frames[i], NODE_JOINED);
      }
    }
    if (labels > 0) this.collect(stack, end - labels, end);
  }

  /**
   * Reads a run of a stack's locations behind what the buffer has, inlined callees before the
   * function they were inlined into.
   */
  private collect(stack: StackBuffer, from: number, to: number): void {
    const { lineFrame, bareFrame } = this;
    const { filter, limit } = this.reading;
    const { stackLocations } = this.profile.samples;
    const { lineOffsets } = this.profile.locations;
    const keepLine = filter?.keepLine;
    const keepBare = filter?.keepBare;
    for (let i = from; i < to && stack.size <= limit; i++) {
      const l = stackLocations[i];
      const first = lineOffsets[l];
      const last = lineOffsets[l + 1];
      if (first === last) {
        if (keepBare?.[l] !== 0) stack.push(bareFrame[l], 0);
        continue;
      }
      const before = stack.size;
      for (let k = first; k < last; k++) {
        if (keepLine?.[k] !== 0) stack.push(lineFrame[k], NODE_INLINED);
      }
      // The outermost line that is kept stands for the function that was called.
      if (stack.size > before) stack.flags[stack.size - 1] = 0;
    }
  }
}
