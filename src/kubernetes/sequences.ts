import { type FrameName, type FramePattern, PatternIndex } from "./framepattern.js";

/**
 * A path of frames: step by step from the root towards the leaf, other frames may stand between.
 * Each step is one pattern or several that will do.
 */
export type FramePath = readonly (FramePattern | readonly FramePattern[])[];

/** Where frames stand in paths: frame `f` is step `step[i]` of path `path[i]`, i from offsets[f]. */
export interface FrameSteps {
  /** length frames + 1 */
  readonly offsets: Uint32Array;
  readonly path: Uint16Array;
  readonly step: Uint8Array;
}

/** Finds for each frame the steps of the paths that it can be. */
export function frameSteps(names: readonly FrameName[], paths: readonly FramePath[]): FrameSteps {
  const patterns: FramePattern[] = [];
  const owner: { path: number; step: number }[] = [];
  paths.forEach((path, p) => {
    path.forEach((step, at) => {
      for (const pattern of typeof step === "string" ? [step] : step) {
        patterns.push(pattern);
        owner.push({ path: p, step: at });
      }
    });
  });
  const index = new PatternIndex(patterns);
  const offsets = new Uint32Array(names.length + 1);
  const path: number[] = [];
  const step: number[] = [];
  for (let f = 0; f < names.length; f++) {
    // Later steps first, so that one frame cannot be two steps of a path.
    const found = index.match(names[f]!).map((id) => owner[id]!);
    found.sort((a, b) => a.path - b.path || b.step - a.step);
    for (let i = 0; i < found.length; i++) {
      const before = found[i - 1];
      if (before && before.path === found[i]!.path && before.step === found[i]!.step) continue;
      path.push(found[i]!.path);
      step.push(found[i]!.step);
    }
    offsets[f + 1] = path.length;
  }
  return { offsets, path: Uint16Array.from(path), step: Uint8Array.from(step) };
}

/**
 * Follows all paths at once while a stack is walked from root to leaf. The paths are two lists,
 * one after the other.
 */
export class PathWalk {
  private readonly progress: Uint8Array;
  private readonly touched: number[] = [];
  private readonly lengths: Uint8Array;

  /** @param split where the second list begins */
  constructor(
    private readonly steps: FrameSteps,
    paths: readonly FramePath[],
    private readonly split: number,
  ) {
    this.progress = new Uint8Array(paths.length);
    this.lengths = Uint8Array.from(paths, (p) => p.length);
  }

  start(): void {
    for (const path of this.touched) this.progress[path] = 0;
    this.touched.length = 0;
  }

  frame(frame: number): void {
    const { offsets, path, step } = this.steps;
    const end = offsets[frame + 1]!;
    for (let i = offsets[frame]!; i < end; i++) {
      const p = path[i]!;
      if (this.progress[p] !== step[i]) continue;
      if (step[i] === 0) this.touched.push(p);
      this.progress[p]!++;
    }
  }

  /** The first path of a list (0 or 1) that was followed to its end, counted from 0; else -1. */
  first(list: 0 | 1): number {
    const from = list === 0 ? 0 : this.split;
    const to = list === 0 ? this.split : this.lengths.length;
    let best = -1;
    for (const p of this.touched) {
      if (p < from || p >= to || this.progress[p] !== this.lengths[p]) continue;
      if (best < 0 || p < best) best = p;
    }
    return best < 0 ? -1 : best - from;
  }
}
