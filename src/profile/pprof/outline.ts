import type { StringTable } from "../string-table.js";

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
