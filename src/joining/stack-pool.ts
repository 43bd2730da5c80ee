import type { FrameTable } from "../calltree/frame-table.js";
import { HashIndex, hashNumbers, hashWith, sameNumbers, spreadHash } from "../lib/hash-index.js";
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
  /** for each profile, the distinct stack of each sample; -1 for an empty stack */
  readonly stackOfSample: readonly Int32Array[];
}

/**
 * Pools the stacks of some profiles; linear in their locations.
 * @throws ProfileError where their different stacks have more locations than can be worked on
 */
export function* poolStacks(profiles: readonly Profile[], frames: FrameTable): Steps<Pool> {
  const most = distinctLocations(profiles);
  const locations = poolLocations(profiles, frames);
  const pooled = new PooledStacks(profiles, most, locations.isShared);
  const stackOfSample: Int32Array[] = [];
  for (let p = 0; p < profiles.length; p++) {
    const { of } = distinctStacks(profiles[p]);
    const stackOf = yield* pooled.add(profiles[p], locations.ofProfile[p]);
    stackOfSample.push(of.map((stack) => stackOf[stack]));
  }
  return {
    locationCount: locations.count,
    frameOffsets: locations.frameOffsets,
    frames: locations.frames,
    stackCount: pooled.count,
    stackOffsets: pooled.offsets.subarray(0, pooled.count + 1),
    stackLocations: pooled.content.subarray(0, pooled.used),
    stackOfSample,
  };
}

/** The different stacks of profiles that were added, each once. */
class PooledStacks {
  count = 0;
  used = 0;
  readonly content: Int32Array;
  readonly offsets: Uint32Array;
  /** of stacks with a shared location, and the number of each of these among all */
  private readonly index = new HashIndex();
  private readonly numbers: Int32Array;

  /**
   * @param locations of all different stacks of each profile
   * @param isShared 1 for each pooled location that was several: a stack without any of these is
   *   like no other
   */
  constructor(
    profiles: readonly Profile[],
    locations: number,
    private readonly isShared: Uint8Array,
  ) {
    const stacks = profiles.reduce((n, p) => n + distinctStacks(p).count, 0);
    this.content = new Int32Array(locations);
    this.offsets = new Uint32Array(stacks + 1);
    this.numbers = new Int32Array(stacks);
  }

  /**
   * Adds the stacks of a profile; gives the number of each of its distinct ones, -1 for the empty.
   * @param pooled the pooled location of each of the profile's
   */
  *add(profile: Profile, pooled: Int32Array): Steps<Int32Array> {
    const { first } = distinctStacks(profile);
    const stackOf = new Int32Array(first.length);
    for (let d = 0; d < first.length; d++) {
      if ((d & 0x3fff) === 0) yield this.used / this.content.length;
      stackOf[d] = this.put(profile, first[d], pooled);
    }
    return stackOf;
  }

  /** The number of a sample's stack, -1 for an empty one. */
  private put({ samples }: Profile, sample: number, pooled: Int32Array): number {
    const { content, offsets, isShared, used } = this;
    const { stackLocations } = samples;
    const from = samples.stackOffsets[samples.stackOf[sample]];
    const size = samples.stackOffsets[samples.stackOf[sample] + 1] - from;
    if (size === 0) return -1;
    let shared = 0;
    for (let i = 0; i < size; i++) {
      const location = pooled[stackLocations[from + i]];
      content[used + i] = location;
      shared |= isShared[location];
    }
    const known = shared === 0 ? -1 : this.find(used, used + size);
    if (known >= 0) return known;
    const stack = this.count++;
    if (shared !== 0) this.numbers[this.index.add()] = stack;
    this.used = used + size;
    offsets[stack + 1] = this.used;
    return stack;
  }

  private find(from: number, to: number): number {
    const { content, offsets, index, numbers } = this;
    let n = index.first(spreadHash(hashNumbers(content, from, to, to - from)));
    for (; n >= 0; n = index.next()) {
      const stack = numbers[n];
      const end = offsets[stack + 1];
      if (sameNumbers(content, offsets[stack], end, content, from, to)) return stack;
    }
    return -1;
  }
}

interface PooledLocations {
  readonly count: number;
  readonly frameOffsets: Uint32Array;
  readonly frames: Int32Array;
  /** for each profile, the pooled location of each of its locations */
  readonly ofProfile: readonly Int32Array[];
  /** length count: 1 for each that several locations became */
  readonly isShared: Uint8Array;
}

function poolLocations(profiles: readonly Profile[], frames: FrameTable): PooledLocations {
  let lines = 0;
  let rows = 0;
  for (const { locations } of profiles) {
    lines += locations.lineFunction.length + locations.count;
    rows += locations.count;
  }
  const frameOffsets = new Uint32Array(rows + 1);
  const isShared = new Uint8Array(rows);
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
        hash = hashWith(hashWith(hash, frameOf[k]), lineOf[k]);
        hash = hashWith(hash, lineOf[k] / 2 ** 32);
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
      } else isShared[known] = 1;
      pooled[l] = known;
    }
    ofProfile.push(pooled);
  }
  return {
    count: index.count,
    frameOffsets: frameOffsets.subarray(0, index.count + 1),
    frames: frameOf.subarray(0, used),
    ofProfile,
    isShared,
  };
}
