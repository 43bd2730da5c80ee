import { type CallTree, NODE_INLINED, NODE_JOINED } from "./calltree.js";
import type { PathHashes } from "./paths.js";

/** Index of a box of a FlameLayout; 0 is the box that stands for everything. */
export type BoxIndex = number & { readonly box: unique symbol };

/** What a box's width stands for when two profiles are compared. */
export type WidthMode = "larger" | "before" | "after" | "delta";

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

export interface LayoutOptions {
  /** for each frame 0, or one more than the plumbing group it belongs to; undefined folds nothing */
  readonly plumbing?: Uint8Array | undefined;
  /**
   * 1 for each node whose run is drawn unfolded, given for the first node of the run; the layout
   * marks the others
   */
  readonly unfolded?: Uint8Array | undefined;
  readonly paths: PathHashes;
}

/** A run shorter than this is not folded. */
export const MIN_FOLD = 4;
/** Each frame of a run hands at least this share to the next. */
const FOLD_SHARE = 0.98;

/**
 * The width of each node's own part: |self| of one profile, or what `mode` makes of two. Summed
 * over a subtree it is the width of a box, so children never are wider than their parent.
 * @returns length self.length
 */
export function ownWidths(
  self: Float64Array,
  baseSelf: Float64Array | undefined,
  mode: WidthMode,
): Float64Array {
  const own = new Float64Array(self.length);
  for (let i = 0; i < own.length; i++) {
    const after = Math.abs(self[i]!);
    if (!baseSelf) {
      own[i] = after;
      continue;
    }
    const before = Math.abs(baseSelf[i]!);
    own[i] =
      mode === "after"
        ? after
        : mode === "before"
          ? before
          : mode === "delta"
            ? Math.abs(self[i]! - baseSelf[i]!)
            : Math.max(after, before);
  }
  return own;
}

/**
 * Places the tree's nodes of a width above zero. Costs a linear pass and a sort of each node's
 * children.
 * @param width width of each node's subtree (`nodeTotals` of `ownWidths`), length nodeCount
 */
export function layoutTree(
  tree: CallTree,
  width: Float64Array,
  options: LayoutOptions,
): FlameLayout {
  const children = sortedChildren(tree, width);
  const out = new Boxes(children.seen);
  const folding = new FoldBuilder();
  // A stack of nodes still to be placed, with the box above and the left edge.
  let room = 1024;
  let todoNode = new Int32Array(room);
  let todoParent = new Int32Array(room);
  let todoX = new Float64Array(room);
  let todo = 0;
  const push = (node: number, parent: number, x: number): void => {
    if (todo === room) {
      room *= 2;
      todoNode = widened(todoNode, new Int32Array(room));
      todoParent = widened(todoParent, new Int32Array(room));
      todoX = widened(todoX, new Float64Array(room));
    }
    todoNode[todo] = node;
    todoParent[todo] = parent;
    todoX[todo++] = x;
  };
  push(0, -1, 0);
  const { plumbing, unfolded, paths } = options;
  const below: number[] = [];
  while (todo > 0) {
    const node = todoNode[--todo]!;
    const parent = todoParent[todo]!;
    const x = todoX[todo]!;
    const box = out.add(node, parent, x, width[node]!, tree, paths);
    const open = unfolded?.[node] === 1;
    const run = plumbing && !open ? runFrom(tree, node, width, children, plumbing) : 0;
    let from = children.start[node]!;
    let to = children.start[node + 1]!;
    if (run >= MIN_FOLD) {
      out.fold[box] = folding.add(tree, box, node, run, children, plumbing!, paths);
      out.flags[box] = foldedFlags(tree, node, run, children);
      below.length = 0;
      let member = node;
      for (let i = 0; ; i++) {
        from = children.start[member]!;
        to = children.start[member + 1]!;
        const last = i === run - 1;
        for (let c = last ? from : from + 1; c < to; c++) below.push(children.list[c]!);
        if (last) break;
        member = children.list[from]!;
      }
      below.sort((a, b) => width[b]! - width[a]! || a - b);
      let at = x;
      for (const c of below) at += width[c]!;
      for (let i = below.length - 1; i >= 0; i--) {
        at -= width[below[i]!]!;
        push(below[i]!, box, Math.max(x, at));
      }
      continue;
    }
    // The rest of an unfolded run stays unfolded.
    if (open && plumbing && from < to) {
      const next = children.list[from]!;
      if (width[next]! >= width[node]! * FOLD_SHARE && plumbing[tree.frame[next]!] !== 0) {
        unfolded[next] = 1;
      }
    }
    let at = x;
    for (let c = from; c < to; c++) at += width[children.list[c]!]!;
    for (let c = to - 1; c >= from; c--) {
      const child = children.list[c]!;
      at -= width[child]!;
      push(child, box, c === from ? x : at);
    }
  }
  return out.done(folding.done());
}

