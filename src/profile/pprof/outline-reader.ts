import { GrowableUint32 } from "../../lib/growable.js";
import { type Bounded, PROFILE_WORDS, type Thing } from "../../words/readers/profile-words.js";
import { ProfileError, tooMany } from "../profile-error.js";
import { MAX_FUNCTIONS, MAX_LOCATIONS, MAX_STRINGS, MAX_VALUES } from "../size-limits.js";
import { StringTable } from "../string-table.js";
import { noId } from "./id-table.js";
import type { Outline, StringAt } from "./outline.js";
import { missing } from "./references.js";
import { BYTES, VARINT, WireReader } from "./wire-reader.js";

/** Tag of a sample. */
const SAMPLE = 0x12;
const MAX_SAMPLE_TYPES = 64;
/** A mapping is a library that the program has loaded; each costs some hundred bytes here. */
const MAX_MAPPINGS = 65_536;
const MAX_COMMENTS = 65_536;

const NO_STRING: StringAt = { index: 0, byte: 0 };

/**
 * First pass over a profile.proto message: bounds how many of each thing there are, so that
 * what is allocated for them follows the bytes there are.
 * @throws ProfileError where the message is cut short or is none
 */
export function readOutline(bytes: Uint8Array): Outline {
  return new OutlineReader(bytes).read();
}

/** Reads where the messages of a profile are, field by field. */
class OutlineReader {
  private readonly reader: WireReader;
  private readonly sampleTypes: number[] = [];
  private readonly mappings: number[] = [];
  private readonly locations = new GrowableUint32(1024);
  private readonly functions = new GrowableUint32(1024);
  private readonly comments: StringAt[] = [];
  private readonly stringStart = new GrowableUint32(4096);
  private readonly stringEnd = new GrowableUint32(4096);
  private sampleCount = 0;
  private sampleBytes = 0;
  private shortestSample = 0;
  private shortestBytes = Number.POSITIVE_INFINITY;
  private dropFrames = NO_STRING;
  private keepFrames = NO_STRING;
  private defaultSampleType = NO_STRING;
  private docUrl = NO_STRING;
  private timeNanos = 0n;
  private durationNanos = 0n;
  private periodType = -1;
  private period = 0;
  /** fields that a profile has */
  private known = 0;

  constructor(private readonly bytes: Uint8Array) {
    this.reader = new WireReader(bytes);
  }

  read(): Outline {
    const { reader } = this;
    while (reader.at < reader.end) {
      this.countSamples();
      if (reader.at < reader.end) this.readField();
    }
    this.check();
    return {
      sampleTypes: this.sampleTypes,
      mappings: this.mappings,
      locations: this.locations.done(),
      functions: this.functions.done(),
      sampleCount: this.sampleCount,
      sampleBytes: this.sampleBytes,
      shortestSample: this.shortestSample,
      shortestBytes: this.shortestBytes,
      strings: compactStrings(this.bytes, this.stringStart.done(), this.stringEnd.done()),
      comments: this.comments,
      dropFrames: this.dropFrames,
      keepFrames: this.keepFrames,
      defaultSampleType: this.defaultSampleType,
      docUrl: this.docUrl,
      timeNanos: this.timeNanos,
      durationNanos: this.durationNanos,
      periodType: this.periodType,
      period: this.period,
    };
  }

  /** Passes over samples that stand one after the other, as in most files all do. */
  private countSamples(): void {
    const { reader, bytes } = this;
    const { end } = reader;
    let at = reader.at;
    while (at < end && bytes[at] === SAMPLE) {
      let from = at + 2;
      let size = from < end ? bytes[at + 1] : 0x80;
      if (size >= 0x80) {
        const second = from < end ? bytes[from++] : 0x80;
        // Longer ones are seldom: they, and what is wrong, are for `readField`.
        if (second >= 0x80) break;
        size = (size & 0x7f) | (second << 7);
      }
      if (from + size > end) break;
      this.known++;
      this.countSample(size, at);
      at = from + size;
    }
    reader.at = at;
  }

  private readField(): void {
    const { reader } = this;
    const byte = reader.at;
    const tag = reader.uint32("fieldNumber");
    const wire = tag & 7;
    const field = tag >>> 3;
    if (field === 0) {
      throw noPprof(PROFILE_WORDS.wire.zero, byte);
    }
    if (wire === BYTES && (field <= 6 || field === 11 || field === 13)) {
      this.known++;
      this.readMessage(field, byte);
    } else if (wire === VARINT && field >= 7 && field <= 15) {
      this.known++;
      this.readNumber(field, byte);
    } else reader.skip(wire);
  }

