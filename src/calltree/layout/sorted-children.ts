import type { LaidTree } from "./laid-tree.js";

/** The children of each node that have a width, in the order in which they are drawn. */
export interface Children {
  /** children of node n: list[start[n] .. start[n + 1]], widest first */
  readonly start: Uint32Array;
  readonly list: Int32Array;
  /** the width of each of `list` */
  readonly width: Float64Array;
  /** nodes of a width above zero, the root included */
  readonly seen: number;
}

/** Sorts the children of each node by width, those of equal width by node. */
export function sortedChildren(tree: LaidTree, width: Float64Array): Children {
  const { nodeCount, parent } = tree;
  const start = new Uint32Array(nodeCount + 2);
  let seen = 1;
  for (let n = 1; n < nodeCount; n++) {
    if (width[n] > 0) {
      start[parent[n] + 2]++;
      seen++;
    }
  }
  for (let n = 2; n < start.length; n++) start[n] += start[n - 1];
  const list = new Int32Array(seen - 1);
  for (let n = 1; n < nodeCount; n++) {
    if (width[n] > 0) list[start[parent[n] + 1]++] = n;
  }
  for (let n = 0; n < nodeCount; n++) {
    const from = start[n];
    const to = start[n + 1];
    if (to - from > 1) sortByWidth(list, from, to, width);
  }
  const inOrder = new Float64Array(list.length);
  for (let i = 0; i < list.length; i++) inOrder[i] = width[list[i]];
  return { start, list, width: inOrder, seen };
}

function sortByWidth(list: Int32Array, from: number, to: number, width: Float64Array): void {
  if (to - from > 24) {
    list.subarray(from, to).sort((a, b) => width[b] - width[a] || a - b);
    return;
  }
  for (let i = from + 1; i < to; i++) {
    const node = list[i];
    const w = width[node];
    let k = i - 1;
    while (k >= from && width[list[k]] < w) {
      list[k + 1] = list[k];
      k--;
    }
    list[k + 1] = node;
  }
}
