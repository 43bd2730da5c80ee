import { widened } from "../lib/growable.js";
import { HashIndex, hashWith } from "../lib/hash-index.js";
import type { Steps } from "../lib/steps.js";
import { LONGEST, SHORTEST } from "./index-range.js";
import { CUT, type StackTree, WHOLE } from "./root-tree.js";
import { Votes } from "./votes.js";

/** Lengths of the windows by which stacks are found in one another, in locations, rising. */
export const WINDOWS = [SHORTEST, 8, 12, 16, 24, LONGEST] as const;

/** How many locations leafward each has that the next shorter has not. */
export const MORE = [SHORTEST, 2, 4, 4, 8, 8] as const;

/** The stack ends here: its root has been reached. */
export const END = -1;

/** Nodes looked at for windows that are asked for, for each node of the tree, before all are indexed. */
const PATIENCE = 4;

/** Where what follows on windows is asked. */
export interface WindowsOfStacks {
  readonly votes: Votes;
  /**
   * The window that ends a chain and is the next longer one than `shorter`; 0 where unseen.
   * @param length index into WINDOWS
   * @param shorter the window one shorter that ends the chain, 0 for the shortest
   */
  find(chain: Int32Array, size: number, length: number, shorter: number): number;
}

/**
 * What follows rootward on each run of 6, 8, 12, 16, 24 or 32 locations anywhere in a tree of
 * stacks, as far as walks can come to it.
 *
 * Where few stacks are cut, few windows are ever asked for: each is counted when it is, by looking
 * at the nodes where it may begin. `build` indexes all of them, which is worth it for many.
 *
 * A window is known by the next shorter one that ends where it does, and the few locations that
 * it has more. So is a vote: what holds some bytes and follows on a window has followed on all
 * shorter ones.
 */
export class Windows implements WindowsOfStacks {
  /** one for each window, and more; the first is none */
  private windows = noWindows();
  private windowIndex = indexOfNone();

  /** what follows on a window; the first is none */
  votes = new Votes();
  private voteIndex = indexOfNone();

  /** the nodes of each location; undefined once all windows are indexed */
  private nodes: NodesByLocation | undefined;
  /** nodes looked at */
  private looked = 0;

  constructor(private readonly tree: StackTree) {
    this.nodes = nodesByLocation(tree);
  }

  /** Whether so much was asked that `build` costs less from here on. */
  get isExpensive(): boolean {
    return this.nodes !== undefined && this.looked > this.tree.nodeCount * PATIENCE;
  }

  /** Indexes all windows; numbers of windows and votes told before are of no use afterwards. */
  *build(): Steps<void> {
    const { parent, location, asked, nodeCount } = this.tree;
    const lengths = WINDOWS.length;
    this.nodes = undefined;
    this.windows = noWindows();
    this.windowIndex = indexOfNone();
    this.votes = new Votes();
    this.voteIndex = indexOfNone();
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
        hashes[depth + 1] = hashWith(hashes[depth], location[at]);
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

  find(chain: Int32Array, size: number, length: number, shorter: number): number {
    const from = size - WINDOWS[length];
    const to = from + MORE[length];
    if (from < 0) return 0;
    let hash = 0;
    for (let i = from; i < to; i++) hash = hashWith(hash, chain[i]);
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
    return this.nodes ? this.counted(this.nodes, chain, size, length, shorter, hash) : 0;
  }

  /** As `find`, of a window that was not asked for before. */
  private counted(
    { offsets, nodes }: NodesByLocation,
    chain: Int32Array,
    size: number,
    length: number,
    shorter: number,
    hash: number,
  ): number {
    const { parent, location, asked } = this.tree;
    const from = size - WINDOWS[length];
    const shortest = size - SHORTEST;
    const first = chain[from];
    if (first + 1 >= offsets.length) return 0;
    const end = offsets[first + 1];
    this.looked += end - offsets[first] + 1;
    let window = 0;
    for (let n = offsets[first]; n < end; n++) {
      let at = nodes[n];
      let begins = at;
      let i = from;
      while (i < size && location[at] === chain[i]) {
        if (i === shortest) begins = at;
        at = parent[at];
        i++;
      }
      if (i < size || at === CUT || asked[begins] === 0) continue;
      const next = at === WHOLE ? END : location[at];
      const before = shorter === 0 ? 0 : this.votes.of(shorter, next);
      const vote = this.vote(nodes[n], before, next, MORE[length], hash);
      window = this.votes.window[vote];
    }
    return window;
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
      votes.put(v, this.window(node, votes.window[shorter], more, hash), shorter, next);
    }
    votes.count(v, tree.stacks[node], tree.weight[node]);
    return v;
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

/** Columns of windows. */
function noWindows() {
  return {
    /** a node where the window begins, at its leafmost location */
    node: new Int32Array(1 << 12),
    /** the next shorter window that ends at the same place, 0 for none */
    shorter: new Int32Array(1 << 12),
  };
}

/** Number 0 is none; its columns are 0 and so no real one is taken for it. */
function indexOfNone(): HashIndex {
  const index = new HashIndex(1 << 12);
  index.first(0);
  index.add();
  return index;
}

/** Location `l` has the nodes `nodes[offsets[l] .. offsets[l + 1]]`, rising. */
interface NodesByLocation {
  readonly offsets: Int32Array;
  readonly nodes: Int32Array;
}

function nodesByLocation({ location, nodeCount }: StackTree): NodesByLocation {
  let most = -1;
  for (let node = 2; node < nodeCount; node++) most = Math.max(most, location[node]);
  const offsets = new Int32Array(most + 2);
  for (let node = 2; node < nodeCount; node++) {
    offsets[location[node] + 1] = offsets[location[node] + 1] + 1;
  }
  for (let l = 0; l <= most; l++) offsets[l + 1] = offsets[l + 1] + offsets[l];
  const at = offsets.slice();
  const nodes = new Int32Array(Math.max(0, nodeCount - 2));
  for (let node = 2; node < nodeCount; node++) {
    const l = location[node];
    nodes[at[l]] = node;
    at[l] = at[l] + 1;
  }
  return { offsets, nodes };
}
