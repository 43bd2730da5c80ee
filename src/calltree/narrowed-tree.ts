import { GrowableUint32, widened } from "../lib/growable.js";
import { release } from "../lib/release.js";
import type { Profile } from "../profile/profile.js";
import { MAX_TREE_NODES } from "../profile/size-limits.js";
import type { AddedFrames, CallTree } from "./call-tree.js";
import type { FrameTable } from "./frame-table.js";
import { NODE_INLINED, NODE_JOINED } from "./node-flags.js";
import { alikeStacks } from "./same-stack.js";
import type { CollapsedFrames } from "./stack-buffer.js";
import { TreeBuilder } from "./tree-builder.js";
import { valuesAt } from "./values-at.js";

/** What of a tree is left, and as what. */
export interface Narrowing {
  /** the profiles, added frames and direction that the tree was built of */
  readonly profiles: readonly Profile[];
  readonly added?: readonly (AddedFrames | undefined)[] | undefined;
  readonly inverted: boolean;
  /** for each profile 1 for each sample kept; undefined keeps all of it */
  readonly keep: readonly (Uint8Array | undefined)[];
  /** the frames of the tree that is made: those of the other one, and behind them the collapsed */
  readonly frames: FrameTable;
  /** as in BuildOptions; of a tree that is not inverted */
  readonly collapsed?: CollapsedFrames | undefined;
}

/** Whether a tree says enough to be narrowed: it was built of stacks, and of whole ones. */
export function canBeNarrowed({ mixed, cutStacks }: CallTree): boolean {
  return mixed !== undefined && cutStacks === 0;
}

/**
 * The tree of some of another one's samples, node by node as `buildCallTree` would build it of
 * their stacks. Of these only those are read again, once for a tree, that go through a node whose
 * calls differ in their flags.
 * @param from one that `canBeNarrowed`, of all samples without filters
 */
export function narrowedTree(whole: CallTree, narrowing: Narrowing): CallTree {
  const { keep, frames, collapsed } = narrowing;
  const kept = keep.some((marks) => marks !== undefined) ? keptTree(whole, narrowing) : whole;
  if (collapsed) return collapsedTree(kept, frames, collapsed);
  const { mixed: _, ...tree } = kept;
  return { ...tree, frames };
}

/** The tree of the samples that are kept, with the frames that it had. */
function keptTree(whole: CallTree, narrowing: Narrowing): CallTree {
  const { profiles, added, keep } = narrowing;
  const { parent, nodeCount } = whole;
  const flags = keptFlags(whole, narrowing);
  /** for each node what it became; 0 for nothing yet, and for the root */
  const became = new Int32Array(nodeCount);
  const madeParent = new Int32Array(nodeCount);
  /** for each node made what it was */
  const was = new Int32Array(nodeCount);
  madeParent[0] = -1;
  let count = 1;
  const sampleNode = whole.sampleNode.map((nodes, p) => {
    const { of, first } = alikeStacks(profiles[p], added?.[p]);
    const ends = new Int32Array(first.length).fill(-1);
    const out = new Int32Array(nodes.length);
    count = keepStacks(nodes, keep[p], of, ends, out, parent, became, madeParent, was, count);
    return out;
  });
  const made = {
    parent: madeParent.slice(0, count),
    frame: valuesAt(whole.frame, was, new Int32Array(count)),
    depth: valuesAt(whole.depth, was, new Uint16Array(count)),
    flags: valuesAt(flags, was, new Uint8Array(count)),
  };
  release(flags, became, madeParent, was);
  return { frames: whole.frames, nodeCount: count, ...made, sampleNode, cutStacks: 0 };
}

// These loops are functions of plain columns: of what is compiled for objects the collector throws
// away what none of them lives of any more.

