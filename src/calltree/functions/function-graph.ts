import { release } from "../../lib/release.js";
import { type CallTree, NODE_INLINED, nodeTotals } from "../call-tree.js";
import { shadowed } from "./recursion.js";

/** Who calls whom: one edge for each pair of functions of which one calls the other. */
export interface FunctionGraph {
  readonly count: number;
  /** frame of the caller of each edge; length count */
  readonly caller: Int32Array;
  readonly callee: Int32Array;
  /** sum of the samples in whose stack the call occurs, each once; in the unit of the values */
  readonly weight: Float64Array;
  /** 1 where the callee was inlined in all of them */
  readonly inline: Uint8Array;
}

export interface FunctionGraphOptions {
  /** 1 for each frame that takes part: its callees then follow on the next caller that does */
  readonly kept?: Uint8Array | undefined;
  /** for each node how many samples other than zero pass through it; undefined: all do */
  readonly live?: Float64Array | undefined;
}

/**
 * The edges of a tree that is not inverted, as google/pprof makes them (internal/graph,
 * newGraph): a function that calls itself makes no edge, and of an edge that recurs in a stack
 * the one nearest the root counts. Order of edges: of first occurrence.
 * @param self own values of each node, length nodeCount
 */
export function functionGraph(
  tree: CallTree,
  self: Float64Array,
  options: FunctionGraphOptions = {},
): FunctionGraph {
  const { nodeCount, parent, frame, flags } = tree;
  const { kept, live } = options;
  const total = nodeTotals(tree, self);
  const frameCount = tree.frames.names.length;
  // For each node the nearest one above that takes part, -1 where there is none.
  const above = new Int32Array(nodeCount).fill(-1);
  const edge = new Int32Array(nodeCount).fill(-1);
  const known = new Map<number, number>();
  const caller: number[] = [];
  const callee: number[] = [];
  for (let node = 1; node < nodeCount; node++) {
    const up = parent[node];
    const next = up > 0 && (!kept || kept[frame[up]] === 1) ? up : above[up];
    above[node] = next;
    const f = frame[node];
    if (next < 0 || (kept && kept[f] === 0)) continue;
    if (live && live[node] === 0) continue;
    const from = frame[next];
    if (from === f) continue;
    const key = from * frameCount + f;
    let e = known.get(key);
    if (e === undefined) {
      e = caller.length;
      known.set(key, e);
      caller.push(from);
      callee.push(f);
    }
    edge[node] = e;
  }
  const recurs = shadowed(tree, edge, caller.length);
  const weight = new Float64Array(caller.length);
  const inline = new Uint8Array(caller.length).fill(1);
  for (let node = 1; node < nodeCount; node++) {
    const e = edge[node];
    if (e < 0 || recurs[node] === 1) continue;
    weight[e] += total[node];
    if ((flags[node] & NODE_INLINED) === 0) inline[e] = 0;
  }
  release(total, above, edge, recurs);
  return {
    count: caller.length,
    caller: Int32Array.from(caller),
    callee: Int32Array.from(callee),
    weight,
    inline,
  };
}
