import type { Trend } from "../lib/trend.js";
import { LEAKS_WORDS } from "../words/leaks-words.js";

/** What a process is given, for the forecast of when it is used up. */
export interface Headroom {
  /** memory limit of the process or host, bytes */
  readonly limit: number;
  /** share of the limit at which to act; 0.6 where it is not given */
  readonly watermark?: number;
  /** GOGC of the process, percent; 100 where it is not given */
  readonly gogc?: number;
}

/** When a rising line crosses the watermark: spans from the last snapshot on, in the trend's time. */
export interface Crossing {
  /** live bytes with which the process is at the watermark */
  readonly live: number;
  /** at the slope itself; 0 where the line is crossed already */
  readonly expected: number;
  readonly earliest: number;
  readonly latest: number;
}

export const DEFAULT_WATERMARK = 0.6;
const DEFAULT_GOGC = 100;

/**
 * Memory of a process at the peak of a GC cycle: live bytes times (1 + GOGC/100), as the collector
 * lets the heap grow by GOGC percent before it runs again (https://go.dev/doc/gc-guide).
 */
export function processBytes(live: number, gogc = DEFAULT_GOGC): number {
  return live * (1 + Math.max(0, gogc) / 100);
}

/** Whether a trend lets anything be said of what comes: its whole interval lies above zero. */
export function rises(trend: Trend | undefined): trend is Trend {
  return trend !== undefined && trend.low > 0 && Number.isFinite(trend.high);
}

/**
 * When live bytes that follow the trend bring the process to the watermark of its limit.
 * Undefined where nothing honest can be said: no trend (fewer than three snapshots, or a restart
 * between them, which the caller leaves out), a slope whose interval holds zero, or no limit.
 * @param now live bytes at the last snapshot
 */
export function crossingOf(
  trend: Trend | undefined,
  now: number,
  headroom: Headroom,
): Crossing | undefined {
  const { limit, watermark = DEFAULT_WATERMARK, gogc = DEFAULT_GOGC } = headroom;
  if (!rises(trend) || !(limit > 0) || !(watermark > 0)) return undefined;
  const live = (limit * watermark) / processBytes(1, gogc);
  const left = Math.max(0, live - now);
  return {
    live,
    expected: left / trend.slope,
    earliest: left / trend.high,
    latest: left / trend.low,
  };
}

const MINUTE = 60_000;
const HOUR = 3_600_000;

/**
 * The growth of a path in a sentence: "+24.1 MiB a minute (95% interval 22.0 MiB to 26.2 MiB); +1.41 GiB
 * an hour (1.29 GiB to 1.53 GiB) if it goes on like that."; "" where the trend says nothing. What was
 * watched for an hour or longer is told by the hour only.
 * @param trend over milliseconds, or over the number of snapshots where `timed` is false
 * @param watched how long, in milliseconds
 * @param show a value with its unit
 */
export function rateSentence(
  trend: Trend | undefined,
  watched: number,
  timed: boolean,
  show: (value: number) => string,
): string {
  if (!rises(trend)) return "";
  const rate = (by: number) =>
    [show(trend.slope * by), show(trend.low * by), show(trend.high * by)] as const;
  const { snapshot, hour, minute } = LEAKS_WORDS.rate;
  if (!timed) return snapshot(rate(1));
  return watched >= HOUR ? hour(rate(HOUR)) : minute(rate(MINUTE), rate(HOUR));
}
