import { STAGES } from "../kubernetes/vocabulary.js";

/** What tells the holdings of one profile apart; see Attribution and CallTree.sampleNode. */
export interface SampleColumns {
  /** the tree's node of each sample, -1 where it takes no part */
  readonly node: Int32Array;
  /** index of the kind, or a negative constant */
  readonly kind: Int16Array;
  readonly stage: Uint8Array;
  readonly values: Float64Array;
}

/** A kind in a stage. */
export interface KindInStage {
  /** index of the kind, or a negative constant */
  readonly kind: number;
  /** index into STAGES */
  readonly stage: number;
}

/** So many kinds in stages are told apart; what is left over is small, and nobody's suspect. */
const MAX_KEYS = 96;

/** One entry for each node and key of some profiles, and the entry of each of their samples. */
export interface Entries {
  readonly keys: readonly KindInStage[];
  /** key of all that belongs to no key of its own; -1 where there is no such thing */
  readonly rest: number;
  readonly count: number;
  readonly node: Int32Array;
  readonly key: Int32Array;
  /** for each profile, the entry of each sample; -1 where it takes no part */
  readonly ofSample: readonly Int32Array[];
}

/** Lists which nodes hold which kinds in which stages. @param profiles undefined: takes no part */
export function entriesOf(profiles: readonly (SampleColumns | undefined)[]): Entries {
  const sizes = new Map<number, number>();
  for (const profile of profiles) {
    if (!profile) continue;
    for (let s = 0; s < profile.node.length; s++) {
      if (profile.node[s] < 0) continue;
      const raw = rawKey(profile, s);
      sizes.set(raw, (sizes.get(raw) ?? 0) + Math.abs(profile.values[s]));
    }
  }
  const ranked = [...sizes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([raw]) => raw);
  const keyOf = new Map(ranked.slice(0, MAX_KEYS).map((raw, i) => [raw, i]));
  const keys = [...keyOf.keys()].map((raw) => ({
    kind: Math.floor(raw / STAGES.length) - KIND_SHIFT,
    stage: raw % STAGES.length,
  }));
  const rest = ranked.length > MAX_KEYS ? keys.length : -1;
  if (rest >= 0) keys.push({ kind: -KIND_SHIFT, stage: STAGES.length - 1 });
  const node: number[] = [];
  const key: number[] = [];
  const known = new Map<number, number>();
  const ofSample = profiles.map((profile) => {
    if (!profile) return new Int32Array(0);
    const out = new Int32Array(profile.node.length).fill(-1);
    for (let s = 0; s < out.length; s++) {
      const at = profile.node[s];
      if (at < 0) continue;
      const k = keyOf.get(rawKey(profile, s)) ?? rest;
      const place = at * keys.length + k;
      let entry = known.get(place);
      if (entry === undefined) {
        entry = node.length;
        known.set(place, entry);
        node.push(at);
        key.push(k);
      }
      out[s] = entry;
    }
    return out;
  });
  return {
    keys,
    rest,
    count: node.length,
    node: Int32Array.from(node),
    key: Int32Array.from(key),
    ofSample,
  };
}

/** Kinds are numbered from -2, see KIND_UNKNOWN. */
const KIND_SHIFT = 2;

function rawKey(profile: SampleColumns, s: number): number {
  return (profile.kind[s] + KIND_SHIFT) * STAGES.length + profile.stage[s];
}

/**
 * Adds one value a sample to one value an entry (or whatever `ofSample` points to).
 * @param out where to; a new array where it is not given
 */
export function gather(
  ofSample: Int32Array,
  values: Float64Array,
  count: number,
  factor = 1,
  out = new Float64Array(count),
): Float64Array {
  for (let s = 0; s < ofSample.length; s++) {
    const entry = ofSample[s];
    if (entry >= 0) out[entry] += values[s] * factor;
  }
  return out;
}
