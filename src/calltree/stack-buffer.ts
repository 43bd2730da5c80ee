import { keepShape } from "../lib/release.js";

/** Frames that stand for several: those of a package. See src/engine/transforms.ts. */
export interface CollapsedFrames {
  /** for each frame itself, or the frame that stands for it; length: frames before collapsing */
  readonly into: Int32Array;
  /** frames from this one on stand for several: a run of the same one is drawn once */
  readonly first: number;
}

/** One stack at a time, leaf first, while a tree is built. Its room only grows, by doubling. */
export class StackBuffer {
  size = 0;
  /** the first `size` entries are the stack's */
  frames = new Int32Array(256);
  /** NODE_INLINED, NODE_JOINED of each frame */
  flags = new Uint8Array(256);
  /** for each frame of the table the last place in the stack at which it stands; made when asked for */
  private last: Int32Array | undefined;

  push(frame: number, flag: number): void {
    if (this.size === this.frames.length) this.grow();
    this.flags[this.size] = flag;
    this.frames[this.size++] = frame;
  }

  /** Puts collapsed frames in place and makes a run of the same one a single frame. */
  collapse({ into, first }: CollapsedFrames): void {
    const { frames, flags, size } = this;
    let kept = 0;
    for (let i = 0; i < size; i++) {
      const frame = into[frames[i]];
      // Of a run the outermost call says whether it was inlined.
      if (frame >= first && kept > 0 && frames[kept - 1] === frame) kept--;
      frames[kept] = frame;
      flags[kept++] = flags[i];
    }
    this.size = kept;
  }

  /**
   * Leaves each function once: a call that recurs leads back to where its function was called
   * first, so `a b a c` becomes `a c` and `a b a` becomes `a`. The leaf stays the leaf, and each
   * function that is left is still called by one that called it.
   * @param frameCount length of the frame table
   */
  mergeRecursion(frameCount: number): void {
    const { frames, flags, size } = this;
    this.last ??= new Int32Array(frameCount);
    const { last } = this;
    // Of entries that earlier stacks left none is read: each frame asked for stands in this one.
    for (let i = 0; i < size; i++) last[frames[i]] = i;
    let kept = 0;
    for (let i = 0; i < size; i++) {
      i = last[frames[i]];
      frames[kept] = frames[i];
      flags[kept++] = flags[i];
    }
    this.size = kept;
  }

  private grow(): void {
    const room = this.frames.length * 2;
    const frames = new Int32Array(room);
    frames.set(this.frames);
    this.frames = frames;
    const flags = new Uint8Array(room);
    flags.set(this.flags);
    this.flags = flags;
  }
}

keepShape(new StackBuffer());
