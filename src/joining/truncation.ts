import type { FrameTable } from "../calltree/frame-table.js";
import type { Profile } from "../profile/profile.js";
import { isGo, knownRoots } from "./go-exclusions.js";
import type { Pool } from "./stack-pool.js";

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
 * A function that has callers too is taken to root goroutines when two stacks at least that are too
 * short to have been cut end there, and of all its places in stacks one in this many.
 */
const ROOT_OF = 10;

/**
 * Finds out which stacks were cut, without knowing the recorder's limit. Cut stacks are the
 * deepest of their profile, and most end at functions that root no goroutine. Which functions do
 * is learnt from the stacks that are too short to have been cut, of all profiles of one program,
 * compared with the calls of these functions: a damaged stack, or a function that a few goroutines
 * begin with and that is called elsewhere, makes no root of it. A profile has a limit when enough of
 * its deepest stacks end elsewhere and such an end is seen to have a caller.
 */
export function findTruncated(
  profiles: readonly Profile[],
  frames: FrameTable,
  pool: Pool,
): Truncation {
  const { stackCount } = pool;
  const cut = new Uint8Array(stackCount);
  const { size, depth, root, calls } = shapes(pool, frames.names.length);
  const go = profiles.map((_, p) => isGo(frames.ofFunction[p], frames));
  const stacksOf = pool.stackOfSample.map((of) => eachOnce(of, stackCount));
  const bands = stacksOf.map((of) => deepest(of, size, depth));
  const short = new Uint8Array(stackCount);
  stacksOf.forEach((of, p) => {
    if (!go[p]) return;
    for (const s of of) if (!inBand(bands[p], size, depth, s)) short[s] = 1;
  });
  const ends = new Int32Array(frames.names.length);
  for (let s = 0; s < stackCount; s++) if (short[s]) ends[root[s]] = ends[root[s]] + 1;
  const roots = knownRoots(frames.names);
  for (let f = 0; f < roots.length; f++) {
    if (ends[f] === 0) continue;
    if (calls[f] === 0 || (ends[f] > 1 && ends[f] * ROOT_OF >= ends[f] + calls[f])) roots[f] = 1;
  }
  const limited = stacksOf.map((of, p) => {
    if (!go[p] || bands[p].depth < SHALLOWEST) return false;
    let seen = 0;
    let loose = 0;
    let called = 0;
    for (const s of of) {
      if (!inBand(bands[p], size, depth, s)) continue;
      seen++;
      if (roots[root[s]]) continue;
      loose++;
      if (calls[root[s]] > 0) called++;
    }
    return called > 0 && loose * 5 >= seen;
  });
  let count = 0;
  stacksOf.forEach((of, p) => {
    if (!limited[p]) return;
    for (const s of of) {
      if (cut[s] || roots[root[s]] || !inBand(bands[p], size, depth, s)) continue;
      cut[s] = 1;
      count++;
    }
  });
  return { cut, count };
}

/** The stacks of a profile's samples, each once; samples without a stack have none. */
function eachOnce(stackOfSample: Int32Array, stackCount: number): Int32Array {
  const seen = new Uint8Array(stackCount);
  const stacks = new Int32Array(Math.min(stackCount, stackOfSample.length));
  let count = 0;
  for (let i = 0; i < stackOfSample.length; i++) {
    const s = stackOfSample[i];
    if (s < 0 || seen[s] === 1) continue;
    seen[s] = 1;
    stacks[count++] = s;
  }
  return stacks.subarray(0, count);
}

interface Shapes {
  /** locations of each stack */
  readonly size: Int32Array;
  /** frames of each stack */
  readonly depth: Int32Array;
  /** outermost frame of each stack */
  readonly root: Int32Array;
  /** how often each frame has a caller, in all stacks */
  readonly calls: Int32Array;
}

function shapes(pool: Pool, frameCount: number): Shapes {
  const { stackCount, stackOffsets, stackLocations, frameOffsets, locationCount } = pool;
  const size = new Int32Array(stackCount);
  const depth = new Int32Array(stackCount);
  const root = new Int32Array(stackCount);
  const places = new Int32Array(locationCount);
  const lasts = new Int32Array(locationCount);
  for (let s = 0; s < stackCount; s++) {
    const from = stackOffsets[s];
    const to = stackOffsets[s + 1];
    let frames = 0;
    for (let i = from; i < to; i++) {
      const l = stackLocations[i];
      frames += frameOffsets[l + 1] - frameOffsets[l];
      places[l] = places[l] + 1;
    }
    size[s] = to - from;
    depth[s] = frames;
    const last = stackLocations[to - 1];
    lasts[last] = lasts[last] + 1;
    root[s] = pool.frames[frameOffsets[last + 1] - 1];
  }
  const calls = new Int32Array(frameCount);
  for (let l = 0; l < locationCount; l++) {
    const outermost = frameOffsets[l + 1] - 1;
    for (let k = frameOffsets[l]; k <= outermost; k++) {
      const f = pool.frames[k];
      calls[f] = calls[f] + places[l] - (k === outermost ? lasts[l] : 0);
    }
  }
  return { size, depth, root, calls };
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
    mostSize = Math.max(mostSize, size[s]);
    mostDepth = Math.max(mostDepth, depth[s]);
  }
  return { size: mostSize, depth: mostDepth };
}

/** Whether a stack is deep enough to have been cut, by its locations or by its frames. */
function inBand(most: Deepest, size: Int32Array, depth: Int32Array, stack: number): boolean {
  return size[stack] > most.size - BAND || depth[stack] > most.depth - BAND;
}
