import type { FrameNames, FunctionTable } from "../../engine/answers.js";
import { changeError } from "../../profile/sampling-error.js";
import type { SortOrder } from "../../view/view.js";

/** A column of the table. */
export interface Column {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly kind: "name" | "value" | "delta" | "share" | "count" | "size" | "errors";
  /** value of a row, NaN where there is none; absent for the name */
  readonly of?: (row: number) => number;
  /** standard error of a row's value */
  readonly error?: (row: number) => number;
  /** as `error`, where there is no room to show it: told on hover */
  readonly quietError?: (row: number) => number;
  /** whether a change is within sampling noise */
  readonly noise?: (row: number) => boolean;
  readonly bar?: boolean;
}

/** The columns of a table, with a base or without one. */
export function columnsOf(table: FunctionTable): Column[] {
  const compared = table.baseFlat.length > 0;
  const share = (v: number) => (table.of === 0 ? 0 : v / table.of);
  const name: Column = { id: "name", label: "function", title: "function", kind: "name" };
  const flat = (r: number) => table.flat[r]!;
  const cum = (r: number) => table.cum[r]!;
  const objects: Column[] =
    table.flatObjects.length > 0
      ? [
          {
            id: "objects",
            label: "objects",
            title: "objects allocated in the function itself",
            kind: "count",
            of: (r) => table.flatObjects[r]!,
          },
          {
            id: "mean",
            label: "mean size",
            title: "bytes an object, flat",
            kind: "size",
            of: (r) =>
              table.flatObjects[r]! > 0 ? table.flat[r]! / table.flatObjects[r]! : Number.NaN,
          },
        ]
      : [];
  if (table.isDelta) return [name, ...changeColumns(table)];
  if (!compared) {
    return [
      name,
      {
        id: "flat",
        label: "flat",
        title: "in the function itself; ± 1 standard error",
        kind: "value",
        of: flat,
        error: (r) => table.flatError[r]!,
        bar: true,
      },
      {
        id: "flat%",
        label: "flat%",
        title: "share of the total",
        kind: "share",
        of: (r) => share(flat(r)),
      },
      {
        id: "sum%",
        label: "sum%",
        title: "flat% of this row and all above it, by flat",
        kind: "share",
      },
      {
        id: "cum",
        label: "cum",
        title: "on all stacks through the function, each sample once",
        kind: "value",
        of: cum,
        error: (r) => table.cumError[r]!,
        bar: true,
      },
      {
        id: "cum%",
        label: "cum%",
        title: "share of the total",
        kind: "share",
        of: (r) => share(cum(r)),
      },
      ...objects,
    ];
  }
  const errorOf = (after: number, before: number, error: number) =>
    changeError(after - before, error, Math.abs(after) + Math.abs(before), table.sampling);
  const flatDelta = (r: number) => flat(r) - table.baseFlat[r]!;
  const cumDelta = (r: number) => cum(r) - table.baseCum[r]!;
  const percent = (delta: number, before: number) =>
    before !== 0 ? delta / Math.abs(before) : Number.NaN;
  const survival: Column[] =
    table.survival.length > 0
      ? [
          {
            id: "survival",
            label: "survival",
            title: "live growth over what was allocated",
            kind: "share",
            of: (r) => table.survival[r]!,
          },
        ]
      : [];
  return [
    name,
    {
      id: "before",
      label: "flat before",
      title: "flat in the base",
      kind: "value",
      of: (r) => table.baseFlat[r]!,
      quietError: (r) => table.sideErrors?.baseFlat[r] ?? 0,
    },
    {
      id: "after",
      label: "flat after",
      title: "flat in the profile",
      kind: "value",
      of: flat,
      quietError: (r) => table.sideErrors?.flat[r] ?? 0,
    },
    {
      id: "flatdelta",
      label: "Δ flat",
      title: "change of flat; ± 1 standard error",
      kind: "delta",
      of: flatDelta,
      error: (r) => table.flatError[r]!,
      noise: (r) => errorOf(flat(r), table.baseFlat[r]!, table.flatError[r]!).noise,
      bar: true,
    },
    {
      id: "cumbefore",
      label: "cum before",
      title: "cum in the base",
      kind: "value",
      of: (r) => table.baseCum[r]!,
      quietError: (r) => table.sideErrors?.baseCum[r] ?? 0,
    },
    {
      id: "cumafter",
      label: "cum after",
      title: "cum in the profile",
      kind: "value",
      of: cum,
      quietError: (r) => table.sideErrors?.cum[r] ?? 0,
    },
    {
      id: "cumdelta",
      label: "Δ cum",
      title: "change of cum; ± 1 standard error",
      kind: "delta",
      of: cumDelta,
      error: (r) => table.cumError[r]!,
      noise: (r) => errorOf(cum(r), table.baseCum[r]!, table.cumError[r]!).noise,
      bar: true,
    },
    {
      id: "delta%",
      label: "Δ%",
      title: "change of cum against before",
      kind: "share",
      of: (r) => percent(cumDelta(r), table.baseCum[r]!),
    },
    ...(table.sampling.change === "exact" || table.sampling.change === "unknown"
      ? []
      : [
          {
            id: "z",
            label: "z",
            title: "change of cum in standard errors: below 2 it is noise",
            kind: "errors" as const,
            of: (r: number) => errorOf(cum(r), table.baseCum[r]!, table.cumError[r]!).z,
          },
        ]),
    ...survival,
  ];
}

