import { memo } from "../../lib/memo.js";
import { release } from "../../lib/release.js";
import { companionType } from "../companion-type.js";
import { isDeltaProfile } from "../delta-profile.js";
import { labelsFrom, labelsTo, type Profile, valuesOf } from "../profile.js";

/** Two-sided 95% point of the normal distribution. */
export const Z95 = 1.959964;

/** A change of so many standard errors is beyond sampling noise. */
export const SIGNIFICANT = 2;
/** More standard errors than these are not told apart: the normal distribution ends long before. */
export const SUREST = 100;

/**
 * What is known of the error of figures. "exact": nothing was sampled by bytes (every allocation
 * was recorded, or CPU time, goroutines); "sampled": the standard error is known; "at-least": it
 * is at least what is told, since what was taken away (by the file itself, or as a median) had an
 * error too; "unknown": sampled, but the file does not say how large objects are.
 */
export type ErrorBasis = "exact" | "sampled" | "at-least" | "unknown";

/** How the figures of a sample type came about. */
export interface Sampling {
  readonly basis: ErrorBasis;
  /** the same of changes: what is compared with may be less sure than what is shown */
  readonly change: ErrorBasis;
  /** mean bytes between two sampled allocations where the figures are bytes, else 0 */
  readonly rate: number;
}

const EXACT: Sampling = { basis: "exact", change: "exact", rate: 0 };

const UNTOLD: Sampling = { basis: "unknown", change: "unknown", rate: 0 };

/** How the figures of one sample type of a profile came about. */
export function samplingOf(profile: Profile, sampleType: number): Sampling {
  const type = profile.sampleTypes[sampleType];
  const rate = samplingRate(profile);
  // A printed table of a heap does not say how many objects its bytes are.
  if (type?.unit === "bytes" && profile.figures) return UNTOLD;
  if (!type) return EXACT;
  if (rate === 0) {
    // Stores of profiles lose the period on the way: that is not "everything was recorded".
    return profile.periodType?.unit === "bytes" && profile.period === 0 ? UNTOLD : EXACT;
  }
  const isBytes = type.unit === "bytes";
  if (!isBytes && (type.unit !== "count" || companionType(profile, sampleType, "space") < 0)) {
    return UNTOLD;
  }
  const basis = isDeltaProfile(profile) ? "at-least" : "sampled";
  return { basis, change: basis, rate: isBytes ? rate : 0 };
}

const BY_DOUBT: readonly ErrorBasis[] = ["exact", "sampled", "at-least", "unknown"];

/** Of several profiles taken together what is known of the least sure. */
export function leastSure(of: readonly ErrorBasis[]): ErrorBasis {
  return BY_DOUBT[Math.max(0, ...of.map((one) => BY_DOUBT.indexOf(one)))];
}

/** What the error of a change makes of it. */
export interface ChangeError {
  /** in standard errors, see growthInErrors; NaN where there is no error, or none is known */
  readonly z: number;
  /** whether the change is within sampling noise */
  readonly noise: boolean;
}

/**
 * Judges a change by its error. The one place that says whether a change is noise: graph, table,
 * panel, suspects and report ask here.
 * @param error standard error of the change
 * @param held what was held before and after together
 */
export function changeError(
  change: number,
  error: number,
  held: number,
  { change: basis, rate }: Sampling,
): ChangeError {
  if (basis === "exact" || basis === "unknown") return { z: Number.NaN, noise: false };
  const z = growthInErrors(change, error * error, held, rate);
  return { z, noise: Math.abs(z) < SIGNIFICANT };
}

const variances = memo((_: Profile): (Float64Array | undefined)[] => []);

/**
 * Variance of each sample's value by the sampling of allocations; length samples.count, in the
 * square of the sample type's unit.
 *
 * Go's sampler sees an object of size s with p = 1 - exp(-s/R), R the profile's period in bytes,
 * and writes counts and bytes divided by p (runtime/pprof, scaleHeapSample). The number seen of N
 * is binomial, so Var(N) = N (1-p)/p and Var(bytes) = s^2 N (1-p)/p, where (1-p)/p is
 * 1/(exp(s/R) - 1). s is the sample's `bytes` label where that fits the values, because the file
 * rounds counts down, which for few objects spoils bytes over objects; else bytes over objects of
 * the same state. Where neither is known bytes get the largest variance that any size has, B R,
 * and counts none. A profile that was not sampled by bytes has no variance.
 */
export function sampleVariance(profile: Profile, sampleType: number): Float64Array {
  const known = variances(profile);
  const found = known[sampleType] ?? variancesOf(profile, sampleType);
  known[sampleType] = found;
  return found;
}

function variancesOf(profile: Profile, sampleType: number): Float64Array {
  const { samples, sampleTypes, period } = profile;
  const out = new Float64Array(samples.count);
  const type = sampleTypes[sampleType];
  const rate = samplingRate(profile);
  if (!type || rate === 0) return out;
  const isBytes = type.unit === "bytes";
  if (!isBytes && type.unit !== "count") return out;
  const twin = companionType(profile, sampleType, isBytes ? "objects" : "space");
  const values = valuesOf(profile, sampleType);
  const others = twin >= 0 && twin !== sampleType ? valuesOf(profile, twin) : undefined;
  const labels = sizeLabels(profile);
  for (let s = 0; s < out.length; s++) {
    const value = Math.abs(values[s]);
    if (value === 0) continue;
    const other = others ? Math.abs(others[s]) : 0;
    const size = isBytes
      ? objectSize(value, other, labels[s])
      : objectSize(other, value, labels[s]);
    if (!(size > 0)) {
      out[s] = isBytes ? value * period : 0;
      continue;
    }
    const odds = 1 / Math.expm1(size / rate);
    out[s] = isBytes ? size * value * odds : (other > 0 ? other / size : value) * odds;
  }
  release(labels);
  return out;
}

