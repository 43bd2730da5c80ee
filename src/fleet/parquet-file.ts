import type { ColumnMetaData, FileMetaData, RowGroup, SchemaElement } from "hyparquet";
import { ProfileError } from "../profile/profile-error.js";
import { FLEET_WORDS } from "../words/fleet-words.js";
import { checkPages } from "./page-check.js";
import { CODECS } from "./page-codecs.js";
import type { RandomAccess } from "./random-access.js";
import { ThriftFields } from "./thrift-fields.js";

const WORDS = FLEET_WORDS.parquet;

/** The end of a file that is asked for first: in most files all of the footer. */
const TAIL = 1 << 16;
const MAX_FOOTER = 1 << 24;
const MAX_COLUMNS = 1000;
const MAX_GROUPS = 2000;
const MAX_ROWS = 20_000_000;
/** Bytes of one column in one row group, packed. */
const MAX_CHUNK = 1 << 28;
/** Stretches that lie so near to each other, in bytes, are asked for together. */
const GAP = 1 << 15;
const END = 8;
const MAGIC = 0x31524150;

/** A value of a column; null where there is none. */
export type Value = string | number | bigint | boolean | Date | null | undefined;

/** Columns of a row group by their names; all have `rows` values. */
export interface Columns {
  readonly rows: number;
  readonly values: Readonly<Record<string, ArrayLike<Value>>>;
}

/** A Parquet file that was looked at: what it says of itself is checked before it is read. */
export class ParquetFile {
  private constructor(
    private readonly file: RandomAccess,
    private readonly size: number,
    private readonly metadata: FileMetaData,
    private readonly library: typeof import("hyparquet"),
  ) {}

  /** @throws ProfileError that says what is wrong with it; what reading throws */
  static async open(file: RandomAccess): Promise<ParquetFile> {
    const library = await import("hyparquet");
    const size = await file.size();
    const footer = await readFooter(file, size);
    new ThriftFields(footer, 0, footer.length - END).struct();
    let metadata: FileMetaData;
    try {
      metadata = library.parquetMetadata(footer, { geoparquet: false });
    } catch (error) {
      throw damaged(error);
    }
    checkCounts(metadata);
    return new ParquetFile(file, size, metadata, library);
  }

  get rows(): number {
    return Number(this.metadata.num_rows);
  }

  get groups(): number {
    return this.metadata.row_groups.length;
  }

  has(column: string): boolean {
    return this.metadata.schema.some((element) => element.name === column);
  }

  /** What the file tells of itself beside its rows: "leaklens.cluster". */
  fact(key: string): string | undefined {
    return this.metadata.key_value_metadata?.find((one) => one.key === key)?.value;
  }

  /** The largest time of a row group, in milliseconds; undefined where it does not say. */
  latest(group: number, column: string): number | undefined {
    const chunk = this.chunks(group).find(({ path_in_schema: [name] }) => name === column);
    const most = chunk?.statistics?.max_value ?? chunk?.statistics?.max;
    const time = most instanceof Date ? most.getTime() : Number.NaN;
    return Number.isFinite(time) ? time : undefined;
  }

  /**
   * Some columns of a row group. Nothing else of the file is asked for.
   * @throws ProfileError where a column is missing, nested, damaged or too large
   */
  async read(group: number, wanted: readonly string[]): Promise<Columns> {
    const { row_groups: groups } = this.metadata;
    const rows = Number(groups[group].num_rows);
    const before = groups.slice(0, group).reduce((sum, one) => sum + Number(one.num_rows), 0);
    const chunks = this.chunks(group).filter((chunk) => wanted.includes(chunk.path_in_schema[0]));
    const held = new Held(await this.fetch(chunks), this.size);
    for (const chunk of chunks) {
      const [start, end] = rangeOf(chunk);
      checkPages(held.bytes(start, end), {
        column: chunk.path_in_schema[0],
        optional: this.element(chunk).repetition_type === "OPTIONAL",
        boolean: chunk.type === "BOOLEAN",
        rows,
        unpack: CODECS[chunk.codec],
      });
    }
    const parts: Record<string, ArrayLike<Value>[]> = {};
    try {
      await this.library.parquetRead({
        file: held,
        metadata: this.metadata,
        columns: [...wanted],
        rowStart: before,
        rowEnd: before + rows,
        compressors: CODECS,
        onChunk: ({ columnName, columnData }) => {
          parts[columnName] ??= [];
          parts[columnName].push(columnData as ArrayLike<Value>);
        },
      });
    } catch (error) {
      throw error instanceof ProfileError ? error : damaged(error);
    }
    return { rows, values: Object.fromEntries(wanted.map((c) => [c, joined(c, parts[c], rows)])) };
  }

  private chunks(group: number): ColumnMetaData[] {
    const found: RowGroup = this.metadata.row_groups[group];
    return found.columns.flatMap(({ meta_data }) => (meta_data ? [meta_data] : []));
  }

