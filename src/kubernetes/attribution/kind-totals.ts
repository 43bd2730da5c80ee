import { must } from "../../lib/must.js";
import type { PathTree } from "./path-tree.js";

/** A kind has to hold this share of what shares a path, so that the path counts as its own. */
const DOMINANT = 0.9;
/** What is known on a path has to be so much of what is in question there, or it proves nothing. */
const LEAST_SUPPORT = 0.05;
/** In place of a node's kind. */
const NONE = -1;
const SEVERAL = -2;

/** Sums by node of a tree and kind. Most nodes have one kind; only the others have a map. */
export class KindTotals {
  private readonly kind: Int32Array;
  private readonly sum: Float64Array;
  /** what is in question at each node */
  private readonly asked: Float64Array;
  private readonly several = new Map<number, Map<number, number>>();

  /**
   * @param own for each frame 1 where it is the program's own code; only nodes at or below it are
   * decided then
   */
  constructor(
    private readonly tree: PathTree,
    private readonly own: Uint8Array | undefined,
  ) {
    this.kind = new Int32Array(tree.size).fill(NONE);
    this.sum = new Float64Array(tree.size);
    this.asked = new Float64Array(tree.size);
  }

  /** Notes what is in question at a node: see LEAST_SUPPORT. */
  ask(node: number, weight: number): void {
    this.asked[node] += weight;
  }

  add(node: number, kind: number, weight: number): void {
    const known = this.kind[node];
    if (known === kind) this.sum[node] += weight;
    else if (known === NONE) {
      this.kind[node] = kind;
      this.sum[node] = weight;
    } else addTo(this.mapOf(node), kind, weight);
  }

  /**
   * The kind of each node: that of the nearest node at or above it below which samples of a known
   * kind lie, if one dominates there and holds enough beside what is in question below; -1 else.
   * That a little of one kind was seen on a path proves nothing of the rest; where that kind is the
   * one that the path above is of, it does not speak against it either. Uses the sums up.
   */
  decide(): Int32Array {
    const { parent, depth, size } = this.tree;
    const decided = new Int32Array(size).fill(-1);
    const told = new Uint8Array(size);
    // Where one kind dominates but holds too little: no evidence for it, and none against it.
    const slight = new Int32Array(size).fill(-1);
    const specific = this.own && this.belowOwn(this.own);
    // Children have higher numbers than their parents: hand sums up.
    for (let node = size - 1; node > 0; node--) {
      const own = this.kind[node];
      const up = parent[node];
      const asked = this.asked[node];
      this.asked[up] += asked;
      if (own === NONE) continue;
      if (own === SEVERAL) {
        const kinds = must(this.several.get(node), "the sums of several kinds");
        told[node] = 1;
        if (depth[node] > 1) {
          decided[node] = dominant(kinds, specific ? 0 : asked * LEAST_SUPPORT);
          slight[node] = dominant(kinds, 0);
        }
        this.handUp(up, kinds);
        this.several.delete(node);
      } else {
        told[node] = 1;
        const least = specific ? 0 : asked * LEAST_SUPPORT;
        if (depth[node] > 1) {
          if (this.sum[node] >= least) decided[node] = own;
          slight[node] = own;
        }
        this.add(up, own, this.sum[node]);
      }
    }
    for (let node = 1; node < size; node++) {
      const above = decided[parent[node]];
      if (told[node] === 0 || (decided[node] < 0 && slight[node] === above)) decided[node] = above;
      if (specific?.[node] === 0) decided[node] = -1;
    }
    return decided;
  }

  /**
   * 1 for nodes at or below the program's own code: such a path is not one that every kind takes,
   * and what little is known on it tells.
   */
  private belowOwn(own: Uint8Array): Uint8Array {
    const { parent, size } = this.tree;
    const frame = this.tree.frames();
    const below = new Uint8Array(size);
    for (let node = 1; node < size; node++) {
      below[node] = below[parent[node]] || own[frame[node]] ? 1 : 0;
    }
    return below;
  }

  /** Adds a map that nobody needs any more to a node's sums: the smaller one to the larger. */
  private handUp(node: number, kinds: Map<number, number>): void {
    if (this.kind[node] === NONE) {
      this.kind[node] = SEVERAL;
      this.several.set(node, kinds);
      return;
    }
    const above = this.mapOf(node);
    const [large, small] = above.size >= kinds.size ? [above, kinds] : [kinds, above];
    for (const [kind, weight] of small) addTo(large, kind, weight);
    this.several.set(node, large);
  }

  private mapOf(node: number): Map<number, number> {
    let kinds = this.several.get(node);
    if (!kinds) {
      kinds = new Map([[this.kind[node], this.sum[node]]]);
      this.several.set(node, kinds);
      this.kind[node] = SEVERAL;
    }
    return kinds;
  }
}

function addTo(kinds: Map<number, number>, kind: number, weight: number): void {
  kinds.set(kind, (kinds.get(kind) ?? 0) + weight);
}

/** The kind that holds nearly all of these sums, and so much at least; -1 where none does. */
function dominant(kinds: ReadonlyMap<number, number>, least: number): number {
  let total = 0;
  let best = 0;
  let bestKind = -1;
  for (const [kind, weight] of kinds) {
    total += weight;
    if (weight > best) {
      best = weight;
      bestKind = kind;
    }
  }
  return best >= DOMINANT * total && best >= least ? bestKind : -1;
}
