import { nodeTotals } from "../../../calltree/call-tree.js";
import { ownWidths } from "../../../calltree/layout/layout.js";
import { KIND_UNKNOWN } from "../../../kubernetes/attribution/attribution.js";
import type { Steps } from "../../../lib/steps.js";
import { BOX_MIXED } from "../../answers.js";
import type { Comparison } from "../../comparison.js";
import { medianColumns } from "../../prepared-tree.js";
import type { SamplePick } from "./kind-filter.js";
import { samplesByKind } from "./samples-by-kind.js";

/** Kinds beyond the largest so many are told in tables, not in colour. */
const COLOURED_KINDS = 10;

/** For each node the kind that holds most of it, and its share. */
export interface KindShares {
  /** index into Attribution.kinds, KIND_OTHER, KIND_UNKNOWN or BOX_MIXED; length nodeCount */
  readonly kind: Int16Array;
  readonly share: Float32Array;
}

/** Widths of all nodes made of the picked samples alone. Length nodeCount. */
export function pickedWidths(compared: Comparison, pick: SamplePick): Float64Array {
  const { self, baseSelf } = pickedSelves(compared, pick);
  return nodeTotals(compared.prepared.tree, ownWidths(self, baseSelf, compared.mode));
}

/** Own values of all nodes made of the picked samples alone. */
export function pickedSelves(
  { prepared, shown, base, baseIsMedian, isDelta, type, scale }: Comparison,
  pick: SamplePick,
): { self: Float64Array; baseSelf: Float64Array | undefined } {
  const { set, tree } = prepared;
  const n = tree.nodeCount;
  const scatter = (profiles: readonly number[], factor: number): Float64Array => {
    const out = new Float64Array(n);
    for (const p of profiles) {
      const values = set.values(p, type);
      const nodes = tree.sampleNode[p];
      for (let s = 0; s < nodes.length; s++) {
        const node = nodes[s];
        if (node >= 0 && pick(p, s)) out[node] += values[s] * factor;
      }
    }
    return out;
  };
  const self = scatter(shown, 1);
  if (isDelta) return { self, baseSelf: new Float64Array(n) };
  if (base.length === 0) return { self, baseSelf: undefined };
  if (!baseIsMedian) return { self, baseSelf: scatter(base, scale) };
  const columns = base.map((p) => scatter([p], scale));
  const median = new Float64Array(n);
  medianColumns(columns, median);
  return { self, baseSelf: median };
}

/**
 * The dominant kind of each node's subtree: the one that holds at least half of its width.
 * @param width the nodes' widths, as the layout has them
 */
export function* kindShares(compared: Comparison, width: Float64Array): Steps<KindShares> {
  const n = compared.prepared.tree.nodeCount;
  const kind = new Int16Array(n).fill(BOX_MIXED);
  const share = new Float32Array(n);
  const best = new Float64Array(n);
  const better = (node: number, held: number, k: number): void => {
    if (held <= best[node]) return;
    best[node] = held;
    kind[node] = k;
  };
  const kinds = colouredKinds(compared);
  const holder = new KindHolder(compared);
  for (let i = 0; i < kinds.length; i++) {
    yield i / kinds.length;
    holder.each(kinds[i], better);
  }
  for (let node = 0; node < n; node++) {
    const part = width[node] > 0 ? Math.min(1, best[node] / width[node]) : 0;
    share[node] = part;
    if (part < 0.5) kind[node] = BOX_MIXED;
  }
  return { kind, share };
}

/** The largest kinds that occur, then what is no kind and what is not known where they occur. */
function colouredKinds({ prepared, shown, base, type }: Comparison): number[] {
  const { attribution, set } = prepared;
  const rest = -KIND_UNKNOWN;
  const sizes = new Float64Array(attribution.kinds.length + rest);
  for (const p of [...shown, ...base]) {
    const values = set.values(p, type);
    const of = attribution.kind[p];
    for (let s = 0; s < of.length; s++) sizes[of[s] + rest] += Math.abs(values[s]);
  }
  const ranked = Array.from(sizes, (size, i) => ({ size, kind: i - rest }))
    .filter(({ size }) => size > 0)
    .sort((a, b) => b.size - a.size)
    .map((entry) => entry.kind);
  return [...ranked.filter((k) => k >= 0).slice(0, COLOURED_KINDS), ...ranked.filter((k) => k < 0)];
}

