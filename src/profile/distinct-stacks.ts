import type { Profile, SampleTable } from "./profile.js";

/** The different stacks of a profile: samples of one stack differ by their labels and values. */
export interface DistinctStacks {
  readonly count: number;
  /** for each sample the number of its stack, in order of first occurrence */
  readonly of: Int32Array;
  /** for each stack the first sample that has it */
  readonly first: Int32Array;
}

const known = new WeakMap<Profile, DistinctStacks>();

/**
 * Numbers the different stacks of a profile; found once, then kept with it. Costs one pass over all
 * stacks to hash them, and one to hold each against the one that it equals.
 */
export function distinctStacks(profile: Profile): DistinctStacks {
  let found = known.get(profile);
  if (!found) {
    found = numbered(profile.samples);
    known.set(profile, found);
  }
  return found;
}

function numbered({ count: samples, stackOffsets, stackLocations }: SampleTable): DistinctStacks {
  const of = new Int32Array(samples);
  const first = new Int32Array(samples);
  const hashes = new Int32Array(samples);
  let count = 0;
  let slots = new Int32Array(1 << 10);
  let mask = slots.length - 1;
  for (let s = 0; s < samples; s++) {
    const from = stackOffsets[s];
    const to = stackOffsets[s + 1];
    let hash = to - from;
    for (let i = from; i < to; i++) hash = (Math.imul(hash, 0x9e3779b1) + stackLocations[i]) | 0;
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    hash ^= hash >>> 13;
    let slot = hash & mask;
    let stack = -1;
    for (;;) {
      const one = slots[slot] - 1;
      if (one < 0) break;
      if (hashes[one] === hash && same(stackLocations, stackOffsets, first[one], from, to)) {
        stack = one;
        break;
      }
      slot = (slot + 1) & mask;
    }
    if (stack < 0) {
      stack = count++;
      hashes[stack] = hash;
      first[stack] = s;
      slots[slot] = count;
      if (count * 2 > slots.length) {
        slots = new Int32Array(slots.length * 4);
        mask = slots.length - 1;
        for (let k = 0; k < count; k++) {
          let at = hashes[k] & mask;
          while (slots[at] !== 0) at = (at + 1) & mask;
          slots[at] = k + 1;
        }
      }
    }
    of[s] = stack;
  }
  return { count, of, first: first.slice(0, count) };
}

/** Whether the stack of a sample is what stands from `from` to `to`. */
function same(
  locations: Uint32Array,
  offsets: Uint32Array,
  sample: number,
  from: number,
  to: number,
): boolean {
  const start = offsets[sample];
  if (offsets[sample + 1] - start !== to - from) return false;
  for (let i = from, k = start; i < to; i++, k++) if (locations[i] !== locations[k]) return false;
  return true;
}
