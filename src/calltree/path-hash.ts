import { memo } from "../lib/memo.js";
import { canonicalName } from "../profile/function-name.js";
import type { CallTree } from "./call-tree.js";

/**
 * Names of call paths that hold across snapshots and builds: a rolling hash of the canonical
 * names from the root to the node, 52 bits in two lanes. As text, 11 letters and digits at most.
 */
export interface PathHashes {
  /** length nodeCount; all 32 bits are used */
  readonly low: Uint32Array;
  /** length nodeCount; the lower 20 bits are used */
  readonly high: Uint32Array;
}

const HIGH_MASK = 0xfffff;
const ROOT_LOW = 0x811c9dc5;
const ROOT_HIGH = 0x1b873;

/** Both lanes of a hash of each name of a frame table; worked out once for all of its trees. */
const nameHashes = memo((names: readonly string[]) => {
  const low = new Uint32Array(names.length);
  const high = new Uint32Array(names.length);
  for (let f = 0; f < names.length; f++) {
    const name = canonicalName(names[f]);
    let a = 0x811c9dc5;
    let b = 0x9747b28c;
    for (let i = 0; i < name.length; i++) {
      const c = name.charCodeAt(i);
      a = Math.imul(a ^ c, 0x01000193);
      b = Math.imul(b ^ c, 0x5bd1e995);
      b ^= b >>> 13;
    }
    low[f] = a;
    high[f] = b;
  }
  return { low, high };
});

/** The path hash of each node of a tree, or of some nodes with all above them. */
export function pathHashes(
  tree: Pick<CallTree, "nodeCount" | "parent" | "frame" | "frames">,
): PathHashes {
  const { low: frameLow, high: frameHigh } = nameHashes(tree.frames.names);
  const low = new Uint32Array(tree.nodeCount);
  const high = new Uint32Array(tree.nodeCount);
  hashPaths(tree.parent, tree.frame, frameLow, frameHigh, low, high);
  return { low, high };
}

function hashPaths(
  parents: Int32Array,
  frames: Int32Array,
  frameLow: Uint32Array,
  frameHigh: Uint32Array,
  low: Uint32Array,
  high: Uint32Array,
): void {
  low[0] = ROOT_LOW;
  high[0] = ROOT_HIGH;
  for (let node = 1; node < low.length; node++) {
    const parent = parents[node];
    const frame = frames[node];
    const l = low[parent];
    const h = high[parent];
    let a = Math.imul(l ^ frameLow[frame], 0x85ebca6b) + Math.imul(h + 1, 0xc2b2ae35);
    a ^= a >>> 15;
    let b = Math.imul(h ^ frameHigh[frame], 0x27d4eb2f) + Math.imul(l, 0x165667b1);
    b ^= b >>> 13;
    low[node] = a;
    high[node] = b & HIGH_MASK;
  }
}

/** A path hash as it stands in a link. */
export function pathText(low: number, high: number): string {
  return (high * 0x100000000 + low).toString(36);
}

/** The two lanes of a path hash written by `pathText`; undefined where the text is none. */
export function parsePath(text: string): { low: number; high: number } | undefined {
  if (!/^[0-9a-z]{1,11}$/.test(text)) return undefined;
  const value = Number.parseInt(text, 36);
  if (!Number.isSafeInteger(value)) return undefined;
  const high = Math.floor(value / 0x100000000);
  return high > HIGH_MASK ? undefined : { low: value % 0x100000000, high };
}

/** The first index at which both lanes match; -1 where none does. */
export function findPath(paths: PathHashes, text: string): number {
  const wanted = parsePath(text);
  if (!wanted) return -1;
  const { low, high } = paths;
  let at = low.indexOf(wanted.low);
  while (at >= 0 && high[at] !== wanted.high) at = low.indexOf(wanted.low, at + 1);
  return at;
}
