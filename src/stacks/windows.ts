import type { Steps } from "../profile/steps.js";
import { doubled, type Pool } from "./pool.js";

/** Lengths of the windows by which stacks are found in one another, in locations, rising. */
export const WINDOWS = [6, 8, 12, 16, 24, 32] as const;
export const LONGEST = WINDOWS[WINDOWS.length - 1]!;

/** The stack ends here: its root has been reached. */
export const END = -1;

const WHOLE = 0;
const CUT = 1;
const BASE = 0x2c1b3c6d;
const MOST_SWEEPS = 64;

/**
 * What follows rootward on each run of 6, 8, 12, 16, 24 or 32 locations anywhere in a set of stacks.
 *
 * The stacks are kept as a tree from the root, so that what they share is indexed once; cut stacks
 * hang below a root of their own, since what their last locations are called by is not known.
 * A window is a path of the tree read rootward; its hash is a polynomial in its locations whose
 * last term is the rootmost, so it can be rolled from the leaf as well as from the root, and every
 * hit is compared location by location.
 */
export class Windows {
  /** length nodeCount; the first two are the roots of whole and of cut stacks */
  parent = new Int32Array(1 << 12);
  location = new Int32Array(1 << 12);
  private stacks = new Int32Array(1 << 12);
  private weight = new Float64Array(1 << 12);
  private recent = new Int32Array(1 << 12);
  private nodeSlots = new Int32Array(1 << 14);
  nodeCount = 2;

  /** for each window a node where it begins (its leafmost location) and its length */
  private windowNode = new Int32Array(1 << 12);
  private windowLength = new Int32Array(1 << 12);
  private windowHash = new Int32Array(1 << 12);
  private windowVotes = new Int32Array(1 << 12);
  private windowSlots = new Int32Array(1 << 14);
  windowCount = 1;

  /** linked lists of votes: location that follows (or END), stacks, weight */
  readonly votes = {
    next: new Int32Array(1 << 12),
    location: new Int32Array(1 << 12),
    stacks: new Int32Array(1 << 12),
    weight: new Float64Array(1 << 12),
  };
  private voteCount = 1;

  /**
   * @param end for each stack the tree's node at its LONGEST rootmost locations; filled here for
   *   the stacks that are cut
   */
  *build(pool: Pool, cut: Uint8Array, end: Int32Array): Steps<void> {
    const { stackCount, stackOffsets, stackLocations } = pool;
    this.location.fill(END, 0, 2);
    this.parent.fill(-1, 0, 2);
    for (let s = 0; s < stackCount; s++) {
      if ((s & 0xfff) === 0) yield (s / stackCount) * 0.4;
      const from = stackOffsets[s]!;
      let node = cut[s] ? CUT : WHOLE;
      let i = stackOffsets[s + 1]! - 1;
      const longest = i - LONGEST;
      for (; i >= from; i--) {
        node = this.child(node, stackLocations[i]!);
        this.stacks[node] = this.stacks[node]! + 1;
        this.weight[node] = this.weight[node]! + pool.weight[s]!;
        if (cut[s] && (i === from || i === longest + 1) && end[s] === 0) end[s] = node;
      }
    }
    const shortest = new Int32Array(this.nodeCount);
    const asked = yield* this.indexShortest(shortest);
    for (let node = 2; node < this.nodeCount; node++) {
      if ((node & 0x3fff) === 0) yield 0.6 + (node / this.nodeCount) * 0.4;
      this.indexLonger(node, shortest, asked);
    }
  }

  /** The window of `length` locations that are `chain[size - length .. size]`; 0 where unseen. */
  find(chain: Int32Array, size: number, length: number, hash: number): number {
    const slots = this.windowSlots;
    const mask = slots.length - 1;
    let slot = spread(hash, length) & mask;
    for (;;) {
      const w = slots[slot]!;
      if (w === 0) return 0;
      if (this.windowHash[w] === hash && this.windowLength[w] === length) {
        let node = this.windowNode[w]!;
        let i = size - length;
        while (i < size && this.location[node] === chain[i]) {
          node = this.parent[node]!;
          i++;
        }
        if (i === size) return w;
      }
      slot = (slot + 1) & mask;
    }
  }

