import { ProfileError } from "../profile/profile-error.js";
import { FLEET_WORDS } from "../words/fleet-words.js";
import type { Unpack } from "./page-codecs.js";
import { type Fields, ThriftFields } from "./thrift-fields.js";

const WORDS = FLEET_WORDS.parquet;

/** A column chunk as the footer tells of it. */
export interface ChunkFacts {
  readonly column: string;
  readonly optional: boolean;
  readonly boolean: boolean;
  readonly rows: number;
  readonly unpack: Unpack;
}

/** A page is no larger than this, packed or not, in bytes. */
const MAX_PAGE = 1 << 27;
const DATA = 0;
const DICTIONARY = 2;
const DATA_2 = 3;
const ENCODINGS = [
  "PLAIN",
  "GROUP_VAR_INT",
  "PLAIN_DICTIONARY",
  "RLE",
  "BIT_PACKED",
  "DELTA_BINARY_PACKED",
  "DELTA_LENGTH_BYTE_ARRAY",
  "DELTA_BYTE_ARRAY",
  "RLE_DICTIONARY",
  "BYTE_STREAM_SPLIT",
];
const PLAIN = 0;
const RLE = 3;
const DICTIONARIES = [2, 8];

/**
 * Walks the pages of a column chunk and checks that what they say of themselves is true: a run in
 * five bytes may stand for two thousand million values, and a reader that trusts it never ends.
 * @throws ProfileError that names the column
 */
export function checkPages(bytes: Uint8Array, chunk: ChunkFacts): void {
  const fields = new ThriftFields(bytes, 0, bytes.length);
  let rows = 0;
  while (rows < chunk.rows && fields.at < bytes.length) {
    const page = fields.struct();
    const [kind, size, packed] = [1, 2, 3].map((id) => page.numbers.get(id) ?? -1);
    const start = fields.at;
    if (packed < 0 || size < 0 || size > MAX_PAGE || packed > bytes.length - start) {
      throw damaged(chunk, WORDS.pageSize, start);
    }
    fields.at = start + packed;
    const content = bytes.subarray(start, fields.at);
    try {
      rows += checkPage(content, size, kind, page, chunk, chunk.rows - rows);
    } catch (error) {
      if (error instanceof ProfileError) throw error;
      throw damaged(chunk, error instanceof Error ? error.message : String(error), start);
    }
  }
}

/** @returns the page's values, of which there may be `most` */
function checkPage(
  content: Uint8Array,
  size: number,
  kind: number,
  page: Fields,
  chunk: ChunkFacts,
  most: number,
): number {
  if (kind === DICTIONARY) {
    const values = page.structs.get(7)?.numbers.get(1) ?? -1;
    // Each value takes a byte at least.
    if (values < 0 || values > size) throw damaged(chunk, WORDS.pageValues);
    return 0;
  }
  const head = page.structs.get(kind === DATA ? 5 : 8);
  if ((kind !== DATA && kind !== DATA_2) || !head) throw damaged(chunk, WORDS.pageKind(kind));
  const values = head.numbers.get(1) ?? -1;
  if (values < 0 || values > most) throw damaged(chunk, WORDS.pageValues);
  const encoding = head.numbers.get(kind === DATA ? 2 : 4) ?? -1;
  if (![PLAIN, ...DICTIONARIES, ...(chunk.boolean ? [RLE] : [])].includes(encoding)) {
    const name = ENCODINGS[encoding] ?? String(encoding);
    throw new ProfileError(WORDS.encoding(chunk.column, name), { hint: WORDS.encodingHint });
  }
  if (kind === DATA) checkData(chunk.unpack(content, size), values, encoding, chunk);
  else checkData2(content, size, values, encoding, head, chunk);
  return values;
}

function checkData(page: Uint8Array, values: number, encoding: number, chunk: ChunkFacts): void {
  let at = 0;
  if (chunk.optional) {
    const end = 4 + uint32(page, 0, chunk);
    checkRuns(page, 4, end, 1, values, chunk);
    at = end;
  }
  checkValues(page.subarray(at), values, encoding, chunk);
}

function checkData2(
  content: Uint8Array,
  size: number,
  values: number,
  encoding: number,
  head: Fields,
  chunk: ChunkFacts,
): void {
  const nulls = head.numbers.get(2) ?? 0;
  const levels = head.numbers.get(5) ?? 0;
  const repeats = head.numbers.get(6) ?? 0;
  const rows = head.numbers.get(3) ?? values;
  if (nulls < 0 || nulls > values || rows !== values) throw damaged(chunk, WORDS.pageValues);
  if (levels < 0 || repeats !== 0 || levels > content.length || levels > size) {
    throw damaged(chunk, WORDS.pageSize);
  }
  if (chunk.optional) checkRuns(content, 0, levels, 1, values, chunk);
  const packed = content.subarray(levels);
  const page = head.numbers.get(7) === 0 ? packed : chunk.unpack(packed, size - levels);
  checkValues(page, values - nulls, encoding, chunk);
}

/** @param values of which there are this many at most */
function checkValues(page: Uint8Array, values: number, encoding: number, chunk: ChunkFacts): void {
  if (encoding === RLE) {
    checkRuns(page, 4, 4 + uint32(page, 0, chunk), 1, values, chunk, true);
  } else if (DICTIONARIES.includes(encoding) && values > 0) {
    const width = page[0] ?? 255;
    if (width > 32) throw damaged(chunk, WORDS.pageRuns);
    checkRuns(page, 1, page.length, width, values, chunk, true);
  }
}

/**
 * Runs of equal numbers and groups of packed ones, which have to make `values` numbers.
 * @param fewer there may be fewer values than that: those that are null have none
 */
function checkRuns(
  page: Uint8Array,
  from: number,
  to: number,
  width: number,
  values: number,
  chunk: ChunkFacts,
  fewer = false,
): void {
  if (to > page.length) throw damaged(chunk, WORDS.pageSize);
  const fields = new ThriftFields(page, from, to);
  for (let seen = 0; seen < values; ) {
    if (fewer && fields.at >= to) return;
    const head = fields.varint();
    const count = Math.floor(head / 2);
    if (count === 0) throw damaged(chunk, WORDS.pageRuns);
    if (head % 2 === 1) {
      // Groups of eight: the last may have more than there are.
      if (count * 8 > values - seen + 7 + 504) throw damaged(chunk, WORDS.pageRuns);
      fields.at += count * width;
      seen += count * 8;
    } else {
      if (count > values - seen) throw damaged(chunk, WORDS.pageRuns);
      fields.at += Math.ceil(width / 8);
      seen += count;
    }
    if (fields.at > to) throw damaged(chunk, WORDS.pageRuns);
  }
}

function uint32(page: Uint8Array, at: number, chunk: ChunkFacts): number {
  if (page.length < at + 4) throw damaged(chunk, WORDS.pageSize);
  return new DataView(page.buffer, page.byteOffset + at, 4).getUint32(0, true);
}

function damaged({ column }: ChunkFacts, why: string, byte?: number): ProfileError {
  const at = byte === undefined ? {} : { byte };
  return new ProfileError(WORDS.damagedPage(column, why), { ...at, hint: WORDS.again });
}
