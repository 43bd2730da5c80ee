import { formatCount } from "../../lib/format.js";
import { language } from "../../words/language.js";
import { CONTROLS_WORDS } from "../../words/page/controls-words.js";

const NOUN_WORDS = CONTROLS_WORDS.exact;

export {
  formatBytes,
  formatCount,
  formatDelta,
  formatShare,
  formatValue,
} from "../../lib/format.js";

/**
 * The exact figure, for tooltips: "1,983,905,792 bytes", "1 byte", "445,875 objects".
 * @param sampleType says what a count is of
 */
export function formatExact(value: number, unit: string, sampleType = ""): string {
  const noun = unit === "count" ? countedNoun(sampleType) : unit;
  const count = formatCount(value);
  if (noun === "") return count;
  const size = Math.abs(value);
  const say = Object.hasOwn(NOUN_WORDS, noun)
    ? NOUN_WORDS[noun as keyof typeof NOUN_WORDS]
    : undefined;
  return say ? say(count, size) : `${count} ${size === 1 ? noun.replace(/s$/, "") : noun}`;
}

/** What a sample type counts, in the plural: "objects" of inuse_objects; "" where it is not known. */
function countedNoun(sampleType: string): string {
  const last = sampleType.split("_").at(-1) ?? "";
  if (sampleType === "goroutine") return "goroutines";
  return /^(?:objects|samples|contentions|allocations|events|threads)$/.test(last) ? last : "";
}

/** How many times as much: "× 15.0"; "" where there was nothing before. */
export function formatFactor(after: number, before: number): string {
  if (!(before > 0) || after < 0) return "";
  const factor = after / before;
  return `× ${factor >= 100 ? Math.round(factor) : factor.toFixed(factor >= 10 ? 1 : 2)}`;
}

/** A file's name without the endings that all profiles have. */
export function shortFileName(name: string): string {
  return name.replace(/\.(heap\.)?(pb\.gz|pprof|pb|prof|gz)$/i, "").replace(/\.heap$/, "") || name;
}

const clockIn = (locale: string) =>
  new Intl.DateTimeFormat(locale, {
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  });
const dayIn = (locale: string) =>
  new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric" });

/** Dates as each language writes them, both with 24 hours. */
const MOMENTS = {
  en: { day: dayIn("en-GB"), clock: clockIn("en-GB") },
  zh: { day: dayIn("zh-CN"), clock: clockIn("zh-CN") },
} as const;

/** A moment: "23 Nov 2026, 14:03:11", "2026年11月23日 14:03:11". */
export function formatTime(milliseconds: number): string {
  const date = new Date(milliseconds);
  const { day, clock } = MOMENTS[language()];
  return CONTROLS_WORDS.time(day.format(date), clock.format(date));
}

/** A span of time: "42 s", "3 min", "5.2 h", "3 d". */
export function formatSpan(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 90) return `${Math.round(seconds)} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  if (seconds < 172800) return `${(seconds / 3600).toFixed(1)} h`;
  return `${Math.round(seconds / 86400)} d`;
}
