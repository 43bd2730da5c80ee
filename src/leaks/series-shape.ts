import { lastOf } from "../lib/must.js";
import { type Trend, trendOf } from "../lib/trend.js";

/** A steady rise needs so many snapshots: with fewer nobody can tell a rise from a step. */
const FEWEST = 3;
/** Kendall's tau from which on a rise is steady. */
const STEADY = 0.8;
/** What stays within this share of the most it ever was is flat. */
const FLAT = 1 / 20;
/** Of three snapshots the smaller step is at least this share of the rise. */
const LEAST_STEP = 1 / 5;

/** Where values begin to rise for good, and the line through them from there on. */
export interface Rise {
  /** index of the snapshot from which they rise */
  readonly from: number;
  readonly trend: Trend;
}

/**
 * The rise at the end of a series: from the last snapshot that held as little as any, to the last
 * of all. Undefined where it is not steady, has fewer than three snapshots, or has levelled off.
 * Steady: of four snapshots or more the slope's 95% interval lies above zero and Kendall's tau is
 * 0.8 at least; of three, for which the interval says next to nothing, both steps go up and
 * neither is below a fifth of the whole.
 * @param times one a snapshot, in any unit
 */
export function riseOf(times: readonly number[], series: readonly number[]): Rise | undefined {
  const top = Math.max(...series);
  const low = Math.min(...series);
  const from = series.findLastIndex((v) => v <= low + top * FLAT);
  const values = series.slice(from);
  if (values.length < FEWEST || levelledOff(series) > 0) return undefined;
  const trend = trendOf(times.slice(from), values);
  if (!trend || !(trend.tau >= STEADY)) return undefined;
  const steady = values.length > FEWEST ? trend.low > 0 : risesByLikeSteps(values);
  return steady ? { from, trend } : undefined;
}

function risesByLikeSteps(values: readonly number[]): boolean {
  const all = lastOf(values) - values[0];
  return values.slice(1).every((v, i) => v - values[i] >= all * LEAST_STEP);
}

/**
 * How many of the last snapshots are flat where the values rose before: the last third of them, two
 * at least, within a twentieth of the most there ever was; 0 where they are not.
 */
export function levelledOff(series: readonly number[]): number {
  if (series.length < FEWEST) return 0;
  const top = Math.max(...series);
  const isFlat = (of: readonly number[]) => isLevel(of, top);
  const least = Math.max(series.length > 4 ? 3 : 2, Math.ceil(series.length / 3));
  if (!isFlat(series.slice(-least)) || isFlat(series)) return 0;
  let flat = least;
  while (isFlat(series.slice(-flat - 1))) flat++;
  return flat;
}

/** Whether values stay within a twentieth of the most there ever was. */
export function isLevel(values: readonly number[], top = Math.max(...values)): boolean {
  return Math.max(...values) - Math.min(...values) <= top * FLAT;
}

/** Whether the last value is far below what it had been in between. */
export function fellBack(series: readonly number[]): boolean {
  return (series.at(-1) ?? 0) < Math.max(0, ...series) / 2;
}
