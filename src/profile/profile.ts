import type { Features } from "./features.js";
import type { FunctionFigures } from "./function-figures.js";
import type { MemStats } from "./mem-stats.js";
import type { ProfileNote } from "./profile-note.js";
import type { StringTable } from "./string-table.js";

/** A column of values: what is counted ("inuse_space") and in which unit ("bytes"). */
export interface SampleType {
  readonly type: string;
  readonly unit: string;
}

/**
 * Samples as columns. Sample `s` has the stack number `k = stackOf[s]`, whose locations are
 * `stackLocations[stackOffsets[k] .. stackOffsets[k + 1]]`, leaf first, the values
 * `values[t * count + s]` for each sample type `t`, and the list of labels number
 * `k = labelsOf[s]`: `labelOffsets[k] .. labelOffsets[k + 1]` of the four label columns. Samples of
 * equal stacks or labels may share them, and readers of large files have them do so; see
 * `distinctStacks`.
 */
export interface SampleTable {
  readonly count: number;
  /** length count; number of each sample's stack, in order of first occurrence */
  readonly stackOf: Int32Array;
  /** length stacks + 1 */
  readonly stackOffsets: Uint32Array;
  /** indices into the location table, leaf first */
  readonly stackLocations: Uint32Array;
  /** length count * sampleTypes, one sample type after the other; exact up to 2^53 */
  readonly values: Float64Array;
  /** length count; number of each sample's list of labels */
  readonly labelsOf: Int32Array;
  /** length lists + 1 */
  readonly labelOffsets: Uint32Array;
  /** string index of the label's key */
  readonly labelKey: Uint32Array;
  /** string index of the label's text, 0 for a numeric label */
  readonly labelText: Uint32Array;
  readonly labelNumber: Float64Array;
  /** string index of the number's unit, 0 where none is given */
  readonly labelUnit: Uint32Array;
}

/**
 * Locations as columns. Location `l` has the lines `lineOffsets[l] .. lineOffsets[l + 1]`;
 * the first is the innermost inlined callee, the last the function into which it was inlined.
 */
export interface LocationTable {
  readonly count: number;
  /** ids as the file has them: low and high 32 bits */
  readonly idLow: Uint32Array;
  readonly idHigh: Uint32Array;
  readonly addressLow: Uint32Array;
  readonly addressHigh: Uint32Array;
  /** index into the mapping table, -1 where none is given */
  readonly mapping: Int32Array;
  readonly isFolded: Uint8Array;
  /** length count + 1 */
  readonly lineOffsets: Uint32Array;
  /** index into the function table */
  readonly lineFunction: Int32Array;
  readonly lineNumber: Float64Array;
  readonly lineColumn: Float64Array;
}

/** Functions as columns; all but startLine are string indices. */
export interface FunctionTable {
  readonly count: number;
  readonly name: Uint32Array;
  readonly systemName: Uint32Array;
  readonly file: Uint32Array;
  readonly startLine: Float64Array;
}

export interface Mapping {
  readonly id: bigint;
  readonly start: bigint;
  readonly limit: bigint;
  readonly offset: bigint;
  readonly file: string;
  readonly buildId: string;
  readonly hasFunctions: boolean;
  readonly hasFilenames: boolean;
  readonly hasLineNumbers: boolean;
  readonly hasInlineFrames: boolean;
}

/** A heap profile, immutable, as struct of arrays. See profile.proto of google/pprof. */
export interface Profile {
  readonly sampleTypes: readonly SampleType[];
  /** name of the sample type to show first; "" where the file names none */
  readonly defaultSampleType: string;
  readonly samples: SampleTable;
  readonly locations: LocationTable;
  readonly functions: FunctionTable;
  readonly mappings: readonly Mapping[];
  readonly strings: StringTable;
  readonly comments: readonly string[];
  readonly docUrl: string;
  readonly dropFrames: string;
  readonly keepFrames: string;
  /** start of collection, nanoseconds since 1970 UTC; 0n where it is missing */
  readonly timeNanos: bigint;
  readonly durationNanos: bigint;
  readonly periodType: SampleType | undefined;
  /** sampling period, for heap profiles the mean bytes between two sampled allocations */
  readonly period: number;
  /** what was unusual about the file, in sentences for the person */
  readonly notes: readonly ProfileNote[];
  /** id of the importer that read it; undefined where it was made here */
  readonly format?: string;
  /** what it has evidence for; `featuresOf` tells where this is missing */
  readonly features?: Features;
  /** what the program's runtime said of its memory when the profile was recorded */
  readonly memStats?: MemStats;
  /** figures of functions where there are no stacks: each sample is then one function's flat */
  readonly figures?: FunctionFigures;
}

/** Index of the sample type to show when none is asked for: the file's default, else the last. */
export function defaultSampleTypeIndex(profile: Profile): number {
  const named = profile.sampleTypes.findIndex((t) => t.type === profile.defaultSampleType);
  return named >= 0 ? named : profile.sampleTypes.length - 1;
}

/**
 * Index of the sample type called `name`, or "name/unit" where several have that name; -1 where
 * the profile has none.
 */
export function sampleTypeIndex(profile: Pick<Profile, "sampleTypes">, name: string): number {
  const { sampleTypes } = profile;
  const named = sampleTypes.findIndex((t) => t.type === name);
  return named >= 0 ? named : sampleTypes.findIndex((t) => `${t.type}/${t.unit}` === name);
}

/** The name by which `sampleTypeIndex` finds a sample type: with its unit where it needs that. */
export function sampleTypeName(sampleTypes: readonly SampleType[], index: number): string {
  const { type, unit } = sampleTypes[index] ?? { type: "", unit: "" };
  return sampleTypes.findIndex((t) => t.type === type) === index ? type : `${type}/${unit}`;
}

/** The column of values of one sample type, one entry a sample. */
export function valuesOf(profile: Profile, sampleType: number): Float64Array {
  const { count, values } = profile.samples;
  return values.subarray(sampleType * count, (sampleType + 1) * count);
}

/** Numbers of stacks, or of lists of labels, where each of `count` samples has one of its own. */
export function ownNumbers(count: number): Int32Array {
  return Int32Array.from({ length: count }, (_, s) => s);
}

/** The locations of a sample's stack, leaf first: a view, not a copy. */
export function stackOfSample(samples: SampleTable, sample: number): Uint32Array {
  const { stackOf, stackOffsets, stackLocations } = samples;
  const number = stackOf[sample];
  return stackLocations.subarray(stackOffsets[number], stackOffsets[number + 1]);
}

/** Where a sample's labels begin in the label columns. */
export function labelsFrom({ labelsOf, labelOffsets }: SampleTable, sample: number): number {
  return labelOffsets[labelsOf[sample]];
}

/** Where a sample's labels end in the label columns. */
export function labelsTo({ labelsOf, labelOffsets }: SampleTable, sample: number): number {
  return labelOffsets[labelsOf[sample] + 1];
}

/** How many locations a sample's stack has. */
export function stackLength({ stackOf, stackOffsets }: SampleTable, sample: number): number {
  const number = stackOf[sample];
  return stackOffsets[number + 1] - stackOffsets[number];
}
