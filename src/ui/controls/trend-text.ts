import { CONTROLS_WORDS } from "../../words/page/controls-words.js";
import { formatDelta } from "./page-format.js";

/** A slope in the unit of the values by millisecond or by snapshot, with its 95% interval. */
export interface Trend {
  readonly slope: number;
  readonly low: number;
  readonly high: number;
}

const HOUR = 3_600_000;

/** What is said of a slope; nothing of its size where it may be zero. */
export function trendText({ slope, low, high }: Trend, unit: string, isTimed: boolean): string {
  if (low < 0 && high > 0) return CONTROLS_WORDS.trend.none;
  const say = isTimed ? CONTROLS_WORDS.trend.anHour : CONTROLS_WORDS.trend.aSnapshot;
  const by = isTimed ? HOUR : 1;
  return say(
    formatDelta(slope * by, unit),
    formatDelta(low * by, unit),
    formatDelta(high * by, unit),
  );
}
