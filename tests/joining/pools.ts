import type { Exclusions } from "../../src/joining/go-exclusions.js";
import { reachOf } from "../../src/joining/index-range.js";
import { callersOf } from "../../src/joining/only-caller.js";
import { StackTree } from "../../src/joining/root-tree.js";
import { ScannedWindows } from "../../src/joining/scanned-windows.js";
import type { Pool } from "../../src/joining/stack-pool.js";
import { SURE_ENOUGH, UNTOLD, Walker } from "../../src/joining/walker.js";
import { END, WINDOWS, Windows } from "../../src/joining/windows.js";
import { finish } from "../../src/lib/steps.js";

/** A stack made for a test. */
export interface Made {
  /** locations, leaf first */
  readonly stack: readonly number[];
  readonly weight?: number;
  readonly cut?: boolean;
}

/** What is added to a cut stack, and how sure the last of it is. */
export interface Added {
  readonly locations: number[];
  readonly sure: number;
}

const MOST_ADDED = 40;

/** A pool of stacks as they are; each location has one frame, of its own number. */
function poolOf(made: readonly Made[]) {
  const stackLocations = Int32Array.from(made.flatMap((m) => m.stack));
  const stackOffsets = new Uint32Array(made.length + 1);
  made.forEach((m, s) => {
    stackOffsets[s + 1] = stackOffsets[s]! + m.stack.length;
  });
  const locationCount = stackLocations.reduce((most, l) => Math.max(most, l + 1), 0);
  const pool: Pool = {
    locationCount,
    frameOffsets: Uint32Array.from({ length: locationCount + 1 }, (_, l) => l),
    frames: Int32Array.from({ length: locationCount }, (_, l) => l),
    stackCount: made.length,
    stackOffsets,
    stackLocations,
    stackOfSample: [Int32Array.from(made.keys())],
  };
  const held = Float64Array.from(made, (m) => m.weight ?? 1);
  return { pool, held, cut: Uint8Array.from(made, (m) => (m.cut ? 1 : 0)) };
}

/**
 * What the walker adds to each stack; nothing to those that are not cut.
 * @param planted walks after which the stacks are made a tree; 0 from the beginning
 * @param indexed walks after which all windows are indexed; 0 from the beginning
 */
export function walked(
  made: readonly Made[],
  planted = 0,
  indexed: number = Number.POSITIVE_INFINITY,
): Added[] {
  const { pool, held, cut } = poolOf(made);
  const none: Exclusions = {
    begins: new Uint8Array(pool.locationCount),
    forbidden: new Uint8Array(pool.locationCount),
  };
  const callers = callersOf(pool, cut);
  const reach = finish(reachOf(pool, cut, callers));
  const tree = new StackTree(pool.stackCount);
  finish(tree.build(pool, held, cut, reach));
  const windows = new Windows(tree);
  const scanned = new ScannedWindows(pool, held, cut, callers.seen);
  const walker = new Walker(pool, scanned, callers, none, MOST_ADDED);
  let walks = 0;
  return made.map((_, s) => {
    if (!cut[s]) return { locations: [], sure: 1 };
    if (walks === planted) walker.use(windows);
    if (walks === indexed) {
      finish(windows.build());
      walker.use(windows);
    }
    walks++;
    const { from, to } = walker.walk(s, 0);
    return {
      locations: Array.from(walker.path.subarray(from, to)),
      sure: to > from ? walker.sureness[to - 1]! : 1,
    };
  });
}

interface Place {
  /** how many locations are those of the chain's end, up to the longest window */
  readonly same: number;
  /** location that follows, or END */
  readonly next: number;
  readonly weight: number;
}

/** As `walked`, by looking through all stacks at each step, with nothing indexed or left out. */
export function walkedPlainly(made: readonly Made[]): Added[] {
  return made.map((m) => (m.cut ? plainWalk(made, m) : { locations: [], sure: 1 }));
}

function plainWalk(made: readonly Made[], from: Made): Added {
  const chain = from.stack.slice(-WINDOWS.at(-1)!);
  const start = chain.length;
  const walkedBy = new Set<string>();
  let sure = 1;
  while (chain.length - start < MOST_ADDED) {
    const places = placesOf(made, chain);
    const lengths = WINDOWS.filter((w) => places.some((p) => p.same >= w));
    const longest = lengths.at(-1);
    const { next, estimate } = longest ? byWindows(places, lengths) : byCaller(places);
    const key = longest ? chain.slice(-longest).join() : `caller of ${chain.at(-1)}`;
    if (estimate < SURE_ENOUGH || walkedBy.has(key)) break;
    walkedBy.add(key);
    if (next === END) break;
    sure = Math.min(sure, estimate);
    chain.push(next);
  }
  return { locations: chain.slice(start), sure };
}

function placesOf(made: readonly Made[], chain: readonly number[]): Place[] {
  const places: Place[] = [];
  for (const { stack, weight = 1, cut } of made) {
    for (let i = 0; i < stack.length; i++) {
      const next = stack[i + 1] ?? END;
      if (next === END && cut) continue;
      let same = 0;
      while (same <= i && same < chain.length && stack[i - same] === chain.at(-1 - same)) same++;
      if (same > 0) places.push({ same, next, weight });
    }
  }
  return places;
}

function byWindows(places: readonly Place[], lengths: readonly number[]) {
  const at = (w: number, next?: number) => {
    const those = places.filter((p) => p.same >= w && (next === undefined || p.next === next));
    return { stacks: those.length, weight: those.reduce((sum, p) => sum + p.weight, 0) };
  };
  const longest = lengths.at(-1)!;
  const nexts = [...new Set(places.filter((p) => p.same >= longest).map((p) => p.next))];
  nexts.sort((a, b) => {
    const x = at(longest, a);
    const y = at(longest, b);
    return y.weight - x.weight || y.stacks - x.stacks || a - b;
  });
  const next = nexts[0]!;
  if (at(longest, next).stacks * 2 <= at(longest).stacks) return { next, estimate: 0 };
  let estimate = UNTOLD;
  let before = 0;
  for (const w of lengths) {
    const { stacks, weight } = at(w);
    if (stacks === before) continue;
    before = stacks;
    estimate = ((stacks * at(w, next).weight) / weight + estimate) / (stacks + 1);
  }
  return { next, estimate };
}

function byCaller(places: readonly Place[]) {
  const next = places[0]?.next ?? END;
  const n = places.length;
  if (n === 0 || places.some((p) => p.next !== next)) return { next, estimate: 0 };
  return { next, estimate: (n + UNTOLD) / (n + 1) };
}
