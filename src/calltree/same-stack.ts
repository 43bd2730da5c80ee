import { memo } from "../lib/memo.js";
import { distinctStacks } from "../profile/distinct-stacks.js";
import type { Profile } from "../profile/profile.js";
import type { AddedFrames } from "./call-tree.js";

/** What `alikeSamples` gives where no frames were added. */
const NOTHING: AddedFrames = { offsets: new Uint32Array(0), frames: new Int32Array(0) };
const ofProfile = memo((profile: Profile) =>
  memo((added: AddedFrames) => alike(profile, added === NOTHING ? undefined : added)),
);

/** The stacks of a profile with what was added to them, each once: what holds for one need be worked out once. */
export interface AlikeStacks {
  /** for each sample the number of its stack */
  readonly of: Int32Array;
  /** for each stack the first sample that has it */
  readonly first: Int32Array;
}

/** Numbers the stacks of a profile by their locations and their added frames. */
export function alikeStacks(profile: Profile, added: AddedFrames | undefined): AlikeStacks {
  return ofProfile(profile)(added ?? NOTHING);
}

function alike(profile: Profile, added: AddedFrames | undefined): AlikeStacks {
  const { of, first } = distinctStacks(profile);
  if (!added) return { of, first };
  const others = othersOf(of, first, added);
  if (others.length === 0) return { of, first };
  const numbers = of.slice();
  others.forEach((s, i) => {
    numbers[s] = first.length + i;
  });
  return { of: numbers, first: Int32Array.from([...first, ...others]) };
}

/** Samples to which something else was added than to the first one with their stack. */
function othersOf(of: Int32Array, first: Int32Array, added: AddedFrames): number[] {
  const others: number[] = [];
  for (let s = 0; s < of.length; s++) if (!sameAdded(added, s, first[of[s]])) others.push(s);
  return others;
}

function sameAdded({ offsets, frames }: AddedFrames, a: number, b: number): boolean {
  const from = offsets[a];
  const to = offsets[a + 1];
  const start = offsets[b];
  if (offsets[b + 1] - start !== to - from) return false;
  for (let i = from, k = start; i < to; i++, k++) if (frames[i] !== frames[k]) return false;
  return true;
}