/** A stack is about so deep: climbing from a node to the root costs that much. */
const CLIMB = 40;

/** What one kind after the other holds of each node, with room that is used again. */
class KindHolder {
  private readonly self: Float64Array;
  /** one column of the base's sum, or one a file where the base is their median */
  private readonly bases: readonly Float64Array[];
  private readonly held: Float64Array;
  private readonly touched: Int32Array;
  private readonly mark: Uint8Array;

  constructor(private readonly compared: Comparison) {
    const n = compared.prepared.tree.nodeCount;
    this.self = new Float64Array(n);
    const { base, baseIsMedian } = compared;
    const columns = baseIsMedian ? base.length : Math.min(1, base.length);
    this.bases = Array.from({ length: columns }, () => new Float64Array(n));
    this.held = new Float64Array(n);
    this.touched = new Int32Array(n);
    this.mark = new Uint8Array(n);
  }

  /** Tells for each node that holds some of the kind how wide that is. */
  each(kind: number, tell: (node: number, held: number, kind: number) => void): void {
    const { compared, held, touched, self, bases } = this;
    const { base, baseIsMedian, scale } = compared;
    const { tree } = compared.prepared;
    let count = this.scatter(compared.shown, 1, self, kind, 0);
    bases.forEach((column, c) => {
      const profiles = baseIsMedian ? [base[c]] : base;
      count = this.scatter(profiles, scale, column, kind, count);
    });
    const own = ownWidths(
      picked(self, touched, count),
      bases.length > 0 ? this.baseOf(count) : undefined,
      compared.mode,
    );
    for (let i = 0; i < count; i++) {
      this.mark[touched[i]] = 0;
      self[touched[i]] = 0;
      for (const column of bases) column[touched[i]] = 0;
    }
    if (count * CLIMB > held.length) {
      for (let i = 0; i < count; i++) held[touched[i]] = own[i];
      for (let node = held.length - 1; node > 0; node--) {
        const value = held[node];
        if (value === 0) continue;
        held[tree.parent[node]] += value;
        tell(node, value, kind);
        held[node] = 0;
      }
      tell(0, held[0], kind);
      held[0] = 0;
      return;
    }
    // Few nodes hold any of it: only they and what is above them are looked at.
    for (let i = 0; i < count; i++) {
      for (let node = touched[i]; node >= 0; node = tree.parent[node]) held[node] += own[i];
    }
    for (let i = 0; i < count; i++) {
      for (let node = touched[i]; node >= 0 && held[node] !== 0; node = tree.parent[node]) {
        tell(node, held[node], kind);
        held[node] = 0;
      }
    }
  }

  /** What the base has at each touched node. */
  private baseOf(count: number): Float64Array {
    const { bases, touched } = this;
    const columns = bases.map((column) => picked(column, touched, count));
    if (columns.length === 1) return columns[0];
    const median = new Float64Array(count);
    medianColumns(columns, median);
    return median;
  }

  /** Adds values of a kind to the nodes where its samples end; notes each such node once. */
  private scatter(
    profiles: readonly number[],
    factor: number,
    into: Float64Array,
    kind: number,
    from: number,
  ): number {
    const { set, tree, attribution } = this.compared.prepared;
    const { touched, mark } = this;
    let count = from;
    for (const p of profiles) {
      const values = set.values(p, this.compared.type);
      const nodes = tree.sampleNode[p];
      const sorted = samplesByKind(attribution.kind[p], attribution.kinds.length);
      const end = sorted.end(kind);
      for (let i = sorted.start(kind); i < end; i++) {
        const s = sorted.order[i];
        const node = nodes[s];
        const value = values[s] * factor;
        if (node < 0 || value === 0) continue;
        if (mark[node] === 0) {
          mark[node] = 1;
          touched[count++] = node;
        }
        into[node] += value;
      }
    }
    return count;
  }
}

/** The values of a column at some nodes. */
function picked(column: Float64Array, nodes: Int32Array, count: number): Float64Array {
  const out = new Float64Array(count);
  for (let i = 0; i < count; i++) out[i] = column[nodes[i]];
  return out;
}
