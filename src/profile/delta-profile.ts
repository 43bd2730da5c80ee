import { memo } from "../lib/memo.js";
import type { Profile } from "./profile.js";

/**
 * Whether a profile is itself a difference of two: some value is below zero. What
 * `/debug/pprof/heap?seconds=N` answers and what `pprof -base -proto` writes is such a file: its
 * figures are changes, never what is held.
 */
export const isDeltaProfile = memo(
  (profile: Profile): boolean =>
    profile.figures?.isDifference ?? profile.samples.values.some((v) => v < 0),
);