/** The columns of a file that is a difference itself: changes, and nothing before or after. */
function changeColumns(table: FunctionTable): Column[] {
  const column = (
    id: "flat" | "cum",
    title: string,
    of: Float64Array,
    errors: Float32Array,
  ): Column[] => [
    {
      id: id === "flat" ? "flatdelta" : "cumdelta",
      label: `Δ ${id}`,
      title,
      kind: "delta",
      of: (r) => of[r]!,
      error: (r) => errors[r]!,
      noise: (r) => changeError(of[r]!, errors[r]!, Math.abs(of[r]!), table.sampling).noise,
      bar: true,
    },
    {
      id: `${id}%`,
      label: `${id}%`,
      title: "share of all that changed, up and down",
      kind: "share",
      of: (r) => (table.of === 0 ? Number.NaN : of[r]! / table.of),
    },
  ];
  return [
    ...column("flat", "change in the function itself", table.flat, table.flatError),
    ...column("cum", "change on all stacks through the function", table.cum, table.cumError),
  ];
}

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
    if (matches && matches[frame[r]!] !== 1) continue;
    if (wanted && !isWanted(names, frame[r]!, wanted)) continue;
    rows.push(r);
  }
  const column = columns.find((c) => c.id === sort.column);
  const sign = sort.descending ? -1 : 1;
  if (column?.of) {
    const value = Float64Array.from(frame, (_, r) => Math.abs(column.of!(r)));
    rows.sort((a, b) => {
      const x = value[a]!;
      const y = value[b]!;
      if (Number.isNaN(x) || Number.isNaN(y))
        return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || a - b;
      return sign * (x - y) || a - b;
    });
  } else if (column?.kind === "name") {
    rows.sort((a, b) => {
      const x = names.names[frame[a]!]!;
      const y = names.names[frame[b]!]!;
      return -sign * (x < y ? -1 : x > y ? 1 : 0);
    });
  }
  return Int32Array.from(rows);
}

/** Whether a function's name has a text in it, or its file's name. */
function isWanted({ names, files }: FrameNames, frame: number, wanted: string): boolean {
  if (names[frame]!.toLowerCase().includes(wanted)) return true;
  const file = files[frame] ?? "";
  const part = wanted.includes("/") ? file : file.slice(file.lastIndexOf("/") + 1);
  return part.toLowerCase().includes(wanted);
}

/** flat% of each row and all above it, rows in the table's own order (by flat). */
export function runningShares(table: FunctionTable): Float64Array {
  const out = new Float64Array(table.frame.length);
  let sum = 0;
  for (let r = 0; r < out.length; r++) {
    sum += table.flat[r]!;
    out[r] = table.of === 0 ? 0 : sum / table.of;
  }
  return out;
}
