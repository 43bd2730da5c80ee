/** A straight line through values over time, and how steadily they rise. */
export interface Trend {
  /** change of the value for each unit of time, by least squares */
  readonly slope: number;
  /** 95% interval of the slope (Student's t, n - 2 degrees of freedom) */
  readonly low: number;
  readonly high: number;
  /** Kendall's tau-b: 1 where each value is above all before it, -1 where below */
  readonly tau: number;
}

/** Beyond so many points Kendall's tau, which looks at all pairs, is taken of evenly spread ones. */
const MAX_TAU_POINTS = 1000;

/**
 * The trend of values over times; both have one entry a snapshot, in any order.
 * Undefined for fewer than three points, for times that are all the same and for what is not finite.
 */
export function trendOf(times: readonly number[], values: readonly number[]): Trend | undefined {
  const n = Math.min(times.length, values.length);
  if (n < 3) return undefined;
  let meanTime = 0;
  let meanValue = 0;
  for (let i = 0; i < n; i++) {
    // Relative to the first: milliseconds since 1970 squared would eat all digits.
    meanTime += (times[i] - times[0]) / n;
    meanValue += values[i] / n;
  }
  let tt = 0;
  let tv = 0;
  for (let i = 0; i < n; i++) {
    const t = times[i] - times[0] - meanTime;
    tt += t * t;
    tv += t * (values[i] - meanValue);
  }
  if (!(tt > 0) || !Number.isFinite(tt) || !Number.isFinite(tv)) return undefined;
  const slope = tv / tt;
  let residual = 0;
  for (let i = 0; i < n; i++) {
    const off = values[i] - meanValue - slope * (times[i] - times[0] - meanTime);
    residual += off * off;
  }
  const reach = studentT95(n - 2) * Math.sqrt(residual / (n - 2) / tt);
  return { slope, low: slope - reach, high: slope + reach, tau: kendallTau(times, values, n) };
}

function kendallTau(times: readonly number[], values: readonly number[], n: number): number {
  const step = Math.max(1, n / MAX_TAU_POINTS);
  let agree = 0;
  let timePairs = 0;
  let valuePairs = 0;
  for (let a = 0; a < n; a += step) {
    for (let b = a + step; b < n; b += step) {
      const i = Math.floor(a);
      const j = Math.floor(b);
      const t = Math.sign(times[j] - times[i]);
      const v = Math.sign(values[j] - values[i]);
      agree += t * v;
      timePairs += t * t;
      valuePairs += v * v;
    }
  }
  return timePairs > 0 && valuePairs > 0 ? agree / Math.sqrt(timePairs * valuePairs) : 0;
}

/** Two-sided 95% points of Student's t for 1 to 30 degrees of freedom (any table of it). */
const T95 = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145,
  2.131, 2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048,
  2.045, 2.042,
];

/** The two-sided 95% point; above 30 by the expansion in 1/df (Abramowitz and Stegun 26.7.5). */
export function studentT95(df: number): number {
  const tabled = T95[df - 1];
  if (tabled !== undefined) return tabled;
  const z = 1.959964;
  return z + (z ** 3 + z) / (4 * df) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * df * df);
}
