import { brokenRows } from "./broken-rows.js";
import type { Measure, MeasureFamily } from "./measure.js";
import type { ReportFacts } from "./report-facts.js";
import type { LineItem, Row } from "./row.js";
import type { Section } from "./sections.js";
import { wholeRows } from "./whole-rows.js";

/** A table as it was printed. */
export interface PrintedTable {
  readonly facts: ReportFacts;
  /** one a function, in the order printed */
  readonly rows: readonly Row[];
  /** of the figures; "none" where they are counts */
  readonly family: MeasureFamily;
  readonly total: number;
  readonly totalFrom: "printed" | "derived";
  readonly line: number;
}

/** The table of a report; undefined where it has no row. */
export function tableOf(section: Section): PrintedTable | undefined {
  const whole = wholeRows(section);
  const family = familyOf(section, whole);
  const rows = inUnitOf(
    section.facts.total,
    distinct([
      ...whole,
      ...(whole.length * 2 < figureLines(section.items)
        ? brokenRows(section.items, family !== "none")
        : []),
    ]),
  );
  if (rows.length === 0) return undefined;
  const { facts, line } = section;
  const printed = facts.total;
  return {
    facts,
    rows,
    family,
    total: Math.abs(printed?.value ?? derivedTotal(rows)),
    totalFrom: printed ? "printed" : "derived",
    line,
  };
}

function figureLines(items: readonly LineItem[]): number {
  return items.filter((i) => i.is === "figures" && i.tokens.length > 0).length;
}

/** A function that stands in several tables of one report counts once: as it is first. */
function distinct(rows: readonly Row[]): Row[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    if (seen.has(row.name)) return false;
    seen.add(row.name);
    return true;
  });
}

/** Old tables tell the unit once, above: "Total: 1496.1 MB". */
function inUnitOf(total: Measure | undefined, rows: readonly Row[]): readonly Row[] {
  if (!total || total.family === "none") return rows;
  if (rows.some((r) => r.flat.family !== "none" || r.cum.family !== "none")) return rows;
  const scaled = (m: Measure): Measure => ({
    value: Math.round(m.value * total.factor),
    family: total.family,
    error: 0.05 * total.factor,
    factor: total.factor,
  });
  return rows.map((r) => ({ ...r, flat: scaled(r.flat), cum: scaled(r.cum) }));
}

function familyOf({ facts, items }: Section, rows: readonly Row[]): MeasureFamily {
  const count = { bytes: 0, nanoseconds: 0, none: 0 };
  if (facts.total) count[facts.total.family]++;
  for (const { flat, cum } of rows) {
    if (flat.value !== 0) count[flat.family]++;
    if (cum.value !== 0) count[cum.family]++;
  }
  for (const item of items) {
    if (item.is !== "figures") continue;
    for (const token of item.tokens) {
      if (/(?:B|bytes)$/.test(token)) count.bytes++;
      else if (/[a-zµμ]$/.test(token)) count.nanoseconds++;
    }
  }
  if (count.bytes > 0 && count.bytes >= count.nanoseconds) return "bytes";
  return count.nanoseconds > 0 ? "nanoseconds" : "none";
}

/**
 * The total that rows and their percentages leave room for: each says that it lies between two
 * numbers, and the middle of what all of them allow is taken.
 */
function derivedTotal(rows: readonly Row[]): number {
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  let best = 0;
  let bestShare = 0;
  for (const { flat, flatPercent, cum, cumPercent } of rows) {
    for (const [measure, share] of [
      [flat, flatPercent],
      [cum, cumPercent],
    ] as const) {
      const value = Math.abs(measure.value);
      const percent = Math.abs(share);
      if (value === 0 || percent < 0.01) continue;
      // Below one percent pprof prints two digits that count.
      const off = percent >= 1 ? 0.005 : 0.05 * percent;
      low = Math.max(low, ((value - measure.error) * 100) / (percent + off));
      high = Math.min(high, ((value + measure.error) * 100) / Math.max(percent - off, 1e-6));
      if (percent > bestShare) {
        bestShare = percent;
        best = (value * 100) / percent;
      }
    }
  }
  return Math.round(low > 0 && low <= high && Number.isFinite(high) ? (low + high) / 2 : best);
}
