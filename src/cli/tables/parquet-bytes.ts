import type { ColumnSource, SchemaElement } from "hyparquet-writer";
import { VERSION } from "../version.js";
import { type ColumnSpec, type Row, SCHEMA_VERSION, TABLES, type TableName } from "./schema.js";

/**
 * A table as a Parquet file; the same rows are the same bytes.
 * @param facts what is told of the file beside its rows, by name
 * @throws RangeError where a row has no value for a column that needs one
 */
export async function parquetBytes(
  table: TableName,
  rows: readonly Row[],
  facts: Readonly<Record<string, string>>,
): Promise<Uint8Array> {
  const { ByteWriter, parquetWrite } = await import("hyparquet-writer");
  const columns: readonly ColumnSpec[] = TABLES[table];
  const writer = new ByteWriter();
  parquetWrite({
    writer,
    schema: [
      { name: "root", num_children: columns.length },
      ...columns.flatMap(schemaOf),
    ] as SchemaElement[],
    columnData: columns.map((column) => columnOf(table, column, rows)),
    createdBy: `leaklens ${VERSION}`,
    kvMetadata: [
      { key: "leaklens.table", value: table },
      { key: "leaklens.schema", value: String(SCHEMA_VERSION) },
      ...Object.entries(facts).map(([key, value]) => ({ key: `leaklens.${key}`, value })),
    ],
  });
  return new Uint8Array(writer.getBuffer());
}

const PRIMITIVE = {
  string: { type: "BYTE_ARRAY", converted_type: "UTF8", logical_type: { type: "STRING" } },
  int: { type: "INT64" },
  double: { type: "DOUBLE" },
  boolean: { type: "BOOLEAN" },
  time: {
    type: "INT64",
    converted_type: "TIMESTAMP_MILLIS",
    logical_type: { type: "TIMESTAMP", isAdjustedToUTC: true, unit: "MILLIS" },
  },
} as const;

function schemaOf({ name, type, optional }: ColumnSpec): object[] {
  const repetition_type = optional ? "OPTIONAL" : "REQUIRED";
  if (type !== "ints") return [{ name, ...PRIMITIVE[type], repetition_type }];
  const list = { converted_type: "LIST", logical_type: { type: "LIST" } };
  return [
    { name, repetition_type, ...list, num_children: 1 },
    { name: "list", repetition_type: "REPEATED", num_children: 1 },
    { name: "element", type: "INT64", repetition_type: "REQUIRED" },
  ];
}

function columnOf(
  table: TableName,
  { name, type, optional }: ColumnSpec,
  rows: readonly Row[],
): ColumnSource {
  const data = rows.map((row) => {
    const value = row[name] ?? null;
    if (value === null && !optional) throw new RangeError(`${table}.${name} of a row is missing`);
    return type === "int" && typeof value === "number" ? wholeOf(value) : value;
  });
  return { name, data };
}

/** A whole number as Parquet keeps it: clamped to 64 bits. */
function wholeOf(value: number): bigint {
  if (!Number.isFinite(value)) return 0n;
  return BigInt.asIntN(
    64,
    BigInt(Math.round(Math.max(-(2 ** 63), Math.min(2 ** 63 - 1024, value)))),
  );
}
