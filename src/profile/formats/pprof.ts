import { CUT_HINT, ProfileError } from "../error.js";
import { GrowableFloat64, GrowableUint32 } from "../growable.js";
import type {
  FunctionTable,
  LocationTable,
  Mapping,
  Profile,
  SampleTable,
  SampleType,
} from "../profile.js";
import { finish, type Steps } from "../steps.js";
import { StringTable } from "../strings.js";
import { IdTable } from "./ids.js";
import { BYTES, VARINT, WireReader } from "./wire.js";

const DAMAGED = "this is not a pprof profile, or it is damaged";
const MAX_SAMPLE_TYPES = 64;

/** Whether unpacked bytes look like a profile.proto message. Cheap; `decodePprof` is the judge. */
export function looksLikePprof(bytes: Uint8Array): boolean {
  if (bytes.length < 2) return false;
  const tag = bytes[0]!;
  const field = tag >>> 3;
  const wire = tag & 7;
  if (field < 1 || field > 15) return false;
  const isMessage = field <= 6 || field === 11;
  if (isMessage) {
    if (wire !== BYTES) return false;
    const reader = new WireReader(bytes, 1);
    try {
      return reader.uint32("a length of") <= bytes.length;
    } catch {
      return false;
    }
  }
  return wire === VARINT || (wire === BYTES && field === 13);
}

/**
 * Reads an unpacked profile.proto message (google/pprof, proto/profile.proto) into columns.
 *
 * Fields may come in any order, repeated numbers packed or not or mixed, ids may have any value.
 * Strings are left as bytes. Every reference is checked.
 *
 * @throws ProfileError naming the byte where the message is cut short or inconsistent.
 */
export function* decodePprofSteps(bytes: Uint8Array): Steps<Profile> {
  if (bytes.length === 0) {
    throw new ProfileError("the file is empty", { hint: "record it again" });
  }
  const outline = readOutline(bytes);
  const { strings } = outline;
  const string = (index: number, what: string, byte: number): number => {
    if (index >= strings.length) {
      throw new ProfileError(`${what} refers to string ${index} of a table of ${strings.length}`, {
        byte,
        hint: CUT_HINT,
      });
    }
    return index;
  };
  const readValueType = (at: number): SampleType => {
    const reader = nested(bytes, at);
    let type = 0;
    let unit = 0;
    while (reader.at < reader.end) {
      const byte = reader.at;
      const tag = reader.uint32("a field number");
      if (tag === 0x08) type = string(reader.uint32("string"), "a sample type", byte);
      else if (tag === 0x10) unit = string(reader.uint32("string"), "a unit", byte);
      else reader.skip(tag & 7);
    }
    return { type: strings.get(type), unit: strings.get(unit) };
  };

  const sampleTypes = outline.sampleTypes.map(readValueType);
  if (sampleTypes.length === 0) {
    throw new ProfileError("the profile names no sample types", { hint: DAMAGED });
  }
  if (sampleTypes.length > MAX_SAMPLE_TYPES) {
    throw new ProfileError(`the profile has ${sampleTypes.length} sample types`, { hint: DAMAGED });
  }

  const mappingIds = new IdTable(outline.mappings.length);
  const mappings = outline.mappings.map((at) =>
    readMapping(bytes, at, strings, string, mappingIds),
  );
  const functionIds = new IdTable(outline.functions.length);
  const functions = readFunctions(bytes, outline.functions, string, functionIds);
  const locationIds = new IdTable(outline.locations.length);
  const locations = readLocations(bytes, outline.locations, functionIds, mappingIds, locationIds);
  const notes: string[] = [];
  const samples = yield* readSamples(
    bytes,
    outline.sampleCount,
    outline.sampleBytes,
    sampleTypes.length,
    strings.length,
    locationIds,
    notes,
  );
  if (samples.count === 0) notes.push("The profile has no samples.");

  const text = (index: number, what: string): string =>
    strings.get(string(index, what, bytes.length));
  return {
    sampleTypes,
    defaultSampleType: text(outline.defaultSampleType, "the default sample type"),
    samples,
    locations,
    functions,
    mappings,
    strings,
    comments: outline.comments.map((c) => text(c, "a comment")),
    docUrl: text(outline.docUrl, "the documentation address"),
    dropFrames: text(outline.dropFrames, "drop_frames"),
    keepFrames: text(outline.keepFrames, "keep_frames"),
    timeNanos: outline.timeNanos,
    durationNanos: outline.durationNanos,
    periodType: outline.periodType < 0 ? undefined : readValueType(outline.periodType),
    period: outline.period,
    notes,
  };
}

