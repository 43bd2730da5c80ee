import { STAGES } from "../kubernetes/vocabulary.js";
import { PairIndex } from "../lib/pair-index.js";

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
  const sizes = keySizes(profiles);
  const ranked = [...sizes.keys()].filter((raw) => sizes[raw] >= 0);
  ranked.sort((a, b) => sizes[b] - sizes[a] || a - b);
  const told = ranked.slice(0, MAX_KEYS);
  const keys = told.map((raw) => ({
    kind: Math.floor(raw / STAGES.length) - KIND_SHIFT,
    stage: raw % STAGES.length,
  }));
  const rest = ranked.length > MAX_KEYS ? keys.length : -1;
  if (rest >= 0) keys.push({ kind: -KIND_SHIFT, stage: STAGES.length - 1 });
  const keyOf = new Int32Array(sizes.length).fill(rest);
  told.forEach((raw, k) => {
    keyOf[raw] = k;
  });
  const entries = new PairIndex();
  const ofSample = profiles.map((profile) => {
    if (!profile) return new Int32Array(0);
    const out = new Int32Array(profile.node.length).fill(-1);
    for (let s = 0; s < out.length; s++) {
      const at = profile.node[s];
      if (at < 0) continue;
      out[s] = entries.add(at, keyOf[rawKey(profile, s)]);
    }
    return out;
  });
  return {
    keys,
    rest,
    count: entries.count,
    node: entries.first.slice(0, entries.count),
    key: entries.second.slice(0, entries.count),
    ofSample,
  };
}

/** What samples of each raw key hold together; -1 where there are none. */
function keySizes(profiles: readonly (SampleColumns | undefined)[]): Float64Array {
  const most = profiles.reduce(
    (most, profile) => profile?.kind.reduce((a, b) => Math.max(a, b), most) ?? most,
    0,
  );
  const sizes = new Float64Array((most + KIND_SHIFT + 1) * STAGES.length).fill(-1);
  for (const profile of profiles) {
    if (!profile) continue;
    for (let s = 0; s < profile.node.length; s++) {
      if (profile.node[s] < 0) continue;
      const raw = rawKey(profile, s);
      sizes[raw] = Math.max(0, sizes[raw]) + Math.abs(profile.values[s]);
    }
  }
  return sizes;
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
