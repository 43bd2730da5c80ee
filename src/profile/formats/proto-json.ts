import type { Steps } from "../../lib/steps.js";
import { decodePprofSteps } from "../pprof/decode.js";
import { ProtoWriter } from "../pprof/proto-writer.js";
import type { FileContent } from "./file-content.js";
import type { ImportedProfile, Importer } from "./importer.js";
import {
  beginsObject,
  bigOf,
  type JsonObject,
  jsonObject,
  objectOf,
  optionalList,
  textOf,
} from "./json-content.js";

/** profile.proto as JSON, as Pyroscope's SelectMergeProfile answers a request of JSON. */
export const protoJson: Importer = {
  id: "pprof-json",
  what: "a pprof profile as JSON",
  recognises: (content) =>
    beginsObject(content) &&
    /"(?:sampleType|stringTable)"\s*:\s*\[/.test(content.head) &&
    !content.head.includes('"resourceProfiles"'),
  read: readProtoJson,
};

/** A field: number and, of a message, its own fields; numbers of 64 bits may be texts. */
type Shape = Readonly<Record<string, Field>>;
type Field =
  | readonly [number, "int"]
  | readonly [number, "ints"]
  | readonly [number, "bool"]
  | readonly [number, "texts"]
  | readonly [number, Shape];

const VALUE_TYPE: Shape = { type: [1, "int"], unit: [2, "int"] };
const PROFILE: Shape = {
  sampleType: [1, VALUE_TYPE],
  sample: [
    2,
    {
      locationId: [1, "ints"],
      value: [2, "ints"],
      label: [3, { key: [1, "int"], str: [2, "int"], num: [3, "int"], numUnit: [4, "int"] }],
    },
  ],
  mapping: [
    3,
    {
      id: [1, "int"],
      memoryStart: [2, "int"],
      memoryLimit: [3, "int"],
      fileOffset: [4, "int"],
      filename: [5, "int"],
      buildId: [6, "int"],
      hasFunctions: [7, "bool"],
      hasFilenames: [8, "bool"],
      hasLineNumbers: [9, "bool"],
      hasInlineFrames: [10, "bool"],
    },
  ],
  location: [
    4,
    {
      id: [1, "int"],
      mappingId: [2, "int"],
      address: [3, "int"],
      line: [4, { functionId: [1, "int"], line: [2, "int"], column: [3, "int"] }],
      isFolded: [5, "bool"],
    },
  ],
  function: [
    5,
    {
      id: [1, "int"],
      name: [2, "int"],
      systemName: [3, "int"],
      filename: [4, "int"],
      startLine: [5, "int"],
    },
  ],
  stringTable: [6, "texts"],
  dropFrames: [7, "int"],
  keepFrames: [8, "int"],
  timeNanos: [9, "int"],
  durationNanos: [10, "int"],
  periodType: [11, VALUE_TYPE],
  period: [12, "int"],
  comment: [13, "ints"],
  defaultSampleType: [14, "int"],
  docUrl: [15, "int"],
};

function* readProtoJson(content: FileContent): Steps<readonly ImportedProfile[]> {
  const file = jsonObject(content, "the profile");
  // Rewritten as the message that it is the text of, so that it is checked as any profile.
  const bytes = message(file, PROFILE, "the profile");
  yield 0.5;
  return [{ name: "", profile: yield* decodePprofSteps(bytes) }];
}

function message(of: JsonObject, shape: Shape, where: string): Uint8Array {
  const out = new ProtoWriter();
  for (const [name, [field, kind]] of Object.entries(shape)) {
    const value = of[name] ?? of[name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)];
    if (value === undefined || value === null) continue;
    const at = `${where.length < 100 ? where : "…"}.${name}`;
    if (kind === "int") out.varint(field, bigOf(value));
    else if (kind === "bool") out.varint(field, value === true ? 1n : 0n);
    else if (kind === "ints") out.packed(field, optionalList(value, at).map(bigOf));
    else if (kind === "texts") for (const v of optionalList(value, at)) out.text(field, textOf(v));
    else {
      for (const [i, v] of (Array.isArray(value) ? value : [value]).entries()) {
        out.bytes(field, message(objectOf(v, `${at}[${i}]`), kind, `${at}[${i}]`));
      }
    }
  }
  return out.done();
}
