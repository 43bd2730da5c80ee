/** Type of a column; "ints" is a list of whole numbers, times are milliseconds in UTC. */
export type ColumnType = "string" | "int" | "double" | "boolean" | "time" | "ints";

/** A column: docs/parquet.md says what it means. */
export interface ColumnSpec {
  readonly name: string;
  readonly type: ColumnType;
  /** may be null */
  readonly optional: boolean;
}

const of = (type: ColumnType, optional: boolean) => (name: string) => ({ name, type, optional });
const text = of("string", false);
const maybeText = of("string", true);
const int = of("int", false);
const maybeInt = of("int", true);
const double = of("double", false);
const maybeDouble = of("double", true);
const flag = of("boolean", false);
const time = of("time", true);
const ints = of("ints", false);

/** Version of the schema: raised where columns are added. They are never renamed or taken away. */
export const SCHEMA_VERSION = 1;

/** The tables of an index and their columns, in order. Kept for ever: columns may be added. */
export const TABLES = {
  profiles: [
    text("profile_id"),
    time("time"),
    text("file"),
    text("sha256"),
    maybeText("part"),
    int("file_bytes"),
    maybeText("namespace"),
    maybeText("pod"),
    maybeText("node"),
    text("labels"),
    maybeText("program"),
    text("role"),
    maybeText("release_since"),
    maybeText("release_until"),
    maybeText("go_since"),
    maybeText("go_until"),
    text("subject"),
    flag("is_difference"),
    flag("is_sum_of_scrapes"),
    text("sample_type"),
    text("unit"),
    int("value"),
    maybeDouble("standard_error"),
    maybeInt("inuse_space"),
    maybeInt("inuse_objects"),
    maybeInt("alloc_space"),
    maybeInt("alloc_objects"),
    text("totals"),
    maybeInt("rss_bytes"),
    maybeInt("limit_bytes"),
    int("samples"),
    int("sampling_period"),
    text("finding"),
    text("advice"),
    text("leaklens"),
  ],
  kinds: [
    text("profile_id"),
    time("time"),
    text("holds"),
    maybeText("kind"),
    maybeText("api_group"),
    maybeText("category"),
    text("stage"),
    maybeText("evidence"),
    int("value"),
    maybeDouble("standard_error"),
  ],
  suspects: [
    text("profile_id"),
    time("time"),
    int("rank"),
    text("path"),
    text("function"),
    text("stack"),
    maybeText("kind"),
    text("evidence"),
    text("stage"),
    maybeText("class"),
    int("value"),
    maybeDouble("standard_error"),
    double("share"),
    maybeInt("mean_object_bytes"),
  ],
  stacks: [
    text("profile_id"),
    time("time"),
    int("stack_id"),
    ints("functions"),
    text("holds"),
    maybeText("kind"),
    maybeText("api_group"),
    text("stage"),
    int("value"),
    maybeInt("inuse_space"),
    maybeInt("inuse_objects"),
    maybeInt("alloc_space"),
    maybeInt("alloc_objects"),
  ],
  functions: [text("profile_id"), int("function_id"), text("name"), text("file"), text("package")],
} as const satisfies Readonly<Record<string, readonly ColumnSpec[]>>;

export type TableName = keyof typeof TABLES;
export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[];

/** A value of a row; a whole number that may be beyond 2^53 is a bigint. */
export type Cell = string | number | bigint | boolean | Date | readonly bigint[] | null;
/** A row: a value for each column of its table. */
export type Row = Readonly<Record<string, Cell>>;
/** The rows of one profile, for each table. */
export type TableRows = Readonly<Record<TableName, readonly Row[]>>;
