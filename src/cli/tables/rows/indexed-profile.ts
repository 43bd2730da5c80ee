import type { Engine } from "../../../engine/engine.js";
import type { SampleTypeOfSet } from "../../../engine/file-set.js";
import type { Prepared } from "../../../engine/prepared-tree.js";
import type { Question } from "../../../engine/question.js";
import { itemAt } from "../../../lib/must.js";
import { type Profile, sampleTypeIndex, valuesOf } from "../../../profile/profile.js";
import { type Sampling, sampleVariance } from "../../../profile/sampling/sampling-error.js";
import type { SourceFacts } from "../source-facts.js";

/** One profile that is made into rows. */
export interface IndexedProfile {
  /** names it in all tables: the SHA-256 of its own bytes */
  readonly id: string;
  readonly time: Date | null;
  /** the file that it is from, as it was given */
  readonly file: string;
  /** of the file's bytes */
  readonly sha256: string;
  /** which profile of a file of several, from 1; null where there is one */
  readonly part: string | null;
  readonly fileBytes: number;
  readonly facts: SourceFacts;
  readonly profile: Profile;
  readonly engine: Engine;
  readonly question: Question;
  /** root first and joined; undefined where there are no stacks */
  readonly prepared: Prepared | undefined;
  readonly type: SampleTypeOfSet;
  readonly sampling: Sampling;
}

/** The sample types of heap profiles, which have columns of their own. */
export const HEAP_TYPES = ["inuse_space", "inuse_objects", "alloc_space", "alloc_objects"] as const;

/** The values of a sample type by name; undefined where the profile has none. */
export function namedValues(profile: Profile, name: string): Float64Array | undefined {
  const at = sampleTypeIndex(profile, name);
  return at < 0 ? undefined : valuesOf(profile, at);
}

/** The values of the index's sample type, one a sample. */
export function mainValues({ profile, type }: IndexedProfile): Float64Array {
  return valuesOf(profile, itemAt(type.index, 0));
}

/** Variance of each of those values; undefined where the error is not known. */
export function mainVariance({
  profile,
  type,
  sampling,
}: IndexedProfile): Float64Array | undefined {
  return sampling.basis === "unknown" ? undefined : sampleVariance(profile, itemAt(type.index, 0));
}
