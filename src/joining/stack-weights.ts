import type { Profile } from "../profile/profile.js";
import type { Pool } from "./stack-pool.js";

/** So that a stack that now holds nothing of anything still counts as seen. */
const SEEN = 4096;
const SCALE = 2 ** 32;

/**
 * What each stack of a pool holds, of all sample types and profiles: for each the share of the
 * profile's total, times 2^32 and rounded so that sums do not depend on the order of the samples.
 */
export function stackWeights(
  { stackCount, stackOfSample }: Pool,
  profiles: readonly Profile[],
): Float64Array {
  const weight = new Float64Array(stackCount);
  profiles.forEach(({ samples: { count, values }, sampleTypes }, p) => {
    const stackOf = stackOfSample[p];
    const totals = new Float64Array(sampleTypes.length);
    for (let t = 0; t < totals.length; t++) {
      let total = 0;
      for (let i = t * count; i < (t + 1) * count; i++) total += Math.abs(values[i]);
      totals[t] = total > 0 ? total : 1;
    }
    for (let s = 0; s < count; s++) {
      const stack = stackOf[s];
      if (stack < 0) continue;
      let held = SEEN;
      for (let t = 0; t < totals.length; t++) {
        // Math.round takes three times as long.
        held += Math.floor((Math.abs(values[t * count + s]) / totals[t]) * SCALE + 0.5);
      }
      weight[stack] = weight[stack] + held;
    }
  });
  return weight;
}
