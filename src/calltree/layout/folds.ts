import { keepShape } from "../../lib/release.js";
import { NODE_JOINED } from "../call-tree.js";
import type { PathHashes } from "../path-hash.js";
import { BOX_FOLDED, type Folds } from "./flame-layout.js";
import type { LaidTree } from "./laid-tree.js";
import type { Children } from "./sorted-children.js";

/** A run shorter than this is not folded. */
export const MIN_FOLD = 4;
/** Each frame of a run hands at least this share to the next. */
export const FOLD_SHARE = 0.98;

/** How many plumbing frames from `node` on hand nearly all to their first child. */
export function runFrom(
  tree: LaidTree,
  node: number,
  width: Float64Array,
  children: Children,
  plumbing: Uint8Array,
): number {
  let run = 0;
  let at = node;
  while (at !== 0 && plumbing[tree.frame[at]] !== 0) {
    run++;
    const from = children.start[at];
    if (from === children.start[at + 1]) break;
    const child = children.list[from];
    if (width[child] < width[at] * FOLD_SHARE) break;
    if (plumbing[tree.frame[child]] === 0) break;
    at = child;
  }
  return run;
}

/**
 * What hangs below a run, widest first: the children of its last node, and of the others those
 * that are not of the run.
 */
export function childrenOfRun(
  first: number,
  run: number,
  width: Float64Array,
  { start, list }: Children,
): number[] {
  const below: number[] = [];
  let member = first;
  for (let i = 0; i < run; i++) {
    const from = start[member];
    const last = i === run - 1;
    for (let c = last ? from : from + 1; c < start[member + 1]; c++) below.push(list[c]);
    if (!last) member = list[from];
  }
  return below.sort((a, b) => width[b] - width[a] || a - b);
}

/** The flags of the box of a run: whether any of its frames was joined. */
export function foldedFlags(tree: LaidTree, node: number, run: number, children: Children): number {
  let joined = 0;
  let member = node;
  for (let i = 0; i < run; i++) {
    joined |= tree.flags[member] & NODE_JOINED;
    member = children.list[children.start[member]];
  }
  return BOX_FOLDED | joined;
}

/** The runs of a layout while it is made. */
export class FoldBuilder {
  private readonly box: number[] = [];
  private readonly group: number[] = [];
  private readonly offsets: number[] = [0];
  private readonly node: number[] = [];
  private readonly frame: number[] = [];
  private readonly low: number[] = [];
  private readonly high: number[] = [];

  /** Notes the run of `run` nodes from `first` on; returns its index into Folds. */
  add(
    tree: LaidTree,
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
      const frame = tree.frame[member];
      this.node.push(member);
      this.frame.push(frame);
      this.low.push(paths.low[member]);
      this.high.push(paths.high[member]);
      const group = plumbing[frame];
      counts.set(group, (counts.get(group) ?? 0) + 1);
      member = children.list[children.start[member]];
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

keepShape(new FoldBuilder());
