import type { Profile } from "../profile/profile.js";
import type { AddedFrames, BuildOptions, CallTree, StackFilter } from "./call-tree.js";
import type { FrameTable } from "./frame-table.js";
import { KnownStacks } from "./known-stacks.js";
import { canBeNarrowed } from "./narrowed-tree.js";
import { NODE_INLINED, NODE_JOINED, NODE_MIXED } from "./node-flags.js";
import { type AlikeStacks, alikeStacks } from "./same-stack.js";
import type { TreeBuilder } from "./tree-builder.js";

/** A tree of all stacks of some profiles without filters, root first. */
export interface KnownTree {
  readonly tree: CallTree;
  /** what was added to its stacks */
  readonly added?: readonly (AddedFrames | undefined)[] | undefined;
}

/**
 * What is known of the nodes of a tree that is being built by another one of the same stacks;
 * undefined where it says too little of them.
 */
export function knownNodes(
  profiles: readonly Profile[],
  frames: FrameTable,
  options: BuildOptions,
  builder: TreeBuilder,
): KnownNodes | undefined {
  const { known, filters = [], collapsed, inverted, mergeRecursion, rootLabels } = options;
  if (!known || collapsed || inverted || mergeRecursion || rootLabels) return undefined;
  if (known.tree.frames !== frames || !canBeNarrowed(known.tree)) return undefined;
  if (filters.some((filter) => filter?.skipLeaf || filter?.skipRoot)) return undefined;
  const hidden = hiddenFrames(profiles, frames, filters);
  return hidden && new KnownNodes(known, profiles, options, hidden, builder);
}

/** For each frame 1 where filters leave out its lines; undefined where they leave out some of them. */
function hiddenFrames(
  profiles: readonly Profile[],
  frames: FrameTable,
  filters: readonly (StackFilter | undefined)[],
): Uint8Array | undefined {
  const [kept, hidden] = [1, 2];
  const marks = new Uint8Array(frames.names.length);
  profiles.forEach(({ locations }, p) => {
    const { keepLine, keepBare } = filters[p] ?? {};
    const ofLine = frames.ofLine[p];
    for (let k = 0; k < ofLine.length; k++) marks[ofLine[k]] |= keepLine?.[k] === 0 ? hidden : kept;
    for (let l = 0; l < locations.count; l++) {
      if (locations.lineOffsets[l] !== locations.lineOffsets[l + 1]) continue;
      marks[frames.ofBareLocation[p][l]] |= keepBare?.[l] === 0 ? hidden : kept;
    }
  });
  return marks.includes(kept | hidden) ? undefined : marks.map((mark) => mark >> 1);
}

/** What becomes of the nodes of one tree in another. */
export class KnownNodes {
  /** for each node what it became; 0 for nothing yet, and for the root */
  private readonly became: Int32Array;
  /** for each node the flags of what it becomes, with NODE_MIXED */
  private readonly flags: Uint8Array;
  /** 1 for nodes of frames that are left out */
  private readonly hidden: Uint8Array;
  /** 1 for nodes of whose calls it is not known which stay: stacks through them must be read */
  private readonly doubtful: Uint8Array;

  constructor(
    private readonly known: KnownTree,
    private readonly profiles: readonly Profile[],
    private readonly options: BuildOptions,
    hiddenFrame: Uint8Array,
    private readonly builder: TreeBuilder,
  ) {
    const { nodeCount, parent, frame, flags, mixed } = known.tree;
    this.became = new Int32Array(nodeCount);
    this.flags = flags.slice();
    this.hidden = new Uint8Array(nodeCount);
    this.doubtful = new Uint8Array(nodeCount);
    markHidden(parent, frame, flags, hiddenFrame, this.hidden, this.flags);
    if (mixed?.includes(1)) {
      markMixed(mixed, this.flags);
      markDoubtful(parent, mixed, this.hidden, this.nodesLeft(), this.doubtful);
    }
  }

  /** The stacks of one profile, numbered as `stacks` has them. */
  stacksOf(p: number, stacks: AlikeStacks): KnownStacks {
    const { keepSample, keepLine, keepBare } = this.options.filters?.[p] ?? {};
    const { parent, frame, sampleNode } = this.known.tree;
    return new KnownStacks(
      this.builder,
      stacks.of,
      sampleNode[p],
      keepSample,
      keepLine !== undefined || keepBare !== undefined,
      this.mustRead(p, stacks.first),
      parent,
      frame,
      this.flags,
      this.hidden,
      this.became,
    );
  }

