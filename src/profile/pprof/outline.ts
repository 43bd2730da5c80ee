import { GrowableUint32 } from "../../lib/growable.js";
import { CUT_HINT, DAMAGED_HINT, ProfileError } from "../profile-error.js";
import { StringTable } from "../string-table.js";
import { BYTES, VARINT, WireReader } from "./wire-reader.js";

const MAX_SAMPLE_TYPES = 64;
/** A mapping is a library that the program has loaded; each costs some hundred bytes here. */
const MAX_MAPPINGS = 65_536;
const MAX_COMMENTS = 65_536;

/** An index into the string table as the profile gives it, not checked, and where it stands. */
export interface StringAt {
  readonly index: number;
  readonly byte: number;
}

/** Where each message of a profile starts (at its length), and the profile's own numbers. */
export interface Outline {
  readonly sampleTypes: readonly number[];
  readonly mappings: readonly number[];
  readonly locations: Uint32Array;
  readonly functions: Uint32Array;
  readonly sampleCount: number;
  /** bytes of all samples, and where the shortest of them is and how long */
  readonly sampleBytes: number;
  readonly shortestSample: number;
  readonly shortestBytes: number;
  readonly strings: StringTable;
  readonly comments: readonly StringAt[];
  readonly dropFrames: StringAt;
  readonly keepFrames: StringAt;
  readonly defaultSampleType: StringAt;
  readonly docUrl: StringAt;
  readonly timeNanos: bigint;
  readonly durationNanos: bigint;
  /** -1 where there is none */
  readonly periodType: number;
  readonly period: number;
}

const NO_STRING: StringAt = { index: 0, byte: 0 };

/**
 * First pass over a profile.proto message: bounds how many of each thing there are, so that
 * what is allocated for them follows the bytes there are.
 * @throws ProfileError where the message is cut short or is none
 */
export function readOutline(bytes: Uint8Array): Outline {
  const reader = new WireReader(bytes);
  const sampleTypes: number[] = [];
  const mappings: number[] = [];
  const locations = new GrowableUint32(1024);
  const functions = new GrowableUint32(1024);
  const comments: StringAt[] = [];
  const stringStart = new GrowableUint32(4096);
  const stringEnd = new GrowableUint32(4096);
  const o = {
    sampleCount: 0,
    sampleBytes: 0,
    shortestSample: 0,
    shortestBytes: Number.POSITIVE_INFINITY,
    dropFrames: NO_STRING,
    keepFrames: NO_STRING,
    defaultSampleType: NO_STRING,
    docUrl: NO_STRING,
    timeNanos: 0n,
    durationNanos: 0n,
    periodType: -1,
    period: 0,
  };
  const comment = (byte: number): void => {
    const index = reader.uint32("string");
    if (comments.length === MAX_COMMENTS) throw tooMany(MAX_COMMENTS, "comments", byte);
    comments.push({ index, byte });
  };
  let known = 0;
  while (reader.at < reader.end) {
    const byte = reader.at;
    const tag = reader.uint32("a field number");
    const wire = tag & 7;
    const field = tag >>> 3;
    if (field === 0) {
      throw new ProfileError("a field has the number 0", { byte, hint: DAMAGED_HINT });
    }
    const at = reader.at;
    if (wire === BYTES && (field <= 6 || field === 11 || field === 13)) {
      const end = reader.length(MESSAGE_NAMES[field] ?? "a message");
      known++;
      switch (field) {
        case 1:
          if (sampleTypes.length === MAX_SAMPLE_TYPES) {
            throw tooMany(MAX_SAMPLE_TYPES, "sample types", byte);
          }
          sampleTypes.push(at);
          break;
        case 2: {
          const size = end - reader.at;
          o.sampleCount++;
          o.sampleBytes += size;
          if (size < o.shortestBytes) {
            o.shortestBytes = size;
            o.shortestSample = byte;
          }
          break;
        }
        case 3:
          if (mappings.length === MAX_MAPPINGS) throw tooMany(MAX_MAPPINGS, "mappings", byte);
          mappings.push(at);
          break;
        case 4:
        case 5:
          // The least there can be is an id.
          if (end - reader.at < 2) {
            throw new ProfileError(`${MESSAGE_NAMES[field]} has no id`, {
              byte,
              hint: DAMAGED_HINT,
            });
          }
          (field === 4 ? locations : functions).push(at);
          break;
        case 6:
          stringStart.push(reader.at);
          stringEnd.push(end);
          break;
        case 11:
          o.periodType = at;
          break;
        case 13: {
          const outer = reader.end;
          reader.end = end;
          while (reader.at < end) comment(reader.at);
          reader.end = outer;
          break;
        }
      }
      reader.at = end;
    } else if (wire === VARINT && field >= 7 && field <= 15) {
      known++;
      switch (field) {
        case 7:
          o.dropFrames = { index: reader.uint32("string"), byte };
          break;
        case 8:
          o.keepFrames = { index: reader.uint32("string"), byte };
          break;
        case 9:
          reader.varint();
          o.timeNanos = reader.signed();
          break;
        case 10:
          reader.varint();
          o.durationNanos = reader.signed();
          break;
        case 12:
          reader.varint();
          o.period = reader.number();
          break;
        case 13:
          comment(byte);
          break;
        case 14:
          o.defaultSampleType = { index: reader.uint32("string"), byte };
          break;
        case 15:
          o.docUrl = { index: reader.uint32("string"), byte };
          break;
        default:
          reader.varint();
      }
    } else {
      reader.skip(wire);
    }
  }
  if (known === 0) {
    throw new ProfileError("no field of a pprof profile was found", {
      byte: 0,
      hint: DAMAGED_HINT,
    });
  }
  if (stringStart.length === 0) {
    throw new ProfileError("the profile has no string table", {
      byte: bytes.length,
      hint: CUT_HINT,
    });
  }
  const first = stringStart.array[0];
  if (stringEnd.array[0] !== first) {
    throw new ProfileError('the first string of the table is not ""', {
      byte: first,
      hint: DAMAGED_HINT,
    });
  }
  if (sampleTypes.length === 0) {
    throw new ProfileError("the profile names no sample types", {
      byte: bytes.length,
      hint: DAMAGED_HINT,
    });
  }
  return {
    ...o,
    sampleTypes,
    mappings,
    locations: locations.done(),
    functions: functions.done(),
    comments,
    strings: compactStrings(bytes, stringStart.done(), stringEnd.done()),
  };
}

const MESSAGE_NAMES: Record<number, string> = {
  1: "a sample type",
  2: "a sample",
  3: "a mapping",
  4: "a location",
  5: "a function",
  6: "a string",
  11: "the period's type",
  13: "the comments",
};

function tooMany(most: number, what: string, byte: number): ProfileError {
  return new ProfileError(`the profile has more than ${most} ${what}, the limit`, {
    byte,
    hint: DAMAGED_HINT,
  });
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