  /** @param byte where its field stands; the reader is at its length */
  private readMessage(field: number, byte: number): void {
    const { reader } = this;
    const at = reader.at;
    const end = reader.length(THINGS[field] ?? "thing.message");
    switch (field) {
      case 1:
        bounded(this.sampleTypes, MAX_SAMPLE_TYPES, "sampleTypes", byte).push(at);
        break;
      case 2:
        this.countSample(end - reader.at, byte);
        break;
      case 3:
        bounded(this.mappings, MAX_MAPPINGS, "mappings", byte).push(at);
        break;
      case 4:
      case 5:
        // The least there can be is an id.
        if (end - reader.at < 2) {
          throw noId(field === 4 ? "location" : "function", byte);
        }
        if (field === 4) growing(this.locations, MAX_LOCATIONS, "locations", byte).push(at);
        else growing(this.functions, MAX_FUNCTIONS, "functions", byte).push(at);
        break;
      case 6:
        growing(this.stringStart, MAX_STRINGS, "strings", byte).push(reader.at);
        this.stringEnd.push(end);
        break;
      case 11:
        this.periodType = at;
        break;
      case 13:
        this.readComments(end);
        break;
    }
    reader.at = end;
  }

  private countSample(size: number, byte: number): void {
    this.sampleCount++;
    this.sampleBytes += size;
    if (size < this.shortestBytes) {
      this.shortestBytes = size;
      this.shortestSample = byte;
    }
  }

  /** Comments may be packed, as any repeated number. */
  private readComments(end: number): void {
    const { reader } = this;
    const outer = reader.end;
    reader.end = end;
    while (reader.at < end) this.addComment(this.string(reader.at));
    reader.end = outer;
  }

  private addComment(comment: StringAt): void {
    bounded(this.comments, MAX_COMMENTS, "comments", comment.byte).push(comment);
  }

  private string(byte: number): StringAt {
    return { index: this.reader.uint32("string"), byte };
  }

  /** @param byte where its field stands; the reader is at the number */
  private readNumber(field: number, byte: number): void {
    const { reader } = this;
    switch (field) {
      case 7:
        this.dropFrames = this.string(byte);
        break;
      case 8:
        this.keepFrames = this.string(byte);
        break;
      case 9:
        reader.varint();
        this.timeNanos = reader.signed();
        break;
      case 10:
        reader.varint();
        this.durationNanos = reader.signed();
        break;
      case 12:
        reader.varint();
        this.period = reader.number();
        break;
      case 13:
        this.addComment(this.string(byte));
        break;
      case 14:
        this.defaultSampleType = this.string(byte);
        break;
      case 15:
        this.docUrl = this.string(byte);
        break;
      default:
        reader.varint();
    }
  }

  /** Whether what was read can be a profile. */
  private check(): void {
    const { length } = this.bytes;
    if (this.known === 0) throw noPprof(PROFILE_WORDS.noFields, 0);
    if (this.stringStart.length === 0) {
      throw missing(PROFILE_WORDS.noStrings, length);
    }
    const first = this.stringStart.array[0];
    if (this.stringEnd.array[0] !== first) {
      throw noPprof(PROFILE_WORDS.firstString, first);
    }
    if (this.sampleTypes.length === 0) {
      throw noPprof(PROFILE_WORDS.noSampleTypes, length);
    }
    if (this.sampleCount * this.sampleTypes.length > MAX_VALUES) {
      throw tooMany("values", MAX_VALUES, length, PROFILE_WORDS.hints.filtered);
    }
  }
}

/** Messages of a profile by the number of their field. */
const THINGS: Readonly<Record<number, Thing>> = {
  1: "thing.sampleType",
  2: "thing.sample",
  3: "thing.mapping",
  4: "thing.location",
  5: "thing.function",
  6: "thing.string",
  11: "thing.periodType",
  13: "thing.comments",
};

function noPprof(message: string, byte: number): ProfileError {
  return new ProfileError(message, { byte, hint: PROFILE_WORDS.hints.noPprof });
}

/** A list that one more may be added to. */
function bounded<T>(list: T[], most: number, what: Bounded, byte: number): T[] {
  if (list.length < most) return list;
  throw tooMany(what, most, byte, PROFILE_WORDS.hints.noPprof);
}

/** As `bounded`, of what only a large program has many of. */
function growing(
  column: GrowableUint32,
  most: number,
  what: Bounded,
  byte: number,
): GrowableUint32 {
  if (column.length < most) return column;
  throw tooMany(what, most, byte, PROFILE_WORDS.hints.filtered);
}

/** Copies the strings out, so that the file's bytes can be let go. */
function compactStrings(bytes: Uint8Array, start: Uint32Array, end: Uint32Array): StringTable {
  let size = 0;
  for (let i = 0; i < start.length; i++) size += end[i] - start[i];
  const copy = new Uint8Array(size);
  let at = 0;
  for (let i = 0; i < start.length; i++) {
    const length = end[i] - start[i];
    copy.set(bytes.subarray(start[i], end[i]), at);
    start[i] = at;
    at += length;
    end[i] = at;
  }
  return new StringTable(copy, start, end);
}