/** Goes over the stacks in order, and numbers the nodes of those that are kept as they come. */
function keepStacks(
  nodes: Int32Array,
  kept: Uint8Array | undefined,
  stacks: Int32Array,
  ends: Int32Array,
  out: Int32Array,
  parent: Int32Array,
  became: Int32Array,
  madeParent: Int32Array,
  was: Int32Array,
  from: number,
): number {
  let count = from;
  let chain = new Int32Array(1024);
  for (let s = 0; s < nodes.length; s++) {
    if (nodes[s] < 0 || (kept !== undefined && kept[s] === 0)) {
      out[s] = -1;
      continue;
    }
    const stack = stacks[s];
    if (ends[stack] < 0) {
      let size = 0;
      for (let at = nodes[s]; at > 0 && became[at] === 0; at = parent[at]) {
        if (size === chain.length) chain = widened(chain);
        chain[size++] = at;
      }
      // In the order of a stack that is read from its root.
      while (size > 0) {
        const node = chain[--size];
        madeParent[count] = became[parent[node]];
        was[count] = node;
        became[node] = count++;
      }
      ends[stack] = became[nodes[s]];
    }
    out[s] = ends[stack];
  }
  return count;
}

/** The flags of each node by the samples kept alone: a node has those that all of its calls have. */
function keptFlags(whole: CallTree, narrowing: Narrowing): Uint8Array {
  const flags = whole.flags.slice();
  const { mixed } = whole;
  if (!mixed?.includes(1)) return flags;
  for (let n = 1; n < flags.length; n++) if (mixed[n] === 1) flags[n] = 0xff;
  const { profiles, added, keep } = narrowing;
  mixedCallsOf(whole, mixed, narrowing).forEach((calls, p) => {
    const { of, first } = alikeStacks(profiles[p], added?.[p]);
    andFlags(calls, keptStacks(of, keep[p], new Uint8Array(first.length)), flags);
  });
  return flags;
}

/** Calls of mixed nodes, one after the other: of which stack, and of which node with which flags. */
interface MixedCalls {
  readonly stack: Uint32Array;
  /** the node's number times `1 << FLAG_BITS`, and the call's flags */
  readonly node: Uint32Array;
}

const FLAG_BITS = 2;
const FLAGS = (1 << FLAG_BITS) - 1;
/** More calls than these are worked out each time. */
const MOST_KEPT = 1 << 21;

const knownCalls = new WeakMap<CallTree, readonly MixedCalls[]>();

/** The calls of mixed nodes in each profile, worked out once for a tree. */
function mixedCallsOf(
  whole: CallTree,
  mixed: Uint8Array,
  narrowing: Narrowing,
): readonly MixedCalls[] {
  const known = knownCalls.get(whole);
  if (known) return known;
  /** 1 for each node that is mixed or below one */
  const below = mixed.slice();
  spreadDown(whole.parent, below);
  const found = narrowing.profiles.map((_, p) => mixedCalls(whole, mixed, below, narrowing, p));
  release(below);
  if (found.reduce((n, calls) => n + calls.stack.length, 0) <= MOST_KEPT) {
    knownCalls.set(whole, found);
  }
  return found;
}

function mixedCalls(
  { parent, sampleNode }: CallTree,
  mixed: Uint8Array,
  below: Uint8Array,
  { profiles, added, inverted }: Narrowing,
  p: number,
): MixedCalls {
  const { first } = alikeStacks(profiles[p], added?.[p]);
  const stacks = new GrowableUint32();
  const nodes = new GrowableUint32();
  const read: number[] = [];
  for (let k = 0; k < first.length; k++) {
    const end = sampleNode[p][first[k]];
    if (end < 0 || below[end] === 0) continue;
    flagsOfStack(profiles[p], added?.[p], first[k], read);
    // The end of a stack is its leaf, in an inverted tree the function nearest the root.
    let i = inverted ? read.length - 1 : 0;
    for (let at = end; at > 0 && below[at] === 1; at = parent[at]) {
      if (mixed[at] === 1) {
        stacks.push(k);
        nodes.push((at << FLAG_BITS) | read[i]);
      }
      i += inverted ? -1 : 1;
    }
  }
  return { stack: stacks.done(), node: nodes.done() };
}

