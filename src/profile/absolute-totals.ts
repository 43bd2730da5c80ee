import { memo } from "../lib/memo.js";
import { type Profile, valuesOf } from "./profile.js";

/** What the values of a profile amount to, each without its sign, one sum a sample type. */
export const absoluteTotals = memo((profile: Profile): readonly number[] =>
  profile.sampleTypes.map((_, t) => absoluteSum(valuesOf(profile, t))),
);

/** The sum of some values without their signs. */
export function absoluteSum(values: Float64Array): number {
  let sum = 0;
  // A list of so many is not iterated: code that is not compiled yet makes an object of each.
  for (let i = 0; i < values.length; i++) sum += Math.abs(values[i]);
  return sum;
}
