import type { Steps } from "../profile/steps.js";
import type { StackReader } from "./stacks.js";
import { SHAPED } from "./vocabulary.js";

/** A kind has to hold this share of what shares a path, so that the path counts as its own. */
const DOMINANT = 0.9;

interface Verdicts {
  readonly kind: readonly Int16Array[];
  readonly evidence: readonly Uint8Array[];
}

/**
 * Gives raw bytes (messages, encoder buffers, audit copies) to the kind for which they were read
 * or written: the longest path from the root that the sample shares with samples whose kind is
 * known decides, if one kind holds nearly all of them. A path of one frame proves nothing: it is
 * what all goroutines of that sort begin with.
 *
 * Only the stacks in question are put into a tree; the others are followed as far as they run
 * along it. Linear in the frames of the stacks.
 * @param carries for each profile and sample 1 where the kind is in question
 * @param weights for each profile and sample how much it counts
 */
export function* inferBySharedPaths(
  readers: readonly StackReader[],
  verdicts: Verdicts,
  carries: readonly Uint8Array[],
  weights: readonly Float64Array[],
): Steps<void> {
  const tree = new PathTree();
  const ends: Int32Array[] = [];
  for (let p = 0; p < readers.length; p++) {
    const reader = readers[p]!;
    const end = new Int32Array(carries[p]!.length).fill(-1);
    for (let s = 0; s < end.length; s++) {
      if ((s & 0xfff) === 0) yield 0.7;
      if (!carries[p]![s]) continue;
      const n = reader.read(s);
      end[s] = tree.add(reader.frames, n);
    }
    ends.push(end);
  }
  if (tree.size === 1) return;
  yield 0.75;
  const totals = new KindTotals();
  for (let p = 0; p < readers.length; p++) {
    const reader = readers[p]!;
    const kinds = verdicts.kind[p]!;
    for (let s = 0; s < kinds.length; s++) {
      if ((s & 0xfff) === 0) yield 0.75 + (0.15 * p) / readers.length;
      if (kinds[s]! < 0 || !(weights[p]![s]! > 0)) continue;
      const n = reader.read(s);
      const node = tree.follow(reader.frames, n);
      if (node > 0) totals.add(node, kinds[s]!, weights[p]![s]!);
    }
  }
  const decided = totals.decide(tree);
  for (let p = 0; p < readers.length; p++) {
    for (let s = 0; s < ends[p]!.length; s++) {
      const node = ends[p]![s]!;
      if (node < 0) continue;
      const kind = decided[node]!;
      if (kind < 0) continue;
      verdicts.kind[p]![s] = kind;
      verdicts.evidence[p]![s] = SHAPED;
    }
  }
}

/** Stacks as a tree of frames, root first. Node 0 is above all roots. */
class PathTree {
  readonly parent: number[] = [-1];
  readonly depth: number[] = [0];
  private readonly children: (Map<number, number> | undefined)[] = [undefined];

  get size(): number {
    return this.parent.length;
  }

  add(frames: Int32Array, length: number): number {
    let node = 0;
    for (let i = 0; i < length; i++) {
      let below = this.children[node];
      if (!below) {
        below = new Map();
        this.children[node] = below;
      }
      let child = below.get(frames[i]!);
      if (child === undefined) {
        child = this.parent.length;
        this.parent.push(node);
        this.depth.push(i + 1);
        this.children.push(undefined);
        below.set(frames[i]!, child);
      }
      node = child;
    }
    return node;
  }

  /** The deepest node that a stack shares with the tree. */
  follow(frames: Int32Array, length: number): number {
    let node = 0;
    for (let i = 0; i < length; i++) {
      const child = this.children[node]?.get(frames[i]!);
      if (child === undefined) break;
      node = child;
    }
    return node;
  }
}

/** Sums by node and kind. */
class KindTotals {
  private readonly ofNode = new Map<number, Map<number, number>>();

  add(node: number, kind: number, weight: number): void {
    let kinds = this.ofNode.get(node);
    if (!kinds) {
      kinds = new Map();
      this.ofNode.set(node, kinds);
    }
    kinds.set(kind, (kinds.get(kind) ?? 0) + weight);
  }

  /**
   * The kind of each node: that of the nearest node at or above it below which samples of a known
   * kind lie, if one dominates there; -1 else.
   */
  decide(tree: PathTree): Int32Array {
    const n = tree.size;
    const total = new Float64Array(n);
    const best = new Float64Array(n);
    const bestKind = new Int32Array(n).fill(-1);
    // Children have higher numbers than their parents: hand sums up, largest map first.
    const sums: (Map<number, number> | undefined)[] = new Array(n);
    for (const [node, kinds] of this.ofNode) sums[node] = kinds;
    for (let node = n - 1; node > 0; node--) {
      const own = sums[node];
      if (!own) continue;
      for (const [kind, weight] of own) {
        total[node]! += weight;
        if (weight > best[node]!) {
          best[node] = weight;
          bestKind[node] = kind;
        }
      }
      const up = tree.parent[node]!;
      const above = sums[up];
      // Parents get sums of their own: a map may be handed up once only.
      if (!above) sums[up] = own;
      else {
        const [large, small] = above.size >= own.size ? [above, own] : [own, above];
        for (const [kind, weight] of small) large.set(kind, (large.get(kind) ?? 0) + weight);
        sums[up] = large;
      }
      sums[node] = undefined;
    }
    const decided = new Int32Array(n).fill(-1);
    for (let node = 1; node < n; node++) {
      if (total[node]! > 0) {
        const clear = best[node]! >= DOMINANT * total[node]! && tree.depth[node]! > 1;
        decided[node] = clear ? bestKind[node]! : -1;
      } else decided[node] = decided[tree.parent[node]!]!;
    }
    return decided;
  }
}
