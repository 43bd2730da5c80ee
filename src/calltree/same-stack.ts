import { memo } from "../lib/memo.js";
import { distinctStacks } from "../profile/distinct-stacks.js";
import type { Profile } from "../profile/profile.js";
import type { AddedFrames } from "./call-tree.js";

/** What `alikeSamples` gives where no frames were added. */
const NOTHING: AddedFrames = { offsets: new Uint32Array(0), frames: new Int32Array(0) };
const ofProfile = memo((profile: Profile) =>
  memo((added: AddedFrames) => alike(profile, added === NOTHING ? undefined : added)),
);

/**
 * For each sample the first one of its profile that has the same stack and the same added frames,
 * itself where it is that: what holds for a stack need be worked out once.
 */
export function alikeSamples(profile: Profile, added: AddedFrames | undefined): Int32Array {
  return ofProfile(profile)(added ?? NOTHING);
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
