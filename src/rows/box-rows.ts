import type { FrameNames, Picture } from "../engine/answers.js";
import { changeError } from "../profile/sampling/sampling-error.js";
import { hasChildren } from "./tree-rows.js";

/** What a row of the call tree says of its box, beside its name. */
export interface BoxRow {
  readonly total: number;
  readonly self: number;
  /** of all, 0 where there is nothing */
  readonly share: number;
  /** whether there are boxes below it */
  readonly inner: boolean;
  /** undefined where none is named */
  readonly kind: string | undefined;
  /** its folded run, -1 for none */
  readonly fold: number;
  /** its function's file; undefined for a folded run and for all */
  readonly file: string | undefined;
}

/** The figures that a tree shows, one a box, and what their shares are of. */
export interface BoxFigures {
  readonly total: Float64Array;
  readonly self: Float64Array;
  readonly of: number;
}

/** The row of a box. */
export function boxRow(
  picture: Picture,
  names: FrameNames,
  figures: BoxFigures,
  box: number,
): BoxRow {
  const { layout, kinds, boxKind } = picture;
  const total = figures.total[box];
  const fold = layout.fold[box];
  const frame = layout.frame[box];
  return {
    total,
    self: figures.self[box],
    share: figures.of === 0 ? 0 : total / figures.of,
    inner: hasChildren(layout, box),
    kind: box === 0 ? undefined : kinds[boxKind[box]],
    fold,
    file: fold >= 0 || frame < 0 ? undefined : (names.files[frame] ?? ""),
  };
}

/** What changed in a box. */
export interface BoxChange {
  readonly delta: number;
  /** whether it is none, or within sampling noise */
  readonly noise: boolean;
}

/** The change of a box of a picture that has a base. */
export function boxChange(picture: Picture, box: number): BoxChange {
  const after = picture.boxTotal[box];
  const before = picture.boxBaseTotal[box];
  const delta = after - before;
  const error = picture.boxDeltaError[box] ?? 0;
  const held = Math.abs(after) + Math.abs(before);
  return { delta, noise: delta === 0 || changeError(delta, error, held, picture.sampling).noise };
}
