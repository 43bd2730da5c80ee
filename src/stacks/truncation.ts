import type { FrameTable } from "../calltree/frametable.js";
import type { Profile } from "../profile/profile.js";
import { isGo, knownRoots } from "./knowledge.js";
import type { Pool } from "./pool.js";

/** Which distinct stacks the recorder cut. */
export interface Truncation {
  /** length stackCount: 1 for a stack that was cut */
  readonly cut: Uint8Array;
  /** how many stacks are cut */
  readonly count: number;
}

/**
 * How far below the deepest stack of a profile a cut one can be. The limit counts program
 * counters, the runtime's own frames at the leaf are left out of the file (up to four of them),
 * and a location cut in the midst of inlined calls is written with all of them.
 */
const BAND = 6;

/** Go's smallest limit ever was 32; less than this is no limit but shallow stacks. */
const SHALLOWEST = 16;

/**
 * Finds out which stacks were cut, without knowing the recorder's limit. Cut stacks are the
 * deepest of their profile, and most end at functions that root no goroutine. Which functions do
 * is learnt from the stacks that are too short to have been cut, of all profiles of one program.
 * A profile has a limit when enough of its deepest stacks end elsewhere and such an end is seen
 * to have a caller.
 */
export function findTruncated(
  profiles: readonly Profile[],
  frames: FrameTable,
  pool: Pool,
): Truncation {
  const { stackCount, stackOffsets, stackLocations, frameOffsets } = pool;
  const cut = new Uint8Array(stackCount);
  const depth = new Int32Array(stackCount);
  const size = new Int32Array(stackCount);
  const root = new Int32Array(stackCount);
  const hasCaller = new Uint8Array(frames.names.length);
  for (let s = 0; s < stackCount; s++) {
    const from = stackOffsets[s]!;
    const to = stackOffsets[s + 1]!;
    size[s] = to - from;
    for (let i = from; i < to; i++) {
      const l = stackLocations[i]!;
      const first = frameOffsets[l]!;
      const last = frameOffsets[l + 1]!;
      depth[s] = depth[s]! + (last - first);
      const called = i === to - 1 ? last - 1 : last;
      for (let k = first; k < called; k++) hasCaller[pool.frames[k]!] = 1;
      root[s] = pool.frames[last - 1]!;
    }
  }
  const learnt = knownRoots(frames.names);
  const go = profiles.map((_, p) => isGo(frames.ofFunction[p]!, frames));
  const bands = pool.stackOfSample.map((of) => deepest(of, size, depth));
  pool.stackOfSample.forEach((of, p) => {
    if (!go[p]) return;
    for (const s of of) if (s >= 0 && !inBand(bands[p]!, size, depth, s)) learnt[root[s]!] = 1;
  });
  const limited = pool.stackOfSample.map((of, p) => {
    if (!go[p] || bands[p]!.depth < SHALLOWEST) return false;
    const seen = new Set<number>();
    let loose = 0;
    let called = 0;
    for (const s of of) {
      if (s < 0 || seen.has(s) || !inBand(bands[p]!, size, depth, s)) continue;
      seen.add(s);
      if (learnt[root[s]!]) continue;
      loose++;
      if (hasCaller[root[s]!]) called++;
    }
    return called > 0 && loose * 5 >= seen.size;
  });
  let count = 0;
  pool.stackOfSample.forEach((of, p) => {
    for (const s of of) {
      if (s < 0) continue;
      if (!limited[p] || cut[s] || learnt[root[s]!] || !inBand(bands[p]!, size, depth, s)) continue;
      cut[s] = 1;
      count++;
    }
  });
  return { cut, count };
}

interface Deepest {
  /** most locations of a stack */
  readonly size: number;
  /** most frames of a stack */
  readonly depth: number;
}

function deepest(stacks: Int32Array, size: Int32Array, depth: Int32Array): Deepest {
  let mostSize = 0;
  let mostDepth = 0;
  for (const s of stacks) {
    if (s < 0) continue;
    mostSize = Math.max(mostSize, size[s]!);
    mostDepth = Math.max(mostDepth, depth[s]!);
  }
  return { size: mostSize, depth: mostDepth };
}

/** Whether a stack is deep enough to have been cut, by its locations or by its frames. */
function inBand(most: Deepest, size: Int32Array, depth: Int32Array, stack: number): boolean {
  return size[stack]! > most.size - BAND || depth[stack]! > most.depth - BAND;
}
