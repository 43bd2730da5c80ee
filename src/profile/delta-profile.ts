import type { Profile } from "./profile.js";

const known = new WeakMap<Profile, boolean>();

/**
 * Whether a profile is itself a difference of two: some value is below zero. What
 * `/debug/pprof/heap?seconds=N` answers and what `pprof -base -proto` writes is such a file: its
 * figures are changes, never what is held.
 */
export function isDeltaProfile(profile: Profile): boolean {
  let found = known.get(profile);
  if (found === undefined) {
    found = profile.figures?.isDifference ?? profile.samples.values.some((v) => v < 0);
    known.set(profile, found);
  }
  return found;
}
