import { absoluteSum } from "../../profile/absolute-totals.js";
import {
  baseSamples,
  differenceOf,
  negative,
  scaleProfile,
  sumProfiles,
} from "../../profile/merge.js";
import {
  defaultSampleTypeIndex,
  type Profile,
  sampleTypeIndex,
  valuesOf,
} from "../../profile/profile.js";
import { INPUT_WORDS } from "../../words/terminal/input-words.js";
import { UsageError } from "../exit-code.js";

/** How a base is taken away. */
export interface BaseOptions {
  /** percentages are of the base: pprof's -diff_base */
  readonly diffBase: boolean;
  /** the profile is scaled to the base's total first, as pprof's -normalize does */
  readonly normalize: boolean;
  /** the base's samples stay a profile of their own */
  readonly apart: boolean;
}

/** What a table is made of: the values of all of its profiles added up are the figures. */
export interface Sides {
  /** one profile of all, or the profile and the base, whose values are negative */
  readonly profiles: readonly Profile[];
  /** for each sample type what percentages are of */
  readonly totals: readonly number[];
  /** the profile that the header is about */
  readonly lead: Profile;
}

/**
 * Sums the files and takes the bases away, as `go tool pprof` does with several FILEs, -base or
 * -diff_base and -normalize (google/pprof, internal/driver/fetch.go).
 */
export function sidesOf(
  files: readonly Profile[],
  bases: readonly Profile[],
  options: BaseOptions,
): Sides {
  const [first] = files;
  const plain = first && files.length === 1 && bases.length === 0 && !hasNegative(first);
  const shown = plain ? first : sumProfiles(files);
  if (bases.length === 0) {
    return {
      profiles: [shown],
      totals: shown.sampleTypes.map((_, t) => absoluteTotal(shown, t)),
      lead: shown,
    };
  }
  const base = sumProfiles(bases);
  const source = options.normalize ? normalized(shown, base) : shown;
  const both = differenceOf(source, base, options.diffBase);
  return {
    profiles: options.apart ? [source, negative(base)] : [both],
    totals: both.sampleTypes.map((_, t) => absoluteTotal(both, t)),
    lead: both,
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
function absoluteTotal(profile: Profile, type: number): number {
  const values = valuesOf(profile, type);
  const marked = baseSamples(profile);
  if (!marked) return absoluteSum(values);
  let ofBase = 0;
  for (const [s, value] of values.entries()) {
    if (marked[s] === 1) ofBase += Math.abs(value);
  }
  return ofBase > 0 ? ofBase : absoluteSum(values);
}

function hasNegative(profile: Profile): boolean {
  const { values } = profile.samples;
  for (let i = 0; i < values.length; i++) if ((values[i] ?? 0) < 0) return true;
  return false;
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
  const has = profile.sampleTypes.map((t) => t.type);
  throw new UsageError(INPUT_WORDS.flags.noneOf("sample", wanted, has));
}
