import { Deflate } from "pako";
import {
  type FunctionInput,
  type LabelInput,
  type LineInput,
  type LocationInput,
  type MappingInput,
  Profile as Message,
  StringTable,
} from "pprof-format";
import type { Mapping, Profile, SampleType } from "../profile/profile.js";
import { type Int64, SampleWriter } from "./sample-writer.js";

const MAX_INT64 = (1n << 63n) - 1n;

/** The 64-bit integer nearest to a number. */
export function int64(value: number): Int64 {
  if (Number.isSafeInteger(value)) return value;
  if (Number.isNaN(value)) return 0;
  if (value >= 2 ** 63) return MAX_INT64;
  if (value <= -(2 ** 63)) return -MAX_INT64 - 1n;
  return BigInt(Math.round(value));
}

/**
 * A profile.proto message while it is put together. Samples are written and packed as they come;
 * the tables they refer to are held, and written behind them by pprof-format. What that gets wrong
 * is kept away from it: it measures an empty message as nothing and writes two bytes for it, which
 * would cut the file's end off, so no message given to it is empty.
 */
export class PprofMessage {
  private readonly strings = new StringTable();
  private readonly packer = new Deflate({ gzip: true });
  private readonly samples = new SampleWriter((chunk) => this.packer.push(chunk, false));
  private readonly mappings: MappingInput[] = [];
  private readonly locations: LocationInput[] = [];
  private readonly functions: FunctionInput[] = [];
  private nameless = 0;
  private secondEmpty = 0;
  private lastLocation = 0;
  private lastMapping = 0;

  constructor(sampleTypes: readonly SampleType[]) {
    for (const { type, unit } of sampleTypes) {
      this.samples.sampleType(this.string(type), this.string(unit));
    }
  }

  /** The index of a string, which is added where it is new. */
  string(text: string): number {
    return this.strings.dedup(text);
  }

  /** An id for a location; not to be mixed with ids of a file. */
  newLocationId(): number {
    return ++this.lastLocation;
  }

  newMappingId(): number {
    return ++this.lastMapping;
  }

  mapping(id: Int64, mapping: Mapping): void {
    this.mappings.push({
      id,
      memoryStart: mapping.start,
      memoryLimit: mapping.limit,
      fileOffset: mapping.offset,
      filename: this.string(mapping.file),
      buildId: this.string(mapping.buildId),
      hasFunctions: mapping.hasFunctions,
      hasFilenames: mapping.hasFilenames,
      hasLineNumbers: mapping.hasLineNumbers,
      hasInlineFrames: mapping.hasInlineFrames,
    });
  }

  /** Adds a function. @returns its id */
  function(name: string, systemName: string, file: string, startLine: number): number {
    const id = this.functions.length + 1;
    this.functions.push({
      id,
      name: this.string(name),
      systemName: this.string(systemName),
      filename: this.string(file),
      startLine,
    });
    return id;
  }

  /** A line; a function of 0 is none. */
  line(functionId: number, line: number, column: number): LineInput {
    if (functionId === 0 && line === 0 && column === 0) {
      this.nameless ||= this.function("", "", "", 0);
      return { functionId: this.nameless, line, column };
    }
    return { functionId, line, column };
  }

  location(location: LocationInput): void {
    this.locations.push(location);
  }

  sample(locations: readonly Int64[], values: readonly Int64[], labels: readonly LabelInput[]) {
    this.samples.sample(locations, values, labels);
  }

  /**
   * The file, packed by gzip; nothing can be added any more.
   * @param head the profile whose time, period and comments the message has
   * @param defaultSampleType name of the sample type to show first
   */
  file(head: Profile, defaultSampleType: string): Uint8Array<ArrayBuffer> {
    this.samples.end();
    const type = (t: SampleType) => ({
      type: this.named(t.type, t.unit),
      unit: this.string(t.unit),
    });
    const tables = new Message({
      mapping: this.mappings,
      location: this.locations,
      function: this.functions,
      stringTable: this.strings,
      dropFrames: this.string(head.dropFrames),
      keepFrames: this.string(head.keepFrames),
      timeNanos: head.timeNanos,
      durationNanos: head.durationNanos,
      ...(head.periodType ? { periodType: type(head.periodType) } : {}),
      period: int64(head.period),
      comment: head.comments.map((c) => this.string(c)),
      defaultSampleType: this.string(defaultSampleType),
      docUrl: this.string(head.docUrl),
    });
    this.packer.push(tables.encode(), true);
    return this.packer.result as Uint8Array<ArrayBuffer>;
  }

  /** A string's index; a second "" is added where both it and its neighbour are "". */
  private named(text: string, beside: string): number {
    if (text !== "" || beside !== "") return this.string(text);
    if (this.secondEmpty === 0) {
      this.strings._decodeString(new Uint8Array(0));
      this.secondEmpty = this.strings.strings.length - 1;
    }
    return this.secondEmpty;
  }
}