/** Takes from each node the flags that a call of a stack that is kept has not. */
function andFlags({ stack, node }: MixedCalls, kept: Uint8Array, into: Uint8Array): void {
  for (let i = 0; i < stack.length; i++) {
    if (kept[stack[i]] === 1) into[node[i] >> FLAG_BITS] &= node[i] & FLAGS;
  }
}

/** Marks the nodes below those that are marked. */
function spreadDown(parent: Int32Array, marks: Uint8Array): void {
  for (let n = 1; n < marks.length; n++) marks[n] |= marks[parent[n]];
}

/** Marks the stacks of which a sample is kept. */
function keptStacks(of: Int32Array, keep: Uint8Array | undefined, out: Uint8Array): Uint8Array {
  if (!keep) return out.fill(1);
  for (let s = 0; s < of.length; s++) out[of[s]] |= keep[s];
  return out;
}

/** The flags of a stack's frames, leaf first, as `buildCallTree` reads them. */
function flagsOfStack(
  { samples, locations }: Profile,
  added: AddedFrames | undefined,
  sample: number,
  out: number[],
): void {
  out.length = 0;
  const number = samples.stackOf[sample];
  const end = samples.stackOffsets[number + 1];
  for (let i = samples.stackOffsets[number]; i < end; i++) {
    const l = samples.stackLocations[i];
    const lines = locations.lineOffsets[l + 1] - locations.lineOffsets[l];
    for (let k = 1; k < lines; k++) out.push(NODE_INLINED);
    out.push(0);
  }
  const count = added ? added.offsets[sample + 1] - added.offsets[sample] : 0;
  for (let i = 0; i < count; i++) out.push(NODE_JOINED);
}

/** A tree with the frames of packages made one each: a run of the same one is one node. */
function collapsedTree(from: CallTree, frames: FrameTable, collapsed: CollapsedFrames): CallTree {
  const { nodeCount } = from;
  const builder = new TreeBuilder(MAX_TREE_NODES, nodeCount);
  /** for each node what it became */
  const became = new Int32Array(nodeCount);
  // Nodes are numbered in the order in which all stacks come by: nothing else need be followed.
  collapseNodes(from.parent, from.frame, from.flags, collapsed, builder, became);
  const { mixed: _, ...nodes } = builder.done();
  const sampleNode = from.sampleNode.map((ends) =>
    endsOf(ends, became, new Int32Array(ends.length)),
  );
  release(became);
  return { frames, ...nodes, sampleNode, cutStacks: 0 };
}

function collapseNodes(
  parent: Int32Array,
  frame: Int32Array,
  flags: Uint8Array,
  { into, first }: CollapsedFrames,
  builder: TreeBuilder,
  became: Int32Array,
): void {
  /** 1 for each node whose children may be those of another node, too: they are looked up */
  const shared = new Uint8Array(became.length);
  /** for each node made its frame, the root's included */
  const madeFrame = new Int32Array(became.length).fill(-1);
  for (let n = 1; n < became.length; n++) {
    const above = parent[n];
    const up = became[above];
    const own = into[frame[n]];
    const isCollapsed = own >= first;
    if (isCollapsed || shared[above] === 1) shared[n] = 1;
    // Of a run the outermost call, which came first, says whether it was inlined.
    if (isCollapsed && madeFrame[up] === own) {
      became[n] = up;
      continue;
    }
    const made =
      shared[n] === 1 ? builder.child(up, own, flags[n]) : builder.only(up, own, flags[n]);
    madeFrame[made] = own;
    became[n] = made;
  }
  release(shared, madeFrame);
}

/** What the nodes at which samples end became. */
function endsOf(nodes: Int32Array, became: Int32Array, out: Int32Array): Int32Array {
  for (let s = 0; s < out.length; s++) out[s] = nodes[s] < 0 ? -1 : became[nodes[s]];
  return out;
}
