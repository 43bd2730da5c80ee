import type { SetAnswer } from "../../engine/answers.js";
import { crossingOf, DEFAULT_WATERMARK, processBytes } from "../../leaks/forecast.js";
import { itemAt, lastOf, must } from "../../lib/must.js";
import { parseBytes } from "../../lib/parse-bytes.js";
import { trendOf } from "../../lib/trend.js";
import { SUSPECTS_WORDS } from "../../words/page/suspects-words.js";
import { formatBytes, formatSpan } from "../controls/page-format.js";

const WORDS = SUSPECTS_WORDS.forecast;
const MINUTE = 60_000;
const YEAR = 365 * 86_400_000;

type Course = Pick<SetAnswer, "order" | "times" | "totals" | "restarts">;

/** Whether a set is a course of bytes over time, of which a forecast can be made. */
export function hasForecast(set: SetAnswer | undefined): set is SetAnswer {
  if (set?.kind !== "series" || set.totals.length < 3 || set.unit !== "bytes") return false;
  return set.order.every((i) => set.times[i] !== undefined);
}

/**
 * Says when the live bytes of a course bring the process to the watermark of its memory limit, or
 * why that cannot be said.
 * @param limit as typed; "" for none
 * @param watermark percent of the limit as typed; the usual one where that is no percentage
 */
export function forecastText(set: Course, limit: string, watermark: string): string {
  // A restart begins a new line; what came before it says nothing of what comes.
  const last = set.restarts.reduce((at, i) => Math.max(at, set.order.indexOf(i)), 0);
  const order = set.order.slice(last);
  if (order.length < 3) return WORDS.tooFew;
  const trend = trendOf(
    order.map((i) => must(set.times[i], "the time of a file in a series")),
    order.map((i) => itemAt(set.totals, i)),
  );
  if (trend === undefined || trend.low <= 0) return WORDS.noTrend;
  const [slope, low, high] = [trend.slope, trend.low, trend.high].map((v) =>
    formatBytes(v * MINUTE),
  ) as [string, string, string];
  const rate = WORDS.rate(slope, low, high);
  const bytes = parseBytes(limit);
  if (limit && !bytes) return WORDS.both(rate, WORDS.noSize(limit));
  const now = itemAt(set.totals, lastOf(order));
  const part = partOf(watermark);
  const crossing = bytes ? crossingOf(trend, now, { limit: bytes, watermark: part }) : undefined;
  return WORDS.both(rate, crossingText(crossing, now, Math.round(part * 100)));
}

function crossingText(
  crossing: ReturnType<typeof crossingOf>,
  now: number,
  percent: number,
): string {
  if (!crossing) return WORDS.giveLimit;
  if (crossing.expected === 0) return WORDS.above(formatBytes(processBytes(now)), percent);
  const latest = crossing.latest > YEAR ? "" : formatSpan(crossing.latest);
  return WORDS.reached(percent, formatSpan(crossing.earliest), latest, formatBytes(crossing.live));
}

function partOf(watermark: string): number {
  const percent = Number(watermark);
  return percent > 0 && percent <= 100 ? percent / 100 : DEFAULT_WATERMARK;
}
