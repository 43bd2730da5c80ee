import { scaleProfile, sumProfiles } from "../engine/sum.js";
import {
  defaultSampleTypeIndex,
  type Profile,
  sampleTypeIndex,
  valuesOf,
} from "../profile/profile.js";
import { UsageError } from "./failure.js";

/** How a base is taken away. */
export interface BaseOptions {
  /** the base's samples stay apart, and percentages are of them: pprof's -diff_base */
  readonly diffBase: boolean;
  /** the profile is scaled to the base's total first, as pprof's -normalize does */
  readonly normalize: boolean;
  /** the base is not added into the profile's samples, whatever percentages are of */
  readonly apart: boolean;
}

/** What a table is made of: the values of all of its profiles added up are the figures. */
export interface Sides {
  /** the profile and the base, whose values are negative; or one profile of both */
  readonly profiles: readonly Profile[];
  /** for each sample type what percentages are of */
  readonly totals: readonly number[];
  /** the profile that the header is about */
  readonly lead: Profile;
  /** earliest time and sum of durations, nanoseconds */
  readonly timeNanos: bigint;
  readonly durationNanos: bigint;
}

/** Label with which pprof marks the samples of a base. */
const BASE_LABEL = "pprof::base";

/**
 * Sums the files and takes the bases away, as `go tool pprof` does with several FILEs, -base or
 * -diff_base and -normalize (google/pprof, internal/driver/fetch.go).
 */
export function sidesOf(
  files: readonly Profile[],
  bases: readonly Profile[],
  options: BaseOptions,
): Sides {
  const plain = files.length === 1 && bases.length === 0 && !hasNegative(files[0]!);
  const shown = plain ? files[0]! : sumProfiles(files);
  if (bases.length === 0) {
    return {
      profiles: [shown],
      totals: shown.sampleTypes.map((_, t) => absoluteTotal([shown], t)),
      lead: shown,
      timeNanos: shown.timeNanos,
      durationNanos: shown.durationNanos,
    };
  }
  const base = sumProfiles(bases);
  const source = options.normalize ? normalized(shown, base) : shown;
  const taken = scaleProfile(
    base,
    base.sampleTypes.map(() => -1),
  );
  const both = sumProfiles([source, taken]);
  const totals = both.sampleTypes.map((_, t) => {
    if (!options.diffBase) return absoluteTotal([both], t);
    return sumOfAbsolutes(valuesOf(taken, t)) || absoluteTotal([source, taken], t);
  });
  return {
    profiles: options.diffBase || options.apart ? [source, taken] : [both],
    totals,
    lead: source,
    timeNanos: both.timeNanos,
    durationNanos: both.durationNanos,
  };
}

/** Each sample type scaled by the base's sum over the profile's; pprof's Profile.Normalize. */
function normalized(profile: Profile, base: Profile): Profile {
  const sum = (values: Float64Array) => values.reduce((a, v) => a + v, 0);
  return scaleProfile(
    profile,
    profile.sampleTypes.map((_, t) => {
      const own = sum(valuesOf(profile, t));
      return own === 0 ? 0 : sum(valuesOf(base, t)) / own;
    }),
  );
}

/**
 * The sum of the absolute values; where the profiles hold samples of a base, of these alone, as
 * in a file that was written from a difference.
 */
function absoluteTotal(profiles: readonly Profile[], type: number): number {
  let all = 0;
  let ofBase = 0;
  for (const profile of profiles) {
    const values = valuesOf(profile, type);
    const marked = baseSamples(profile);
    for (let s = 0; s < values.length; s++) {
      const size = Math.abs(values[s]!);
      all += size;
      if (marked?.[s] === 1) ofBase += size;
    }
  }
  return ofBase > 0 ? ofBase : all;
}

function baseSamples({ samples, strings }: Profile): Uint8Array | undefined {
  let marks: Uint8Array | undefined;
  for (let s = 0; s < samples.count; s++) {
    for (let i = samples.labelOffsets[s]!; i < samples.labelOffsets[s + 1]!; i++) {
      if (samples.labelText[i] === 0) continue;
      if (strings.get(samples.labelKey[i]!) !== BASE_LABEL) continue;
      if (strings.get(samples.labelText[i]!) !== "true") continue;
      marks ??= new Uint8Array(samples.count);
      marks[s] = 1;
    }
  }
  return marks;
}

function sumOfAbsolutes(values: Float64Array): number {
  return values.reduce((sum, v) => sum + Math.abs(v), 0);
}

function hasNegative(profile: Profile): boolean {
  return profile.samples.values.some((v) => v < 0);
}

/**
 * The sample type that `--sample` names, by name or number, or the file's default.
 * @throws UsageError where the profile has none of that name
 */
export function chosenType(profile: Profile, wanted: string | undefined): number {
  if (!wanted) return defaultSampleTypeIndex(profile);
  const number = /^\d+$/.test(wanted) ? Number(wanted) : -1;
  if (number >= 0 && number < profile.sampleTypes.length) return number;
  const named = sampleTypeIndex(profile, wanted);
  if (named >= 0) return named;
  const old = sampleTypeIndex(profile, wanted.replace(/^inuse_/, ""));
  if (old >= 0) return old;
  const has = profile.sampleTypes.map((t) => t.type).join(", ");
  throw new UsageError(`--sample ${wanted} is none of ${has}`);
}
