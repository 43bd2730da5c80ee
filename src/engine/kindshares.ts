import { nodeTotals } from "../calltree/calltree.js";
import { ownWidths, type WidthMode } from "../calltree/layout.js";
import { KIND_UNKNOWN } from "../kubernetes/attribution.js";
import type { Steps } from "../profile/steps.js";
import { BOX_MIXED } from "./answers.js";
import type { SampleTypeOfSet } from "./fileset.js";
import type { SamplePick } from "./kindpick.js";
import { medianColumns, type Prepared, type Sides } from "./prepared.js";

/** Kinds beyond the largest so many are told in tables, not in colour. */
const COLOURED_KINDS = 10;

/** For each node the kind that holds most of it, and its share. */
export interface KindShares {
  /** index into Attribution.kinds, KIND_OTHER, KIND_UNKNOWN or BOX_MIXED; length nodeCount */
  readonly kind: Int16Array;
  readonly share: Float32Array;
}

/** Widths of all nodes made of the picked samples alone. Length nodeCount. */
export function pickedWidths(
  prepared: Prepared,
  sides: Sides,
  type: SampleTypeOfSet,
  mode: WidthMode,
  scale: number,
  pick: SamplePick,
): Float64Array {
  const { self, baseSelf } = pickedSelves(prepared, sides, type, scale, pick);
  return nodeTotals(prepared.tree, ownWidths(self, baseSelf, mode));
}

/** Own values of all nodes made of the picked samples alone. */
export function pickedSelves(
  prepared: Prepared,
  sides: Sides,
  type: SampleTypeOfSet,
  scale: number,
  pick: SamplePick,
): { self: Float64Array; baseSelf: Float64Array | undefined } {
  const { set, tree } = prepared;
  const n = tree.nodeCount;
  const scatter = (profiles: readonly number[], factor: number): Float64Array => {
    const out = new Float64Array(n);
    for (const p of profiles) {
      const values = set.values(p, type);
      const nodes = tree.sampleNode[p]!;
      for (let s = 0; s < nodes.length; s++) {
        const node = nodes[s]!;
        if (node >= 0 && pick(p, s)) out[node]! += values[s]! * factor;
      }
    }
    return out;
  };
  const self = scatter(sides.shown, 1);
  if (sides.base.length === 0) return { self, baseSelf: undefined };
  if (!sides.baseIsMedian) return { self, baseSelf: scatter(sides.base, scale) };
  const columns = sides.base.map((p) => scatter([p], scale));
  const median = new Float64Array(n);
  medianColumns(columns, median);
  return { self, baseSelf: median };
}

/**
 * The dominant kind of each node's subtree: the one that holds at least half of its width.
 * @param width the nodes' widths, as the layout has them
 */
export function* kindShares(
  prepared: Prepared,
  sides: Sides,
  type: SampleTypeOfSet,
  mode: WidthMode,
  scale: number,
  width: Float64Array,
): Steps<KindShares> {
  const { tree } = prepared;
  const n = tree.nodeCount;
  const kind = new Int16Array(n).fill(BOX_MIXED);
  const share = new Float32Array(n);
  const best = new Float64Array(n);
  const kinds = colouredKinds(prepared, sides, type);
  for (let i = 0; i < kinds.length; i++) {
    yield i / kinds.length;
    const k = kinds[i]!;
    const { self, baseSelf } = selvesOfKind(prepared, sides, type, scale, k);
    const held = nodeTotals(tree, ownWidths(self, baseSelf, mode));
    for (let node = 0; node < n; node++) {
      if (held[node]! > best[node]!) {
        best[node] = held[node]!;
        kind[node] = k;
      }
    }
  }
  for (let node = 0; node < n; node++) {
    const part = width[node]! > 0 ? Math.min(1, best[node]! / width[node]!) : 0;
    share[node] = part;
    if (part < 0.5) kind[node] = BOX_MIXED;
  }
  return { kind, share };
}

/** The largest kinds that occur, then what is no kind and what is not known where they occur. */
function colouredKinds(prepared: Prepared, sides: Sides, type: SampleTypeOfSet): number[] {
  const { attribution, set } = prepared;
  const rest = -KIND_UNKNOWN;
  const sizes = new Float64Array(attribution.kinds.length + rest);
  for (const p of [...sides.shown, ...sides.base]) {
    const values = set.values(p, type);
    const of = attribution.kind[p]!;
    for (let s = 0; s < of.length; s++) sizes[of[s]! + rest]! += Math.abs(values[s]!);
  }
  const ranked = Array.from(sizes, (size, i) => ({ size, kind: i - rest }))
    .filter(({ size }) => size > 0)
    .sort((a, b) => b.size - a.size)
    .map((entry) => entry.kind);
  return [...ranked.filter((k) => k >= 0).slice(0, COLOURED_KINDS), ...ranked.filter((k) => k < 0)];
}

/** Own values of all nodes made of the samples of one kind alone. */
function selvesOfKind(
  prepared: Prepared,
  sides: Sides,
  type: SampleTypeOfSet,
  scale: number,
  kind: number,
): { self: Float64Array; baseSelf: Float64Array | undefined } {
  const { set, tree, attribution } = prepared;
  if (sides.baseIsMedian) {
    return pickedSelves(prepared, sides, type, scale, (p, s) => attribution.kind[p]![s] === kind);
  }
  const scatter = (profiles: readonly number[], factor: number): Float64Array => {
    const out = new Float64Array(tree.nodeCount);
    for (const p of profiles) {
      const values = set.values(p, type);
      const nodes = tree.sampleNode[p]!;
      const of = attribution.kind[p]!;
      for (let s = 0; s < of.length; s++) {
        if (of[s] !== kind) continue;
        const node = nodes[s]!;
        if (node >= 0) out[node]! += values[s]! * factor;
      }
    }
    return out;
  };
  return {
    self: scatter(sides.shown, 1),
    baseSelf: sides.base.length === 0 ? undefined : scatter(sides.base, scale),
  };
}
