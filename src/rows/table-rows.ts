import { pathText } from "../calltree/path-hash.js";
import type { FrameNames, FunctionTable } from "../engine/answers.js";
import type { Column, SortOrder } from "./table-columns.js";

/** The column a table is sorted by where the view's does not occur. */
export function usableSort(columns: readonly Column[], sort: SortOrder): SortOrder {
  if (columns.some((c) => c.id === sort.column) && sort.column !== "sum%") return sort;
  return {
    column: columns.some((c) => c.id === "flatdelta") ? "flatdelta" : "flat",
    descending: true,
  };
}

/** Rows that pass the filter and are found, in order. Values are compared by size, deltas too; NaN comes last. */
export function rowsOf(
  table: FunctionTable,
  names: FrameNames,
  columns: readonly Column[],
  sort: SortOrder,
  filter: string,
  matches?: Uint8Array,
): Int32Array {
  const { frame } = table;
  const wanted = filter.toLowerCase();
  const rows: number[] = [];
  for (let r = 0; r < frame.length; r++) {
    if (matches && matches[frame[r]] !== 1) continue;
    if (wanted && !isWanted(names, frame[r], wanted)) continue;
    rows.push(r);
  }
  const column = columns.find((c) => c.id === sort.column);
  const sign = sort.descending ? -1 : 1;
  const of = column?.of;
  if (of) {
    const value = Float64Array.from(frame, (_, r) => Math.abs(of(r)));
    rows.sort((a, b) => {
      const x = value[a];
      const y = value[b];
      if (Number.isNaN(x) || Number.isNaN(y))
        return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || a - b;
      return sign * (x - y) || a - b;
    });
  } else if (column?.kind === "name") {
    rows.sort((a, b) => {
      const x = names.names[frame[a]];
      const y = names.names[frame[b]];
      return -sign * (x < y ? -1 : x > y ? 1 : 0);
    });
  }
  return Int32Array.from(rows);
}

/** Whether a function's name has a text in it, or its file's name. */
function isWanted({ names, files }: FrameNames, frame: number, wanted: string): boolean {
  if (names[frame].toLowerCase().includes(wanted)) return true;
  const file = files[frame] ?? "";
  const part = wanted.includes("/") ? file : file.slice(file.lastIndexOf("/") + 1);
  return part.toLowerCase().includes(wanted);
}

/** The largest figure of each column that has bars, without its sign. */
export function largestOf(
  table: FunctionTable,
  columns: readonly Column[],
): ReadonlyMap<string, number> {
  const out = new Map<string, number>();
  for (const { id, bar, of } of columns) {
    if (!bar || !of) continue;
    let most = 0;
    for (let r = 0; r < table.frame.length; r++) most = Math.max(most, Math.abs(of(r)));
    out.set(id, most);
  }
  return out;
}

/** What one row of the table says beside its columns. */
export interface TableRow {
  readonly frame: number;
  readonly name: string;
  /** 0 none, 1 inline, 2 partial-inline */
  readonly inline: number;
}

/** A row of the table by its number. */
export function tableRow(table: FunctionTable, names: FrameNames, row: number): TableRow {
  const frame = table.frame[row];
  return { frame, name: names.names[frame], inline: table.inline[row] };
}

/** The path of the heaviest node of a row's function. */
export function pathOfRow(table: FunctionTable, row: number): string {
  return pathText(table.pathLow[row], table.pathHigh[row]);
}