/** Mean bytes between two sampled allocations; 0 where allocations were not sampled by bytes. */
export function samplingRate(profile: Profile): number {
  const { period, periodType } = profile;
  return periodType?.unit === "bytes" && period > 1 && Number.isFinite(period) ? period : 0;
}

/** Size of one object: the label where bytes and (rounded down) objects allow it. 0: unknown. */
function objectSize(bytes: number, objects: number, label: number): number {
  if (objects === 0 || bytes === 0) return label;
  if (label > 0 && label * objects <= bytes * 1.001 + 1 && label * (objects + 2) >= bytes) {
    return label;
  }
  return bytes / objects;
}

/** The number of the `bytes` label of each sample, 0 where it has none. */
function sizeLabels(profile: Profile): Float64Array {
  const { samples, strings } = profile;
  const out = new Float64Array(samples.count);
  let key = -1;
  for (let s = 0; s < out.length; s++) {
    for (let i = labelsFrom(samples, s); i < labelsTo(samples, s); i++) {
      const k = samples.labelKey[i];
      if (k !== key) {
        if (strings.get(k) !== "bytes") continue;
        key = k;
      }
      if (samples.labelNumber[i] > 0) out[s] = samples.labelNumber[i];
    }
  }
  return out;
}

/**
 * The 95% interval of a figure: of bytes the score interval (`bytesInterval`), of counts 1.96
 * standard errors; undefined where nothing was sampled, or the error is not known.
 */
export function intervalOf(value: number, error: number, sampling: Sampling): Interval | undefined {
  const { basis, rate } = sampling;
  if (basis !== "sampled" || isExact(error, basis)) return undefined;
  if (rate > 0) return bytesInterval(value, error * error, rate);
  return { low: Math.max(0, value - Z95 * error), high: value + Z95 * error };
}

/** Whether a figure has no error worth telling: less than half a byte, or half an object. */
export function isExact(error: number, basis: ErrorBasis): boolean {
  return basis === "exact" || (basis !== "unknown" && !(error >= 0.5));
}

/** From where to where a true value may lie, in the value's unit. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The 95% interval of bytes estimated by sampling: the values B that the estimate b does not
 * contradict, |b - B| - step/2 <= z sqrt(B a), with the grain a = Var(b)/b and the step of one
 * sampled object. Unlike b +- z SE, which takes the variance from the estimate, it holds for few
 * sampled objects, and for none: then the grain is the largest there is, R, that of objects much
 * smaller than R. (A score interval, E. B. Wilson, JASA 22, 1927, with Yates's correction.)
 * @param rate mean bytes between two sampled allocations (`samplingRate`)
 */
export function bytesInterval(value: number, variance: number, rate: number): Interval {
  const b = Math.max(0, value);
  if (!(rate > 0) || (b > 0 && !(variance > 0))) return { low: b, high: b };
  const grain = b > 0 ? Math.min(rate, variance / b) : rate;
  const half = stepOf(grain, rate) / 2;
  const bound = (from: number, direction: 1 | -1) =>
    from +
    (Z95 * Z95 * grain) / 2 +
    direction * Z95 * Math.sqrt(from * grain + (Z95 * Z95 * grain * grain) / 4);
  return { low: b > half ? Math.max(0, bound(b - half, -1)) : 0, high: bound(b + half, 1) };
}

/**
 * Growth in standard errors, corrected for its coming in steps of whole sampled objects; |z| >= 2
 * is beyond sampling noise. The variance is that of both estimates together, which is the score
 * test of "as much before as after", so an estimate of zero needs no variance of its own. It errs
 * on the side of saying nothing, as objects alive at both moments were sampled once only.
 * The correction (half a step, as Yates's) matters for few objects: one of 1 MB that was missed
 * before and seen after would be 2.7 standard errors without it.
 * Growth without any error is infinitely many; no growth is 0.
 * @param variance of both estimates together
 * @param held both estimates together: the sum, where growth is the difference
 * @param rate mean bytes between two sampled allocations (`samplingRate`); 0 for counts of objects
 */
export function growthInErrors(
  growth: number,
  variance: number,
  held: number,
  rate: number,
): number {
  if (growth === 0) return 0;
  const sign = Math.sign(growth);
  if (!(variance > 0)) return sign * Number.POSITIVE_INFINITY;
  const error = Math.sqrt(variance);
  const plain = growth / error;
  if (Math.abs(plain) < SIGNIFICANT || !(held > 0)) return plain;
  const grain = variance / held;
  // One sampled object stands for 1/p objects, and the grain of counts is (1-p)/p.
  const half = (rate > 0 ? stepOf(grain, rate) : 1 + grain) / 2;
  return (sign * Math.max(0, Math.abs(growth) - half)) / error;
}

/**
 * Bytes that one sampled object stands for, s/p, where the estimate has the grain
 * Var(b)/b = s / (exp(s/R) - 1); s by bisection.
 */
function stepOf(grain: number, rate: number): number {
  const wanted = Math.min(grain / rate, 1);
  let low = 0;
  let high = 700;
  for (let i = 0; i < 50; i++) {
    const x = (low + high) / 2;
    if (x / Math.expm1(x) > wanted) low = x;
    else high = x;
  }
  return (high * rate) / -Math.expm1(-high);
}
