import { finish, type Steps } from "../../lib/steps.js";
import { PROFILE_WORDS } from "../../words/readers/profile-words.js";
import type { Profile, SampleType } from "../profile.js";
import { ProfileError } from "../profile-error.js";
import { noteOf, type ProfileNote } from "../profile-note.js";
import { IdTable } from "./id-table.js";
import type { StringAt } from "./outline.js";
import { readOutline } from "./outline-reader.js";
import { nested, type StringCheck, stringCheck } from "./references.js";
import { readSamples } from "./samples.js";
import { readFunctions, readLocations, readMapping } from "./tables.js";
import { BYTES, VARINT, WireReader } from "./wire-reader.js";

/** Fields that are looked at to tell a profile from other bytes. */
const LOOKED_AT = 8;

/**
 * Whether unpacked bytes look like a profile.proto message: their first fields are of the wire
 * types that a profile's have. Cheap; `decodePprof` is the judge.
 */
export function looksLikePprof(bytes: Uint8Array): boolean {
  const reader = new WireReader(bytes);
  let known = 0;
  try {
    for (let i = 0; i < LOOKED_AT && reader.at < reader.end; i++) {
      const tag = reader.uint32("fieldNumber");
      const field = tag >>> 3;
      const wire = tag & 7;
      if (field === 0) return false;
      if (field <= 15) {
        const isMessage = field <= 6 || field === 11;
        const asList = field === 13 && wire === BYTES;
        if (wire !== (isMessage ? BYTES : VARINT) && !asList) return false;
        known++;
      }
      reader.skip(wire);
    }
  } catch {
    // Cut short: a profile if a field before, or this one's beginning, was.
    return known > 1;
  }
  return known > 0;
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
  try {
    return yield* decode(bytes);
  } catch (error) {
    // Typed arrays that cannot be had.
    if (!(error instanceof RangeError)) throw error;
    throw new ProfileError(PROFILE_WORDS.memory, { hint: PROFILE_WORDS.hints.filtered });
  }
}

/**
 * Longer patterns of drop_frames and keep_frames are not compiled: that takes time and memory in
 * proportion to them. The longest that programs write (tcmalloc's) have some thousand characters.
 */
const MAX_PATTERN = 32_768;

/** As `decodePprofSteps`, all at once. */
export function decodePprof(bytes: Uint8Array): Profile {
  return finish(decodePprofSteps(bytes));
}

function* decode(bytes: Uint8Array): Steps<Profile> {
  if (bytes.length === 0) {
    throw new ProfileError(PROFILE_WORDS.empty, { hint: PROFILE_WORDS.hints.record });
  }
  const outline = readOutline(bytes);
  const { strings } = outline;
  const string = stringCheck(strings);
  const readValueType = (at: number): SampleType => {
    const reader = nested(bytes, at);
    let type = 0;
    let unit = 0;
    while (reader.at < reader.end) {
      const byte = reader.at;
      const tag = reader.uint32("fieldNumber");
      if (tag === 0x08) type = string(reader.uint32("string"), "thing.sampleType", byte);
      else if (tag === 0x10) unit = string(reader.uint32("string"), "thing.unit", byte);
      else reader.skip(tag & 7);
    }
    return { type: strings.get(type), unit: strings.get(unit) };
  };
  const text = ({ index, byte }: StringAt, what: Parameters<StringCheck>[1]): string =>
    strings.get(string(index, what, byte));

  const sampleTypes = outline.sampleTypes.map(readValueType);
  const mappingIds = new IdTable(outline.mappings.length);
  const mappings = outline.mappings.map((at) =>
    readMapping(bytes, at, strings, string, mappingIds),
  );
  const functionIds = new IdTable(outline.functions.length);
  const functions = readFunctions(bytes, outline.functions, string, functionIds);
  const locationIds = new IdTable(outline.locations.length);
  const notes: ProfileNote[] = [];
  const locations = readLocations(
    bytes,
    outline.locations,
    functionIds,
    mappingIds,
    locationIds,
    notes,
  );
  const samples = yield* readSamples(bytes, outline, locationIds, notes);
  if (samples.count === 0) notes.push(noteOf("noSamples"));
  const pattern = (at: StringAt, what: "drop_frames" | "keep_frames"): string => {
    const found = text(at, what);
    if (found.length <= MAX_PATTERN) return found;
    notes.push(noteOf("longPattern", { what, most: `${MAX_PATTERN}` }));
    return "";
  };
  return {
    sampleTypes,
    defaultSampleType: text(outline.defaultSampleType, "thing.defaultSampleType"),
    samples,
    locations,
    functions,
    mappings,
    strings,
    comments: outline.comments.map((c) => text(c, "thing.comment")),
    docUrl: text(outline.docUrl, "thing.docUrl"),
    dropFrames: pattern(outline.dropFrames, "drop_frames"),
    keepFrames: pattern(outline.keepFrames, "keep_frames"),
    timeNanos: outline.timeNanos,
    durationNanos: outline.durationNanos,
    periodType: outline.periodType < 0 ? undefined : readValueType(outline.periodType),
    period: outline.period,
    notes,
  };
}
