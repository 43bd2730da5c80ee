import type { FrameTable } from "../../src/calltree/frame-table.js";
import type { JoinedStacks } from "../../src/joining/join-stacks.js";
import { ownNumbers, type Profile, stackOfSample, valuesOf } from "../../src/profile/profile.js";

/** Numbers from 0 to 1, the same for the same seed. */
export function randomOf(seed: number): () => number {
  let state = Math.imul(seed, 7919);
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The samples `order` of a profile, in that order, each cut to its leaf-most locations. */
export function rewritten(
  profile: Profile,
  order: readonly number[],
  limit: (sample: number) => number = () => Number.POSITIVE_INFINITY,
): Profile {
  const { samples, sampleTypes } = profile;
  const offsets = new Uint32Array(order.length + 1);
  const locations: number[] = [];
  const values = new Float64Array(order.length * sampleTypes.length);
  order.forEach((s, i) => {
    locations.push(...stackOfSample(samples, s).subarray(0, limit(s)));
    offsets[i + 1] = locations.length;
    for (let t = 0; t < sampleTypes.length; t++) {
      values[t * order.length + i] = samples.values[t * samples.count + s]!;
    }
  });
  return {
    ...profile,
    samples: {
      count: order.length,
      stackOf: ownNumbers(order.length),
      stackOffsets: offsets,
      stackLocations: Uint32Array.from(locations),
      values,
      labelsOf: ownNumbers(order.length),
      labelOffsets: new Uint32Array(order.length + 1),
      labelKey: new Uint32Array(0),
      labelText: new Uint32Array(0),
      labelNumber: new Float64Array(0),
      labelUnit: new Uint32Array(0),
    },
  };
}

/** All samples of a profile in its own order. */
export function everySample(profile: Profile): number[] {
  return Array.from({ length: profile.samples.count }, (_, s) => s);
}

/** Frames of a sample's stack, leaf first. */
export function framesOf(profile: Profile, ofLine: Int32Array, sample: number): number[] {
  const { samples, locations } = profile;
  const frames: number[] = [];
  for (const l of stackOfSample(samples, sample)) {
    for (let k = locations.lineOffsets[l]!; k < locations.lineOffsets[l + 1]!; k++) {
      frames.push(ofLine[k]!);
    }
  }
  return frames;
}

/** Frames added to a sample's stack. */
export function addedTo(joined: JoinedStacks, profile: number, sample: number): Int32Array {
  const { offsets, frames } = joined.added[profile]!;
  return frames.subarray(offsets[sample]!, offsets[sample + 1]!);
}

/** Shares in percent of what truncated stacks hold, by a sample type. */
export interface Shares {
  /** joined to the root and right in every frame */
  whole: number;
  /** right as far as they were joined, then left open */
  open: number;
  /** some frame is wrong */
  wrong: number;
}

export interface Verdict {
  readonly live: Shares;
  readonly allocated: Shares;
  /** percent of the added frames */
  readonly framesRight: number;
  readonly added: number;
  /** samples whose stack was whole and got frames */
  readonly changed: number;
  readonly truncated: number;
  /** samples said to be whole that were cut, and the other way round */
  readonly overlooked: number;
  readonly accused: number;
}

/**
 * Holds joined stacks against the uncut profiles that they were cut from.
 * @param isWhole whether a sample's stack in `whole` is known to its root; of others only the
 *   locations that are known are judged, and they are at best open
 */
export function judged(
  whole: readonly Profile[],
  cut: readonly Profile[],
  frames: FrameTable,
  joined: JoinedStacks,
  isWhole: (profile: number, sample: number) => boolean = () => true,
): Verdict {
  const live: Shares = { whole: 0, open: 0, wrong: 0 };
  const allocated: Shares = { whole: 0, open: 0, wrong: 0 };
  let right = 0;
  let wrong = 0;
  let changed = 0;
  let truncated = 0;
  let overlooked = 0;
  let accused = 0;
  whole.forEach((profile, p) => {
    const alloc = valuesOf(profile, 1);
    const inuse = valuesOf(profile, 3);
    const ofLine = frames.ofLine[p]!;
    for (let s = 0; s < profile.samples.count; s++) {
      const added = addedTo(joined, p, s);
      const truth = framesOf(profile, ofLine, s).slice(framesOf(cut[p]!, ofLine, s).length);
      const said = joined.truncated[p]![s] === 1;
      if (truth.length === 0) {
        if (!isWhole(p, s)) continue;
        if (added.length > 0) changed++;
        if (said) accused++;
        continue;
      }
      truncated++;
      if (!said) overlooked++;
      let same = 0;
      while (same < added.length && added[same] === truth[same]) same++;
      right += same;
      // Beyond what is known of a stack nothing is right or wrong.
      const beyond = same === truth.length && !isWhole(p, s);
      if (!beyond) wrong += added.length - same;
      const isWrong = same < added.length && !beyond;
      const how = isWrong ? "wrong" : same === truth.length && !beyond ? "whole" : "open";
      live[how] += inuse[s]!;
      allocated[how] += alloc[s]!;
    }
  });
  for (const shares of [live, allocated]) {
    const all = shares.whole + shares.open + shares.wrong;
    for (const how of ["whole", "open", "wrong"] as const) shares[how] *= 100 / all;
  }
  const framesRight = (100 * right) / (right + wrong);
  return {
    live,
    allocated,
    framesRight,
    added: right + wrong,
    changed,
    truncated,
    overlooked,
    accused,
  };
}

/**
 * The share in percent of what truncated stacks hold that any way of joining could know: of
 * which each next location is found somewhere in the cut stacks after the same two. It does not
 * ask whether something else is found there too.
 */
export function knowable(
  whole: readonly Profile[],
  cut: readonly Profile[],
  frames: FrameTable,
  sampleType: number,
): number {
  const key = (p: number, profile: Profile, l: number) => {
    const { lineOffsets, lineNumber } = profile.locations;
    let text = "";
    for (let k = lineOffsets[l]!; k < lineOffsets[l + 1]!; k++) {
      text += `${frames.ofLine[p]![k]}:${lineNumber[k]} `;
    }
    return text;
  };
  const stackOf = (p: number, profile: Profile, s: number) =>
    Array.from(stackOfSample(profile.samples, s), (l) => key(p, profile, l));
  const seen = new Set<string>();
  cut.forEach((profile, p) => {
    for (let s = 0; s < profile.samples.count; s++) {
      const stack = stackOf(p, profile, s);
      const isCut = stack.length < stackOf(p, whole[p]!, s).length;
      for (let e = 2; e <= stack.length; e++) {
        if (e === stack.length && isCut) continue;
        seen.add(`${stack[e - 2]}|${stack[e - 1]}|${stack[e] ?? "end"}`);
      }
    }
  });
  let known = 0;
  let all = 0;
  whole.forEach((profile, p) => {
    const values = valuesOf(profile, sampleType);
    for (let s = 0; s < profile.samples.count; s++) {
      const stack = stackOf(p, profile, s);
      const from = stackOf(p, cut[p]!, s).length;
      if (from === stack.length) continue;
      all += values[s]!;
      let found = true;
      for (let e = from; found && e <= stack.length; e++) {
        found = seen.has(`${stack[e - 2]}|${stack[e - 1]}|${stack[e] ?? "end"}`);
      }
      if (found) known += values[s]!;
    }
  });
  return (100 * known) / all;
}
