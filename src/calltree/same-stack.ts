import { distinctStacks } from "../profile/distinct-stacks.js";
import type { Profile } from "../profile/profile.js";
import type { AddedFrames } from "./call-tree.js";

const known = new WeakMap<Profile, WeakMap<object, Int32Array>>();
const NOTHING = {};

/**
 * For each sample the first one of its profile that has the same stack and the same added frames,
 * itself where it is that: what holds for a stack need be worked out once.
 */
export function alikeSamples(profile: Profile, added: AddedFrames | undefined): Int32Array {
  let ofProfile = known.get(profile);
  if (!ofProfile) {
    ofProfile = new WeakMap();
    known.set(profile, ofProfile);
  }
  const key = added ?? NOTHING;
  let found = ofProfile.get(key);
  if (!found) {
    found = alike(profile, added);
    ofProfile.set(key, found);
  }
  return found;
}

function alike(profile: Profile, added: AddedFrames | undefined): Int32Array {
  const { of, first } = distinctStacks(profile);
  const out = new Int32Array(of.length);
  for (let s = 0; s < out.length; s++) {
    const one = first[of[s]];
    out[s] = !added || sameAdded(added, s, one) ? one : s;
  }
  return out;
}

function sameAdded({ offsets, frames }: AddedFrames, a: number, b: number): boolean {
  const from = offsets[a];
  const to = offsets[a + 1];
  const start = offsets[b];
  if (offsets[b + 1] - start !== to - from) return false;
  for (let i = from, k = start; i < to; i++, k++) if (frames[i] !== frames[k]) return false;
  return true;
}
