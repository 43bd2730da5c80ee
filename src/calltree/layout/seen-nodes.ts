import type { CallTree } from "../call-tree.js";
import type { FlameLayout } from "./flame-layout.js";
import { FOLD_SHARE } from "./folds.js";
import type { LaidTree } from "./laid-tree.js";
import { type LayoutOptions, layoutTree } from "./layout.js";

/** The widest screen that is drawn for, in device pixels. */
const WIDEST = 8192;

/**
 * As `layoutTree`, of what can be seen on a screen that one box fills, in the order in which all
 * would stand. What is narrower than a pixel is drawn as one block with its neighbours, and nothing
 * below it is drawn (`fillScene`): with the children of all nodes that are wider, a graph is drawn
 * as if all boxes were there. Costs a pass over the nodes, and for the rest what is seen.
 * @param zoom the node that fills the screen; 0, the root, for the whole
 */
export function layoutSeen(
  tree: CallTree,
  width: Float64Array,
  { plumbing, unfolded, paths }: LayoutOptions,
  zoom = 0,
): FlameLayout {
  const opened = openedNodes(tree, width, plumbing, zoom);
  const nodes = childrenOf(tree, width, opened);
  const count = nodes.length;
  const ofNode = <T extends Int32Array | Uint8Array | Uint32Array | Float64Array>(
    column: T,
    out: T,
  ): T => {
    for (let i = 0; i < count; i++) out[i] = column[nodes[i]];
    return out;
  };
  const parent = parentsAmong(tree, nodes);
  const seen: LaidTree = {
    nodeCount: count,
    parent,
    frame: ofNode(tree.frame, new Int32Array(count)),
    flags: ofNode(tree.flags, new Uint8Array(count)),
  };
  const layout = layoutTree(seen, ofNode(width, new Float64Array(count)), {
    plumbing,
    unfolded: unfolded && ofNode(unfolded, new Uint8Array(count)),
    paths: {
      low: ofNode(paths.low, new Uint32Array(count)),
      high: ofNode(paths.high, new Uint32Array(count)),
    },
  });
  const { node, folds } = layout;
  for (let box = 0; box < layout.count; box++) node[box] = nodes[node[box]];
  const members = folds.memberNode;
  for (let m = 0; m < members.length; m++) members[m] = nodes[members[m]];
  return layout;
}

/** 1 for each node that is as wide as a pixel of the screen that `zoom` fills. */
function openedNodes(
  { parent, frame, nodeCount }: CallTree,
  width: Float64Array,
  plumbing: Uint8Array | undefined,
  zoom: number,
): Uint8Array {
  const opened = new Uint8Array(nodeCount);
  // A run that may be folded is followed to its end.
  const runsOn = (node: number): boolean => {
    const above = parent[node];
    if (!plumbing || above <= 0) return false;
    const isRun = plumbing[frame[node]] !== 0 && plumbing[frame[above]] !== 0;
    return isRun && width[node] >= width[above] * FOLD_SHARE;
  };
  // A folded run is zoomed to as a whole.
  let top = zoom;
  while (top > 0 && runsOn(top)) top = parent[top];
  for (let node = top; node >= 0; node = parent[node]) opened[node] = 1;
  const inside = new Uint8Array(top > 0 ? nodeCount : 0);
  inside[top] = 1;
  const least = width[0] / WIDEST;
  const leastInside = width[top] / WIDEST;
  for (let node = 1; node < nodeCount; node++) {
    const above = parent[node];
    if (opened[above] === 0) continue;
    if (top > 0 && inside[above] === 1) inside[node] = 1;
    const bound = inside[node] === 1 ? leastInside : least;
    if (width[node] >= bound || runsOn(node)) opened[node] = 1;
  }
  return opened;
}

/** The root and the children of the opened nodes that have a width, in order. */
function childrenOf({ parent, nodeCount }: CallTree, width: Float64Array, opened: Uint8Array) {
  const isSeen = (node: number) => opened[parent[node]] === 1 && width[node] > 0;
  let count = 1;
  for (let node = 1; node < nodeCount; node++) if (isSeen(node)) count++;
  const nodes = new Int32Array(count);
  for (let node = 1, at = 1; at < count; node++) if (isSeen(node)) nodes[at++] = node;
  return nodes;
}

/** The parent of each node among the nodes themselves. */
function parentsAmong({ parent, nodeCount }: CallTree, nodes: Int32Array): Int32Array {
  const at = new Int32Array(nodeCount);
  for (let i = 0; i < nodes.length; i++) at[nodes[i]] = i;
  const out = new Int32Array(nodes.length);
  for (let i = 1; i < out.length; i++) out[i] = at[parent[nodes[i]]];
  out[0] = -1;
  return out;
}

/** For each node the box that it is part of: its own, its run's, or the nearest one above it. */
export function boxOfNodes(tree: CallTree, layout: FlameLayout): Int32Array {
  const { parent, nodeCount } = tree;
  const { count, node, folds } = layout;
  const boxes = new Int32Array(nodeCount).fill(-1);
  for (let box = 0; box < count; box++) boxes[node[box]] = box;
  for (let run = 0; run < folds.count; run++) {
    for (let m = folds.offsets[run]; m < folds.offsets[run + 1]; m++) {
      boxes[folds.memberNode[m]] = folds.box[run];
    }
  }
  for (let n = 1; n < nodeCount; n++) if (boxes[n] < 0) boxes[n] = boxes[parent[n]];
  return boxes;
}
