import type { Profile } from "./profile.js";
import { noteOf } from "./profile-note.js";

const YEAR = 31_556_952_000_000_000n;

/**
 * Whether the profile's time is none that it can have been recorded at: before 1970, after 2100, or
 * when nobody wrote profiles. A few years after 1970 are clocks that count from a machine's start.
 */
export function hasNonsenseTime({ timeNanos }: Profile): boolean {
  if (timeNanos < 0n || timeNanos > 130n * YEAR) return true;
  return timeNanos > 4n * YEAR && timeNanos < 20n * YEAR;
}

/**
 * A profile whose time cannot be true, told. Servers that merge scrapes add up their times as they
 * add up their values: such a heap is the sum of many moments, not what was held at one.
 */
export function toldNonsenseTime(profile: Profile): Profile {
  if (!hasNonsenseTime(profile)) return profile;
  const year = new Date(Number(profile.timeNanos / 1_000_000n)).getUTCFullYear();
  const note = noteOf("nonsenseTime", { year: `${year}` });
  return { ...profile, notes: [...profile.notes, note] };
}
