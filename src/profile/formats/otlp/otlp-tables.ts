import { FORMATS_WORDS } from "../../../words/readers/formats-words.js";
import { PROFILE_WORDS } from "../../../words/readers/profile-words.js";
import type { Plain } from "../../pprof/message-shape.js";
import type { FunctionTable, LocationTable, Mapping } from "../../profile.js";
import { ProfileError } from "../../profile-error.js";
import { StringTable } from "../../string-table.js";
import { bigOf, numberOf, optionalList, textOf } from "../json-content.js";
import { PPROF_KEYS } from "./otlp-shape.js";

/** An attribute of the dictionary. */
export interface Attribute {
  readonly key: string;
  /** text of a string, list or yes and no; undefined of a number */
  readonly text: string | undefined;
  readonly texts: readonly string[];
  readonly number: number;
  readonly unit: string;
}

/** The dictionary of a file, in columns. Index 0 of its tables is nothing and is left out. */
export interface Tables {
  readonly strings: readonly string[];
  readonly table: StringTable;
  readonly functions: FunctionTable;
  readonly locations: LocationTable;
  readonly mappings: readonly Mapping[];
  readonly attributes: readonly Attribute[];
  readonly stacks: readonly (readonly number[])[];
  readonly links: readonly { readonly trace: string; readonly span: string }[];
}

/** @throws ProfileError where a table refers to what is not there */
export function tablesOf(dictionary: Plain): Tables {
  const list = (name: string) => optionalList(dictionary[name], name) as readonly Plain[];
  const strings = optionalList(dictionary.stringTable, "stringTable").map(textOf);
  if (strings[0] !== "") throw new ProfileError(FORMATS_WORDS.otlp.firstString);
  const attributes = list("attributeTable").map((a, i) => attributeOf(a, i, strings));
  const functions = list("functionTable").slice(1);
  const locations = list("locationTable").slice(1);
  const mappings = list("mappingTable")
    .slice(1)
    .map((m, i) => mappingOf(m, i, strings, attributes));
  return {
    strings,
    table: StringTable.of(strings),
    functions: functionTable(functions, strings.length),
    locations: locationTable(locations, functions.length, mappings.length, attributes),
    mappings,
    attributes,
    stacks: list("stackTable").map((s, i) =>
      // The first entry of each table is none: a frame that refers to it is unknown, and left out.
      optionalList(s.locationIndices, `stackTable[${i}]`)
        .map((l) => at(l, locations.length + 1, `stackTable[${i}]`) - 1)
        .filter((l) => l >= 0),
    ),
    links: list("linkTable").map((l) => ({ trace: textOf(l.traceId), span: textOf(l.spanId) })),
  };
}

/** An index into a table of `count`; 0 where none is given. @throws ProfileError */
export function at(value: unknown, count: number, where: string): number {
  const index = numberOf(value ?? 0, where);
  if (index >= 0 && index < Math.max(1, count)) return index;
  throw new ProfileError(FORMATS_WORDS.otlp.entry(PROFILE_WORDS.thing(where), index, count), {
    hint: PROFILE_WORDS.hints.damagedRecord,
  });
}

function functionTable(list: readonly Plain[], strings: number): FunctionTable {
  const column = (name: string) =>
    Uint32Array.from(list, (f, i) => at(f[name], strings, `functionTable[${i + 1}].${name}`));
  return {
    count: list.length,
    name: column("nameStrindex"),
    systemName: column("systemNameStrindex"),
    file: column("filenameStrindex"),
    startLine: Float64Array.from(list, (f) => numberOf(f.startLine ?? 0, "startLine")),
  };
}

