import type { FlameLayout } from "./flame-layout.js";

/**
 * Whether a box was found by a search; a folded run is where any of its members is.
 * @param matches one for each frame that was found
 */
export function matchTest(layout: FlameLayout, matches: Uint8Array): (box: number) => boolean {
  const { frame, fold, folds } = layout;
  return (box) => {
    const run = fold[box];
    if (run < 0) {
      const f = frame[box];
      return f >= 0 && matches[f] === 1;
    }
    for (let m = folds.offsets[run]; m < folds.offsets[run + 1]; m++) {
      if (matches[folds.memberFrame[m]] === 1) return true;
    }
    return false;
  };
}