  /** First vote of a window, 0 for none; go on with `votes.next`. */
  firstVote(window: number): number {
    return this.windowVotes[window]!;
  }

  /**
   * Adds the shortest window that begins at each node, and finds out which of them a walk can
   * come to: those that end a cut stack, and those that follow on one that a walk can come to.
   * Most stacks differ near their leaves, where no walk comes by.
   * @param shortest filled with each node's window; 0 where the stack is too short
   * @returns length windowCount: 1 for a window that a walk can come to
   */
  private *indexShortest(shortest: Int32Array): Steps<Uint8Array> {
    const length = WINDOWS[0];
    for (let node = 2; node < this.nodeCount; node++) {
      if ((node & 0x3fff) === 0) yield 0.4 + (node / this.nodeCount) * 0.2;
      let hash = 0;
      let at = node;
      let i = 0;
      for (; i < length && at > CUT; i++) {
        hash = rolled(hash, this.location[at]!);
        at = this.parent[at]!;
      }
      if (i < length) continue;
      const window = this.window(node, length, hash);
      shortest[node] = window;
      // Where a cut stack ends nothing is known to follow.
      if (at !== CUT) this.vote(window, at === WHOLE ? END : this.location[at]!, node);
    }
    const asked = new Uint8Array(this.windowCount);
    for (let node = 2; node < this.nodeCount; node++) {
      if (shortest[node] !== 0 && this.endsCut(node, length)) asked[shortest[node]!] = 1;
    }
    // A node's parent has a lower number, so each sweep follows whole stacks; a few suffice.
    for (let sweep = 0; ; sweep++) {
      let changed = false;
      for (let node = this.nodeCount - 1; node > CUT; node--) {
        const next = shortest[this.parent[node]!]!;
        if (next !== 0 && asked[shortest[node]!] === 1 && asked[next] === 0) {
          asked[next] = 1;
          changed = true;
        }
      }
      if (!changed) return asked;
      if (sweep === MOST_SWEEPS) return asked.fill(1);
      yield 0.6;
    }
  }

  private endsCut(node: number, length: number): boolean {
    let at = node;
    for (let i = 0; i < length; i++) at = this.parent[at]!;
    return at === CUT;
  }

  /** Adds the longer windows that begin at a node and that a walk can come to. */
  private indexLonger(node: number, shortest: Int32Array, asked: Uint8Array): void {
    if (shortest[node] === 0) return;
    let hash = 0;
    let at = node;
    let length = 0;
    // The window of the shortest length that ends where the wanted one does begins here.
    let tail = node;
    for (let w = 1; w < WINDOWS.length; w++) {
      const wanted = WINDOWS[w]!;
      for (; length < wanted && at > CUT; length++) {
        hash = rolled(hash, this.location[at]!);
        at = this.parent[at]!;
        if (length >= WINDOWS[0]) tail = this.parent[tail]!;
      }
      if (length < wanted || at === CUT) return;
      if (asked[shortest[tail]!] === 0) continue;
      this.vote(this.window(node, wanted, hash), at === WHOLE ? END : this.location[at]!, node);
    }
  }

  private window(node: number, length: number, hash: number): number {
    const slots = this.windowSlots;
    const mask = slots.length - 1;
    let slot = spread(hash, length) & mask;
    for (;;) {
      const w = slots[slot]!;
      if (w === 0) break;
      if (this.windowHash[w] === hash && this.windowLength[w] === length) {
        let a = this.windowNode[w]!;
        let b = node;
        let i = 0;
        while (i < length && this.location[a] === this.location[b]) {
          a = this.parent[a]!;
          b = this.parent[b]!;
          i++;
        }
        if (i === length) return w;
      }
      slot = (slot + 1) & mask;
    }
    if (this.windowCount === this.windowNode.length) {
      this.windowNode = doubled(this.windowNode, Int32Array);
      this.windowLength = doubled(this.windowLength, Int32Array);
      this.windowHash = doubled(this.windowHash, Int32Array);
      this.windowVotes = doubled(this.windowVotes, Int32Array);
    }
    const w = this.windowCount++;
    this.windowNode[w] = node;
    this.windowLength[w] = length;
    this.windowHash[w] = hash;
    slots[slot] = w;
    if (this.windowCount * 2 > slots.length) this.growWindowSlots();
    return w;
  }