/** As `decodePprofSteps`, all at once. */
export function decodePprof(bytes: Uint8Array): Profile {
  return finish(decodePprofSteps(bytes));
}

/** A reader over the length-delimited message whose length starts at `at`. */
function nested(bytes: Uint8Array, at: number): WireReader {
  const reader = new WireReader(bytes, at);
  reader.end = reader.length("a message");
  return reader;
}

/** First pass: where each message starts, the string table, and the profile's own numbers. */
function readOutline(bytes: Uint8Array) {
  const reader = new WireReader(bytes);
  const sampleTypes: number[] = [];
  const mappings: number[] = [];
  const locations: number[] = [];
  const functions: number[] = [];
  const comments: number[] = [];
  const stringStart = new GrowableUint32(4096);
  const stringEnd = new GrowableUint32(4096);
  const o = {
    sampleTypes,
    mappings,
    locations,
    functions,
    comments,
    sampleCount: 0,
    sampleBytes: 0,
    strings: undefined as unknown as StringTable,
    dropFrames: 0,
    keepFrames: 0,
    timeNanos: 0n,
    durationNanos: 0n,
    periodType: -1,
    period: 0,
    defaultSampleType: 0,
    docUrl: 0,
  };
  let known = 0;
  while (reader.at < reader.end) {
    const byte = reader.at;
    const tag = reader.uint32("a field number");
    const wire = tag & 7;
    const field = tag >>> 3;
    if (field === 0) throw new ProfileError("a field has the number 0", { byte, hint: DAMAGED });
    const at = reader.at;
    if (wire === BYTES && (field <= 6 || field === 11 || field === 13)) {
      const end = reader.length(MESSAGE_NAMES[field] ?? "a message");
      known++;
      switch (field) {
        case 1:
          sampleTypes.push(at);
          break;
        case 2:
          o.sampleCount++;
          o.sampleBytes += end - reader.at;
          break;
        case 3:
          mappings.push(at);
          break;
        case 4:
          locations.push(at);
          break;
        case 5:
          functions.push(at);
          break;
        case 6:
          stringStart.push(reader.at);
          stringEnd.push(end);
          break;
        case 11:
          o.periodType = at;
          break;
        case 13:
          while (reader.at < end) comments.push(reader.uint32("string"));
          break;
      }
      reader.at = end;
    } else if (wire === VARINT && field >= 7 && field <= 15) {
      known++;
      reader.varint();
      switch (field) {
        case 7:
          o.dropFrames = reader.number();
          break;
        case 8:
          o.keepFrames = reader.number();
          break;
        case 9:
          o.timeNanos = reader.signed();
          break;
        case 10:
          o.durationNanos = reader.signed();
          break;
        case 12:
          o.period = reader.number();
          break;
        case 13:
          comments.push(reader.number());
          break;
        case 14:
          o.defaultSampleType = reader.number();
          break;
        case 15:
          o.docUrl = reader.number();
          break;
      }
    } else {
      reader.skip(wire);
    }
  }
  if (known === 0)
    throw new ProfileError("no field of a pprof profile was found", { hint: DAMAGED });
  if (stringStart.length === 0) {
    throw new ProfileError("the profile has no string table", {
      byte: bytes.length,
      hint: CUT_HINT,
    });
  }
  o.strings = compactStrings(bytes, stringStart.done(), stringEnd.done());
  if (o.strings.end[0] !== 0) {
    throw new ProfileError('the first string of the table is not ""', { hint: DAMAGED });
  }
  return o;
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

/** Copies the strings out, so that the file's bytes can be let go. */
function compactStrings(bytes: Uint8Array, start: Uint32Array, end: Uint32Array): StringTable {
  let size = 0;
  for (let i = 0; i < start.length; i++) size += end[i]! - start[i]!;
  const copy = new Uint8Array(size);
  let at = 0;
  for (let i = 0; i < start.length; i++) {
    const length = end[i]! - start[i]!;
    copy.set(bytes.subarray(start[i], end[i]), at);
    start[i] = at;
    at += length;
    end[i] = at;
  }
  return new StringTable(copy, start, end);
}

type CheckString = (index: number, what: string, byte: number) => number;

function readMapping(
  bytes: Uint8Array,
  at: number,
  strings: StringTable,
  string: CheckString,
  ids: IdTable,
): Mapping {
  const reader = nested(bytes, at);
  const numbers = new Array<bigint>(11).fill(0n);
  while (reader.at < reader.end) {
    const tag = reader.uint32("a field number");
    const field = tag >>> 3;
    if ((tag & 7) === VARINT && field < 11) {
      reader.varint();
      numbers[field] = reader.unsigned();
    } else reader.skip(tag & 7);
  }
  const id = numbers[1]!;
  ids.add(Number(id & 0xffffffffn), Number(id >> 32n), at, "mapping");
  const text = (n: bigint) => strings.get(string(Number(n), "a mapping", at));
  return {
    id,
    start: numbers[2]!,
    limit: numbers[3]!,
    offset: numbers[4]!,
    file: text(numbers[5]!),
    buildId: text(numbers[6]!),
    hasFunctions: numbers[7] !== 0n,
    hasFilenames: numbers[8] !== 0n,
    hasLineNumbers: numbers[9] !== 0n,
    hasInlineFrames: numbers[10] !== 0n,
  };
}

function readFunctions(
  bytes: Uint8Array,
  starts: number[],
  string: CheckString,
  ids: IdTable,
): FunctionTable {
  const count = starts.length;
  const name = new Uint32Array(count);
  const systemName = new Uint32Array(count);
  const file = new Uint32Array(count);
  const startLine = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const reader = nested(bytes, starts[i]!);
    let low = 0;
    let high = 0;
    while (reader.at < reader.end) {
      const byte = reader.at;
      const tag = reader.uint32("a field number");
      switch (tag) {
        case 0x08:
          reader.varint();
          low = reader.low;
          high = reader.high;
          break;
        case 0x10:
          name[i] = string(reader.uint32("string"), "a function", byte);
          break;
        case 0x18:
          systemName[i] = string(reader.uint32("string"), "a function", byte);
          break;
        case 0x20:
          file[i] = string(reader.uint32("string"), "a function", byte);
          break;
        case 0x28:
          reader.varint();
          startLine[i] = reader.number();
          break;
        default:
          reader.skip(tag & 7);
      }
    }
    ids.add(low, high, starts[i]!, "function");
  }
  return { count, name, systemName, file, startLine };
}

