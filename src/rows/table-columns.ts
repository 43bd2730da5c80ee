import type { FunctionTable } from "../engine/answers.js";
import { changeError } from "../profile/sampling/sampling-error.js";
import { CHANGE_WORDS, COLUMN_WORDS } from "../words/page/table-words.js";

/** A column of the table and its direction. */
export interface SortOrder {
  readonly column: string;
  readonly descending: boolean;
}

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

/** What of a column is not its words. */
type Figures = Omit<Column, "id" | "label" | "title">;

const column = (id: keyof typeof COLUMN_WORDS, figures: Figures): Column => ({
  id,
  ...COLUMN_WORDS[id],
  ...figures,
});

/** The columns of a table, with a base or without one. */
export function columnsOf(table: FunctionTable): Column[] {
  const name = column("name", { kind: "name" });
  if (table.isDelta) return [name, ...changeColumns(table)];
  if (table.baseFlat.length === 0) return [name, ...plainColumns(table), ...objectColumns(table)];
  return [name, ...flatPair(table), ...cumPair(table), ...growthColumns(table)];
}

/** Flat and cumulative values with their shares. */
function plainColumns(table: FunctionTable): Column[] {
  const { flat, cum, flatError, cumError } = table;
  const running = runningShares(table);
  const share = (v: number) => (table.of === 0 ? 0 : v / table.of);
  return [
    column("flat", { kind: "value", of: (r) => flat[r], error: (r) => flatError[r], bar: true }),
    column("flat%", { kind: "share", of: (r) => share(flat[r]) }),
    column("sum%", { kind: "share", of: (r) => running[r] }),
    column("cum", { kind: "value", of: (r) => cum[r], error: (r) => cumError[r], bar: true }),
    column("cum%", { kind: "share", of: (r) => share(cum[r]) }),
  ];
}

/** flat% of each row and all above it, rows in the table's own order (by flat). */
function runningShares(table: FunctionTable): Float64Array {
  const out = new Float64Array(table.frame.length);
  let sum = 0;
  for (let r = 0; r < out.length; r++) {
    sum += table.flat[r];
    out[r] = table.of === 0 ? 0 : sum / table.of;
  }
  return out;
}

/** Numbers of objects and their mean size, where the file counts them. */
function objectColumns({ flat, flatObjects }: FunctionTable): Column[] {
  if (flatObjects.length === 0) return [];
  const mean = (r: number) => (flatObjects[r] > 0 ? flat[r] / flatObjects[r] : Number.NaN);
  return [
    column("objects", { kind: "count", of: (r) => flatObjects[r] }),
    column("mean", { kind: "size", of: mean }),
  ];
}

/** Flat before and after, and what changed. */
function flatPair(table: FunctionTable): Column[] {
  const { flat, baseFlat, flatError, sideErrors } = table;
  return [
    column("before", {
      kind: "value",
      of: (r) => baseFlat[r],
      quietError: (r) => sideErrors?.baseFlat[r] ?? 0,
    }),
    column("after", {
      kind: "value",
      of: (r) => flat[r],
      quietError: (r) => sideErrors?.flat[r] ?? 0,
    }),
    column("flatdelta", {
      kind: "delta",
      of: (r) => flat[r] - baseFlat[r],
      error: (r) => flatError[r],
      noise: (r) => errorOfChange(table, flat[r], baseFlat[r], flatError[r]).noise,
      bar: true,
    }),
  ];
}

/** Cumulative before and after, and what changed. */
function cumPair(table: FunctionTable): Column[] {
  const { cum, baseCum, cumError, sideErrors } = table;
  return [
    column("cumbefore", {
      kind: "value",
      of: (r) => baseCum[r],
      quietError: (r) => sideErrors?.baseCum[r] ?? 0,
    }),
    column("cumafter", {
      kind: "value",
      of: (r) => cum[r],
      quietError: (r) => sideErrors?.cum[r] ?? 0,
    }),
    column("cumdelta", {
      kind: "delta",
      of: (r) => cum[r] - baseCum[r],
      error: (r) => cumError[r],
      noise: (r) => errorOfChange(table, cum[r], baseCum[r], cumError[r]).noise,
      bar: true,
    }),
  ];
}

/** How much the change is: against before, against the sampling, against what was allocated. */
function growthColumns(table: FunctionTable): Column[] {
  const { cum, baseCum, cumError, survival, sampling } = table;
  const out = [
    column("delta%", {
      kind: "share",
      of: (r) => (baseCum[r] !== 0 ? (cum[r] - baseCum[r]) / Math.abs(baseCum[r]) : Number.NaN),
    }),
  ];
  if (sampling.change !== "exact" && sampling.change !== "unknown") {
    const z = (r: number) => errorOfChange(table, cum[r], baseCum[r], cumError[r]).z;
    out.push(column("z", { kind: "errors", of: z }));
  }
  if (survival.length > 0) out.push(column("survival", { kind: "share", of: (r) => survival[r] }));
  return out;
}

function errorOfChange(table: FunctionTable, after: number, before: number, error: number) {
  return changeError(after - before, error, Math.abs(after) + Math.abs(before), table.sampling);
}

/** The columns of a file that is a difference itself: changes, and nothing before or after. */
function changeColumns(table: FunctionTable): Column[] {
  const pair = (id: "flat" | "cum", of: Float64Array, errors: Float32Array): Column[] => [
    {
      id: `${id}delta`,
      ...CHANGE_WORDS[`${id}delta`],
      kind: "delta",
      of: (r) => of[r],
      error: (r) => errors[r],
      noise: (r) => changeError(of[r], errors[r], Math.abs(of[r]), table.sampling).noise,
      bar: true,
    },
    {
      id: `${id}%`,
      ...CHANGE_WORDS[`${id}%`],
      kind: "share",
      of: (r) => (table.of === 0 ? Number.NaN : of[r] / table.of),
    },
  ];
  return [...pair("flat", table.flat, table.flatError), ...pair("cum", table.cum, table.cumError)];
}
