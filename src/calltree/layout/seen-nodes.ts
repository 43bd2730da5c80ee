import { release } from "../../lib/release.js";
import type { CallTree } from "../call-tree.js";
import { pathHashes } from "../path-hash.js";
import { valuesAt } from "../values-at.js";
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
  { plumbing, unfolded }: Pick<LayoutOptions, "plumbing" | "unfolded">,
  zoom = 0,
): FlameLayout {
  const { nodes, parent } = seenNodes(tree, width, plumbing, zoom);
  const count = nodes.length;
  const frame = valuesAt(tree.frame, nodes, new Int32Array(count));
  const seen: LaidTree = {
    nodeCount: count,
    parent,
    frame,
    flags: valuesAt(tree.flags, nodes, new Uint8Array(count)),
  };
  const layout = layoutTree(seen, valuesAt(width, nodes, new Float64Array(count)), {
    plumbing,
    unfolded: unfolded && valuesAt(unfolded, nodes, new Uint8Array(count)),
    paths: pathHashes({ nodeCount: count, parent, frame, frames: tree.frames }),
  });
  const { node, folds } = layout;
  valuesAt(nodes, node, node);
  valuesAt(nodes, folds.memberNode, folds.memberNode);
  return layout;
}

/**
 * The root and the children, of a width above zero, of all nodes that are as wide as a pixel of the
 * screen that `zoom` fills, in order, and the parent of each among them.
 */
function seenNodes(
  { parent, frame, nodeCount }: CallTree,
  width: Float64Array,
  plumbing: Uint8Array | undefined,
  zoom: number,
): { nodes: Int32Array; parent: Int32Array } {
  // A folded run is zoomed to as a whole.
  let top = zoom;
  while (top > 0 && plumbing && runsOn(top, parent, frame, width, plumbing)) top = parent[top];
  /** 1 for nodes above what fills the screen, 2 for that and what is inside of it */
  const side = new Uint8Array(top > 0 ? nodeCount : 0);
  for (let node = top; node > 0; node = parent[node]) side[node] = 1;
  if (top > 0) side[top] = 2;
  /** of a node whose children are seen its place among those seen, from 1 on */
  const opened = new Int32Array(nodeCount);
  const found = new Int32Array(nodeCount);
  const bounds = [width[0] / WIDEST, width[top] / WIDEST] as const;
  const count = collectSeen(parent, frame, width, plumbing, side, bounds, opened, found);
  const nodes = found.slice(0, count);
  const above = new Int32Array(count);
  for (let i = 1; i < count; i++) above[i] = opened[parent[nodes[i]]] - 1;
  above[0] = -1;
  release(side, opened, found);
  return { nodes, parent: above };
}

/** Whether a run that may be folded goes on to a node: it is followed to its end. */
function runsOn(
  node: number,
  parent: Int32Array,
  frame: Int32Array,
  width: Float64Array,
  plumbing: Uint8Array,
): boolean {
  const above = parent[node];
  if (above <= 0 || plumbing[frame[node]] === 0 || plumbing[frame[above]] === 0) return false;
  return width[node] >= width[above] * FOLD_SHARE;
}

/** Finds what is seen; gives how many nodes there are. */
function collectSeen(
  parent: Int32Array,
  frame: Int32Array,
  width: Float64Array,
  plumbing: Uint8Array | undefined,
  side: Uint8Array,
  [least, leastInside]: readonly [number, number],
  opened: Int32Array,
  found: Int32Array,
): number {
  const isZoomed = side.length > 0;
  let count = 1;
  opened[0] = 1;
  for (let node = 1; node < parent.length; node++) {
    const above = parent[node];
    if (opened[above] === 0) continue;
    if (isZoomed && side[above] === 2) side[node] = 2;
    if (width[node] > 0) found[count++] = node;
    const bound = isZoomed && side[node] === 2 ? leastInside : least;
    const isOpened =
      width[node] >= bound ||
      (isZoomed && side[node] === 1) ||
      (plumbing !== undefined && runsOn(node, parent, frame, width, plumbing));
    if (isOpened) opened[node] = count;
  }
  return count;
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
