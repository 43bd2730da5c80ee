import type { Row } from "./row.js";
import type { PrintedTable } from "./table.js";

/**
 * Tables of one profile become one: `top` and `top -cum` of one session show different rows of
 * the same figures. Tables that contradict each other stay apart.
 */
export function mergedTables(tables: readonly PrintedTable[]): PrintedTable[] {
  const out: PrintedTable[] = [];
  for (const table of tables) {
    const at = out.findIndex((other) => isSame(other, table));
    const same = out[at];
    if (!same) {
      out.push(table);
      continue;
    }
    const known = new Set(same.rows.map((r) => r.name));
    out[at] = { ...same, rows: [...same.rows, ...table.rows.filter((r) => !known.has(r.name))] };
  }
  return out;
}

function isSame(a: PrintedTable, b: PrintedTable): boolean {
  if (a.family !== b.family || a.facts.type !== b.facts.type) return false;
  if (a.facts.timeNanos !== b.facts.timeNanos || a.facts.file !== b.facts.file) return false;
  if (Math.abs(a.total - b.total) > 0.001 * a.total) return false;
  if (a.facts.filters.join() !== b.facts.filters.join()) return false;
  const rows = new Map(a.rows.map((r) => [r.name, r]));
  return b.rows.every((row) => {
    const other = rows.get(row.name);
    return !other || (other.flat.value === row.flat.value && other.cum.value === row.cum.value);
  });
}

/** One table of several as a text of its own, in base units so that nothing is rounded again. */
export function tableText(table: PrintedTable): Uint8Array {
  const { facts, rows, family, total } = table;
  const unit = family === "bytes" ? "B" : family === "nanoseconds" ? "ns" : "";
  const share = (value: number) => `${total === 0 ? 0 : ((100 * value) / total).toFixed(2)}%`;
  const shown = rows.reduce((sum, r) => sum + r.flat.value, 0);
  const line = (r: Row) =>
    `${r.flat.value}${unit} ${share(r.flat.value)} 0% ${r.cum.value}${unit} ${share(r.cum.value)}  ${r.name}${["", " (inline)", " (partial-inline)"][r.inline]}`;
  const lines = [
    ...(facts.file === "" ? [] : [`File: ${facts.file}`]),
    ...(facts.buildId === "" ? [] : [`Build ID: ${facts.buildId}`]),
    ...(facts.type === "" ? [] : [`Type: ${facts.type}`]),
    ...(facts.timeNanos === 0n
      ? []
      : [`Time: ${new Date(Number(facts.timeNanos / 1_000_000n)).toISOString()}`]),
    ...(facts.filters.length === 0
      ? []
      : ["Active filters:", ...facts.filters.map((f) => `   ${f}`)]),
    ...(table.totalFrom === "printed"
      ? [`Showing nodes accounting for ${shown}${unit}, ${share(shown)} of ${total}${unit} total`]
      : []),
    ...(facts.cutoff ? [`Dropped nodes (cum <= ${facts.cutoff.value}${unit})`] : []),
    "flat flat% sum% cum cum%",
    ...rows.map(line),
    "",
  ];
  return new TextEncoder().encode(lines.join("\n"));
}
