import type { FrameNames, FunctionTable, KindsAnswer, SuspectsAnswer } from "../engine/answers.js";
import { stageColumns } from "./stage-columns.js";

type Cell = string | number | null;

/** The functions in pprof's order: one row each, values in the unit of the sample type. */
export function functionsCsv(table: FunctionTable, names: FrameNames): string {
  const based = table.baseFlat.length > 0;
  const head = ["function", "file", "flat", "cum", "flat_objects", "cum_objects"];
  if (based) head.push("base_flat", "base_cum", "delta_flat", "delta_cum");
  head.push("unit");
  const rows: Cell[][] = [];
  for (let i = 0; i < table.frame.length; i++) {
    const frame = table.frame[i];
    const row: Cell[] = [
      names.names[frame] ?? "",
      names.files[frame] ?? "",
      table.flat[i],
      table.cum[i],
      table.flatObjects[i] ?? null,
      table.cumObjects[i] ?? null,
    ];
    if (based) {
      const flat = table.baseFlat[i];
      const cum = table.baseCum[i];
      row.push(flat, cum, table.flat[i] - flat, table.cum[i] - cum);
    }
    row.push(table.unit);
    rows.push(row);
  }
  return csv(head, rows);
}

/** Kinds and stages: one row a kind, then what is no API object, then what is unknown. */
export function kindsCsv(answer: KindsAnswer): string {
  const stages = stageColumns(answer);
  const fixed = ["kind", "group", "total", "before", "named", "shaped", "co_growth"];
  const head = [...fixed, "mean_object_bytes", ...stages, "unit"];
  const rows: Cell[][] = answer.kinds.map((row) => [
    row.kind,
    row.group,
    row.total,
    row.before,
    row.named,
    row.shaped,
    row.coGrowth,
    row.meanObjectBytes,
    ...stages.map((stage) => row.stages[stage] ?? 0),
    answer.unit,
  ]);
  for (const name of ["other", "unknown"] as const) {
    const blank: Cell[] = head.map(() => null);
    blank[0] = name;
    blank[2] = answer[name];
    blank[head.length - 1] = answer.unit;
    rows.push(blank);
  }
  return csv(head, rows);
}

/** Suspects in their order; the path is root first, joined by " > ". */
export function suspectsCsv(answer: SuspectsAnswer): string {
  if (answer.about === "holders") return holdersCsv(answer);
  const head = [
    "function",
    "kind",
    "evidence",
    "stage",
    "class",
    "before",
    "after",
    "growth",
    "standard_error",
    "survival",
    "mean_object_bytes",
    "advice",
    "path",
    "unit",
  ];
  const rows = answer.suspects.map((s): Cell[] => [
    s.name,
    s.kind,
    s.evidence,
    s.stage,
    s.class,
    s.before,
    s.after,
    s.growth,
    s.error,
    s.survival,
    s.meanObjectBytes,
    s.advice.map((a) => a.id).join(" "),
    s.stack.join(" > "),
    answer.unit,
  ]);
  return csv(head, rows);
}

/** Who holds memory, of chains of references. */
function holdersCsv({ suspects, unit }: SuspectsAnswer): string {
  const head = ["holder", "through", "type", "held", "before", "not_followed", "path", "unit"];
  const rows = suspects.map((s): Cell[] => [
    s.name,
    s.holder?.through ?? "",
    s.holder?.type ?? "",
    s.after,
    s.holder?.before ?? null,
    s.holder?.notFollowed ?? null,
    s.stack.join(" > "),
    unit,
  ]);
  return csv(head, rows);
}

/** RFC 4180: comma, CRLF, quotes doubled; in UTF-8 without a mark. */
export function csv(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [head, ...rows].map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
}

/**
 * One cell. Numbers are written in full and without exponent as far as they are whole; null and
 * NaN are an empty cell. Text that a spreadsheet would take for a formula gets an apostrophe in
 * front: a function's name comes from a file that anyone may have made.
 */
export function csvCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") {
    if (!Number.isFinite(cell)) return "";
    return Number.isInteger(cell) ? BigInt(cell).toString() : String(cell);
  }
  const safe = /^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) || safe !== cell ? `"${safe.replaceAll('"', '""')}"` : safe;
}
