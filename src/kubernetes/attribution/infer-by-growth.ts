import { type Profile, sampleTypeIndex, valuesOf } from "../../profile/profile.js";
import { liveColumn } from "../../profile/sampling/allocation-size.js";
import { CO_GROWTH, STAGES } from "../vocabulary.js";
import type { StackReader } from "./stack-reader.js";

/** Growth below this is left to chance: Go samples one allocation in 512 KiB. */
const LEAST_GROWTH = 4 << 20;
/** One kind must have this share of the growth of all kinds. */
const DOMINANT = 0.9;
/** Raw bytes beyond so many times the kind's own growth are not explained by it. */
const MOST_TIMES = 4;

interface Verdicts {
  readonly kinds: readonly unknown[];
  readonly kind: readonly Int16Array[];
  readonly evidence: readonly Uint8Array[];
  readonly stage: readonly Uint8Array[];
}

/**
 * Gives what is still in question to the one kind that grew together with it across snapshots of
 * one process. What is in question is taken by groups: of one stage and below one root function.
 */
export function inferByGrowth(
  profiles: readonly Profile[],
  readers: readonly StackReader[],
  verdicts: Verdicts,
  carries: readonly Uint8Array[],
): void {
  const order = snapshotOrder(profiles);
  if (!order) return;
  const kinds = verdicts.kinds.map(() => new Float64Array(order.length));
  const groups = new Map<number, number>();
  const series: Float64Array[] = [];
  /** for each profile the group of each sample in question */
  const groupOf = profiles.map((p) => new Int32Array(p.samples.count));
  for (let at = 0; at < order.length; at++) {
    const p = order[at];
    const values = valuesOf(profiles[p], liveColumn(profiles[p]));
    const reader = readers[p];
    for (let s = 0; s < values.length; s++) {
      const kind = verdicts.kind[p][s];
      if (kind >= 0) kinds[kind][at] += values[s];
      else if (carries[p][s]) {
        const key = (reader.root(s) + 1) * STAGES.length + verdicts.stage[p][s];
        let group = groups.get(key);
        if (group === undefined) {
          group = series.length;
          groups.set(key, group);
          series.push(new Float64Array(order.length));
        }
        series[group][at] += values[s];
        groupOf[p][s] = group;
      }
    }
  }
  const grew = series.map((one) => grewWith(one, kinds));
  for (let p = 0; p < profiles.length; p++) {
    const of = verdicts.kind[p];
    for (let s = 0; s < of.length; s++) {
      if (of[s] >= 0 || !carries[p][s]) continue;
      const kind = grew[groupOf[p][s]];
      if (kind < 0) continue;
      of[s] = kind;
      verdicts.evidence[p][s] = CO_GROWTH;
    }
  }
}

/**
 * The one kind that grew while the series did; -1 where it did not grow, or no kind, or several.
 * Growth is taken from the smallest to the largest of the series.
 */
function grewWith(series: Float64Array, kinds: readonly Float64Array[]): number {
  let low = 0;
  let high = 0;
  for (let i = 1; i < series.length; i++) {
    if (series[i] < series[low]) low = i;
    if (series[i] > series[high]) high = i;
  }
  if (series[high] - series[low] < LEAST_GROWTH) return -1;
  let best = -1;
  let all = 0;
  const growth = kinds.map((k) => k[high] - k[low]);
  for (let k = 0; k < growth.length; k++) {
    if (growth[k] <= 0) continue;
    all += growth[k];
    if (best < 0 || growth[k] > growth[best]) best = k;
  }
  if (best < 0 || growth[best] < LEAST_GROWTH || growth[best] < DOMINANT * all) return -1;
  return series[high] - series[low] <= MOST_TIMES * growth[best] ? best : -1;
}

/**
 * The profiles in order of time, if they can be snapshots of one process: taken at different
 * times, and what was ever allocated never falls. Undefined else.
 */
function snapshotOrder(profiles: readonly Profile[]): number[] | undefined {
  if (profiles.length < 2 || profiles.some((p) => p.sampleTypes.length === 0)) return undefined;
  const order = profiles.map((_, i) => i);
  order.sort((a, b) => {
    const [ta, tb] = [profiles[a].timeNanos, profiles[b].timeNanos];
    return ta < tb ? -1 : ta > tb ? 1 : a - b;
  });
  let before = -1;
  let time = -1n;
  for (const p of order) {
    const profile = profiles[p];
    if (profile.timeNanos !== 0n && profile.timeNanos === time) return undefined;
    time = profile.timeNanos;
    const alloc = sampleTypeIndex(profile, "alloc_space");
    if (alloc < 0) continue;
    let sum = 0;
    for (const value of valuesOf(profile, alloc)) sum += value;
    if (sum < before) return undefined;
    before = sum;
  }
  return order;
}
