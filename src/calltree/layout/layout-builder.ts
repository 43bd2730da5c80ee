import { keepShape, release } from "../../lib/release.js";
import type { PathHashes } from "../path-hash.js";
import { valuesAt } from "../values-at.js";
import type { FlameLayout, Folds } from "./flame-layout.js";
import { markFolds } from "./folds.js";
import type { LaidTree } from "./laid-tree.js";

/** The columns of a layout while it is made; `room` is an upper bound of the boxes. */
export class Boxes {
  private count = 0;
  private rowCount = 1;
  private readonly parent: Int32Array;
  private readonly row: Uint16Array;
  private readonly x: Float64Array;
  private readonly node: Int32Array;
  readonly fold: Int32Array;

  constructor(room: number) {
    this.parent = new Int32Array(room);
    this.row = new Uint16Array(room);
    this.x = new Float64Array(room);
    this.node = new Int32Array(room);
    this.fold = new Int32Array(room).fill(-1);
  }

  add(node: number, parent: number, x: number): number {
    const box = this.count++;
    this.node[box] = node;
    this.parent[box] = parent;
    this.x[box] = x;
    if (parent >= 0) {
      const row = this.row[parent] + 1;
      this.row[box] = row;
      if (row >= this.rowCount) this.rowCount = row + 1;
    }
    return box;
  }

  /** The layout; the builder is of no use afterwards. */
  done(tree: LaidTree, widths: Float64Array, paths: PathHashes, folds: Folds): FlameLayout {
    const n = this.count;
    const node = this.node.slice(0, n);
    const parent = this.parent.slice(0, n);
    const flags = valuesAt(tree.flags, node, new Uint8Array(n));
    markFolds(tree, folds, flags);
    const layout: FlameLayout = {
      count: n,
      rowCount: this.rowCount,
      frame: valuesAt(tree.frame, node, new Int32Array(n)),
      parent,
      row: this.row.slice(0, n),
      end: endsOf(parent),
      x: this.x.slice(0, n),
      width: valuesAt(widths, node, new Float64Array(n)),
      flags,
      node,
      pathLow: valuesAt(paths.low, node, new Uint32Array(n)),
      pathHigh: valuesAt(paths.high, node, new Uint32Array(n)),
      fold: this.fold.slice(0, n),
      folds,
    };
    release(this.parent, this.row, this.x, this.node, this.fold);
    return layout;
  }
}

/** For each box the first one after its subtree. */
function endsOf(parent: Int32Array): Int32Array {
  const end = new Int32Array(parent.length);
  for (let box = 0; box < end.length; box++) end[box] = box + 1;
  for (let box = end.length - 1; box > 0; box--) {
    const above = parent[box];
    if (end[box] > end[above]) end[above] = end[box];
  }
  return end;
}

keepShape(new Boxes(0));
