import { NODE_INLINED, NODE_JOINED } from "../call-tree.js";

export const BOX_INLINED = NODE_INLINED;
export const BOX_JOINED = NODE_JOINED;
/** The box stands for a run of plumbing frames. */
export const BOX_FOLDED = 4;

/**
 * A call tree placed for drawing. Boxes are numbered in depth-first order, siblings by width,
 * widest first, so a box's subtree is `box .. end[box]` and drawing can leave out all siblings
 * that follow the first one below a pixel. All arrays have length `count`.
 */
export interface FlameLayout {
  readonly count: number;
  /** number of rows, the root's included */
  readonly rowCount: number;
  /** frame of the box (of the first frame of a folded run); -1 for the root */
  readonly frame: Int32Array;
  /** -1 for the root */
  readonly parent: Int32Array;
  /** row, 0 for the root */
  readonly row: Uint16Array;
  /** first box after the subtree */
  readonly end: Int32Array;
  /** left edge, in the unit of the sample type; the root's is 0 */
  readonly x: Float64Array;
  /** in the unit of the sample type; see WidthMode */
  readonly width: Float64Array;
  readonly flags: Uint8Array;
  /** the tree's node (the first one of a folded run) */
  readonly node: Int32Array;
  readonly pathLow: Uint32Array;
  readonly pathHigh: Uint32Array;
  /** index into `folds` of a folded run; -1 for an ordinary box */
  readonly fold: Int32Array;
  readonly folds: Folds;
}

/**
 * Runs of plumbing frames drawn as one box. Run `r` has the members
 * `offsets[r] .. offsets[r + 1]` of the member columns, root side first.
 */
export interface Folds {
  readonly count: number;
  readonly box: Int32Array;
  /** plumbing group that names the run, as in `LayoutOptions.plumbing` less one */
  readonly group: Uint8Array;
  /** length count + 1 */
  readonly offsets: Uint32Array;
  readonly memberNode: Int32Array;
  readonly memberFrame: Int32Array;
  readonly memberLow: Uint32Array;
  readonly memberHigh: Uint32Array;
}

/** A value of each box from a value of each node; a folded run takes that of its first node. */
export function boxValues(layout: FlameLayout, ofNode: Float64Array): Float64Array {
  const out = new Float64Array(layout.count);
  for (let box = 0; box < out.length; box++) out[box] = ofNode[layout.node[box]];
  return out;
}

/** Own values of each box: a folded run has the sum over its members. */
export function boxSelves(layout: FlameLayout, ofNode: Float64Array): Float64Array {
  const out = boxValues(layout, ofNode);
  const { folds } = layout;
  for (let r = 0; r < folds.count; r++) {
    let sum = 0;
    for (let m = folds.offsets[r]; m < folds.offsets[r + 1]; m++) {
      sum += ofNode[folds.memberNode[m]];
    }
    out[folds.box[r]] = sum;
  }
  return out;
}
