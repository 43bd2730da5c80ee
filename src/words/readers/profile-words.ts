import { catalogue } from "../catalogue.js";
import profile from "../en/profile.json" with { type: "json" };

const { say, words } = catalogue("profile", profile);

type Things<Key> = Key extends `thing.${string}` ? Key : never;

/** What stands in a file, by its key: said only where something is wrong with it. */
export type Thing = Things<keyof typeof profile>;

const isThing = (what: string): what is Thing => Object.hasOwn(profile, what);

/** A thing in words; a field's own name and a path in JSON stay as they are. */
const thing = (what: string): string => (isThing(what) ? say(what) : what);

/** What a profile has too many of. */
export type Bounded =
  | "sampleTypes"
  | "mappings"
  | "locations"
  | "functions"
  | "strings"
  | "comments"
  | "values"
  | "stackLocations"
  | "labels"
  | "lines";
export type Built = "samples" | "frames" | "names";
/** What is read as a number of 32 bits. */
export type Numbered = "fieldNumber" | "string" | "length";
/** What ids are of. */
export type Identified = "function" | "location" | "mapping";
export type Wanted = "list" | "object" | "number" | "text" | "whole";

/**
 * Why a profile cannot be read. Figures are told as they stand in a file, without groups of
 * thousands.
 */
export const PROFILE_WORDS = words({
  tooManyBoxes: (most: number) => say("tooManyBoxes", { most: String(most) }),
  tooManyBoxesHint: "tooManyBoxesHint",
  thing,
  atLine: (message: string, line: number) => say("error.line", { message, line: `${line}` }),
  atByte: (message: string, byte: number) => say("error.byte", { message, byte: `${byte}` }),
  withHint: (message: string, hint: string) => say("error.hint", { message, hint }),

  hints: {
    cut: "hint.cut",
    cutDownload: "hint.cutDownload",
    cutArchive: "hint.cutArchive",
    cutSave: "hint.cutSave",
    noPprof: "hint.noPprof",
    mayBeDamaged: "hint.mayBeDamaged",
    damaged: "hint.damaged",
    damagedDump: "hint.damagedDump",
    damagedRecord: "hint.damagedRecord",
    damagedSave: "hint.damagedSave",
    otherForm: "hint.otherForm",
    record: "hint.record",
    shorter: "hint.shorter",
    filtered: "hint.filtered",
    fewer: "hint.fewer",
    unpack: "hint.unpack",
    unpackZstd: "hint.unpackZstd",
    oneKind: "hint.oneKind",
    askParca: "hint.askParca",
    openPprof: "hint.openPprof",
  },

  tooMany: (what: Bounded, most: number) => say("tooMany", { what, most: `${most}` }),
  tooManyBuilt: (what: Built, most: number) => say("tooManyBuilt", { what, most: `${most}` }),
  tooLargeValue: (sample: number) => say("tooLargeValue", { sample: `${sample}` }),
  noProfiles: "noProfiles",
  unlike: (a: string, b: string) => say("unlike", { a, b }),
  distinct: (profiles: number, count: number, most: number) =>
    say("distinct", { n: profiles, count: `${count}`, most: `${most}` }),
  memory: "memory",
  empty: "empty",
  noPprof: "noPprof",
  textTooLong: (most: number) => say("textTooLong", { most: `${most}` }),
  textTooLongHint: "textTooLong.hint",

  archiveTooLarge: (most: number) => say("archiveTooLarge", { most: `${most}` }),
  archiveTooMany: (most: number) => say("archiveTooMany", { most: `${most}` }),
  fileTooLarge: (most: number) => say("fileTooLarge", { most: `${most}` }),
  packedCut: (packing: string) => say("packedCut", { packing }),
  packedDamaged: (packing: string) => say("packedDamaged", { packing }),
  zstdWindow: (size: number) => say("zstdWindow", { size: `${size}` }),
  zstdFailed: (why: string) => say("zstdFailed", { why }),
  zip: {
    directory: "zip.directory",
    noDirectory: "zip.noDirectory",
    directory64: "zip.directory64",
    locked: "zip.locked",
    tooLarge: (most: number) => say("zip.tooLarge", { most: `${most}` }),
    place: "zip.place",
    cut: "zip.cut",
    method: (method: number) => say("zip.method", { method: `${method}` }),
    checksum: "zip.checksum",
    damaged: "zip.damaged",
  },

  wire: {
    cut: "wire.cut",
    long: "wire.long",
    beyond: (what: Numbered, number: bigint) => say("wire.beyond", { what, number: `${number}` }),
    length: (what: string, length: number, left: number) =>
      say("wire.length", { what: thing(what), length: `${length}`, left: `${left}` }),
    type: (type: number) => say("wire.type", { type: `${type}` }),
    zero: "wire.zero",
    fieldType: (name: string, type: number) => say("wire.fieldType", { name, type: `${type}` }),
    nested: "wire.nested",
  },
  nested: (where: string) => say("nested", { where: thing(where) }),
  wrong: (where: string, wanted: Wanted) => say("wrong", { where: thing(where), wanted }),
  noJson: (what: string) => say("noJson", { what: thing(what) }),
  jsonTooLong: (what: string, most: number) =>
    say("jsonTooLong", { what: thing(what), most: `${most}` }),
  noIndex: (where: string, index: number, count: number) =>
    say("noIndex", { where: thing(where), index: `${index}`, count: `${count}` }),

  string: (what: string, index: number, count: number) =>
    say("string", { what: thing(what), index: `${index}`, count: `${count}` }),
  labelString: (sample: number, index: number, count: number) =>
    say("labelString", { sample: `${sample}`, index: `${index}`, count: `${count}` }),
  noLocation: (sample: number, id: bigint) =>
    say("noLocation", { sample: `${sample}`, id: `${id}` }),
  noFunction: (id: bigint) => say("noFunction", { id: `${id}` }),
  noId: (what: Identified) => say("noId", { what }),
  idTwice: (what: Identified, id: bigint) => say("idTwice", { what, id: `${id}` }),
  manyLines: (most: number) => say("manyLines", { most: `${most}` }),
  valueCount: (sample: number, count: number, types: number) =>
    say("valueCount", { sample: `${sample}`, count: `${count}`, types: `${types}` }),
  moreValues: (sample: number, types: number) =>
    say("moreValues", { sample: `${sample}`, types: `${types}` }),
  shortSample: (size: number, types: number) =>
    say("shortSample", { size: `${size}`, types: `${types}` }),
  noFields: "noFields",
  noStrings: "noStrings",
  firstString: "firstString",
  noSampleTypes: "noSampleTypes",
});
