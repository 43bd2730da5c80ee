import { memo } from "../../lib/memo.js";
import { release } from "../../lib/release.js";
import { type CallTree, nodeTotals } from "../call-tree.js";
import type { FunctionGraph } from "./function-graph.js";
import { shadowed } from "./recursion.js";

/** Inlined nowhere, wherever it was called, or in some places. */
export const INLINE_NONE = 0;
export const INLINE_ALL = 1;
export const INLINE_SOME = 2;

/** What follows a name in pprof's tables, by INLINE_NONE, INLINE_ALL, INLINE_SOME. */
export const INLINE_TEXT: readonly string[] = ["", " (inline)", " (partial-inline)"];

/** Figures of each frame of a tree, by frame index, in the unit of the values. */
export interface FunctionSums {
  /** of the samples of which it is the leaf */
  readonly flat: Float64Array;
  /** of the samples in whose stack it occurs, each once however often it recurs */
  readonly cum: Float64Array;
}

/** 1 for each node below a node of the same frame; kept with the tree. */
export const recursions = memo((tree: CallTree) =>
  shadowed(tree, tree.frame, tree.frames.names.length),
);

/**
 * Flat and cum of each frame. The tree must not be inverted.
 * @param self own values of each node (`nodeSelf`); length nodeCount
 */
export function functionSums(tree: CallTree, self: Float64Array): FunctionSums {
  const count = tree.frames.names.length;
  const flat = new Float64Array(count);
  const cum = new Float64Array(count);
  const total = nodeTotals(tree, self);
  const within = recursions(tree);
  for (let node = 1; node < tree.nodeCount; node++) {
    const f = tree.frame[node];
    flat[f] += self[node];
    if (within[node] === 0) cum[f] += total[node];
  }
  release(total);
  return { flat, cum };
}

/**
 * INLINE_NONE, INLINE_ALL or INLINE_SOME for each frame, as pprof has it: of the callers of a
 * function, some inlined it wherever they called it, others did not. A function that is called
 * by none of the graph has no mark.
 * @param least edges of a smaller |weight| do not count
 */
export function inlineMarks(graph: FunctionGraph, frameCount: number, least = 0): Uint8Array {
  const marks = new Uint8Array(frameCount);
  const plain = new Uint8Array(frameCount);
  for (let e = 0; e < graph.count; e++) {
    if (Math.abs(graph.weight[e]) < least) continue;
    const callee = graph.callee[e];
    if (graph.inline[e] === 1) marks[callee] = INLINE_ALL;
    else plain[callee] = 1;
  }
  for (let f = 0; f < frameCount; f++) {
    if (marks[f] === INLINE_ALL && plain[f] === 1) marks[f] = INLINE_SOME;
  }
  return marks;
}

/**
 * Frames in pprof's order: largest |score| first, ties by name in byte order, then by largest
 * |second|.
 * @param score flat, or cum for the order of `-cum`; by frame
 */
export function sortFrames(
  frames: Int32Array,
  names: readonly string[],
  score: Float64Array,
  second: Float64Array,
): Int32Array {
  return frames.sort((a, b) => {
    const x = Math.abs(score[a]);
    const y = Math.abs(score[b]);
    if (x !== y) return y - x;
    const byName = compareBytes(names[a], names[b]);
    if (byName !== 0) return byName;
    return Math.abs(second[b]) - Math.abs(second[a]) || a - b;
  });
}

/** Order of two strings by their UTF-8 bytes, as Go compares them. */
export function compareBytes(a: string, b: string): number {
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    // Halves of characters beyond U+FFFF sort after all others, though their codes are lower.
    const high = (c: number) => (c >= 0xd800 && c <= 0xdfff ? 1 : 0);
    return high(x) - high(y) || x - y;
  }
  return a.length - b.length;
}
