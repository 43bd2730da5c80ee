import { memo } from "../lib/memo.js";
import type { Profile } from "./profile.js";

/**
 * Whether a profile is itself a difference of two: some value is below zero. What
 * `/debug/pprof/heap?seconds=N` answers and what `pprof -base -proto` writes is such a file: its
 * figures are changes, never what is held.
 */
export const isDeltaProfile = memo(
  (profile: Profile): boolean =>
    profile.figures?.isDifference ?? hasNegative(profile.samples.values),
);

/** A plain loop: `some` calls a function for each of millions of values, which takes 10 ms more. */
function hasNegative(values: Float64Array): boolean {
  for (let i = 0; i < values.length; i++) if (values[i] < 0) return true;
  return false;
}
