import type { FlameLayout } from "../../calltree/layout/layout.js";
import type { FrameNames, Picture } from "../../engine/answers.js";
import { memo } from "../../lib/memo.js";
import { FLAMEGRAPH_WORDS } from "../../words/flamegraph-words.js";

/** Side by side, whose figures a graph shows. */
export type Side = "both" | "before" | "after";

/** The values that a graph shows, and what their shares are of. */
export interface Figures {
  readonly total: Float64Array;
  readonly self: Float64Array;
  readonly of: number;
}

/** Whose figures: of the base on the side "before", else of the profile shown. */
export function figuresOf(picture: Picture, side: Side = "both"): Figures {
  if (side === "before" && picture.hasBase) {
    return { total: picture.boxBaseTotal, self: picture.boxBaseSelf, of: picture.baseTotal };
  }
  return { total: picture.boxTotal, self: picture.boxSelf, of: picture.of || picture.total };
}

/** The figures that are written into the boxes: those that the widths stand for. */
export interface DrawnFigures extends Figures {
  /** they are changes, and have a sign instead of a share */
  readonly signed: boolean;
}

/** What changed in each box. */
const changesOf = memo((picture: Picture) =>
  picture.boxTotal.map((v, box) => v - picture.boxBaseTotal[box]),
);

/**
 * What is written into the boxes of a graph: before where the widths are those of the base, the
 * change where they are that of the change, else as `figuresOf`.
 */
export function drawnFigures(picture: Picture, side: Side = "both"): DrawnFigures {
  const { widths, hasBase, isDelta } = picture;
  if (side === "both" && hasBase && !isDelta) {
    if (widths === "before") return { ...figuresOf(picture, "before"), signed: false };
    if (widths === "delta") {
      return { total: changesOf(picture), self: picture.boxSelf, of: picture.of, signed: true };
    }
  }
  return { ...figuresOf(picture, side), signed: false };
}

/** What names a folded run: its group and how many frames it has. */
export function foldTitle(
  layout: FlameLayout,
  fold: number,
  plumbingGroups: readonly string[],
): { group: string; frames: string } {
  const { folds } = layout;
  const frames = folds.offsets[fold + 1] - folds.offsets[fold];
  const group = plumbingGroups[folds.group[fold]] ?? FLAMEGRAPH_WORDS.plumbing;
  return { group, frames: FLAMEGRAPH_WORDS.frames(frames) };
}

/** The name of a box in one line: its function, its folded run, or all. */
export function boxName(
  picture: Picture,
  names: FrameNames,
  plumbingGroups: readonly string[],
  box: number,
): string {
  const { layout } = picture;
  const fold = layout.fold[box];
  if (fold >= 0) {
    const title = foldTitle(layout, fold, plumbingGroups);
    return FLAMEGRAPH_WORDS.foldedRun(title.group, title.frames);
  }
  const frame = layout.frame[box];
  return frame < 0 ? FLAMEGRAPH_WORDS.all : (names.names[frame] ?? "");
}
