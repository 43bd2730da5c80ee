import { GrowableFloat64, GrowableUint32 } from "../../lib/growable.js";
import { PROFILE_WORDS } from "../../words/readers/profile-words.js";
import type { FunctionTable, LocationTable, Mapping } from "../profile.js";
import { ProfileError, tooMany } from "../profile-error.js";
import { noteOf, type ProfileNote } from "../profile-note.js";
import { MAX_LINES_IN_ALL } from "../size-limits.js";
import type { StringTable } from "../string-table.js";
import type { IdTable } from "./id-table.js";
import { missing, nested, type StringCheck } from "./references.js";
import { VARINT, type WireReader } from "./wire-reader.js";

/** More lines than this are no inlining: each sample that meets the location would pay for it. */
const MAX_LINES = 4096;

/** Reads the mapping whose length starts at `at`. */
export function readMapping(
  bytes: Uint8Array,
  at: number,
  strings: StringTable,
  string: StringCheck,
  ids: IdTable,
): Mapping {
  const reader = nested(bytes, at);
  const numbers = new Array<bigint>(11).fill(0n);
  let file = 0;
  let buildId = 0;
  while (reader.at < reader.end) {
    const byte = reader.at;
    const tag = reader.uint32("fieldNumber");
    const field = tag >>> 3;
    if (tag === 0x28) file = string(reader.uint32("string"), "thing.mapping", byte);
    else if (tag === 0x30) buildId = string(reader.uint32("string"), "thing.mapping", byte);
    else if ((tag & 7) === VARINT && field < 11) {
      reader.varint();
      numbers[field] = reader.unsigned();
    } else reader.skip(tag & 7);
  }
  const id = numbers[1];
  ids.add(Number(id & 0xffffffffn), Number(id >> 32n), at, "mapping");
  return {
    id,
    start: numbers[2],
    limit: numbers[3],
    offset: numbers[4],
    file: strings.get(file),
    buildId: strings.get(buildId),
    hasFunctions: numbers[7] !== 0n,
    hasFilenames: numbers[8] !== 0n,
    hasLineNumbers: numbers[9] !== 0n,
    hasInlineFrames: numbers[10] !== 0n,
  };
}

/** Reads the functions whose lengths start at `starts`. */
export function readFunctions(
  bytes: Uint8Array,
  starts: Uint32Array,
  string: StringCheck,
  ids: IdTable,
): FunctionTable {
  const count = starts.length;
  const name = new Uint32Array(count);
  const systemName = new Uint32Array(count);
  const file = new Uint32Array(count);
  const startLine = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const reader = nested(bytes, starts[i]);
    let low = 0;
    let high = 0;
    while (reader.at < reader.end) {
      const byte = reader.at;
      const tag = reader.uint32("fieldNumber");
      switch (tag) {
        case 0x08:
          reader.varint();
          low = reader.low;
          high = reader.high;
          break;
        case 0x10:
          name[i] = string(reader.uint32("string"), "thing.function", byte);
          break;
        case 0x18:
          systemName[i] = string(reader.uint32("string"), "thing.function", byte);
          break;
        case 0x20:
          file[i] = string(reader.uint32("string"), "thing.function", byte);
          break;
        case 0x28:
          reader.varint();
          startLine[i] = reader.number();
          break;
        default:
          reader.skip(tag & 7);
      }
    }
    ids.add(low, high, starts[i], "function");
  }
  return { count, name, systemName, file, startLine };
}

