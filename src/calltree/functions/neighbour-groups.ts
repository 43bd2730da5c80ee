import { type CallTree, NODE_INLINED } from "../call-tree.js";
import { compareBytes } from "./function-table.js";

/** Which way a tree of neighbours grows from its function. */
export type Side = "callers" | "callees";

/** All places of a call tree at which one chain of calls occurs. */
export interface Group {
  /** frame at the chain's far end */
  readonly frame: number;
  /** the node of the function itself for each place (callers), or of the far end (callees) */
  readonly nodes: readonly number[];
  /** the node at the far end for each place; the same as `nodes` for callees */
  readonly ends: readonly number[];
  readonly value: number;
  readonly baseValue: number;
  readonly inline: boolean;
}

/** The tree that groups are of, with its figures. */
export interface Source {
  readonly tree: CallTree;
  readonly total: Float64Array;
  readonly baseTotal: Float64Array | undefined;
  /** 1 for each node below another of its frame */
  readonly recurs: Uint8Array;
  readonly live: Float64Array | undefined;
  /** first child and next sibling of each node, -1 where there is none */
  readonly child: Int32Array;
  readonly sibling: Int32Array;
}

interface Places {
  readonly nodes: number[];
  readonly ends: number[];
  readonly inlined: boolean[];
}

/** The places of a function itself: where its trees of neighbours begin. */
export function groupOfFrame(source: Source, frame: number): Group {
  const nodes: number[] = [];
  const { tree } = source;
  for (let node = 1; node < tree.nodeCount; node++) {
    if (tree.frame[node] === frame) nodes.push(node);
  }
  return groupOf(source, frame, { nodes, ends: nodes, inlined: [] });
}

/** The groups one level further out. */
export function expand(source: Source, group: Group, side: Side): Group[] {
  const found = new Map<number, Places>();
  const add = (frame: number, node: number, end: number, inlined: boolean): void => {
    let places = found.get(frame);
    if (!places) {
      places = { nodes: [], ends: [], inlined: [] };
      found.set(frame, places);
    }
    places.nodes.push(node);
    places.ends.push(end);
    places.inlined.push(inlined);
  };
  if (side === "callers") outward(source, group, add);
  else inward(source, group, add);
  return [...found].map(([frame, places]) => groupOf(source, frame, places));
}

type Add = (frame: number, node: number, end: number, inlined: boolean) => void;

function outward({ tree, live }: Source, { nodes, ends }: Group, add: Add): void {
  const { parent, frame, flags } = tree;
  nodes.forEach((node, i) => {
    if (live && live[node] === 0) return;
    let end = ends[i];
    // What calls itself is counted at the call from outside.
    if (node === end && frame[parent[end]] === frame[end]) return;
    while (frame[parent[end]] === frame[end]) end = parent[end];
    const up = parent[end];
    if (up > 0) add(frame[up], node, up, (flags[end] & NODE_INLINED) !== 0);
  });
}

function inward({ tree, live, child, sibling }: Source, group: Group, add: Add): void {
  const { frame, flags } = tree;
  const waiting = [...group.nodes];
  const seen = new Set(waiting);
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (let next = child[node]; next >= 0; next = sibling[next]) {
      if (live && live[next] === 0) continue;
      if (frame[next] !== group.frame) {
        add(frame[next], next, next, (flags[next] & NODE_INLINED) !== 0);
      } else if (!seen.has(next)) {
        seen.add(next);
        waiting.push(next);
      }
    }
  }
}

/** The figures of places: each sample counts once, at the place nearest the root. */
function groupOf(source: Source, frame: number, { nodes, ends, inlined }: Places): Group {
  const { total, baseTotal, recurs, tree } = source;
  let within: Set<number> | undefined;
  let value = 0;
  let baseValue = 0;
  let inline = true;
  nodes.forEach((node, i) => {
    if (recurs[node] === 1) {
      within ??= new Set(nodes);
      if (isBelow(tree, node, within)) return;
    }
    value += total[node];
    if (baseTotal) baseValue += baseTotal[node];
    if (!inlined[i]) inline = false;
  });
  return { frame, nodes, ends, value, baseValue, inline };
}

function isBelow({ parent }: CallTree, node: number, places: ReadonlySet<number>): boolean {
  for (let up = parent[node]; up > 0; up = parent[up]) if (places.has(up)) return true;
  return false;
}

/** First child and next sibling of each node, in order; -1 where there is none. */
export function childrenOf({ nodeCount, parent }: CallTree): {
  child: Int32Array;
  sibling: Int32Array;
} {
  const child = new Int32Array(nodeCount).fill(-1);
  const sibling = new Int32Array(nodeCount).fill(-1);
  for (let node = nodeCount - 1; node > 0; node--) {
    sibling[node] = child[parent[node]];
    child[parent[node]] = node;
  }
  return { child, sibling };
}

/** By |change| or |value|, then by name. */
export function compareFigures(a: Group, b: Group, names: readonly string[]): number {
  const by = Math.abs(b.value - b.baseValue) - Math.abs(a.value - a.baseValue);
  return by || compareBytes(names[a.frame], names[b.frame]);
}
