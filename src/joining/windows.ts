import { widened } from "../lib/growable.js";
import { HashIndex } from "../lib/hash-index.js";
import type { Steps } from "../lib/steps.js";
import { LONGEST, SHORTEST } from "./index-range.js";
import { CUT, type StackTree, WHOLE } from "./root-tree.js";

/** Lengths of the windows by which stacks are found in one another, in locations, rising. */
export const WINDOWS = [SHORTEST, 8, 12, 16, 24, LONGEST] as const;

/** How many locations leafward each has that the next shorter has not. */
const MORE = [SHORTEST, 2, 4, 4, 8, 8] as const;

/** The stack ends here: its root has been reached. */
export const END = -1;

const BASE = 0x2c1b3c6d;

/**
 * What follows rootward on each run of 6, 8, 12, 16, 24 or 32 locations anywhere in a tree of
 * stacks, as far as walks can come to it.
 *
 * A window is known by the next shorter one that ends where it does, and the few locations that
 * it has more. So is a vote: what holds some bytes and follows on a window has followed on all
 * shorter ones.
 */
export class Windows {
  /** length windowCount or more; the first is none */
  private readonly windows = {
    /** a node where the window begins, at its leafmost location */
    node: new Int32Array(1 << 12),
    /** the next shorter window that ends at the same place, 0 for none */
    shorter: new Int32Array(1 << 12),
    vote: new Int32Array(1 << 12),
  };
  private readonly windowIndex = new HashIndex(1 << 12);

  /** what follows on a window; the first is none */
  readonly votes = {
    /** location that follows, or END */
    location: new Int32Array(1 << 12),
    stacks: new Int32Array(1 << 12),
    weight: new Float64Array(1 << 12),
    window: new Int32Array(1 << 12),
    /** the same that follows on the next shorter window, 0 for none */
    shorter: new Int32Array(1 << 12),
    /** another vote on the same window, 0 for none */
    next: new Int32Array(1 << 12),
  };
  private readonly voteIndex = new HashIndex(1 << 12);

  constructor(private readonly tree: StackTree) {
    // Number 0 is none; its columns are 0 and so no real one is taken for it.
    for (const index of [this.windowIndex, this.voteIndex]) {
      index.first(0);
      index.add();
    }
  }

  get windowCount(): number {
    return this.windowIndex.count;
  }

  *build(): Steps<void> {
    const { parent, location, asked, nodeCount } = this.tree;
    const lengths = WINDOWS.length;
    const { votes } = this;
    // For each node the votes of the windows that begin there.
    const voteAt = new Int32Array(nodeCount * lengths);
    // A node's ancestors, itself first, and hashes of as many locations of them.
    const ancestors = new Int32Array(9);
    const hashes = new Int32Array(9);
    for (let node = 2; node < nodeCount; node++) {
      if ((node & 0x3fff) === 0) yield node / nodeCount;
      let at = node;
      let depth = 0;
      while (depth < 8 && at > CUT) {
        ancestors[depth] = at;
        hashes[depth + 1] = Math.imul(hashes[depth], BASE) + location[at] + 1;
        at = parent[at];
        depth++;
      }
      ancestors[depth] = at;
      if (asked[node] === 1 && ancestors[SHORTEST] !== CUT) {
        const end = ancestors[SHORTEST];
        const next = end === WHOLE ? END : location[end];
        voteAt[node * lengths] = this.vote(node, 0, next, SHORTEST, hashes[SHORTEST]);
      }
      for (let w = 1; w < lengths; w++) {
        const more = MORE[w];
        if (more > depth) break;
        const shorter = voteAt[ancestors[more] * lengths + w - 1];
        if (shorter === 0) continue;
        const next = votes.location[shorter];
        voteAt[node * lengths + w] = this.vote(node, shorter, next, more, hashes[more]);
      }
    }
  }

  /**
   * The window that ends a chain and is the next longer one than `shorter`; 0 where unseen.
   * @param length index into WINDOWS
   * @param shorter the window one shorter that ends the chain, 0 for the shortest
   */
  find(chain: Int32Array, size: number, length: number, shorter: number): number {
    const from = size - WINDOWS[length];
    const to = from + MORE[length];
    if (from < 0) return 0;
    let hash = 0;
    for (let i = from; i < to; i++) hash = Math.imul(hash, BASE) + chain[i] + 1;
    const { node, shorter: shorterOf } = this.windows;
    const { parent, location } = this.tree;
    const index = this.windowIndex;
    for (let w = index.first(spread(hash, shorter)); w >= 0; w = index.next()) {
      if (shorterOf[w] !== shorter) continue;
      let at = node[w];
      let i = from;
      while (i < to && location[at] === chain[i]) {
        at = parent[at];
        i++;
      }
      if (i === to) return w;
    }
    return 0;
  }

  /** First vote of a window, 0 for none; go on with `votes.next`. */
  firstVote(window: number): number {
    return this.windows.vote[window];
  }

  /** Counts what follows on the window that begins at a node. */
  private vote(node: number, shorter: number, next: number, more: number, hash: number): number {
    const { tree, votes } = this;
    const index = this.voteIndex;
    let v = index.first(spread(hash, shorter === 0 ? -next : shorter));
    while (v >= 0) {
      if (votes.shorter[v] === shorter && votes.location[v] === next) {
        if (this.sameLeaves(this.windows.node[votes.window[v]], node, more)) break;
      }
      v = index.next();
    }
    if (v < 0) {
      v = index.add();
      this.newVote(v, this.window(node, votes.window[shorter], more, hash), shorter, next);
    }
    votes.stacks[v] = votes.stacks[v] + tree.stacks[node];
    votes.weight[v] = votes.weight[v] + tree.weight[node];
    return v;
  }

  private newVote(v: number, window: number, shorter: number, next: number): void {
    const { votes, windows } = this;
    if (v === votes.next.length) {
      votes.location = widened(votes.location);
      votes.stacks = widened(votes.stacks);
      votes.weight = widened(votes.weight);
      votes.window = widened(votes.window);
      votes.shorter = widened(votes.shorter);
      votes.next = widened(votes.next);
    }
    votes.location[v] = next;
    votes.window[v] = window;
    votes.shorter[v] = shorter;
    votes.next[v] = windows.vote[window];
    windows.vote[window] = v;
  }

  private window(node: number, shorter: number, more: number, hash: number): number {
    const { windows } = this;
    const index = this.windowIndex;
    for (let w = index.first(spread(hash, shorter)); w >= 0; w = index.next()) {
      if (windows.shorter[w] === shorter && this.sameLeaves(windows.node[w], node, more)) return w;
    }
    const w = index.add();
    if (w === windows.node.length) {
      windows.node = widened(windows.node);
      windows.shorter = widened(windows.shorter);
      windows.vote = widened(windows.vote);
    }
    windows.node[w] = node;
    windows.shorter[w] = shorter;
    return w;
  }

  private sameLeaves(a: number, b: number, count: number): boolean {
    const { parent, location } = this.tree;
    let x = a;
    let y = b;
    let i = 0;
    while (i < count && location[x] === location[y]) {
      x = parent[x];
      y = parent[y];
      i++;
    }
    return i === count;
  }
}

function spread(hash: number, other: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x7feb352d) ^ Math.imul(other, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}
