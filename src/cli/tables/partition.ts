import { join } from "node:path";
import { NULL_PARTITION } from "../../fleet/hive-path.js";
import type { TableName } from "./schema.js";

/** Where the rows of a profile go. */
export interface Partition {
  /** 2026-11-20 in UTC; null where the file has no time */
  readonly day: string | null;
  readonly cluster: string | null;
}

/** The path of a table's file below the index, with folders as Hive names them. */
export function tablePath(table: TableName, { day, cluster }: Partition, name: string): string {
  return join(
    table,
    `day=${day ?? NULL_PARTITION}`,
    `cluster=${folderName(cluster)}`,
    `${name}.parquet`,
  );
}

export function dayOf(time: Date | null): string | null {
  return time && Number.isFinite(time.getTime()) ? time.toISOString().slice(0, 10) : null;
}

/** A value as the name of a folder: what is no letter, digit, `_`, `-` or `.` is escaped. */
function folderName(value: string | null): string {
  if (value === null || value === "") return NULL_PARTITION;
  const name = [...new TextEncoder().encode(value)]
    .map((byte) => {
      const char = String.fromCharCode(byte);
      return /[\w.-]/.test(char) ? char : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
    })
    .join("");
  return /^\.+$/.test(name) ? name.replaceAll(".", "%2E") : name;
}
