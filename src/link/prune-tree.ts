import { nodeTotals } from "../calltree/call-tree.js";
import { lastOf } from "../lib/must.js";
import type { LinkInput, LinkTree } from "./link-content.js";

/** The highest threshold that a link can tell, in its units. */
const MAX_STEP = 2 ** 20 - 1;

/** A tree with the sums that pruning needs, made once and pruned as often as wanted. */
export class Pruner {
  /** for each node the largest share of a measured column that it holds, in any file */
  readonly share: Float64Array;
  /** 1 for each node with a value at or below it */
  private readonly holds: Uint8Array;
  private readonly totals: readonly Float64Array[];

  /** @param pinned nodes that stay in any case, and those above them */
  constructor(
    private readonly input: Pick<LinkInput, "tree" | "measure">,
    pinned: readonly number[] = [],
  ) {
    const { tree, measure } = input;
    this.totals = tree.self.map((self) => nodeTotals(tree, self));
    const share = new Float64Array(tree.parent.length);
    measure.forEach((of, column) => {
      if (of === 0) return;
      const total = this.totals[column];
      for (let n = 0; n < share.length; n++) {
        share[n] = Math.max(share[n], Math.abs(total[n] / of));
      }
    });
    const holds = new Uint8Array(share.length);
    for (const column of [...tree.self, ...tree.rest]) {
      for (let n = 0; n < holds.length; n++) if (column[n] !== 0) holds[n] = 1;
    }
    for (const node of pinned) share[node] = Number.POSITIVE_INFINITY;
    // A node stays with whatever stays below it, which only values of both signs make larger.
    for (let n = share.length - 1; n > 0; n--) {
      const parent = tree.parent[n];
      if (share[n] > share[parent]) share[parent] = share[n];
      if (holds[n]) holds[parent] = 1;
    }
    this.share = share;
    this.holds = holds;
  }

  /**
   * Thresholds, in parts of 1, at which more nodes stay, highest first; the first one keeps
   * the root alone, where that is possible. None of them keeps more than `most` nodes.
   */
  steps(parts: number, most: number): number[] {
    const units = this.share.subarray(1).map((s) => Math.floor(s * parts));
    const sorted = units.sort().reverse();
    const highest = Math.min(MAX_STEP, (sorted[0] ?? 0) + 1);
    const out = [highest];
    for (let i = 0; i < sorted.length && i < most; i++) {
      if (sorted[i] < lastOf(out) && (sorted[i + 1] ?? -1) < sorted[i]) out.push(sorted[i]);
    }
    return out;
  }

  /** The tree of the nodes whose share is at least `threshold`; the others are in `rest`. */
  prune(threshold: number): LinkTree {
    const { tree } = this.input;
    const n = tree.parent.length;
    const number = new Int32Array(n).fill(-1);
    const parent: number[] = [];
    const frame: number[] = [];
    const kept: number[] = [];
    for (let node = 0; node < n; node++) {
      if (node > 0 && !(this.share[node] >= threshold && this.holds[node])) continue;
      number[node] = kept.push(node) - 1;
      parent.push(node === 0 ? -1 : number[tree.parent[node]]);
      frame.push(tree.frame[node]);
    }
    const rest = this.totals.map((total, column) => {
      const out = new Float64Array(kept.length);
      for (let node = 1; node < n; node++) {
        const above = number[tree.parent[node]];
        if (number[node] < 0 && above >= 0) out[above] += total[node];
      }
      kept.forEach((node, i) => {
        out[i] += tree.rest[column][node];
      });
      return out;
    });
    return {
      names: tree.names,
      parent: Int32Array.from(parent),
      frame: Int32Array.from(frame),
      self: tree.self.map((self) => Float64Array.from(kept, (node) => self[node])),
      rest,
    };
  }
}
