import { labelsFrom, labelsTo, type Profile, sampleTypeIndex, valuesOf } from "../profile.js";

/** Size of one allocation of a sample: its `bytes` label, else its bytes over its objects; 0 where neither is known. */
export function sampleBytes(profile: Profile, sample: number): number {
  const label = labelledBytes(profile, sample);
  if (label > 0) return label;
  for (const state of ["alloc", "inuse"]) {
    const objects = sampleTypeIndex(profile, `${state}_objects`);
    const space = sampleTypeIndex(profile, `${state}_space`);
    if (objects < 0 || space < 0) continue;
    const n = valuesOf(profile, objects)[sample];
    if (n > 0) return valuesOf(profile, space)[sample] / n;
  }
  return 0;
}

/** The `bytes` label of a sample, 0 where it has none. Go writes the size class of the allocation. */
export function labelledBytes(profile: Profile, sample: number): number {
  const { labelKey, labelNumber } = profile.samples;
  const end = labelsTo(profile.samples, sample);
  for (let i = labelsFrom(profile.samples, sample); i < end; i++) {
    if (profile.strings.get(labelKey[i]) === "bytes") return labelNumber[i];
  }
  return 0;
}

/** Index of the column of live bytes; of the last column where the profile has none. */
export function liveColumn(profile: Profile): number {
  const live = sampleTypeIndex(profile, "inuse_space");
  return live >= 0 ? live : profile.sampleTypes.length - 1;
}

/** How much what was allocated and freed again counts as evidence against what is live. */
const FREED_WEIGHT = 1e-6;

/**
 * How much each sample counts as evidence: its live bytes; what was ever allocated decides only
 * where nothing is live.
 */
export class SampleWeights {
  private readonly live: Float64Array;
  private readonly ever: Float64Array;

  constructor(profile: Profile) {
    const live = liveColumn(profile);
    const alloc = sampleTypeIndex(profile, "alloc_space");
    const none = new Float64Array(0);
    this.live = live < 0 ? none : valuesOf(profile, live);
    this.ever = live < 0 || alloc < 0 ? none : valuesOf(profile, alloc);
  }

  of(sample: number): number {
    return Math.max(0, this.live[sample] ?? 0) + Math.max(0, this.ever[sample] ?? 0) * FREED_WEIGHT;
  }

  /** By what was ever allocated alone: what went along a path since the process began. */
  ofAllocated(sample: number): number {
    return Math.max(0, this.ever[sample] ?? 0);
  }
}
