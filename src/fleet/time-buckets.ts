import type { Fleet } from "./fleet.js";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Spans of a column that people know, in milliseconds; the last one is doubled where that is needed. */
const STEPS = [
  ...[1, 5, 10, 30].map((seconds) => seconds * SECOND),
  ...[1, 5, 15].map((minutes) => minutes * MINUTE),
  ...[1, 3, 6, 12, 24].map((hours) => hours * HOUR),
];
/** Columns of the heat map at most. */
const MAX_COLUMNS = 42;

/** The columns of the heat map: equal spans of time, in UTC. */
export interface TimeBuckets {
  /** milliseconds since 1970 */
  readonly start: number;
  readonly step: number;
  readonly count: number;
  /** the column of each profile of the fleet */
  readonly of: Uint16Array;
}

/** Columns without any profile are few, where a larger step can make it so. */
const FILLED = 0.9;
const FEWEST_COLUMNS = 5;

/**
 * Parts the time of a fleet's profiles into columns. Profiles that come every four hours are shown
 * by six hours rather than by three: every other column would be empty.
 */
export function timeBuckets({ profiles }: Fleet): TimeBuckets {
  const { time } = profiles;
  const first = time[0] ?? 0;
  const last = time.at(-1) ?? first;
  let largest = DAY;
  while (columnsOf(first, last, largest) > MAX_COLUMNS) largest *= 2;
  const steps = [...STEPS, largest].filter((one) => columnsOf(first, last, one) <= MAX_COLUMNS);
  const filled = (step: number) =>
    new Set(Array.from(time, (t) => Math.floor(t / step))).size / columnsOf(first, last, step);
  const full = steps.find(
    (one) => columnsOf(first, last, one) >= FEWEST_COLUMNS && filled(one) >= FILLED,
  );
  const step = full ?? steps[0];
  const start = Math.floor(first / step) * step;
  const count = columnsOf(first, last, step);
  const of = Uint16Array.from(time, (t) => Math.min(count - 1, Math.floor((t - start) / step)));
  return { start, step, count, of };
}

function columnsOf(first: number, last: number, step: number): number {
  return Math.floor(last / step) - Math.floor(first / step) + 1;
}
