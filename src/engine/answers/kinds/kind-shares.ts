import { sumUp } from "../../../calltree/call-tree.js";
import { ownWidths } from "../../../calltree/layout/layout.js";
import { KIND_UNKNOWN } from "../../../kubernetes/attribution/attribution.js";
import { release } from "../../../lib/release.js";
import type { Steps } from "../../../lib/steps.js";
import { isDeltaProfile } from "../../../profile/delta-profile.js";
import { BOX_MIXED } from "../../answers.js";
import type { Comparison } from "../../comparison.js";
import { medianColumns } from "../../prepared-tree.js";
import type { SamplePick } from "./kind-filter.js";
import { type KindWidths, kindWidths, type Places } from "./kind-widths.js";

/** Kinds beyond the largest so many are told in tables, not in colour. */
const COLOURED_KINDS = 10;

/** For each place the kind that holds most of it, and its share. */
export interface KindShares {
  /** index into Attribution.kinds, KIND_OTHER, KIND_UNKNOWN or BOX_MIXED */
  readonly kind: Int16Array;
  readonly share: Float32Array;
}

/** Widths of all nodes made of the picked samples alone. Length nodeCount. */
export function pickedWidths(compared: Comparison, pick: SamplePick): Float64Array {
  const { self, baseSelf } = pickedSelves(compared, pick);
  return sumUp(compared.prepared.tree, ownWidths(self, baseSelf, compared.mode));
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

/** The dominant kind of each place and all below it: the one that holds at least half of its width. */
export function* kindShares(compared: Comparison, places: Places): Steps<KindShares> {
  const { width } = places;
  const kind = new Int16Array(width.length).fill(BOX_MIXED);
  const best = new Float64Array(width.length);
  const kinds = colouredKinds(compared);
  const holder = new KindHolder(compared, places);
  for (let i = 0; i < kinds.length; i++) {
    yield i / kinds.length;
    holder.note(kinds[i], best, kind);
  }
  const share = sharesOf(width, best, kind);
  holder.release();
  release(best);
  return { kind, share };
}

/** What share of each place its kind holds; one that holds less than half of it is none. */
function sharesOf(width: Float64Array, best: Float64Array, kind: Int16Array): Float32Array {
  const share = new Float32Array(width.length);
  for (let at = 0; at < width.length; at++) {
    const part = width[at] > 0 ? Math.min(1, best[at] / width[at]) : 0;
    share[at] = part;
    if (part < 0.5) kind[at] = BOX_MIXED;
  }
  return share;
}

/** The largest kinds that occur, then what is no kind and what is not known where they occur. */
function colouredKinds({ prepared, shown, base, type }: Comparison): number[] {
  const { attribution, set } = prepared;
  const rest = -KIND_UNKNOWN;
  const sizes = new Float64Array(attribution.kinds.length + rest);
  for (const p of [...shown, ...base]) {
    if (!isDeltaProfile(set.profiles[p])) {
      const cells = prepared.cells(p);
      const sums = cells.allSumsOf(`${type.index[p]}`, () => set.values(p, type));
      for (let c = 0; c < sums.length; c++) sizes[cells.kind[c] + rest] += sums[c];
      continue;
    }
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

/** A stack is about so deep: climbing from a place to the root costs that much. */
const CLIMB = 40;

/** What one kind after the other holds of each place, with room that is used again. */
class KindHolder {
  private readonly own: KindWidths;
  private readonly held: Float64Array;

  constructor(
    compared: Comparison,
    private readonly places: Places,
  ) {
    this.own = kindWidths(compared, places);
    this.held = new Float64Array(places.width.length);
  }

  /** Notes each place of which the kind holds more than any that was noted before. */
  note(k: number, best: Float64Array, kind: Int16Array): void {
    const { held, own } = this;
    const { parent } = this.places;
    const count = own.find(k);
    if (count * CLIMB > held.length)
      noteAll(k, own.place, own.width, count, parent, held, best, kind);
    else noteAbove(k, own.place, own.width, count, parent, held, best, kind);
  }

  /** Gives back its room. */
  release(): void {
    this.own.release();
    release(this.held);
  }
}

// These loops are functions of plain columns: see `sample-cells.ts`.

/** Notes what a kind holds of each place, by a pass over all of them. */
function noteAll(
  k: number,
  place: Int32Array,
  width: Float64Array,
  count: number,
  parent: Int32Array,
  held: Float64Array,
  best: Float64Array,
  kind: Int16Array,
): void {
  for (let i = 0; i < count; i++) held[place[i]] += width[i];
  for (let at = held.length - 1; at >= 0; at--) {
    const value = held[at];
    if (value === 0) continue;
    held[at] = 0;
    if (at > 0) held[parent[at]] += value;
    if (value <= best[at]) continue;
    best[at] = value;
    kind[at] = k;
  }
}

/** The same where few places hold any of it: only they and what is above them are looked at. */
function noteAbove(
  k: number,
  place: Int32Array,
  width: Float64Array,
  count: number,
  parent: Int32Array,
  held: Float64Array,
  best: Float64Array,
  kind: Int16Array,
): void {
  for (let i = 0; i < count; i++) {
    for (let at = place[i]; at >= 0; at = parent[at]) held[at] += width[i];
  }
  for (let i = 0; i < count; i++) {
    for (let at = place[i]; at >= 0 && held[at] !== 0; at = parent[at]) {
      const value = held[at];
      held[at] = 0;
      if (value <= best[at]) continue;
      best[at] = value;
      kind[at] = k;
    }
  }
}