function readLocations(
  bytes: Uint8Array,
  starts: number[],
  functionIds: IdTable,
  mappingIds: IdTable,
  ids: IdTable,
): LocationTable {
  const count = starts.length;
  const idLow = new Uint32Array(count);
  const idHigh = new Uint32Array(count);
  const addressLow = new Uint32Array(count);
  const addressHigh = new Uint32Array(count);
  const mapping = new Int32Array(count).fill(-1);
  const isFolded = new Uint8Array(count);
  const lineOffsets = new Uint32Array(count + 1);
  const lineFunction = new GrowableUint32(count * 2);
  const lineNumber = new GrowableFloat64(count * 2);
  const lineColumn = new GrowableFloat64(count * 2);
  for (let i = 0; i < count; i++) {
    const reader = nested(bytes, starts[i]!);
    while (reader.at < reader.end) {
      const byte = reader.at;
      const tag = reader.uint32("a field number");
      switch (tag) {
        case 0x08:
          reader.varint();
          idLow[i] = reader.low;
          idHigh[i] = reader.high;
          break;
        case 0x10:
          reader.varint();
          if (reader.low !== 0 || reader.high !== 0) {
            mapping[i] = mappingIds.find(reader.low, reader.high);
            if (mapping[i]! < 0) throw missing("a location", "mapping", reader.unsigned(), byte);
          }
          break;
        case 0x18:
          reader.varint();
          addressLow[i] = reader.low;
          addressHigh[i] = reader.high;
          break;
        case 0x22: {
          const end = reader.length("a line");
          let fn = -1;
          let line = 0;
          let column = 0;
          const outer = reader.end;
          reader.end = end;
          while (reader.at < end) {
            const at = reader.at;
            const lineTag = reader.uint32("a field number");
            if (lineTag === 0x08) {
              reader.varint();
              if (reader.low !== 0 || reader.high !== 0) {
                fn = functionIds.find(reader.low, reader.high);
                if (fn < 0) throw missing("a location", "function", reader.unsigned(), at);
              }
            } else if (lineTag === 0x10) {
              reader.varint();
              line = reader.number();
            } else if (lineTag === 0x18) {
              reader.varint();
              column = reader.number();
            } else reader.skip(lineTag & 7);
          }
          reader.end = outer;
          lineFunction.push(fn >>> 0);
          lineNumber.push(line);
          lineColumn.push(column);
          break;
        }
        case 0x28:
          reader.varint();
          isFolded[i] = reader.low === 0 ? 0 : 1;
          break;
        default:
          reader.skip(tag & 7);
      }
    }
    lineOffsets[i + 1] = lineFunction.length;
    ids.add(idLow[i]!, idHigh[i]!, starts[i]!, "location");
  }
  return {
    count,
    idLow,
    idHigh,
    addressLow,
    addressHigh,
    mapping,
    isFolded,
    lineOffsets,
    lineFunction: new Int32Array(lineFunction.done().buffer),
    lineNumber: lineNumber.done(),
    lineColumn: lineColumn.done(),
  };
}

