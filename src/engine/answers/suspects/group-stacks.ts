import { release } from "../../../lib/release.js";
import type { Prepared } from "../../prepared-tree.js";

/** Deeper stacks are cut at the leaf: nobody reads them. */
const MAX_STACK = 400;

/**
 * The stack that stands for each of some groups of samples: names from the root to the node that
 * the group is told by, and on along what holds most of the group itself, to where it is allocated.
 * Other kinds that pass the same node do not count: a path of Pods ends where Pods are made.
 * @param nodes for each group the node that it is told by
 * @param groupOfSample for each profile, for each sample its group, negative for none
 * @param values for each of `shown` the samples' values
 */
export function groupStacks(
  { tree }: Prepared,
  nodes: ReadonlyMap<number, number>,
  groupOfSample: readonly ArrayLike<number>[],
  shown: readonly number[],
  values: readonly ArrayLike<number>[],
): Map<number, string[]> {
  const below = new BelowNode(tree.parent);
  const out = new Map<number, string[]>();
  for (const [g, node] of nodes) {
    below.begin();
    shown.forEach((p, i) => {
      below.add(groupOfSample[p], g, tree.sampleNode[p], values[i]);
    });
    const stack: number[] = [];
    for (let n = node; n > 0; n = tree.parent[n]) stack.push(n);
    stack.reverse();
    stack.push(...below.heaviest(node));
    out.set(
      g,
      stack.slice(0, MAX_STACK).map((n) => tree.frames.names[tree.frame[n]]),
    );
  }
  below.release();
  return out;
}

/** What the samples of one group after the other hold at each node, in room that is used again. */
class BelowNode {
  private readonly own: Float64Array;
  private readonly total: Float64Array;
  /** 1 for each node at which samples of the group end, or that is above one */
  private readonly isHeld: Uint8Array;
  /** the child of each node that holds most, -1 where the node itself does */
  private readonly best: Int32Array;

  constructor(private readonly parent: Int32Array) {
    this.own = new Float64Array(parent.length);
    this.total = new Float64Array(parent.length);
    this.isHeld = new Uint8Array(parent.length);
    this.best = new Int32Array(parent.length);
  }

  begin(): void {
    this.own.fill(0);
    this.isHeld.fill(0);
  }

  /** Adds those values of a profile's samples that are of a group. */
  add(groupOf: ArrayLike<number>, group: number, at: Int32Array, values: ArrayLike<number>): void {
    const { own, isHeld } = this;
    for (let s = 0; s < values.length; s++) {
      if (groupOf[s] !== group || at[s] < 0) continue;
      own[at[s]] += values[s];
      isHeld[at[s]] = 1;
    }
  }

  /** The nodes below one along what holds most, as long as that is more than a node of its own. */
  heaviest(node: number): number[] {
    const { parent, own, total, isHeld, best } = this;
    total.set(own);
    best.fill(-1);
    for (let n = parent.length - 1; n > node; n--) {
      const above = parent[n];
      if (isHeld[n] === 0 || above <= node) continue;
      total[above] += total[n];
      isHeld[above] = 1;
    }
    for (let n = node + 1; n < parent.length; n++) {
      if (isHeld[n] === 0) continue;
      const above = parent[n];
      const rival = best[above];
      if (total[n] > (rival < 0 ? own[above] : total[rival])) best[above] = n;
    }
    const out: number[] = [];
    for (let n = best[node]; n >= 0; n = best[n]) out.push(n);
    return out;
  }

  /** Gives back its room. */
  release(): void {
    release(this.own, this.total, this.isHeld, this.best);
  }
}
