import type { Columns, Value } from "./parquet-file.js";

/** Columns of `profiles` that are read; "cluster" only where a file has it. */
export const PROFILE_COLUMNS = [
  "profile_id",
  "time",
  "file",
  "file_bytes",
  "namespace",
  "pod",
  "node",
  "program",
  "subject",
  "is_difference",
  "is_sum_of_scrapes",
  "unit",
  "value",
] as const;

/** A profile of an index that can be shown. */
export interface ProfileRow {
  readonly id: string;
  readonly file: string;
  readonly fileBytes: number;
  readonly time: number;
  readonly cluster: string;
  readonly program: string;
  /** "" where it is not known */
  readonly process: string;
  readonly value: number;
}

/** How many profiles were passed over, by the reason. */
export interface PassedOver {
  differences: number;
  sums: number;
  others: number;
  untimed: number;
}

/** The rows of heaps; what is none is counted. */
export function profileRows(
  { rows, values }: Columns,
  clusterOfFile: string | null,
  passed: PassedOver,
): ProfileRow[] {
  const found: ProfileRow[] = [];
  for (let i = 0; i < rows; i++) {
    const at = (column: string): Value => values[column]?.[i];
    const time = timeOf(at("time"));
    const reason = reasonOf(at, time);
    if (reason) {
      passed[reason]++;
      continue;
    }
    found.push({
      id: textOf(at("profile_id")),
      file: textOf(at("file")),
      fileBytes: numberOf(at("file_bytes")),
      time,
      cluster: values.cluster ? textOf(at("cluster")) : (clusterOfFile ?? ""),
      program: textOf(at("program")),
      process: processOf(textOf(at("node")), textOf(at("namespace")), textOf(at("pod"))),
      value: numberOf(at("value")),
    });
  }
  return found;
}

function reasonOf(at: (column: string) => Value, time: number): keyof PassedOver | undefined {
  if (at("is_difference") === true) return "differences";
  if (at("is_sum_of_scrapes") === true) return "sums";
  if (at("subject") !== "heap" || at("unit") !== "bytes") return "others";
  return Number.isFinite(time) ? undefined : "untimed";
}

function processOf(node: string, namespace: string, pod: string): string {
  const named = [namespace, pod].filter((part) => part !== "").join("/");
  return [node, named].filter((part) => part !== "").join(" · ");
}

/** Text of a value, within what a page shows. */
export function textOf(value: Value): string {
  return typeof value === "string" ? value.slice(0, 4096) : "";
}

/** NaN where there is none. */
export function numberOf(value: Value): number {
  return typeof value === "number" || typeof value === "bigint" ? Number(value) : Number.NaN;
}

function timeOf(value: Value): number {
  return value instanceof Date ? value.getTime() : Number.NaN;
}
