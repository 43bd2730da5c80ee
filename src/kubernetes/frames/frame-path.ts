import { type FrameName, type FramePattern, PatternIndex } from "./frame-pattern.js";

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
    const found = index.match(names[f]).map((id) => owner[id]);
    found.sort((a, b) => a.path - b.path || b.step - a.step);
    for (let i = 0; i < found.length; i++) {
      const before = found[i - 1];
      if (before && before.path === found[i].path && before.step === found[i].step) continue;
      path.push(found[i].path);
      step.push(found[i].step);
    }
    offsets[f + 1] = path.length;
  }
  return { offsets, path: Uint16Array.from(path), step: Uint8Array.from(step) };
}
