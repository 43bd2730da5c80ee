import { keepShape, release } from "../../lib/release.js";
import type { PathHashes } from "../path-hash.js";
import type { FlameLayout } from "./flame-layout.js";
import { childrenOfRun, FOLD_SHARE, FoldBuilder, MIN_FOLD, runFrom } from "./folds.js";
import type { LaidTree } from "./laid-tree.js";
import { Boxes } from "./layout-builder.js";
import { type Children, sortedChildren } from "./sorted-children.js";

export {
  BOX_FOLDED,
  BOX_INLINED,
  BOX_JOINED,
  boxSelves,
  boxValues,
  type FlameLayout,
} from "./flame-layout.js";
export { MIN_FOLD } from "./folds.js";
export { boxOfPath } from "./path-index.js";
export { ownWidths, type WidthMode } from "./widths.js";

/** How a tree is laid out. */
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

/**
 * Places the tree's nodes of a width above zero. Costs a linear pass and a sort of each node's
 * children.
 * @param width width of each node's subtree (`nodeTotals` of `ownWidths`), length nodeCount
 */
export function layoutTree(
  tree: LaidTree,
  width: Float64Array,
  options: LayoutOptions,
): FlameLayout {
  const { plumbing, unfolded, paths } = options;
  const children = sortedChildren(tree, width);
  const out = new Boxes(children.seen);
  const folding = new FoldBuilder();
  place(tree.frame, width, children, plumbing, unfolded, out, folding);
  release(children.start, children.list, children.width);
  return out.done(tree, width, paths, folding.done(tree, paths));
}

/** Places the boxes, depth first. */
function place(
  frame: Int32Array,
  width: Float64Array,
  children: Children,
  plumbing: Uint8Array | undefined,
  unfolded: Uint8Array | undefined,
  out: Boxes,
  folding: FoldBuilder,
): void {
  const { start, list, width: childWidth } = children;
  const waiting = new Waiting();
  waiting.push(0, -1, 0);
  while (waiting.pop()) {
    const { node, parent, x } = waiting;
    const box = out.add(node, parent, x);
    const open = unfolded !== undefined && unfolded[node] === 1;
    const run = plumbing && !open ? runFrom(frame, node, width, children, plumbing) : 0;
    if (plumbing && run >= MIN_FOLD) {
      out.fold[box] = folding.add(frame, box, node, run, children, plumbing);
      const below = childrenOfRun(node, run, width, children);
      let at = x;
      for (const c of below) at += width[c];
      for (let i = below.length - 1; i >= 0; i--) {
        at -= width[below[i]];
        waiting.push(below[i], box, Math.max(x, at));
      }
      continue;
    }
    const from = start[node];
    const to = start[node + 1];
    // The rest of an unfolded run stays unfolded.
    if (open && plumbing && from < to) {
      const next = list[from];
      if (width[next] >= width[node] * FOLD_SHARE && plumbing[frame[next]] !== 0) {
        unfolded[next] = 1;
      }
    }
    let at = x;
    for (let c = from; c < to; c++) at += childWidth[c];
    for (let c = to - 1; c >= from; c--) {
      at -= childWidth[c];
      waiting.push(list[c], box, c === from ? x : at);
    }
  }
}

/** Nodes still to be placed, with the box above and the left edge; last in, first out. */
class Waiting {
  /** what was taken out last */
  node = 0;
  parent = 0;
  x = 0;
  private size = 0;
  private nodes = new Int32Array(1024);
  private parents = new Int32Array(1024);
  private lefts = new Float64Array(1024);

  push(node: number, parent: number, x: number): void {
    if (this.size === this.nodes.length) {
      const room = this.size * 2;
      this.nodes = widened(this.nodes, new Int32Array(room));
      this.parents = widened(this.parents, new Int32Array(room));
      this.lefts = widened(this.lefts, new Float64Array(room));
    }
    this.nodes[this.size] = node;
    this.parents[this.size] = parent;
    this.lefts[this.size++] = x;
  }

  /** Takes one out; false where none is left. */
  pop(): boolean {
    if (this.size === 0) return false;
    this.node = this.nodes[--this.size];
    this.parent = this.parents[this.size];
    this.x = this.lefts[this.size];
    return true;
  }
}

keepShape(new Waiting());

function widened<T extends Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
