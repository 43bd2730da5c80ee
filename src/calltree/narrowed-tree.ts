import type { Profile } from "../profile/profile.js";
import { MAX_TREE_NODES } from "../profile/size-limits.js";
import type { AddedFrames, CallTree } from "./call-tree.js";
import type { FrameTable } from "./frame-table.js";
import { NODE_INLINED, NODE_JOINED } from "./node-flags.js";
import { alikeStacks } from "./same-stack.js";
import type { CollapsedFrames } from "./stack-buffer.js";
import { type BuiltNodes, TreeBuilder } from "./tree-builder.js";

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
 * their stacks. Of these only those are read again that go through a node whose calls differ in
 * their flags.
 * @param from one that `canBeNarrowed`, of all samples without filters
 */
export function narrowedTree(whole: CallTree, narrowing: Narrowing): CallTree {
  const { keep, frames, collapsed } = narrowing;
  const isWhole = keep.every((kept) => kept === undefined);
  const from = isWhole ? whole : { ...whole, flags: keptFlags(whole, narrowing) };
  const made = collapsed ? new CollapsingNodes(from, collapsed) : new KeptNodes(from);
  /** for each node what it became; 0 for nothing yet, and for the root */
  const became = new Int32Array(from.nodeCount);
  // Nodes are numbered in the order in which all stacks come by: nothing else need be followed.
  if (isWhole) {
    for (let n = 1; n < became.length; n++) became[n] = made.child(became[from.parent[n]], n);
  }
  const chain: number[] = [];
  const endOf = (end: number): number => {
    let at = end;
    while (at > 0 && became[at] === 0) {
      chain.push(at);
      at = from.parent[at];
    }
    // In the order of a stack that is read from its root.
    for (let node = chain.pop(); node !== undefined; node = chain.pop()) {
      became[node] = made.child(became[from.parent[node]], node);
    }
    return became[end];
  };
  const sampleNode = from.sampleNode.map((nodes, p) => {
    const kept = keep[p];
    const out = new Int32Array(nodes.length).fill(-1);
    for (let s = 0; s < nodes.length; s++) {
      if (nodes[s] >= 0 && kept?.[s] !== 0) out[s] = endOf(nodes[s]);
    }
    return out;
  });
  return { frames, ...made.done(), sampleNode, cutStacks: 0 };
}

/** The flags of each node by the samples kept alone: a node has those that all of its calls have. */
function keptFlags(whole: CallTree, { profiles, added, inverted, keep }: Narrowing): Uint8Array {
  const { mixed, parent, nodeCount, sampleNode } = whole;
  const flags = whole.flags.slice();
  if (!mixed?.includes(1)) return flags;
  /** 1 for each node that is mixed or below one */
  const below = mixed.slice();
  for (let n = 1; n < nodeCount; n++) {
    below[n] |= below[parent[n]];
    if (mixed[n] === 1) flags[n] = 0xff;
  }
  const stack: number[] = [];
  profiles.forEach((profile, p) => {
    const { of, first } = alikeStacks(profile, added?.[p]);
    const read = new Uint8Array(first.length);
    for (let s = 0; s < of.length; s++) {
      const end = sampleNode[p][s];
      if (end < 0 || below[end] === 0 || keep[p]?.[s] === 0 || read[of[s]] === 1) continue;
      read[of[s]] = 1;
      flagsOfStack(profile, added?.[p], s, stack);
      // The end of a stack is its leaf, in an inverted tree the function nearest the root.
      let i = inverted ? stack.length - 1 : 0;
      for (let at = end; at > 0; at = parent[at]) {
        if (mixed[at] === 1) flags[at] &= stack[i];
        i += inverted ? -1 : 1;
      }
    }
  });
  return flags;
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

/** Nodes that stay what they are. */
class KeptNodes {
  private count = 1;
  private readonly parent: Int32Array;
  /** what each was in the other tree */
  private readonly was: Int32Array;

  constructor(private readonly from: CallTree) {
    this.parent = new Int32Array(from.nodeCount);
    this.was = new Int32Array(from.nodeCount);
    this.parent[0] = -1;
  }

  child(parent: number, node: number): number {
    this.parent[this.count] = parent;
    this.was[this.count] = node;
    return this.count++;
  }

  done(): BuiltNodes {
    const { count, from, was } = this;
    const frame = new Int32Array(count);
    const depth = new Uint16Array(count);
    const flags = new Uint8Array(count);
    for (let n = 0; n < count; n++) {
      frame[n] = from.frame[was[n]];
      depth[n] = from.depth[was[n]];
      flags[n] = from.flags[was[n]];
    }
    const parent = this.parent.slice(0, count);
    return { nodeCount: count, parent, frame, depth, flags };
  }
}

/** Nodes of which some have a frame that stands for several: a run of the same one is one node. */
class CollapsingNodes {
  private readonly builder: TreeBuilder;
  /** for each node made its frame, the root's included */
  private readonly frames: Int32Array;

  constructor(
    private readonly from: CallTree,
    private readonly collapsed: CollapsedFrames,
  ) {
    this.builder = new TreeBuilder(MAX_TREE_NODES, from.nodeCount >> 1);
    this.frames = new Int32Array(from.nodeCount).fill(-1);
  }

  child(parent: number, node: number): number {
    const { into, first } = this.collapsed;
    const frame = into[this.from.frame[node]];
    // Of a run the outermost call, which came first, says whether it was inlined.
    if (frame >= first && this.frames[parent] === frame) return parent;
    const made = this.builder.child(parent, frame, this.from.flags[node]);
    this.frames[made] = frame;
    return made;
  }

  done(): BuiltNodes {
    const { mixed: _, ...nodes } = this.builder.done();
    return nodes;
  }
}
