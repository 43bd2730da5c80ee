import type { Fleet } from "./fleet.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Spans of a column that people know, in milliseconds; beyond the last one it is doubled. */
const STEPS = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY];
/** Columns of the heat map at most. */
export const MAX_COLUMNS = 42;

/** The columns of the heat map: equal spans of time, in UTC. */
export interface TimeBuckets {
  /** milliseconds since 1970 */
  readonly start: number;
  readonly step: number;
  readonly count: number;
  /** the column of each profile of the fleet */
  readonly of: Uint16Array;
}

/** Parts the time of a fleet's profiles into columns. */
export function timeBuckets({ profiles }: Fleet): TimeBuckets {
  const { time } = profiles;
  const first = time[0] ?? 0;
  const last = time.at(-1) ?? first;
  const steps = [...STEPS];
  let step = STEPS[0];
  while (columnsOf(first, last, step) > MAX_COLUMNS) {
    steps.shift();
    step = steps[0] ?? step * 2;
  }
  const start = Math.floor(first / step) * step;
  const count = columnsOf(first, last, step);
  const of = Uint16Array.from(time, (t) => Math.min(count - 1, Math.floor((t - start) / step)));
  return { start, step, count, of };
}

function columnsOf(first: number, last: number, step: number): number {
  return Math.floor(last / step) - Math.floor(first / step) + 1;
}
