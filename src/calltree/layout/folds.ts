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
  frame: Int32Array,
  node: number,
  width: Float64Array,
  children: Children,
  plumbing: Uint8Array,
): number {
  let run = 0;
  let at = node;
  while (at !== 0 && plumbing[frame[at]] !== 0) {
    run++;
    const from = children.start[at];
    if (from === children.start[at + 1]) break;
    const child = children.list[from];
    if (width[child] < width[at] * FOLD_SHARE) break;
    if (plumbing[frame[child]] === 0) break;
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

/** Gives the boxes of runs their flags: whether any of a run's frames was joined. */
export function markFolds({ flags }: LaidTree, folds: Folds, boxFlags: Uint8Array): void {
  for (let run = 0; run < folds.count; run++) {
    let joined = 0;
    for (let m = folds.offsets[run]; m < folds.offsets[run + 1]; m++) {
      joined |= flags[folds.memberNode[m]] & NODE_JOINED;
    }
    boxFlags[folds.box[run]] = BOX_FOLDED | joined;
  }
}

/** The runs of a layout while it is made. */
export class FoldBuilder {
  private readonly box: number[] = [];
  private readonly group: number[] = [];
  private readonly offsets: number[] = [0];
  private readonly node: number[] = [];

  /** Notes the run of `run` nodes from `first` on; returns its index into Folds. */
  add(
    frame: Int32Array,
    box: number,
    first: number,
    run: number,
    { start, list }: Children,
    plumbing: Uint8Array,
  ): number {
    const counts = new Map<number, number>();
    let member = first;
    for (let i = 0; i < run; i++) {
      this.node.push(member);
      const group = plumbing[frame[member]];
      counts.set(group, (counts.get(group) ?? 0) + 1);
      member = list[start[member]];
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

  done({ frame }: LaidTree, { low, high }: PathHashes): Folds {
    const memberNode = Int32Array.from(this.node);
    return {
      count: this.box.length,
      box: Int32Array.from(this.box),
      group: Uint8Array.from(this.group),
      offsets: Uint32Array.from(this.offsets),
      memberNode,
      memberFrame: memberNode.map((node) => frame[node]),
      memberLow: Uint32Array.from(memberNode, (node) => low[node]),
      memberHigh: Uint32Array.from(memberNode, (node) => high[node]),
    };
  }
}

keepShape(new FoldBuilder());
