import type { Steps } from "../lib/steps.js";
import { LONGEST, type Reach, SHORTEST } from "./index-range.js";
import { doubled, type Pool } from "./stack-pool.js";

/** Roots of a StackTree: below WHOLE are stacks as they are, below CUT those that go on unseen. */
export const WHOLE = 0;
export const CUT = 1;

/**
 * The stacks of a pool, as far as walks can come to them, as a tree from the root, so that what
 * they share is there once. Cut stacks hang below a root of their own, since what their last
 * locations are called by is not known. A node's parent has a lower number.
 */
export class StackTree {
  /** length nodeCount or more, as all columns; the first two are WHOLE and CUT */
  parent = new Int32Array(1 << 12);
  location = new Int32Array(1 << 12);
  /** how many stacks go through a node, and what they hold */
  stacks = new Int32Array(1 << 12);
  weight = new Float64Array(1 << 12);
  /** 1 where the SHORTEST locations from this one rootward are such as walks can end with */
  asked = new Uint8Array(1 << 12);
  nodeCount = 2;
  /** for each cut stack its node at those of its LONGEST root-most locations that are here; else 0 */
  readonly end: Int32Array;
  private recent = new Int32Array(1 << 12);
  private slots = new Int32Array(1 << 14);

  constructor(stackCount: number) {
    this.end = new Int32Array(stackCount);
    this.location.fill(-1, 0, 2);
    this.parent.fill(-1, 0, 2);
  }

  *build(pool: Pool, cut: Uint8Array, reach: Reach): Steps<void> {
    const { stackCount, stackOffsets, stackLocations } = pool;
    for (let s = 0; s < stackCount; s++) {
      if ((s & 0xfff) === 0) yield s / stackCount;
      const to = stackOffsets[s + 1];
      const first = reach.first[s];
      const asked = reach.asked[s];
      const weight = pool.weight[s];
      let node = cut[s] ? CUT : WHOLE;
      for (let i = to - 1; i >= first; i--) {
        node = this.child(node, stackLocations[i]);
        this.stacks[node] = this.stacks[node] + 1;
        this.weight[node] = this.weight[node] + weight;
        if (i >= asked && i <= to - SHORTEST) this.asked[node] = 1;
        if (cut[s] && i >= to - LONGEST) this.end[s] = node;
      }
    }
  }

  private child(parent: number, location: number): number {
    const recent = this.recent[parent];
    if (recent !== 0 && this.location[recent] === location) return recent;
    const mask = this.slots.length - 1;
    let slot = hashOf(parent, location) & mask;
    for (;;) {
      const node = this.slots[slot];
      if (node === 0) break;
      if (this.parent[node] === parent && this.location[node] === location) {
        this.recent[parent] = node;
        return node;
      }
      slot = (slot + 1) & mask;
    }
    if (this.nodeCount === this.parent.length) this.grow();
    const node = this.nodeCount++;
    this.parent[node] = parent;
    this.location[node] = location;
    this.recent[parent] = node;
    this.slots[slot] = node;
    if (this.nodeCount * 2 > this.slots.length) this.growSlots();
    return node;
  }

  private grow(): void {
    this.parent = doubled(this.parent, Int32Array);
    this.location = doubled(this.location, Int32Array);
    this.stacks = doubled(this.stacks, Int32Array);
    this.weight = doubled(this.weight, Float64Array);
    this.recent = doubled(this.recent, Int32Array);
    this.asked = doubled(this.asked, Uint8Array);
  }

  private growSlots(): void {
    this.slots = new Int32Array(this.slots.length * 4);
    const mask = this.slots.length - 1;
    for (let node = 2; node < this.nodeCount; node++) {
      let slot = hashOf(this.parent[node], this.location[node]) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = node;
    }
  }
}

function hashOf(parent: number, location: number): number {
  const mixed = Math.imul(parent, 0x9e3779b1) ^ Math.imul(location + 1, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