interface Children {
  /** children of node n: list[start[n] .. start[n + 1]], widest first */
  readonly start: Uint32Array;
  readonly list: Int32Array;
  /** nodes of a width above zero, the root included */
  readonly seen: number;
}

function sortedChildren(tree: CallTree, width: Float64Array): Children {
  const { nodeCount, parent } = tree;
  const start = new Uint32Array(nodeCount + 2);
  let seen = 1;
  for (let n = 1; n < nodeCount; n++) {
    if (width[n]! > 0) {
      start[parent[n]! + 2]!++;
      seen++;
    }
  }
  for (let n = 2; n < start.length; n++) start[n]! += start[n - 1]!;
  const list = new Int32Array(seen - 1);
  for (let n = 1; n < nodeCount; n++) {
    if (width[n]! > 0) list[start[parent[n]! + 1]!++] = n;
  }
  for (let n = 0; n < nodeCount; n++) {
    const from = start[n]!;
    const to = start[n + 1]!;
    if (to - from > 1) sortByWidth(list, from, to, width);
  }
  return { start, list, seen };
}

function sortByWidth(list: Int32Array, from: number, to: number, width: Float64Array): void {
  if (to - from > 24) {
    list.subarray(from, to).sort((a, b) => width[b]! - width[a]! || a - b);
    return;
  }
  for (let i = from + 1; i < to; i++) {
    const node = list[i]!;
    const w = width[node]!;
    let k = i - 1;
    while (k >= from && width[list[k]!]! < w) {
      list[k + 1] = list[k]!;
      k--;
    }
    list[k + 1] = node;
  }
}

/** How many plumbing frames from `node` on hand nearly all to their first child. */
function runFrom(
  tree: CallTree,
  node: number,
  width: Float64Array,
  children: Children,
  plumbing: Uint8Array,
): number {
  let run = 0;
  let at = node;
  while (at !== 0 && plumbing[tree.frame[at]!] !== 0) {
    run++;
    const from = children.start[at]!;
    if (from === children.start[at + 1]) break;
    const child = children.list[from]!;
    if (width[child]! < width[at]! * FOLD_SHARE) break;
    if (plumbing[tree.frame[child]!] === 0) break;
    at = child;
  }
  return run;
}

function foldedFlags(tree: CallTree, node: number, run: number, children: Children): number {
  let joined = 0;
  let member = node;
  for (let i = 0; i < run; i++) {
    joined |= tree.flags[member]! & NODE_JOINED;
    member = children.list[children.start[member]!]!;
  }
  return BOX_FOLDED | joined;
}

