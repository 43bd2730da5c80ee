import { type Profile, valuesOf } from "../profile/profile.js";

/**
 * Whether two profiles of one process show the same moment: a heap profile is as of the last
 * collection that ended, so two that were taken without one between them are equal in every
 * sample that is not zero. Told by the sums of all columns: what was allocated is counted, and
 * never falls.
 */
export function sameMoment(a: Profile, b: Profile): boolean {
  if (a.sampleTypes.length !== b.sampleTypes.length) return false;
  let all = 0;
  for (let t = 0; t < a.sampleTypes.length; t++) {
    if (a.sampleTypes[t].type !== b.sampleTypes[t].type) return false;
    const sum = total(a, t);
    if (sum !== total(b, t)) return false;
    all += sum;
  }
  return all > 0 && a.sampleTypes.some(({ type }) => type.startsWith("inuse_"));
}

function total(profile: Profile, type: number): number {
  return valuesOf(profile, type).reduce((sum, v) => sum + v, 0);
}
