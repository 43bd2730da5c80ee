import type { Steps } from "../../lib/steps.js";
import { PROFILE_WORDS } from "../../words/readers/profile-words.js";
import { decodePprofSteps } from "../pprof/decode.js";
import { many, messageBytes, one, type Shape } from "../pprof/message-shape.js";
import type { FileContent } from "./file-content.js";
import type { ImportedProfile, Importer } from "./importer.js";
import { beginsObject, jsonObject } from "./json-content.js";

/** profile.proto as JSON, as Pyroscope's SelectMergeProfile answers a request of JSON. */
export const protoJson: Importer = {
  id: "pprof-json",
  recognises: (content) =>
    beginsObject(content) &&
    /"(?:sampleType|stringTable)"\s*:\s*\[/.test(content.head) &&
    !content.head.includes('"resourceProfiles"'),
  read: readProtoJson,
};

const VALUE_TYPE: Shape = { type: one(1, "int"), unit: one(2, "int") };
const LABEL: Shape = {
  key: one(1, "int"),
  str: one(2, "int"),
  num: one(3, "int"),
  numUnit: one(4, "int"),
};
const SAMPLE: Shape = {
  locationId: many(1, "uint"),
  value: many(2, "int"),
  label: many(3, () => LABEL),
};
const MAPPING: Shape = {
  id: one(1, "uint"),
  memoryStart: one(2, "uint"),
  memoryLimit: one(3, "uint"),
  fileOffset: one(4, "uint"),
  filename: one(5, "int"),
  buildId: one(6, "int"),
  hasFunctions: one(7, "bool"),
  hasFilenames: one(8, "bool"),
  hasLineNumbers: one(9, "bool"),
  hasInlineFrames: one(10, "bool"),
};
const LINE: Shape = { functionId: one(1, "uint"), line: one(2, "int"), column: one(3, "int") };
const LOCATION: Shape = {
  id: one(1, "uint"),
  mappingId: one(2, "uint"),
  address: one(3, "uint"),
  line: many(4, () => LINE),
  isFolded: one(5, "bool"),
};
const FUNCTION: Shape = {
  id: one(1, "uint"),
  name: one(2, "int"),
  systemName: one(3, "int"),
  filename: one(4, "int"),
  startLine: one(5, "int"),
};
const PROFILE: Shape = {
  sampleType: many(1, () => VALUE_TYPE),
  sample: many(2, () => SAMPLE),
  mapping: many(3, () => MAPPING),
  location: many(4, () => LOCATION),
  function: many(5, () => FUNCTION),
  stringTable: many(6, "text"),
  dropFrames: one(7, "int"),
  keepFrames: one(8, "int"),
  timeNanos: one(9, "int"),
  durationNanos: one(10, "int"),
  periodType: one(11, () => VALUE_TYPE),
  period: one(12, "int"),
  comment: many(13, "int"),
  defaultSampleType: one(14, "int"),
  docUrl: one(15, "int"),
};

function* readProtoJson(content: FileContent): Steps<readonly ImportedProfile[]> {
  const file = jsonObject(content, "thing.theProfile");
  // Rewritten as the message that it is the text of, so that it is checked as any profile.
  const bytes = messageBytes(file, PROFILE, PROFILE_WORDS.thing("thing.theProfile"));
  yield 0.5;
  return [{ name: "", profile: yield* decodePprofSteps(bytes) }];
}
