/** What a printed figure counts. "none": it has no unit, as counts and zeros have. */
export type MeasureFamily = "bytes" | "nanoseconds" | "none";

/** A figure as a report of pprof prints it. */
export interface Measure {
  /** in bytes, nanoseconds or as it stands */
  readonly value: number;
  readonly family: MeasureFamily;
  /** how far the value may be off because it was rounded for printing */
  readonly error: number;
  /** by which its unit was multiplied */
  readonly factor: number;
}

const BYTE = { family: "bytes" } as const;
const TIME = { family: "nanoseconds" } as const;

/** Units as pprof of any version prints them, and as people and other tools write them. */
const UNITS: Readonly<Record<string, { family: MeasureFamily; factor: number }>> = {
  B: { ...BYTE, factor: 1 },
  bytes: { ...BYTE, factor: 1 },
  kB: { ...BYTE, factor: 2 ** 10 },
  KB: { ...BYTE, factor: 2 ** 10 },
  kb: { ...BYTE, factor: 2 ** 10 },
  K: { ...BYTE, factor: 2 ** 10 },
  k: { ...BYTE, factor: 2 ** 10 },
  kib: { ...BYTE, factor: 2 ** 10 },
  KiB: { ...BYTE, factor: 2 ** 10 },
  MB: { ...BYTE, factor: 2 ** 20 },
  mb: { ...BYTE, factor: 2 ** 20 },
  M: { ...BYTE, factor: 2 ** 20 },
  mib: { ...BYTE, factor: 2 ** 20 },
  MiB: { ...BYTE, factor: 2 ** 20 },
  GB: { ...BYTE, factor: 2 ** 30 },
  gb: { ...BYTE, factor: 2 ** 30 },
  G: { ...BYTE, factor: 2 ** 30 },
  gib: { ...BYTE, factor: 2 ** 30 },
  GiB: { ...BYTE, factor: 2 ** 30 },
  TB: { ...BYTE, factor: 2 ** 40 },
  TiB: { ...BYTE, factor: 2 ** 40 },
  PB: { ...BYTE, factor: 2 ** 50 },
  PiB: { ...BYTE, factor: 2 ** 50 },
  ns: { ...TIME, factor: 1 },
  us: { ...TIME, factor: 1e3 },
  µs: { ...TIME, factor: 1e3 },
  μs: { ...TIME, factor: 1e3 },
  ms: { ...TIME, factor: 1e6 },
  s: { ...TIME, factor: 1e9 },
  sec: { ...TIME, factor: 1e9 },
  secs: { ...TIME, factor: 1e9 },
  min: { ...TIME, factor: 60e9 },
  mins: { ...TIME, factor: 60e9 },
  hr: { ...TIME, factor: 3600e9 },
  hrs: { ...TIME, factor: 3600e9 },
  day: { ...TIME, factor: 86_400e9 },
  days: { ...TIME, factor: 86_400e9 },
  wk: { ...TIME, factor: 604_800e9 },
  wks: { ...TIME, factor: 604_800e9 },
  yr: { ...TIME, factor: 31_557_600e9 },
  yrs: { ...TIME, factor: 31_557_600e9 },
};

const UNIT = Object.keys(UNITS)
  .sort((a, b) => b.length - a.length)
  .join("|");
const NUMBER = "[-+−–]?\\d[\\d.,]{0,30}";

/** Sources of regular expressions: a figure with its unit, if any; a percentage. */
export const VALUE = `${NUMBER}(?:${UNIT})?`;
export const PERCENT = `${NUMBER}%`;

/** As VALUE and PERCENT, with a blank before the unit, as some languages write them. */
export const LOOSE_VALUE = `${NUMBER}(?:\\s?(?:${UNIT}))?`;
export const LOOSE_PERCENT = `${NUMBER}\\s?%`;

const WHOLE_VALUE = new RegExp(`^(${NUMBER})(${UNIT})?$`);
const WHOLE_PERCENT = new RegExp(`^(${NUMBER})%$`);

/** The figure that a text is; undefined where it is none. */
export function measureOf(text: string): Measure | undefined {
  const found = WHOLE_VALUE.exec(text);
  if (!found) return undefined;
  const number = numberOf(found[1], 3);
  if (number === undefined) return undefined;
  const unit = found[2] ? UNITS[found[2]] : undefined;
  const factor = unit?.factor ?? 1;
  const family = unit?.family ?? "none";
  // pprof prints two decimals and cuts ".00" off; a zero and a bare count are exact.
  const exact = number === 0 || (family === "none" && Number.isInteger(number)) || factor === 1;
  return {
    value: family === "none" ? number : Math.round(number * factor),
    family,
    error: exact ? 0 : 0.005 * factor,
    factor,
  };
}

/** The percentage that a text is, 50 for a half; undefined where it is none. */
export function percentOf(text: string): number | undefined {
  const found = WHOLE_PERCENT.exec(text);
  return found ? numberOf(found[1], 0) : undefined;
}

/**
 * A number with a point or a comma for decimals, perhaps with thousands grouped.
 * @param grouping so many digits behind a lone comma are a group, not decimals; 0 for never
 */
function numberOf(text: string, grouping: number): number | undefined {
  const minus = /^[-−–]/.test(text);
  let digits = text.replace(/^[-+−–]/, "").replace(/[.,]+$/, "");
  const comma = digits.lastIndexOf(",");
  const point = digits.lastIndexOf(".");
  if (comma >= 0 && point >= 0) {
    const grouped = comma > point ? /\./g : /,/g;
    digits = digits.replace(grouped, "").replace(",", ".");
  } else if (comma >= 0) {
    const lone = digits.indexOf(",") === comma;
    const isGroup = !lone || (grouping > 0 && digits.length - comma - 1 === grouping);
    digits = isGroup ? digits.replaceAll(",", "") : digits.replace(",", ".");
  }
  const value = Number(digits);
  if (!Number.isFinite(value)) return undefined;
  return minus ? -value : value;
}
