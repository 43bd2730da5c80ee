/** Minor releases that something may be of, both inclusive; null where no bound is proven. */
export interface MinorRange {
  readonly since: number | null;
  readonly until: number | null;
}

/**
 * What a range of releases says of an issue: it has it, it may have it, it was mended before, or it
 * is older than the issue.
 */
export type ReleaseFit = "has" | "may-have" | "mended" | "before";

/** Minor numbers are small; more are not tried. */
const MOST_MINORS = 400;

/** @param release "1.24.3" @throws Error where that is no release */
export function parseRelease(release: string): {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
} {
  const found = /^(\d{1,4})\.(\d{1,4})(?:\.(\d{1,4}))?$/.exec(release);
  if (!found) throw new Error(`not a release: ${release}`);
  const [, major, minor, patch] = found;
  return { major: Number(major), minor: Number(minor), patch: Number(patch ?? 0) };
}

/**
 * Which releases of a range have an issue. A profile proves minor releases only: where a branch got
 * its mend with a later patch, that minor may or may not have the issue.
 * @param since first release with the issue; undefined for all
 * @param mended releases that mended it, one a branch; empty for none
 * @param range undefined where nothing is known
 */
export function releaseFit(
  since: string | undefined,
  mended: readonly string[],
  range: MinorRange | undefined,
): ReleaseFit {
  if (since === undefined && mended.length === 0) return "has";
  if (!range || (range.since === null && range.until === null)) return "may-have";
  const first = since === undefined ? undefined : parseRelease(since);
  const branches = mended.map(parseRelease);
  const newest = branches.reduce((most, b) => Math.max(most, b.minor), first?.minor ?? 0);
  const low = range.since ?? 0;
  const high = Math.min(range.until ?? Math.max(low, newest + 1), low + MOST_MINORS);
  const found = new Set<ReleaseFit>();
  for (let minor = low; minor <= high; minor++) found.add(fitOfMinor(minor, first, branches));
  if (found.size === 1) return [...found][0];
  return found.has("has") || found.has("may-have") ? "may-have" : "mended";
}

interface Release {
  readonly minor: number;
  readonly patch: number;
}

function fitOfMinor(
  minor: number,
  first: Release | undefined,
  branches: readonly Release[],
): ReleaseFit {
  if (first && minor < first.minor) return "before";
  const own = branches.find((b) => b.minor === minor);
  if (own) return own.patch === 0 ? "mended" : "may-have";
  const newest = branches.reduce((most, b) => Math.max(most, b.minor), -1);
  if (newest >= 0 && minor > newest) return "mended";
  return first && minor === first.minor && first.patch > 0 ? "may-have" : "has";
}
