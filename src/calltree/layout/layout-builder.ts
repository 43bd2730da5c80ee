import { keepShape, release } from "../../lib/release.js";
import type { PathHashes } from "../path-hash.js";
import type { FlameLayout, Folds } from "./flame-layout.js";
import type { LaidTree } from "./laid-tree.js";

/** The columns of a layout while it is made; `room` is an upper bound of the boxes. */
export class Boxes {
  private count = 0;
  private rowCount = 1;
  private readonly frame: Int32Array;
  private readonly parent: Int32Array;
  private readonly row: Uint16Array;
  private readonly x: Float64Array;
  private readonly width: Float64Array;
  private readonly node: Int32Array;
  private readonly low: Uint32Array;
  private readonly high: Uint32Array;
  readonly flags: Uint8Array;
  readonly fold: Int32Array;

  constructor(room: number) {
    this.frame = new Int32Array(room);
    this.parent = new Int32Array(room);
    this.row = new Uint16Array(room);
    this.x = new Float64Array(room);
    this.width = new Float64Array(room);
    this.node = new Int32Array(room);
    this.low = new Uint32Array(room);
    this.high = new Uint32Array(room);
    this.flags = new Uint8Array(room);
    this.fold = new Int32Array(room).fill(-1);
  }

  add(
    node: number,
    parent: number,
    x: number,
    width: number,
    tree: LaidTree,
    paths: PathHashes,
  ): number {
    const box = this.count++;
    this.node[box] = node;
    this.parent[box] = parent;
    this.x[box] = x;
    this.width[box] = width;
    this.frame[box] = tree.frame[node];
    this.flags[box] = tree.flags[node];
    this.low[box] = paths.low[node];
    this.high[box] = paths.high[node];
    if (parent >= 0) {
      const row = this.row[parent] + 1;
      this.row[box] = row;
      if (row >= this.rowCount) this.rowCount = row + 1;
    }
    return box;
  }

  /** The layout; the builder is of no use afterwards. */
  done(folds: Folds): FlameLayout {
    const n = this.count;
    const end = new Int32Array(n);
    for (let box = 0; box < n; box++) end[box] = box + 1;
    for (let box = n - 1; box > 0; box--) {
      const parent = this.parent[box];
      if (end[box] > end[parent]) end[parent] = end[box];
    }
    const layout: FlameLayout = {
      count: n,
      rowCount: this.rowCount,
      frame: this.frame.slice(0, n),
      parent: this.parent.slice(0, n),
      row: this.row.slice(0, n),
      end,
      x: this.x.slice(0, n),
      width: this.width.slice(0, n),
      flags: this.flags.slice(0, n),
      node: this.node.slice(0, n),
      pathLow: this.low.slice(0, n),
      pathHigh: this.high.slice(0, n),
      fold: this.fold.slice(0, n),
      folds,
    };
    const { frame, parent, row, x, width, node, low, high, flags, fold } = this;
    release(frame, parent, row, x, width, node, low, high, flags, fold);
    return layout;
  }
}

keepShape(new Boxes(0));
