import type { Steps } from "../../lib/steps.js";
import type { Profile } from "../../profile/profile.js";
import { SampleWeights } from "../../profile/sampling/allocation-size.js";
import { SHAPED } from "../vocabulary.js";
import { KindTotals } from "./kind-totals.js";
import { PathTree } from "./path-tree.js";
import { LOOKED_UP, SHARES_PATH } from "./stack-classifier.js";
import type { StackReader } from "./stack-reader.js";

const SAMPLES_A_STEP = 4096;
/** In place of a node. */
const UNASKED = -1;

interface Verdicts {
  readonly kind: readonly Int16Array[];
  readonly evidence: readonly Uint8Array[];
}

/**
 * Gives raw bytes (messages, encoder buffers, audit copies) to the kind for which they were read
 * or written: the longest path from the root that the sample shares with samples whose kind is
 * known decides, if one kind holds nearly all of them. A path of one frame proves nothing: it is
 * what all goroutines of that sort begin with.
 *
 * Only the stacks in question are put into a tree; the others are followed as far as they run
 * along it, each distinct stack once. Linear in the frames of the stacks.
 * @param carries for each profile and sample whether the kind is in question, see Judge
 * @param stackOf for each profile and sample the number of its distinct stack, where it is in
 * question or its kind is known
 * @param own for each frame 1 where it is the program's own code: then only paths below it decide,
 * and what little is known there will do, since not every kind takes such a path
 */
export function* inferBySharedPaths(
  profiles: readonly Profile[],
  readers: readonly StackReader[],
  verdicts: Verdicts,
  carries: readonly Uint8Array[],
  stackOf: readonly Int32Array[],
  own?: Uint8Array,
): Steps<void> {
  const tree = new PathTree();
  const parts = profiles.map(
    (profile, p): Part => ({
      weights: new SampleWeights(profile),
      reader: readers[p],
      kind: verdicts.kind[p],
      evidence: verdicts.evidence[p],
      carries: carries[p],
      stack: stackOf[p],
      node: new Int32Array(profile.samples.count).fill(UNASKED),
    }),
  );
  for (const part of parts) {
    for (const [from, to] of chunks(part.stack.length)) {
      yield 0.7;
      plant(tree, part, from, to);
    }
  }
  if (tree.size === 1) return;
  yield 0.75;
  const live = new KindTotals(tree, own);
  const ever = new KindTotals(tree, own);
  for (let p = 0; p < parts.length; p++) {
    for (const [from, to] of chunks(parts[p].stack.length)) {
      yield 0.75 + (0.15 * p) / parts.length;
      weigh(tree, { live, ever }, parts[p], from, to);
    }
  }
  // Where too little that is live tells, what was ever allocated on the path does.
  const decided = live.decide();
  const before = ever.decide();
  for (let node = 0; node < decided.length; node++) {
    if (decided[node] < 0) decided[node] = before[node];
  }
  for (const part of parts) give(decided, part);
}

interface PathTotals {
  readonly live: KindTotals;
  readonly ever: KindTotals;
}

/** What is needed of one profile; one entry a sample but for `node`. */
interface Part {
  readonly weights: SampleWeights;
  readonly reader: StackReader;
  readonly kind: Int16Array;
  readonly evidence: Uint8Array;
  readonly carries: Uint8Array;
  readonly stack: Int32Array;
  /** of each distinct stack: where it ends in the tree, or leaves it */
  readonly node: Int32Array;
}

function* chunks(count: number): Generator<[from: number, to: number]> {
  for (let s = 0; s < count; s += SAMPLES_A_STEP) yield [s, Math.min(s + SAMPLES_A_STEP, count)];
}

/** Puts the stacks in question into the tree. */
function plant(tree: PathTree, part: Part, from: number, to: number): void {
  const { kind, carries, stack, node, reader } = part;
  for (let s = from; s < to; s++) {
    if (carries[s] !== SHARES_PATH || kind[s] >= 0) continue;
    const id = stack[s];
    if (node[id] === UNASKED) node[id] = tree.add(reader.frames, reader.read(s));
  }
}

/** Adds up what is known along the paths of the tree. */
function weigh(tree: PathTree, totals: PathTotals, part: Part, from: number, to: number): void {
  const { weights, kind, stack, node, reader, carries } = part;
  for (let s = from; s < to; s++) {
    if (kind[s] < 0 ? carries[s] !== SHARES_PATH : carries[s] === LOOKED_UP) continue;
    const weight = weights.of(s);
    const allocated = weights.ofAllocated(s);
    if (!(weight > 0 || allocated > 0)) continue;
    if (kind[s] < 0) {
      totals.live.ask(node[stack[s]], weight);
      totals.ever.ask(node[stack[s]], allocated);
      continue;
    }
    const id = stack[s];
    // A stack that is in question too, at another size, ends at its own node.
    if (node[id] === UNASKED) node[id] = tree.follow(reader.frames, reader.read(s));
    if (node[id] > 0) {
      totals.live.add(node[id], kind[s], weight);
      totals.ever.add(node[id], kind[s], allocated);
    }
  }
}

/** Gives the samples in question the kinds of their nodes. */
function give(decided: Int32Array, { kind, evidence, carries, stack, node }: Part): void {
  for (let s = 0; s < carries.length; s++) {
    if (carries[s] !== SHARES_PATH || kind[s] >= 0) continue;
    const found = decided[node[stack[s]]];
    if (found < 0) continue;
    kind[s] = found;
    evidence[s] = SHAPED;
  }
}