  /** @throws ProfileError where the column is no plain one */
  private element({ path_in_schema }: ColumnMetaData): SchemaElement {
    const [name] = path_in_schema;
    const element = this.metadata.schema.find((one) => one.name === name);
    if (path_in_schema.length > 1 || !element || element.repetition_type === "REPEATED") {
      throw new ProfileError(WORDS.nested(name), { hint: WORDS.columnHint });
    }
    return element;
  }

  /** Gets the bytes of columns, those that lie near to each other at once. */
  private async fetch(chunks: readonly ColumnMetaData[]): Promise<Stretch[]> {
    const ranges = chunks.map((chunk) => {
      const [start, end] = rangeOf(chunk);
      const [name] = chunk.path_in_schema;
      if (!CODECS[chunk.codec]) {
        throw new ProfileError(WORDS.codec(name, chunk.codec), { hint: WORDS.codecHint });
      }
      if (!(start >= 0 && end >= start && end <= this.size)) {
        throw new ProfileError(WORDS.outside(name), { hint: WORDS.again });
      }
      if (end - start > MAX_CHUNK) {
        const hint = WORDS.smallerHint;
        throw new ProfileError(WORDS.large(name, end - start, MAX_CHUNK), { hint });
      }
      return { start, end };
    });
    ranges.sort((a, b) => a.start - b.start);
    const together: { start: number; end: number }[] = [];
    for (const { start, end } of ranges) {
      const last = together.at(-1);
      if (last && start - last.end <= GAP) last.end = Math.max(last.end, end);
      else together.push({ start, end });
    }
    return Promise.all(
      together.map(async ({ start, end }) => ({ start, bytes: await this.file.read(start, end) })),
    );
  }
}

interface Stretch {
  readonly start: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What is there of a file, as hyparquet reads one. */
class Held {
  constructor(
    private readonly stretches: readonly Stretch[],
    readonly byteLength: number,
  ) {}

  bytes(start: number, end: number): Uint8Array<ArrayBuffer> {
    const found = this.stretches.find((s) => s.start <= start && s.start + s.bytes.length >= end);
    if (!found) throw new RangeError(`bytes ${start} to ${end} were not asked for`);
    return found.bytes.subarray(start - found.start, end - found.start);
  }

  slice(start: number, end = this.byteLength): ArrayBuffer {
    return this.bytes(start, end).slice().buffer;
  }
}

async function readFooter(file: RandomAccess, size: number): Promise<Uint8Array> {
  if (size < END + 4) throw new ProfileError(WORDS.short(size), { hint: WORDS.again });
  const from = Math.max(0, size - TAIL);
  const tail = await file.read(from, size);
  const view = new DataView(tail.buffer, tail.byteOffset, tail.length);
  if (view.getUint32(tail.length - 4, true) !== MAGIC) {
    if (isPage(from === 0 ? tail : await file.read(0, Math.min(size, 64)))) {
      throw new ProfileError(WORDS.page, { hint: WORDS.pageHint });
    }
    throw new ProfileError(WORDS.noEnd, { byte: size, hint: WORDS.again });
  }
  const length = view.getUint32(tail.length - END, true);
  if (length > size - END - 4) {
    throw new ProfileError(WORDS.footerOutside(length), { hint: WORDS.again });
  }
  if (length > MAX_FOOTER) {
    throw new ProfileError(WORDS.footer(length, MAX_FOOTER), { hint: WORDS.again });
  }
  if (length + END <= tail.length) return tail.subarray(tail.length - length - END);
  return file.read(size - length - END, size);
}

function isPage(head: Uint8Array): boolean {
  return /^\s*<(?:!doctype|html|head|body|\?xml)/i.test(
    new TextDecoder().decode(head.slice(0, 64)),
  );
}

function checkCounts({ schema, row_groups, num_rows }: FileMetaData): void {
  const rows = row_groups.reduce((sum, group) => sum + Number(group.num_rows), 0);
  const counts = [
    ["columns", schema.length, MAX_COLUMNS],
    ["row groups", row_groups.length, MAX_GROUPS],
    ["rows", Number(num_rows), MAX_ROWS],
  ] as const;
  for (const [what, count, most] of counts) {
    if (count > most) {
      throw new ProfileError(WORDS.tooMany(what, count, most), { hint: WORDS.smallerHint });
    }
  }
  const fair = row_groups.every((group) => group.num_rows >= 0n);
  if (!fair || rows !== Number(num_rows)) throw damaged(WORDS.ended);
}

function rangeOf(chunk: ColumnMetaData): [number, number] {
  const start = Number(chunk.dictionary_page_offset || chunk.data_page_offset);
  return [start, start + Number(chunk.total_compressed_size)];
}

function joined(
  column: string,
  parts: readonly ArrayLike<Value>[] | undefined,
  rows: number,
): ArrayLike<Value> {
  const found = parts?.length === 1 ? parts[0] : (parts ?? []).flatMap((part) => Array.from(part));
  if (found.length !== rows) {
    throw new ProfileError(WORDS.rows(column, found.length, rows), { hint: WORDS.again });
  }
  return found;
}

function damaged(error: unknown): ProfileError {
  const why = error instanceof Error ? error.message : String(error);
  return new ProfileError(WORDS.damaged(why), { hint: WORDS.again });
}
