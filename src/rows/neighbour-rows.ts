import type { NeighbourTree } from "../calltree/functions/neighbour-tree.js";
import type { CallersAnswer, FrameNames } from "../engine/answers.js";
import { openAtFirst, type TreeShape } from "./tree-rows.js";

/** So many rows at most are opened for what a search found. */
const MOST_FOUND = 400;

/** A tree of neighbours as a tree of rows. */
export function shapeOf(tree: NeighbourTree): TreeShape {
  const { count, parent, end, value, baseValue } = tree;
  const width = value.map((v, row) => Math.max(Math.abs(v), Math.abs(baseValue[row])));
  return { count, parent, end, width };
}

/** The chain of a row as a text: it names the same row in a tree of other figures. */
export function chainOf(tree: NeighbourTree, row: number): string {
  const frames: number[] = [];
  for (let r = row; r >= 0; r = tree.parent[r]) frames.push(tree.frame[r]);
  return frames.join(">");
}

/** The rows that a search found, the first of them; row 0 is the function and is not shown. */
export function foundRows(tree: NeighbourTree, matches: Uint8Array | undefined): number[] {
  const out: number[] = [];
  if (!matches) return out;
  for (let row = 1; row < tree.count && out.length < MOST_FOUND; row++) {
    if (matches[tree.frame[row]] === 1) out.push(row);
  }
  return out;
}

/** The rows that are open by themselves: where most goes one way, and the ways to what was found. */
export function openBySelf(
  tree: NeighbourTree,
  shape: TreeShape,
  found: readonly number[],
): Set<number> {
  const open = new Set(openAtFirst(shape, 0));
  open.add(0);
  for (const row of found) {
    for (let r = tree.parent[row]; r > 0 && !open.has(r); r = tree.parent[r]) open.add(r);
  }
  return open;
}

/** How many call the function, or are called by it, directly. */
export function directCount(tree: NeighbourTree): number {
  return tree.parent.reduce((n, up) => n + (up === 0 ? 1 : 0), 0);
}

/** What a row says of a caller or callee. */
export interface NeighbourRow {
  readonly name: string;
  readonly file: string;
  readonly value: number;
  /** value less that before */
  readonly delta: number;
  /** of the function's own cumulative value; undefined where that is 0 */
  readonly share: number | undefined;
  /** whether there are rows below it */
  readonly inner: boolean;
  /** whether there is more below it than the tree has room for */
  readonly more: boolean;
  readonly inlined: boolean;
  readonly found: boolean;
}

/** A row of a tree of neighbours by its number. */
export function neighbourRow(
  tree: NeighbourTree,
  of: Pick<CallersAnswer, "cum">,
  names: FrameNames,
  matches: Uint8Array | undefined,
  row: number,
): NeighbourRow {
  const frame = tree.frame[row];
  const value = tree.value[row];
  return {
    name: names.names[frame],
    file: names.files[frame] ?? "",
    value,
    delta: value - tree.baseValue[row],
    share: of.cum === 0 ? undefined : value / of.cum,
    inner: tree.end[row] > row + 1,
    more: tree.more[row] === 1,
    inlined: tree.inline[row] === 1,
    found: matches?.[frame] === 1,
  };
}