  private vote(window: number, location: number, node: number): void {
    const votes = this.votes;
    let v = this.windowVotes[window]!;
    while (v !== 0 && votes.location[v] !== location) v = votes.next[v]!;
    if (v === 0) {
      if (this.voteCount === votes.next.length) {
        votes.next = doubled(votes.next, Int32Array);
        votes.location = doubled(votes.location, Int32Array);
        votes.stacks = doubled(votes.stacks, Int32Array);
        votes.weight = doubled(votes.weight, Float64Array);
      }
      v = this.voteCount++;
      votes.location[v] = location;
      votes.next[v] = this.windowVotes[window]!;
      this.windowVotes[window] = v;
    }
    votes.stacks[v] = votes.stacks[v]! + this.stacks[node]!;
    votes.weight[v] = votes.weight[v]! + this.weight[node]!;
  }

  private child(parent: number, location: number): number {
    const recent = this.recent[parent]!;
    if (recent !== 0 && this.location[recent] === location) return recent;
    const slots = this.nodeSlots;
    const mask = slots.length - 1;
    let slot = nodeHash(parent, location) & mask;
    for (;;) {
      const node = slots[slot]!;
      if (node === 0) break;
      if (this.parent[node] === parent && this.location[node] === location) {
        this.recent[parent] = node;
        return node;
      }
      slot = (slot + 1) & mask;
    }
    if (this.nodeCount === this.parent.length) {
      this.parent = doubled(this.parent, Int32Array);
      this.location = doubled(this.location, Int32Array);
      this.stacks = doubled(this.stacks, Int32Array);
      this.weight = doubled(this.weight, Float64Array);
      this.recent = doubled(this.recent, Int32Array);
    }
    const node = this.nodeCount++;
    this.parent[node] = parent;
    this.location[node] = location;
    this.recent[parent] = node;
    slots[slot] = node;
    if (this.nodeCount * 2 > slots.length) this.growNodeSlots();
    return node;
  }

  private growNodeSlots(): void {
    const slots = new Int32Array(this.nodeSlots.length * 2);
    const mask = slots.length - 1;
    for (let node = 2; node < this.nodeCount; node++) {
      let slot = nodeHash(this.parent[node]!, this.location[node]!) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = node;
    }
    this.nodeSlots = slots;
  }

  private growWindowSlots(): void {
    const slots = new Int32Array(this.windowSlots.length * 2);
    const mask = slots.length - 1;
    for (let w = 1; w < this.windowCount; w++) {
      let slot = spread(this.windowHash[w]!, this.windowLength[w]!) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = w;
    }
    this.windowSlots = slots;
  }
}

/**
 * The hashes of the windows that end a chain, shortest first, as far as the chain reaches.
 * @returns how many there are
 */
export function windowHashes(chain: Int32Array, size: number, hashes: Int32Array): number {
  let hash = 0;
  let factor = 1;
  let length = 0;
  for (let w = 0; w < WINDOWS.length; w++) {
    if (WINDOWS[w]! > size) return w;
    for (; length < WINDOWS[w]!; length++) {
      hash = (hash + Math.imul(chain[size - 1 - length]! + 1, factor)) | 0;
      factor = Math.imul(factor, BASE);
    }
    hashes[w] = hash;
  }
  return WINDOWS.length;
}

/** The hash of a run of locations with one more at its root. */
function rolled(hash: number, location: number): number {
  return (Math.imul(hash, BASE) + location + 1) | 0;
}

function spread(hash: number, length: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x7feb352d) + length;
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

function nodeHash(parent: number, location: number): number {
  const mixed = Math.imul(parent, 0x9e3779b1) ^ Math.imul(location + 1, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
