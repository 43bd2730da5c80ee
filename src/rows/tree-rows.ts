import { must } from "../lib/must.js";

/** What the rows of a tree follow from: boxes in depth-first order, the widest child first. */
export interface TreeShape {
  readonly count: number;
  /** -1 for the root */
  readonly parent: Int32Array;
  /** first box behind a box and all below it */
  readonly end: ArrayLike<number>;
  readonly width: ArrayLike<number>;
}

/** Rows of a tree of which some boxes are open. All arrays have the same length. */
export interface TreeRows {
  /** box of each row, in the order of the page */
  readonly box: Int32Array;
  /** levels below the row that the tree begins with */
  readonly depth: Int32Array;
}

/** More rows than this are not opened at once. */
const MOST_OPENED = 2000;

/**
 * The rows of the subtree at `root`: itself, and the children of each open box, widest first.
 * @param open whether a box's children are shown
 */
export function treeRows(
  layout: TreeShape,
  root: number,
  open: (box: number) => boolean,
): TreeRows {
  const box: number[] = [];
  const depth: number[] = [];
  if (layout.count === 0) return { box: new Int32Array(0), depth: new Int32Array(0) };
  // Levels of the boxes that are open, by their boxes.
  const level = new Map<number, number>();
  let at = root;
  const end = layout.end[root];
  // Boxes stand in depth-first order: a closed one is passed over with all below it.
  while (at < end) {
    const deep = at === root ? 0 : must(level.get(layout.parent[at]), "level of an open box") + 1;
    box.push(at);
    depth.push(deep);
    if (hasChildren(layout, at) && open(at)) {
      level.set(at, deep);
      at++;
    } else at = layout.end[at];
  }
  return { box: Int32Array.from(box), depth: Int32Array.from(depth) };
}

/** A row by its place among those of the page. */
export function rowAt(rows: TreeRows, index: number): { box: number; depth: number } {
  return { box: rows.box[index], depth: rows.depth[index] };
}

/** The boxes above one, the nearest first and the root last. */
export function boxesAbove({ parent }: Pick<TreeShape, "parent">, box: number): number[] {
  const above: number[] = [];
  for (let b = parent[box]; b >= 0; b = parent[b]) above.push(b);
  return above;
}

export function hasChildren(layout: TreeShape, box: number): boolean {
  return box + 1 < layout.end[box];
}

/**
 * The boxes that are open at first: from the root on as long as the widest child has most of what
 * its parent has, so that the first rows end where the tree divides.
 */
export function openAtFirst(layout: TreeShape, root: number): number[] {
  const open: number[] = [];
  if (layout.count === 0) return open;
  let box = root;
  for (;;) {
    open.push(box);
    if (!hasChildren(layout, box)) return open;
    const child = box + 1;
    if (open.length > 1 && layout.width[child] < 0.6 * layout.width[box]) return open;
    box = child;
  }
}

/** A box and what is below it, widest first as the rows stand, `MOST_OPENED` at most. */
export function subtreeOf(layout: TreeShape, box: number): number[] {
  const end = Math.min(layout.end[box], box + MOST_OPENED);
  const out: number[] = [];
  for (let b = box; b < end; b++) if (hasChildren(layout, b)) out.push(b);
  return out;
}

/** What a key does in a tree; undefined for keys that do nothing there. */
export type TreeStep =
  | { readonly do: "go"; readonly row: number }
  | { readonly do: "open" | "close" | "open-all"; readonly box: number };

/**
 * What a key does where the row `at` is the active one: arrows as in any tree, `*` opens all below.
 * @param at -1 where no row is active
 * @param page rows of a page
 */
export function treeKey(
  key: string,
  layout: TreeShape,
  rows: TreeRows,
  at: number,
  open: (box: number) => boolean,
  page: number,
): TreeStep | undefined {
  const last = rows.box.length - 1;
  const go = (row: number): TreeStep => ({ do: "go", row: Math.min(last, Math.max(0, row)) });
  if (last < 0) return undefined;
  if (at < 0) {
    // The box that stands for everything is no selection: the first one below it is.
    return /^(Arrow(Down|Up|Left|Right)|Home|Page.*)$/.test(key)
      ? go(rows.box[0] === 0 ? 1 : 0)
      : undefined;
  }
  const box = rows.box[at];
  const isOpen = hasChildren(layout, box) && open(box);
  switch (key) {
    case "ArrowDown":
      return go(at + 1);
    case "ArrowUp":
      return go(at - 1);
    case "PageDown":
      return go(at + page);
    case "PageUp":
      return go(at - page);
    case "Home":
      return go(0);
    case "End":
      return go(last);
    case "ArrowRight":
      if (!hasChildren(layout, box)) return go(at);
      return isOpen ? go(at + 1) : { do: "open", box };
    case "ArrowLeft": {
      if (isOpen) return { do: "close", box };
      const parent = rows.box.indexOf(layout.parent[box]);
      return go(parent < 0 ? at : parent);
    }
    case " ":
      if (!hasChildren(layout, box)) return undefined;
      return { do: isOpen ? "close" : "open", box };
    case "*":
      return { do: "open-all", box };
    default:
      return undefined;
  }
}