function missing(what: string, table: string, id: bigint, byte: number): ProfileError {
  return new ProfileError(`${what} refers to ${table} ${id} which the file does not define`, {
    byte,
    hint: CUT_HINT,
  });
}

function* readSamples(
  bytes: Uint8Array,
  count: number,
  sampleBytes: number,
  types: number,
  stringCount: number,
  locationIds: IdTable,
  notes: string[],
): Steps<SampleTable> {
  const reader = new WireReader(bytes);
  const stackOffsets = new Uint32Array(count + 1);
  const labelOffsets = new Uint32Array(count + 1);
  const values = new Float64Array(count * types);
  const stacks = new GrowableUint32(sampleBytes >>> 1);
  const labelKey = new GrowableUint32(count);
  const labelText = new GrowableUint32(count);
  const labelNumber = new GrowableFloat64(count);
  const labelUnit = new GrowableUint32(count);
  const dense = locationIds.dense;
  let sample = 0;
  let inexact = 0;
  const total = bytes.length;

  const addLocation = (at: number): void => {
    const index = locationIds.find(reader.low, reader.high);
    if (index < 0) throw missing(`sample ${sample}`, "location", reader.unsigned(), at);
    stacks.push(index);
  };
  let valueCount = 0;
  const addValue = (at: number): void => {
    if (valueCount >= types) {
      throw new ProfileError(`sample ${sample} has more than the ${types} values of its types`, {
        byte: at,
        hint: DAMAGED,
      });
    }
    if (!reader.exact()) inexact++;
    values[valueCount * count + sample] = reader.number();
    valueCount++;
  };

  while (reader.at < total) {
    const tag = reader.uint32("a field number");
    if (tag !== 0x12) {
      reader.skip(tag & 7);
      continue;
    }
    const sampleAt = reader.at;
    const end = reader.length("a sample");
    reader.end = end;
    valueCount = 0;
    while (reader.at < end) {
      const at = reader.at;
      const field = reader.uint32("a field number");
      switch (field) {
        case 0x0a: {
          const packedEnd = reader.length("a stack");
          reader.end = packedEnd;
          // Nearly all bytes of a profile are read here: ids of up to three bytes are taken
          // apart in place and looked up in the dense table.
          let p = reader.at;
          if (stacks.length + (packedEnd - p) > stacks.array.length) {
            stacks.grow(stacks.length + (packedEnd - p));
          }
          const out = stacks.array;
          let o = stacks.length;
          while (p < packedEnd) {
            let id = bytes[p]!;
            let size = 1;
            if (id >= 0x80 && p + 2 < packedEnd) {
              const second = bytes[p + 1]!;
              id = (id & 0x7f) | ((second & 0x7f) << 7);
              size = 2;
              if (second >= 0x80) {
                const third = bytes[p + 2]!;
                id |= (third & 0x7f) << 14;
                size = third < 0x80 ? 3 : 0;
              }
            } else if (id >= 0x80) size = 0;
            let index = -1;
            if (size > 0 && id < dense.length) {
              index = dense[id]!;
              p += size;
              if (index < 0) throw missing(`sample ${sample}`, "location", BigInt(id), p - size);
            } else {
              reader.at = p;
              reader.varint();
              index = locationIds.find(reader.low, reader.high);
              if (index < 0) throw missing(`sample ${sample}`, "location", reader.unsigned(), p);
              p = reader.at;
            }
            out[o++] = index;
          }
          stacks.length = o;
          reader.at = packedEnd;
          reader.end = end;
          break;
        }
        case 0x08:
          reader.varint();
          addLocation(at);
          break;
        case 0x12: {
          const packedEnd = reader.length("the values of a sample");
          reader.end = packedEnd;
          while (reader.at < packedEnd) {
            const valueAt = reader.at;
            reader.varint();
            addValue(valueAt);
          }
          reader.end = end;
          break;
        }
        case 0x10:
          reader.varint();
          addValue(at);
          break;
        case 0x1a: {
          const labelEnd = reader.length("a label");
          reader.end = labelEnd;
          let key = 0;
          let text = 0;
          let number = 0;
          let unit = 0;
          while (reader.at < labelEnd) {
            const labelTag = reader.uint32("a field number");
            if (labelTag === 0x08) key = reader.uint32("string");
            else if (labelTag === 0x10) text = reader.uint32("string");
            else if (labelTag === 0x18) {
              reader.varint();
              if (!reader.exact()) inexact++;
              number = reader.number();
            } else if (labelTag === 0x20) unit = reader.uint32("string");
            else reader.skip(labelTag & 7);
          }
          reader.end = end;
          if (key >= stringCount || text >= stringCount || unit >= stringCount) {
            throw new ProfileError(
              `a label of sample ${sample} refers to string ${Math.max(key, text, unit)} of a table of ${stringCount}`,
              { byte: at, hint: CUT_HINT },
            );
          }
          labelKey.push(key);
          labelText.push(text);
          labelNumber.push(number);
          labelUnit.push(unit);
          break;
        }
        default:
          reader.skip(field & 7);
      }
    }
    if (valueCount !== types) {
      throw new ProfileError(
        `sample ${sample} has ${valueCount} values where the profile has ${types} sample types`,
        { byte: sampleAt, hint: CUT_HINT },
      );
    }
    reader.end = total;
    sample++;
    stackOffsets[sample] = stacks.length;
    labelOffsets[sample] = labelKey.length;
    if ((sample & 0x3fff) === 0) yield reader.at / total;
  }
  if (inexact > 0) {
    notes.push(
      `${inexact} ${inexact === 1 ? "value is" : "values are"} beyond 2^53 and shown rounded to the nearest that fits.`,
    );
  }
  return {
    count,
    stackOffsets,
    stackLocations: stacks.done(),
    values,
    labelOffsets,
    labelKey: labelKey.done(),
    labelText: labelText.done(),
    labelNumber: labelNumber.done(),
    labelUnit: labelUnit.done(),
  };
}
