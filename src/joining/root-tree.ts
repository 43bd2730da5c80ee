import { ChildIndex } from "../lib/child-index.js";
import { widened } from "../lib/growable.js";
import type { Steps } from "../lib/steps.js";
import { LONGEST, type Reach, SHORTEST } from "./index-range.js";
import type { Pool } from "./stack-pool.js";

/** Roots of a StackTree: below WHOLE are stacks as they are, below CUT those that go on unseen. */
export const WHOLE = 0;
export const CUT = 1;

/**
 * The stacks of a pool, as far as walks can come to them, as a tree from the root, so that what
 * they share is there once. Cut stacks hang below a root of their own, since what their last
 * locations are called by is not known. A node's parent has a lower number.
 */
export class StackTree {
  /** how many stacks go through a node, and what they hold; length nodeCount or more, as all columns */
  stacks = new Int32Array(1 << 12);
  weight = new Float64Array(1 << 12);
  /** 1 where the SHORTEST locations from this one rootward are such as walks can end with */
  asked = new Uint8Array(1 << 12);
  /** for each cut stack its node at those of its LONGEST root-most locations that are here; else 0 */
  readonly end: Int32Array;
  /** of each node, from when the tree is built */
  location = new Int32Array(0);
  private readonly index = new ChildIndex();

  constructor(stackCount: number) {
    this.end = new Int32Array(stackCount);
    this.index.child(WHOLE, -2);
  }

  /** how many nodes there are; the first two are WHOLE and CUT */
  get nodeCount(): number {
    return this.index.count;
  }

  get parent(): Int32Array {
    return this.index.parent;
  }

  *build(pool: Pool, held: Float64Array, cut: Uint8Array, reach: Reach): Steps<void> {
    const { stackCount, stackOffsets, stackLocations } = pool;
    for (let s = 0; s < stackCount; s++) {
      if ((s & 0xfff) === 0) yield s / stackCount;
      const to = stackOffsets[s + 1];
      const first = reach.first[s];
      const asked = reach.asked[s];
      const weight = held[s];
      let node = cut[s] ? CUT : WHOLE;
      for (let i = to - 1; i >= first; i--) {
        node = this.child(node, stackLocations[i]);
        this.stacks[node] = this.stacks[node] + 1;
        this.weight[node] = this.weight[node] + weight;
        if (i >= asked && i <= to - SHORTEST) this.asked[node] = 1;
        if (cut[s] && i >= to - LONGEST) this.end[s] = node;
      }
    }
    this.location = this.index.keys();
  }

  private child(parent: number, location: number): number {
    const node = this.index.child(parent, location);
    if (node === this.stacks.length) this.grow();
    return node;
  }

  private grow(): void {
    this.stacks = widened(this.stacks);
    this.weight = widened(this.weight);
    this.asked = widened(this.asked);
  }
}