/** Reads the locations whose lengths start at `starts`; every reference is checked. */
export function readLocations(
  bytes: Uint8Array,
  starts: Uint32Array,
  functionIds: IdTable,
  mappingIds: IdTable,
  ids: IdTable,
  notes: ProfileNote[],
): LocationTable {
  const count = starts.length;
  const idLow = new Uint32Array(count);
  const idHigh = new Uint32Array(count);
  const addressLow = new Uint32Array(count);
  const addressHigh = new Uint32Array(count);
  const mapping = new Int32Array(count).fill(-1);
  const isFolded = new Uint8Array(count);
  const lines = new LineReader(count, functionIds);
  let lost = 0;
  for (let i = 0; i < count; i++) {
    const reader = nested(bytes, starts[i]);
    while (reader.at < reader.end) {
      const byte = reader.at;
      const tag = reader.uint32("fieldNumber");
      switch (tag) {
        case 0x08:
          reader.varint();
          idLow[i] = reader.low;
          idHigh[i] = reader.high;
          break;
        case 0x10:
          reader.varint();
          if (reader.low !== 0 || reader.high !== 0) {
            // As pprof reads it: without a mapping where the file does not define that.
            mapping[i] = mappingIds.find(reader.low, reader.high);
            if (mapping[i] < 0) lost++;
          }
          break;
        case 0x18:
          reader.varint();
          addressLow[i] = reader.low;
          addressHigh[i] = reader.high;
          break;
        case 0x22:
          lines.read(reader, byte);
          break;
        case 0x28:
          reader.varint();
          isFolded[i] = reader.low === 0 ? 0 : 1;
          break;
        default:
          reader.skip(tag & 7);
      }
    }
    lines.endLocation();
    ids.add(idLow[i], idHigh[i], starts[i], "location");
  }
  if (lost > 0) {
    notes.push(noteOf("noMapping", { n: lost }));
  }
  const addresses = { idLow, idHigh, addressLow, addressHigh };
  return { count, ...addresses, mapping, isFolded, ...lines.done() };
}

/** Reads the lines of locations, one location after the other. */
class LineReader {
  private readonly offsets: Uint32Array;
  private readonly fn: GrowableUint32;
  private readonly line: GrowableFloat64;
  private readonly column: GrowableFloat64;
  private location = 0;

  /** @param count of locations */
  constructor(
    count: number,
    private readonly functionIds: IdTable,
  ) {
    this.offsets = new Uint32Array(count + 1);
    this.fn = new GrowableUint32(count * 2);
    this.line = new GrowableFloat64(count * 2);
    this.column = new GrowableFloat64(count * 2);
  }

  /** @param byte where the line's field stands; the reader is at its length */
  read(reader: WireReader, byte: number): void {
    const end = reader.length("thing.line");
    const outer = reader.end;
    let fn = -1;
    let line = 0;
    let column = 0;
    reader.end = end;
    while (reader.at < end) {
      const at = reader.at;
      const tag = reader.uint32("fieldNumber");
      if (tag === 0x08) {
        reader.varint();
        if (reader.low !== 0 || reader.high !== 0) {
          fn = this.functionIds.find(reader.low, reader.high);
          if (fn < 0) throw missing(PROFILE_WORDS.noFunction(reader.unsigned()), at);
        }
      } else if (tag === 0x10) {
        reader.varint();
        line = reader.number();
      } else if (tag === 0x18) {
        reader.varint();
        column = reader.number();
      } else reader.skip(tag & 7);
    }
    reader.end = outer;
    if (this.fn.length - this.offsets[this.location] >= MAX_LINES) {
      throw new ProfileError(PROFILE_WORDS.manyLines(MAX_LINES), {
        byte,
        hint: PROFILE_WORDS.hints.noPprof,
      });
    }
    if (this.fn.length >= MAX_LINES_IN_ALL) {
      throw tooMany("lines", MAX_LINES_IN_ALL, byte, PROFILE_WORDS.hints.filtered);
    }
    this.fn.push(fn >>> 0);
    this.line.push(line);
    this.column.push(column);
  }

  endLocation(): void {
    this.location++;
    this.offsets[this.location] = this.fn.length;
  }

  done(): Pick<LocationTable, "lineOffsets" | "lineFunction" | "lineNumber" | "lineColumn"> {
    return {
      lineOffsets: this.offsets,
      lineFunction: new Int32Array(this.fn.done().buffer),
      lineNumber: this.line.done(),
      lineColumn: this.column.done(),
    };
  }
}
