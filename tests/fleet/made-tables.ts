import { parquetBytes } from "../../src/cli/tables/parquet-bytes.js";
import type { Row } from "../../src/cli/tables/schema.js";
import type { RandomAccess } from "../../src/fleet/random-access.js";

/** A heap of a kube-apiserver as `profiles` has it. */
export function profileRow(id: string, time: number, more: Partial<Row> = {}): Row {
  return {
    profile_id: id.padEnd(64, "-"),
    time: new Date(time),
    file: `recordings/${id}.pb.gz`,
    sha256: id.padEnd(64, "-"),
    part: null,
    file_bytes: 1000,
    namespace: "kube-system",
    pod: "kube-apiserver-a",
    node: "a",
    labels: "{}",
    program: "kube-apiserver",
    role: "apiserver",
    subject: "heap",
    is_difference: false,
    is_sum_of_scrapes: false,
    sample_type: "inuse_space",
    unit: "bytes",
    value: 1000,
    standard_error: 10,
    totals: "{}",
    samples: 10,
    sampling_period: 524288,
    finding: "",
    advice: "[]",
    leaklens: "0",
    ...more,
  };
}

export function kindRow(id: string, kind: string, value: number, error: number | null): Row {
  return {
    profile_id: id.padEnd(64, "-"),
    time: new Date(0),
    holds: kind === "" ? "other" : "kind",
    kind: kind || null,
    api_group: kind ? "" : null,
    stage: "watch-cache",
    evidence: "named",
    value,
    standard_error: error,
  };
}

/** Bytes as a file, and which stretches of it were asked for. */
export function fileOf(path: string, bytes: Uint8Array): RandomAccess & { asked: string[] } {
  const asked: string[] = [];
  return {
    name: path,
    path,
    asked,
    size: async () => bytes.length,
    read: async (start, end) => {
      asked.push(`${start}-${end}`);
      return bytes.slice(start, end) as Uint8Array<ArrayBuffer>;
    },
  };
}

export async function tableFile(
  table: "profiles" | "kinds",
  rows: readonly Row[],
  name = "a",
  cluster = "prod-1",
) {
  const path = `index/${table}/day=2026-11-20/cluster=${cluster}/${name}.parquet`;
  return fileOf(path, await parquetBytes(table, rows, { cluster }));
}
