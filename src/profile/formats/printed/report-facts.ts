import { type Measure, measureOf, PERCENT, percentOf, VALUE } from "./measure.js";

/** What the lines above a report say of the profile. */
export interface ReportFacts {
  /** "inuse_space"; "" where nothing says it */
  type: string;
  file: string;
  buildId: string;
  /** nanoseconds since 1970; 0n where nothing says it */
  timeNanos: bigint;
  /** what percentages are of */
  total: Measure | undefined;
  /** functions of a smaller cum are left out */
  cutoff: Measure | undefined;
  /** lines behind "Active filters:" */
  filters: string[];
  /** a call of pprof with a base, or a label of one, was seen */
  isDifference: boolean;
}

export function noFacts(): ReportFacts {
  return {
    type: "",
    file: "",
    buildId: "",
    timeNanos: 0n,
    total: undefined,
    cutoff: undefined,
    filters: [],
    isDifference: false,
  };
}

const MAX_LINE = 8192;
const TYPE = /\b(inuse_space|inuse_objects|alloc_space|alloc_objects)\b/;
const FIGURES = new RegExp(`(?<![\\w.])(?:${PERCENT}|${VALUE})(?![\\w%])`, "g");

/**
 * Reads a line that is no row; true where it told something. Sentences are known by their
 * figures, not by their words: a translated page has them in another language.
 */
export function readFact(text: string, facts: ReportFacts): boolean {
  if (text.length > MAX_LINE) return false;
  const line = text.replace(/^(?:\s*\(pprof\))+\s?/, "");
  const field = /^\W*(File|Type|Build ID|Time|Duration|Total)\s*[:：]\s*(\S.*)$/.exec(line);
  if (field) return readField(field[1], field[2], facts);
  if (line !== text || /^\s*[$#%>]|\bpprof\b/.test(line)) {
    const type = TYPE.exec(line)?.[1] ?? /sample_index\s*[= ]\s*(\w+)/.exec(line)?.[1];
    if (type) facts.type = type;
    if (/-(?:diff_)?base\b/.test(line)) facts.isDifference = true;
    if (type !== undefined) return true;
  }
  const cutoff = new RegExp(`\\(?cum\\s*(?:<=?|>=?|≤)\\s*(${VALUE})`).exec(line);
  if (cutoff) {
    facts.cutoff = measureOf(cutoff[1]);
    return true;
  }
  const filter = /^\s{2,}((?:focus|ignore|hide|show|show_from|tagfocus|tagignore)=.*)$/.exec(line);
  if (filter) {
    if (facts.filters.length < 16) facts.filters.push(filter[1]);
    return true;
  }
  const total = accountedFor(line);
  if (total) facts.total = total;
  return total !== undefined;
}

function readField(name: string, text: string, facts: ReportFacts): boolean {
  switch (name) {
    case "File":
      facts.file = text.trim();
      return true;
    case "Type":
      facts.type = text.trim().split(/\s/)[0];
      return true;
    case "Build ID":
      facts.buildId = text.trim();
      return true;
    case "Time":
      facts.timeNanos = timeOf(text);
      return true;
    case "Duration": {
      const all = new RegExp(`=\\s*(${VALUE})`).exec(text);
      if (all) facts.total = measureOf(all[1]);
      return true;
    }
    default: {
      const all = new RegExp(`^(${VALUE})(?:\\s|$)`).exec(
        text.replace(/(\d) (?=[a-zA-Z]+$)/, "$1"),
      );
      if (all) facts.total = measureOf(all[1]);
      return all !== null;
    }
  }
}

/**
 * The total of a line like "Showing nodes accounting for 9GB, 90% of 10GB total" or "9GB of 10GB
 * total (90%)": two figures and the percentage that one is of the other.
 */
function accountedFor(line: string): Measure | undefined {
  const found = line.match(FIGURES);
  if (!found || found.length < 3 || found.length > 8) return undefined;
  const values = found.map(measureOf).filter((m) => m !== undefined);
  const percents = found.map(percentOf).filter((p) => p !== undefined);
  for (let i = 0; i + 1 < values.length; i++) {
    const [part, whole] = [values[i], values[i + 1]];
    for (const [a, b] of [
      [part, whole],
      [whole, part],
    ] as const) {
      if (b.value === 0 || (a.family !== b.family && a.value !== 0)) continue;
      const share = Math.abs(a.value / b.value) * 100;
      if (percents.some((p) => Math.abs(p - share) <= Math.max(0.06, 0.01 * share))) return b;
    }
  }
  return undefined;
}

const MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

/** A time as pprof prints it, in UTC; 0n where it is in a zone of which only the letters are told. */
function timeOf(text: string): bigint {
  const iso =
    /(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*(UTC|GMT|Z|[+-]\d{4})?/.exec(
      text,
    );
  if (iso) {
    const [, y, mo, d, h, mi, s, zone] = iso;
    if (zone === undefined) return 0n;
    const at = Date.UTC(+y, +mo - 1, +d, +h, +mi, +(s ?? 0)) - offsetOf(zone);
    return BigInt(at) * 1_000_000n;
  }
  const old = /([A-Z][a-z]{2}) (\d{1,2}), (\d{4}) at (\d{1,2}):(\d\d)([ap])m \((?:UTC|GMT)\)/.exec(
    text,
  );
  if (!old) return 0n;
  const [, month, day, year, hour, minute, half] = old;
  const m = MONTHS.indexOf(month) / 3;
  if (m < 0) return 0n;
  const at = Date.UTC(+year, m, +day, (+hour % 12) + (half === "p" ? 12 : 0), +minute);
  return BigInt(at) * 1_000_000n;
}

function offsetOf(zone: string): number {
  const found = /^([+-])(\d\d)(\d\d)$/.exec(zone);
  if (!found) return 0;
  const minutes = Number(found[2]) * 60 + Number(found[3]);
  return (found[1] === "-" ? -minutes : minutes) * 60_000;
}