function widened<T extends Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** The columns of a layout while it is made; `room` is an upper bound of the boxes. */
class Boxes {
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
    tree: CallTree,
    paths: PathHashes,
  ): number {
    const box = this.count++;
    this.node[box] = node;
    this.parent[box] = parent;
    this.x[box] = x;
    this.width[box] = width;
    this.frame[box] = tree.frame[node]!;
    this.flags[box] = tree.flags[node]!;
    this.low[box] = paths.low[node]!;
    this.high[box] = paths.high[node]!;
    if (parent >= 0) {
      const row = this.row[parent]! + 1;
      this.row[box] = row;
      if (row >= this.rowCount) this.rowCount = row + 1;
    }
    return box;
  }

  done(folds: Folds): FlameLayout {
    const n = this.count;
    const end = new Int32Array(n);
    for (let box = 0; box < n; box++) end[box] = box + 1;
    for (let box = n - 1; box > 0; box--) {
      const parent = this.parent[box]!;
      if (end[box]! > end[parent]!) end[parent] = end[box]!;
    }
    return {
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
  }
}

class FoldBuilder {
  private readonly box: number[] = [];
  private readonly group: number[] = [];
  private readonly offsets: number[] = [0];
  private readonly node: number[] = [];
  private readonly frame: number[] = [];
  private readonly low: number[] = [];
  private readonly high: number[] = [];

  add(
    tree: CallTree,
    box: number,
    first: number,
    run: number,
    children: Children,
    plumbing: Uint8Array,
    paths: PathHashes,
  ): number {
    const counts = new Map<number, number>();
    let member = first;
    for (let i = 0; i < run; i++) {
      const frame = tree.frame[member]!;
      this.node.push(member);
      this.frame.push(frame);
      this.low.push(paths.low[member]!);
      this.high.push(paths.high[member]!);
      const group = plumbing[frame]!;
      counts.set(group, (counts.get(group) ?? 0) + 1);
      member = children.list[children.start[member]!]!;
    }
    let best = 1;
    let most = 0;
    for (const [group, count] of counts) {
      if (count > most) {
        most = count;
        best = group;
      }
    }
    this.box.push(box);
    this.group.push(best - 1);
    this.offsets.push(this.node.length);
    return this.box.length - 1;
  }

  done(): Folds {
    return {
      count: this.box.length,
      box: Int32Array.from(this.box),
      group: Uint8Array.from(this.group),
      offsets: Uint32Array.from(this.offsets),
      memberNode: Int32Array.from(this.node),
      memberFrame: Int32Array.from(this.frame),
      memberLow: Uint32Array.from(this.low),
      memberHigh: Uint32Array.from(this.high),
    };
  }
}

/** A value of each box from a value of each node; a folded run takes that of its first node. */
export function boxValues(layout: FlameLayout, ofNode: Float64Array): Float64Array {
  const out = new Float64Array(layout.count);
  for (let box = 0; box < out.length; box++) out[box] = ofNode[layout.node[box]!]!;
  return out;
}

/** Own values of each box: a folded run has the sum over its members. */
export function boxSelves(layout: FlameLayout, ofNode: Float64Array): Float64Array {
  const out = boxValues(layout, ofNode);
  const { folds } = layout;
  for (let r = 0; r < folds.count; r++) {
    let sum = 0;
    for (let m = folds.offsets[r]!; m < folds.offsets[r + 1]!; m++) {
      sum += ofNode[folds.memberNode[m]!]!;
    }
    out[folds.box[r]!] = sum;
  }
  return out;
}

/** The box of a path: the box itself, or the folded run that holds it; -1 where there is none. */
export function boxOfPath(layout: FlameLayout, low: number, high: number): number {
  let at = layout.pathLow.indexOf(low);
  while (at >= 0 && layout.pathHigh[at] !== high) at = layout.pathLow.indexOf(low, at + 1);
  if (at >= 0) return at;
  const { folds } = layout;
  let m = folds.memberLow.indexOf(low);
  while (m >= 0 && folds.memberHigh[m] !== high) m = folds.memberLow.indexOf(low, m + 1);
  if (m < 0) return -1;
  for (let r = 0; r < folds.count; r++) if (m < folds.offsets[r + 1]!) return folds.box[r]!;
  return -1;
}