  /** 1 for each stack, of which a sample is given, whose frames must be read. */
  private mustRead(p: number, first: Int32Array): Uint8Array {
    const { doubtful, known } = this;
    const nodes = known.tree.sampleNode[p];
    const must = this.changed(p, first);
    for (let k = 0; k < must.length; k++) {
      const end = nodes[first[k]];
      if (end < 0 || doubtful[end] === 1) must[k] = 1;
    }
    return must;
  }

  /** 1 for each of some samples that has other added frames than it had, or may have. */
  private changed(p: number, samples: Int32Array): Uint8Array {
    const { flags, hidden, known, options } = this;
    const now = options.added?.[p];
    const then = known.added?.[p];
    const out = new Uint8Array(samples.length);
    if (!now && !then) return out;
    const nodes = known.tree.sampleNode[p];
    for (let k = 0; k < out.length; k++) {
      const isLonger = lengthOf(now, samples[k]) > 0;
      if (now !== then && (isLonger || lengthOf(then, samples[k]) > 0)) out[k] = 1;
      const end = nodes[samples[k]];
      if (!isLonger || end < 0) continue;
      // Joined frames stay only where a recorded one does: the last one, or one that is to be found.
      const isRecorded = (flags[end] & (NODE_JOINED | NODE_MIXED)) === 0;
      if (!isRecorded || hidden[end] === 1) out[k] = 1;
    }
    return out;
  }

  /** 1 for nodes on the stacks of samples that go elsewhere, or may. */
  private nodesLeft(): Uint8Array {
    const { nodeCount, parent, sampleNode } = this.known.tree;
    const left = new Uint8Array(nodeCount);
    sampleNode.forEach((nodes, p) => {
      const { keepSample: keep } = this.options.filters?.[p] ?? {};
      const { of, first } = this.stacksAlike(p);
      const goes = this.changed(p, first);
      if (keep) for (let s = 0; s < of.length; s++) if (keep[s] === 0) goes[of[s]] = 1;
      for (let k = 0; k < goes.length; k++) {
        if (goes[k] === 0) continue;
        for (let n = nodes[first[k]]; n > 0 && left[n] === 0; n = parent[n]) left[n] = 1;
      }
    });
    return left;
  }

  /** The stacks of one profile by what was added to them, and is: both have the same to add, or one none. */
  private stacksAlike(p: number): AlikeStacks {
    const now = this.options.added?.[p];
    const then = this.known.added?.[p];
    if (!then || !now || now === then) return alikeStacks(this.profiles[p], then ?? now);
    const each = Int32Array.from({ length: this.profiles[p].samples.count }, (_, s) => s);
    return { of: each, first: each };
  }
}

// These loops are functions of plain columns: see `narrowed-tree.ts`.

/** Marks the nodes that are left out, and takes from those below them what holds no more. */
function markHidden(
  parent: Int32Array,
  frame: Int32Array,
  flags: Uint8Array,
  hiddenFrame: Uint8Array,
  hidden: Uint8Array,
  made: Uint8Array,
): void {
  for (let n = 1; n < hidden.length; n++) {
    const up = parent[n];
    // What joining added is not left out.
    if (!(flags[n] & NODE_JOINED)) hidden[n] = hiddenFrame[frame[n]];
    // What was inlined into a function that is left out stands for it.
    if (hidden[up] === 1 && !(made[up] & NODE_INLINED)) made[n] &= ~NODE_INLINED;
  }
}

function markMixed(mixed: Uint8Array, flags: Uint8Array): void {
  for (let n = 1; n < flags.length; n++) if (mixed[n] === 1) flags[n] |= NODE_MIXED;
}

/** Marks nodes of mixed calls of which some go, or that hidden ones are above, and all below them. */
function markDoubtful(
  parent: Int32Array,
  mixed: Uint8Array,
  hidden: Uint8Array,
  left: Uint8Array,
  doubtful: Uint8Array,
): void {
  /** 1 for nodes below one that is left out */
  const below = new Uint8Array(parent.length);
  for (let n = 1; n < parent.length; n++) {
    const up = parent[n];
    below[n] = hidden[up] | below[up];
    doubtful[n] = doubtful[up];
    if (mixed[n] === 1) doubtful[n] |= left[n] | hidden[n] | below[n];
  }
}

function lengthOf(added: AddedFrames | undefined, sample: number): number {
  return added ? added.offsets[sample + 1] - added.offsets[sample] : 0;
}
