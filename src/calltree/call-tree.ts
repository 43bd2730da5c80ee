import type { Steps } from "../lib/steps.js";
import { distinctStacks } from "../profile/distinct-stacks.js";
import type { Profile } from "../profile/profile.js";
import { MAX_TREE_NODES } from "../profile/size-limits.js";
import type { FrameTable } from "./frame-table.js";
import { type KnownTree, knownNodes } from "./known-nodes.js";
import { SampleNodes } from "./sample-nodes.js";
import type { CollapsedFrames } from "./stack-buffer.js";
import { TreeBuilder } from "./tree-builder.js";

export { NODE_INLINED, NODE_JOINED } from "./node-flags.js";
export type { CollapsedFrames } from "./stack-buffer.js";

/**
 * The stacks of one or several profiles as one tree of typed arrays, without values: which
 * values are shown is a question for later (`nodeSelf`, `nodeTotals`), so one tree serves every
 * sample type and every pair of profiles.
 *
 * Nodes are numbered so that a parent comes before its children; node 0 is the root.
 */
export interface CallTree {
  readonly frames: FrameTable;
  readonly nodeCount: number;
  /** length nodeCount; -1 for the root */
  readonly parent: Int32Array;
  /** length nodeCount; index into frames, -1 for the root */
  readonly frame: Int32Array;
  /** length nodeCount; 0 for the root */
  readonly depth: Uint16Array;
  /** length nodeCount; NODE_INLINED, NODE_JOINED */
  readonly flags: Uint8Array;
  /**
   * length nodeCount; 1 where the calls of a node differ in its flags. Absent where the tree was not
   * built of stacks
   */
  readonly mixed?: Uint8Array;
  /** for each profile, the node where each sample ends; -1 for a sample filtered away */
  readonly sampleNode: readonly Int32Array[];
  /**
   * samples whose stack is too deep, of which the frames nearest the root are left out (65,535 are
   * kept): they still count where they end, but not for what is left out. Absent where the tree
   * was not built of samples
   */
  readonly cutStacks?: number;
}

/** Which samples, locations and lines of a profile take part; see src/calltree/filter/stack-filter.ts. */
export interface StackFilter {
  /** 1 for each sample kept; undefined keeps all */
  readonly keepSample: Uint8Array | undefined;
  /** 1 for each line kept (index into LocationTable.lineFunction); undefined keeps all */
  readonly keepLine: Uint8Array | undefined;
  /** 1 for each location kept that has no lines (index into LocationTable); undefined keeps all */
  readonly keepBare?: Uint8Array | undefined;
  /** for each sample how many of its leaf-most locations are left out; undefined leaves out none */
  readonly skipLeaf?: Uint32Array | undefined;
  /**
   * for each sample how many of its locations nearest the root are left out; where this is given
   * joining adds nothing, since what it adds is nearer the root still
   */
  readonly skipRoot?: Uint32Array | undefined;
}

/** Frames added rootward of truncated stacks; see src/stacks. */
export interface AddedFrames {
  /** length samples + 1 */
  readonly offsets: Uint32Array;
  /** frames of the tree's frame table, from the next caller to the root */
  readonly frames: Int32Array;
}

export interface BuildOptions {
  readonly filters?: readonly (StackFilter | undefined)[];
  readonly added?: readonly (AddedFrames | undefined)[];
  readonly collapsed?: CollapsedFrames;
  /** leaf first: callers below their callees */
  readonly inverted?: boolean;
  /**
   * a function that calls itself, directly or not, is drawn once a stack, where it was first called:
   * a call that recurs leads back there, and what lay between is left out. Flat stays as it is
   */
  readonly mergeRecursion?: boolean;
  /**
   * so many locations nearest the root of each stack are labels (see `withLabelFrames`): what
   * joining adds stands before them
   */
  readonly rootLabels?: number;
  /** a tree of the same stacks that is there, so that most of them need not be read */
  readonly known?: KnownTree | undefined;
}

/**
 * Builds the tree of some profiles. Costs one look-up for each frame of each distinct stack. Of a
 * stack deeper than 65,535 the frames nearest the leaf are kept, so that flat stays right.
 */
export function* buildCallTree(
  profiles: readonly Profile[],
  frames: FrameTable,
  options: BuildOptions = {},
): Steps<CallTree> {
  const builder = new TreeBuilder(MAX_TREE_NODES, roomFor(profiles));
  const known = knownNodes(profiles, frames, options, builder);
  const sampleNode: Int32Array[] = [];
  const all = profiles.reduce((n, p) => n + p.samples.count, 0) || 1;
  let cutStacks = 0;
  let done = 0;
  for (let p = 0; p < profiles.length; p++) {
    const { count } = profiles[p].samples;
    const found = new SampleNodes(profiles[p], p, frames, options, builder, known);
    for (let s = 0; s < count; s = found.goOn(s)) yield (done + s) / all;
    done += count;
    sampleNode.push(found.nodes);
    cutStacks += found.cutStacks;
  }
  return { frames, ...builder.done(), sampleNode, cutStacks };
}

/** Recordings have a node for each three or more locations of their different stacks. */
const LOCATIONS_A_NODE = 4;
const MOST_ROOM = 1 << 19;

/** Nodes that a tree of some profiles will have, about. */
function roomFor(profiles: readonly Profile[]): number {
  let locations = 0;
  for (const profile of profiles) locations += distinctStacks(profile).locations;
  return Math.min(MOST_ROOM, Math.max(1 << 10, Math.ceil(locations / LOCATIONS_A_NODE)));
}

/**
 * The values of the samples that end at each node, of one profile and one sample type.
 * @param values one entry a sample (see `valuesOf`)
 * @param profile which of the tree's profiles the values belong to
 */
export function nodeSelf(tree: CallTree, profile: number, values: Float64Array): Float64Array {
  const self = new Float64Array(tree.nodeCount);
  const nodes = tree.sampleNode[profile];
  for (let s = 0; s < nodes.length; s++) {
    const node = nodes[s];
    if (node >= 0) self[node] = self[node] + values[s];
  }
  return self;
}

/** For each node the sum of `self` over it and all nodes below it. */
export function nodeTotals(tree: { parent: Int32Array }, self: Float64Array): Float64Array {
  return sumUp(tree, self.slice());
}

/** As `nodeTotals`, written in the place of the own values, which nobody else may need. */
export function sumUp({ parent }: { parent: Int32Array }, values: Float64Array): Float64Array {
  for (let node = values.length - 1; node > 0; node--) {
    const up = parent[node];
    values[up] = values[up] + values[node];
  }
  return values;
}