function locationTable(
  list: readonly Plain[],
  functions: number,
  mappings: number,
  attributes: readonly Attribute[],
): LocationTable {
  const lineOffsets = new Uint32Array(list.length + 1);
  const lines: Plain[] = [];
  list.forEach((l, i) => {
    for (const line of optionalList(l.lines, `locationTable[${i + 1}].lines`)) {
      lines.push(line as Plain);
    }
    lineOffsets[i + 1] = lines.length;
  });
  const address = list.map((l) => BigInt.asUintN(64, bigOf(l.address)));
  return {
    count: list.length,
    idLow: Uint32Array.from(list, (_, i) => i + 1),
    idHigh: new Uint32Array(list.length),
    addressLow: Uint32Array.from(address, (a) => Number(a & 0xffffffffn)),
    addressHigh: Uint32Array.from(address, (a) => Number(a >> 32n)),
    mapping: Int32Array.from(
      list,
      (l, i) => at(l.mappingIndex, mappings + 1, `locationTable[${i + 1}].mappingIndex`) - 1,
    ),
    isFolded: Uint8Array.from(list, (l, i) =>
      attributesOf(l, attributes, `locationTable[${i + 1}]`).some(
        (a) => a.key === PPROF_KEYS.isFolded && a.text === "true",
      )
        ? 1
        : 0,
    ),
    lineOffsets,
    lineFunction: Int32Array.from(
      lines,
      (l) => at(l.functionIndex, functions + 1, "thing.lineFunction") - 1,
    ),
    lineNumber: Float64Array.from(lines, (l) => numberOf(l.line ?? 0, "thing.line")),
    lineColumn: Float64Array.from(lines, (l) => numberOf(l.column ?? 0, "thing.column")),
  };
}

function mappingOf(
  of: Plain,
  i: number,
  strings: readonly string[],
  attributes: readonly Attribute[],
): Mapping {
  const where = `mappingTable[${i + 1}]`;
  const own = attributesOf(of, attributes, where);
  const has = (key: string) => own.some((a) => a.key === key && a.text === "true");
  const build = own.find((a) => a.key.startsWith("process.executable.build_id."));
  return {
    id: BigInt(i + 1),
    start: bigOf(of.memoryStart),
    limit: bigOf(of.memoryLimit),
    offset: bigOf(of.fileOffset),
    file: strings[at(of.filenameStrindex, strings.length, `${where}.filenameStrindex`)] ?? "",
    buildId: build?.text ?? "",
    hasFunctions: has(PPROF_KEYS.hasFunctions),
    hasFilenames: has(PPROF_KEYS.hasFilenames),
    hasLineNumbers: has(PPROF_KEYS.hasLineNumbers),
    hasInlineFrames: has(PPROF_KEYS.hasInlineFrames),
  };
}

/** The attributes that a message names. */
export function attributesOf(
  of: Plain,
  attributes: readonly Attribute[],
  where: string,
): readonly Attribute[] {
  return optionalList(of.attributeIndices, where).map(
    (index) => attributes[at(index, attributes.length, `${where}.attributeIndices`)],
  );
}

function attributeOf(of: Plain, i: number, strings: readonly string[]): Attribute {
  const where = `attributeTable[${i}]`;
  const string = (index: unknown) => strings[at(index, strings.length, where)] ?? "";
  return {
    key: string(of.keyStrindex),
    unit: string(of.unitStrindex),
    ...valueOfAny((of.value ?? {}) as Plain, string),
  };
}

/** A value that may be of any type: numbers as numbers, all else as text. */
export function valueOfAny(
  value: Plain,
  string: (index: unknown) => string,
): Pick<Attribute, "text" | "texts" | "number"> {
  const text = (text: string) => ({ text, texts: [text], number: 0 });
  if (value.stringValue !== undefined) return text(textOf(value.stringValue));
  if (value.stringValueStrindex !== undefined) return text(string(value.stringValueStrindex));
  if (value.boolValue !== undefined) return text(String(value.boolValue));
  if (value.intValue !== undefined) {
    return { text: undefined, texts: [], number: numberOf(value.intValue, "thing.intValue") };
  }
  if (value.doubleValue !== undefined) {
    return { text: undefined, texts: [], number: numberOf(value.doubleValue, "thing.doubleValue") };
  }
  if (value.bytesValue !== undefined) return text(textOf(value.bytesValue));
  const list = optionalList((value.arrayValue as Plain | undefined)?.values, "thing.arrayValue");
  const texts = list.map((v) => {
    const one = valueOfAny(v as Plain, string);
    return one.text ?? String(one.number);
  });
  return { text: texts.join(", "), texts, number: 0 };
}
