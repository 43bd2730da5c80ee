import type { FrameTable } from "../calltree/frame-table.js";
import { widened } from "../lib/growable.js";
import { HashIndex, hashNumbers, sameNumbers, spreadHash } from "../lib/hash-index.js";
import type { Steps } from "../lib/steps.js";
import { distinctLocations, distinctStacks } from "../profile/distinct-stacks.js";
import type { Profile } from "../profile/profile.js";

/**
 * The distinct stacks of some profiles. Locations of different profiles are the same when they
 * have the same frames at the same lines, so that several recordings of one build, of one
 * process or of many, tell about each other. (By address the same code gives the same result
 * within one build and nothing across builds.)
 */
export interface Pool {
  readonly locationCount: number;
  /** length locationCount + 1 */
  readonly frameOffsets: Uint32Array;
  /** frames of each location, innermost first */
  readonly frames: Int32Array;
  readonly stackCount: number;
  /** length stackCount + 1 */
  readonly stackOffsets: Uint32Array;
  /** pooled locations, leaf first */
  readonly stackLocations: Int32Array;
  /**
   * What each stack holds, of all sample types and profiles: for each the share of the profile's
   * total, times 2^32 and rounded so that sums do not depend on the order of the samples.
   */
  readonly weight: Float64Array;
  /** for each profile, the distinct stack of each sample; -1 for an empty stack */
  readonly stackOfSample: readonly Int32Array[];
}

/** So that a stack that now holds nothing of anything still counts as seen. */
const SEEN = 4096;
const SCALE = 2 ** 32;

/**
 * Pools the stacks of some profiles; linear in their locations.
 * @throws ProfileError where their different stacks have more locations than can be worked on
 */
export function* poolStacks(profiles: readonly Profile[], frames: FrameTable): Steps<Pool> {
  distinctLocations(profiles);
  const locations = poolLocations(profiles, frames);
  const all = profiles.reduce((n, p) => n + p.samples.count, 0) || 1;
  let content = new Int32Array(1 << 14);
  let used = 0;
  let offsets = new Uint32Array(1 << 10);
  let weight = new Float64Array(1 << 10);
  // Stacks of one profile that differ still do where no two of its locations became one.
  const apart = profiles.length === 1 && locations.count === profiles[0].locations.count;
  const index = new HashIndex();
  let count = 0;
  const stackOfSample: Int32Array[] = [];
  let done = 0;
  for (let p = 0; p < profiles.length; p++) {
    const { samples } = profiles[p];
    const { stackOf: stackAt, stackOffsets, stackLocations } = samples;
    const pooled = locations.ofProfile[p];
    const share = shares(profiles[p]);
    const stackOf = new Int32Array(samples.count).fill(-1);
    const { of, first } = distinctStacks(profiles[p]);
    for (let s = 0; s < samples.count; s++) {
      if ((s & 0x3fff) === 0) yield (done + s) / all;
      const from = stackOffsets[stackAt[s]];
      const size = stackOffsets[stackAt[s] + 1] - from;
      if (size === 0) continue;
      const one = first[of[s]];
      if (one !== s) {
        const known = stackOf[one];
        weight[known] = weight[known] + share[s];
        stackOf[s] = known;
        continue;
      }
      const end = used + size;
      if (end > content.length) content = widened(content, end);
      for (let i = 0; i < size; i++) content[used + i] = pooled[stackLocations[from + i]];
      let stack = -1;
      if (!apart) {
        stack = index.first(spreadHash(hashNumbers(content, used, end, size)));
        while (stack >= 0) {
          if (sameNumbers(content, offsets[stack], offsets[stack + 1], content, used, end)) break;
          stack = index.next();
        }
      }
      if (stack < 0) {
        stack = apart ? count : index.add();
        count = stack + 1;
        used = end;
        if (stack === weight.length) weight = widened(weight);
        if (stack + 1 === offsets.length) offsets = widened(offsets);
        offsets[stack + 1] = used;
      }
      weight[stack] = weight[stack] + share[s];
      stackOf[s] = stack;
    }
    done += samples.count;
    stackOfSample.push(stackOf);
  }
  return {
    locationCount: locations.count,
    frameOffsets: locations.frameOffsets,
    frames: locations.frames,
    stackCount: count,
    stackOffsets: offsets.subarray(0, count + 1),
    stackLocations: content.subarray(0, used),
    weight: weight.subarray(0, count),
    stackOfSample,
  };
}

/** What each sample holds: its shares of the totals of all sample types, as `Pool.weight`. */
function shares(profile: Profile): Float64Array {
  const { count, values } = profile.samples;
  const share = new Float64Array(count).fill(SEEN);
  for (let t = 0; t < profile.sampleTypes.length; t++) {
    let total = 0;
    for (let s = 0; s < count; s++) total += Math.abs(values[t * count + s]);
    if (!(total > 0)) continue;
    for (let s = 0; s < count; s++) {
      share[s] = share[s] + Math.round((Math.abs(values[t * count + s]) / total) * SCALE);
    }
  }
  return share;
}

interface PooledLocations {
  readonly count: number;
  readonly frameOffsets: Uint32Array;
  readonly frames: Int32Array;
  /** for each profile, the pooled location of each of its locations */
  readonly ofProfile: readonly Int32Array[];
}

function poolLocations(profiles: readonly Profile[], frames: FrameTable): PooledLocations {
  let lines = 0;
  let rows = 0;
  for (const { locations } of profiles) {
    lines += locations.lineFunction.length + locations.count;
    rows += locations.count;
  }
  const frameOffsets = new Uint32Array(rows + 1);
  const frameOf = new Int32Array(lines);
  // A bare location has one frame and its address in place of a line.
  const lineOf = new Float64Array(lines);
  const index = new HashIndex();
  let used = 0;
  const ofProfile: Int32Array[] = [];
  for (let p = 0; p < profiles.length; p++) {
    const { locations } = profiles[p];
    const { lineOffsets, lineNumber, addressLow, addressHigh } = locations;
    const ofLine = frames.ofLine[p];
    const bare = frames.ofBareLocation[p];
    const pooled = new Int32Array(locations.count);
    for (let l = 0; l < locations.count; l++) {
      let at = used;
      for (let k = lineOffsets[l]; k < lineOffsets[l + 1]; k++) {
        frameOf[at] = ofLine[k];
        lineOf[at++] = lineNumber[k];
      }
      if (at === used) {
        frameOf[at] = bare[l];
        lineOf[at++] = -1 - (addressHigh[l] * 2 ** 32 + addressLow[l]);
      }
      let hash = at - used;
      for (let k = used; k < at; k++) {
        hash = Math.imul(hash, 0x9e3779b1) + frameOf[k];
        hash = Math.imul(hash, 0x85ebca6b) + (lineOf[k] | 0);
      }
      let known = index.first(spreadHash(hash));
      while (known >= 0) {
        const from = frameOffsets[known];
        let same = frameOffsets[known + 1] - from === at - used;
        for (let k = 0; same && k < at - used; k++) {
          same = frameOf[from + k] === frameOf[used + k] && lineOf[from + k] === lineOf[used + k];
        }
        if (same) break;
        known = index.next();
      }
      if (known < 0) {
        known = index.add();
        frameOffsets[known + 1] = at;
        used = at;
      }
      pooled[l] = known;
    }
    ofProfile.push(pooled);
  }
  return {
    count: index.count,
    frameOffsets: frameOffsets.subarray(0, index.count + 1),
    frames: frameOf.subarray(0, used),
    ofProfile,
  };
}
