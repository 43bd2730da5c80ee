import type { Steps } from "../../../lib/steps.js";
import { FORMATS_WORDS } from "../../../words/readers/formats-words.js";
import { PROFILE_WORDS } from "../../../words/readers/profile-words.js";
import { MessageReader, messageBytes, type Plain } from "../../pprof/message-shape.js";
import { BYTES, WireReader } from "../../pprof/wire-reader.js";
import { ProfileError } from "../../profile-error.js";
import { noteOf } from "../../profile-note.js";
import type { FileContent } from "../file-content.js";
import type { ImportedProfile, Importer } from "../importer.js";
import { beginsObject, jsonObject, optionalList } from "../json-content.js";
import { profilesOf } from "./otlp-profiles.js";
import { PROFILES_DATA } from "./otlp-shape.js";

/** OpenTelemetry profiles as JSON (OTLP). */
export const otlpJson: Importer = {
  id: "otlp-json",
  recognises: (content) =>
    beginsObject(content) && /"resource_?[pP]rofiles"\s*:\s*\[/.test(content.head),
  *read(content) {
    const file = jsonObject(content, "thing.otlp");
    if (file.dictionary === undefined) throw otherVersion("dictionary");
    // As the message that it is the text of, it is checked as one.
    yield 0.3;
    return yield* profilesOfBytes(
      messageBytes(file, PROFILES_DATA, PROFILE_WORDS.thing("thing.theFile")),
    );
  },
};

/** OpenTelemetry profiles as protobuf (OTLP): ProfilesData, or a request of the collector. */
export const otlpProto: Importer = {
  id: "otlp",
  recognises: ({ bytes }) => fieldsOf(bytes) !== undefined,
  *read({ bytes }: FileContent): Steps<readonly ImportedProfile[]> {
    if (!fieldsOf(bytes)?.has(2)) throw otherVersion("dictionary");
    return yield* profilesOfBytes(bytes);
  },
};

function* profilesOfBytes(bytes: Uint8Array): Steps<readonly ImportedProfile[]> {
  const reader = new MessageReader();
  const data = reader.read(bytes, PROFILES_DATA);
  const dictionary = (data.dictionary ?? {}) as Plain;
  const [first] = optionalList(dictionary.stackTable, "stackTable") as readonly Plain[];
  // In earlier versions samples named ranges of locations, and field 7 had other messages.
  if (!first || optionalList(first.locationIndices, "stackTable[0]").length > 0) {
    throw otherVersion("stacks");
  }
  const found = yield* profilesOf(data, dictionary);
  if (reader.unknown === 0) return found;
  const note = noteOf("unknownFields", { n: reader.unknown });
  return found.map((f) => ({
    ...f,
    profile: { ...f.profile, notes: [...f.profile.notes, note] },
  }));
}

function otherVersion(lacks: "dictionary" | "stacks"): ProfileError {
  const { version, versionHint } = FORMATS_WORDS.otlp;
  return new ProfileError(version(lacks), { hint: versionHint });
}

/**
 * The fields of a message that has only those of ProfilesData, and in the first of them what a
 * ResourceProfiles has; undefined of any other bytes. profile.proto always has strings as field 6.
 */
function fieldsOf(bytes: Uint8Array): Set<number> | undefined {
  const fields = new Set<number>();
  const reader = new WireReader(bytes);
  try {
    while (reader.at < reader.end) {
      const tag = reader.uint32("fieldNumber");
      const field = tag >>> 3;
      if ((tag & 7) !== BYTES || (field !== 1 && field !== 2)) return undefined;
      const end = reader.length("thing.field");
      if (field === 1 && !fields.has(1) && !isResource(bytes, reader.at, end)) return undefined;
      reader.at = end;
      fields.add(field);
    }
  } catch {
    return undefined;
  }
  return fields.has(1) ? fields : undefined;
}

function isResource(bytes: Uint8Array, from: number, to: number): boolean {
  const reader = new WireReader(bytes, from, to);
  let scopes = 0;
  while (reader.at < to) {
    const tag = reader.uint32("fieldNumber");
    if ((tag & 7) !== BYTES || tag >>> 3 > 1000) return false;
    if (tag >>> 3 === 2) scopes++;
    reader.skip(BYTES);
  }
  return scopes > 0;
}
