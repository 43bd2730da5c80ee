import { HashIndex, hashNumbers, sameNumbers, spreadHash } from "../lib/hash-index.js";
import { memo } from "../lib/memo.js";
import { PROFILE_WORDS } from "../words/readers/profile-words.js";
import type { Profile, SampleTable } from "./profile.js";
import { ProfileError } from "./profile-error.js";
import { MAX_DISTINCT_LOCATIONS } from "./size-limits.js";

/** The different stacks of a profile: samples of one stack differ by their labels and values. */
export interface DistinctStacks {
  readonly count: number;
  /** for each sample the number of its stack, in order of first occurrence */
  readonly of: Int32Array;
  /** for each stack the first sample that has it */
  readonly first: Int32Array;
  /** of all stacks together */
  readonly locations: number;
}

/**
 * Numbers the different stacks of a profile; found once, then kept with it. Costs one pass over
 * the stacks of its table to hash them, and one to compare each with the one that it equals.
 */
export const distinctStacks = memo((profile: Profile) => numbered(profile.samples));

function numbered(samples: SampleTable): DistinctStacks {
  const { count, stackOf, stackOffsets, stackLocations } = samples;
  /** of each stack of the table its number */
  const numbers = new Int32Array(stackOffsets.length - 1).fill(-1);
  const first = new Int32Array(numbers.length);
  const index = new HashIndex(numbers.length);
  let locations = 0;
  let asTheyAre = true;
  for (let s = 0; s < count; s++) {
    const own = stackOf[s];
    if (numbers[own] >= 0) continue;
    const from = stackOffsets[own];
    const to = stackOffsets[own + 1];
    let stack = index.first(spreadHash(hashNumbers(stackLocations, from, to, to - from)));
    while (stack >= 0) {
      const other = stackOf[first[stack]];
      const [start, end] = [stackOffsets[other], stackOffsets[other + 1]];
      if (sameNumbers(stackLocations, start, end, stackLocations, from, to)) break;
      stack = index.next();
    }
    if (stack < 0) {
      stack = index.add();
      first[stack] = s;
      locations += to - from;
    }
    numbers[own] = stack;
    if (stack !== own) asTheyAre = false;
  }
  // Where the table has each stack once, its numbers are the numbers.
  const of = asTheyAre ? stackOf : stackOf.map((own) => numbers[own]);
  return { count: index.count, of, first: first.slice(0, index.count), locations };
}

/**
 * How many locations the different stacks of some profiles have together.
 * @throws ProfileError where there are more than can be worked on
 */
export function distinctLocations(
  profiles: readonly Profile[],
  most = MAX_DISTINCT_LOCATIONS,
): number {
  let count = 0;
  for (const profile of profiles) count += distinctStacks(profile).locations;
  if (count <= most) return count;
  const { fewer, filtered } = PROFILE_WORDS.hints;
  throw new ProfileError(PROFILE_WORDS.distinct(profiles.length, count, most), {
    hint: profiles.length > 1 ? fewer : filtered,
  });
}
