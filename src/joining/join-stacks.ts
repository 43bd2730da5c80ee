import type { AddedFrames } from "../calltree/call-tree.js";
import type { FrameTable } from "../calltree/frame-table.js";
import type { Steps } from "../lib/steps.js";
import type { Profile } from "../profile/profile.js";
import { exclusions } from "./go-exclusions.js";
import { reachOf, SHORTEST } from "./index-range.js";
import { callersOf } from "./only-caller.js";
import { StackTree } from "./root-tree.js";
import { ScannedWindows } from "./scanned-windows.js";
import { type Pool, poolStacks } from "./stack-pool.js";
import { stackWeights } from "./stack-weights.js";
import { findTruncated } from "./truncation.js";
import { type Walk, Walker } from "./walker.js";
import { Windows } from "./windows.js";

/** Truncated stacks of some profiles, joined again; see docs/joining.md. */
export interface JoinedStacks {
  /** for each profile, frames added rootward of each sample's stack (AddedFrames of calltree.ts) */
  readonly added: readonly AddedFrames[];
  /** for each profile, 1 for each sample whose stack the recorder cut; length samples */
  readonly truncated: readonly Uint8Array[];
  /** for each profile, how sure each added frame is, 0 to 1; same index as added[p].frames */
  readonly sureness: readonly Float32Array[];
}

/** No stack gets more locations than this; the deepest of the recordings has 84. */
const MOST_ADDED = 512;
/** More cut stacks than these are looked up in an index of all stacks. */
const FEW = 64;
/** All stacks of a set together do not get more than about this many. */
const MOST_ADDED_IN_ALL = 1 << 26;

/**
 * Joins truncated Go stacks again: overlap assembly over the stacks of all profiles. Profiles
 * whose stacks are whole are left alone but give evidence. Linear in the locations of the
 * profiles; deterministic, whatever the order of the samples.
 */
export function* joinStacks(profiles: readonly Profile[], frames: FrameTable): Steps<JoinedStacks> {
  const pool = yield* part(poolStacks(profiles, frames), 0, 0.3);
  const { cut, count } = findTruncated(profiles, frames, pool);
  if (count === 0) return untouched(profiles);
  const callers = callersOf(pool, cut);
  const held = stackWeights(pool, profiles);
  const most = Math.min(MOST_ADDED, Math.floor(MOST_ADDED_IN_ALL / cutSamples(pool, cut)));
  const scanned = new ScannedWindows(pool, held, cut, callers.seen);
  const walker = new Walker(pool, scanned, callers, exclusions(frames.names), most);
  const walkOf = new Int32Array(pool.stackCount).fill(-1);
  const walks: Walk[] = [];
  // Stacks with the same root-most locations that set off the same rules go the same way.
  const known = new Map<number, number>();
  let tree: StackTree | undefined;
  let windows: Windows | undefined;
  for (let s = 0; s < pool.stackCount; s++) {
    if ((s & 0x3ff) === 0) yield 0.7 + (s / pool.stackCount) * 0.2;
    if (cut[s] === 0 || pool.stackOffsets[s + 1] - pool.stackOffsets[s] < SHORTEST) continue;
    if (!windows && (count > FEW || scanned.isExpensive)) {
      tree = new StackTree(pool.stackCount);
      const reach = yield* part(reachOf(pool, cut, callers), 0.3, 0.5);
      yield* part(tree.build(pool, held, cut, reach), 0.5, 0.7);
      windows = new Windows(tree);
      walker.use(windows);
    } else if (windows?.isExpensive) {
      yield* part(windows.build(), 0.7, 0.7);
      walker.use(windows);
    }
    const rules = walker.rules(s);
    const key = (tree?.end[s] ?? -1 - s) * 256 + rules;
    let walk = known.get(key);
    if (walk === undefined) {
      walk = walks.length;
      walks.push(walker.walk(s, rules));
      known.set(key, walk);
    }
    walkOf[s] = walk;
  }
  const size = addedSizes(pool, walkOf, walks, walker);
  const out = profiles.map((_, p) => spreadOut(pool, p, cut, size, walkOf, walks, walker));
  yield 1;
  return {
    added: out.map((o) => o.added),
    truncated: out.map((o) => o.truncated),
    sureness: out.map((o) => o.sureness),
  };
}

function cutSamples(pool: Pool, cut: Uint8Array): number {
  let samples = 0;
  for (const of of pool.stackOfSample) {
    for (let i = 0; i < of.length; i++) if (of[i] >= 0 && cut[of[i]] === 1) samples++;
  }
  return samples;
}

interface OfProfile {
  readonly added: AddedFrames;
  readonly truncated: Uint8Array;
  readonly sureness: Float32Array;
}

/** How many frames each distinct stack gets. */
function addedSizes(
  { stackCount, frameOffsets }: Pool,
  walkOf: Int32Array,
  walks: readonly Walk[],
  { path }: Walker,
): Uint32Array {
  const sizes = new Uint32Array(stackCount);
  for (let s = 0; s < stackCount; s++) {
    if (walkOf[s] < 0) continue;
    const walk = walks[walkOf[s]];
    let size = 0;
    for (let i = walk.from; i < walk.to; i++) {
      size += frameOffsets[path[i] + 1] - frameOffsets[path[i]];
    }
    sizes[s] = size;
  }
  return sizes;
}

/** The walks of the distinct stacks as frames of a profile's samples. */
function spreadOut(
  pool: Pool,
  profile: number,
  cut: Uint8Array,
  size: Uint32Array,
  walkOf: Int32Array,
  walks: readonly Walk[],
  walker: Walker,
): OfProfile {
  const stackOf = pool.stackOfSample[profile];
  const { frameOffsets } = pool;
  const { path } = walker;
  const offsets = new Uint32Array(stackOf.length + 1);
  const truncated = new Uint8Array(stackOf.length);
  for (let s = 0; s < stackOf.length; s++) {
    const stack = stackOf[s];
    truncated[s] = stack >= 0 ? cut[stack] : 0;
    offsets[s + 1] = offsets[s] + (stack >= 0 ? size[stack] : 0);
  }
  const frames = new Int32Array(offsets[stackOf.length]);
  const sureness = new Float32Array(frames.length);
  for (let s = 0; s < stackOf.length; s++) {
    let at = offsets[s];
    if (offsets[s + 1] === at) continue;
    const walk = walks[walkOf[stackOf[s]]];
    for (let i = walk.from; i < walk.to; i++) {
      const l = path[i];
      for (let k = frameOffsets[l]; k < frameOffsets[l + 1]; k++) {
        frames[at] = pool.frames[k];
        sureness[at++] = walker.sureness[i];
      }
    }
  }
  return { added: { offsets, frames }, truncated, sureness };
}

function untouched(profiles: readonly Profile[]): JoinedStacks {
  return {
    added: profiles.map((p) => ({
      offsets: new Uint32Array(p.samples.count + 1),
      frames: new Int32Array(0),
    })),
    truncated: profiles.map((p) => new Uint8Array(p.samples.count)),
    sureness: profiles.map(() => new Float32Array(0)),
  };
}

/** Steps that tell their share as a part of larger work. */
function* part<T>(steps: Steps<T>, from: number, to: number): Steps<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value as T;
    yield from + (to - from) * (value as number);
  }
}
