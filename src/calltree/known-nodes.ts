import type { Profile } from "../profile/profile.js";
import type { AddedFrames, BuildOptions, CallTree, StackFilter } from "./call-tree.js";
import type { FrameTable } from "./frame-table.js";
import { canBeNarrowed } from "./narrowed-tree.js";
import { NODE_INLINED, NODE_JOINED, NODE_MIXED } from "./node-flags.js";
import type { TreeBuilder } from "./tree-builder.js";

/** A tree of all stacks of some profiles without filters, root first. */
export interface KnownTree {
  readonly tree: CallTree;
  /** what was added to its stacks */
  readonly added?: readonly (AddedFrames | undefined)[] | undefined;
}

/** The stack must be read. */
export const UNKNOWN_END = -1;

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
  return hidden && new KnownNodes(known, options, hidden, builder);
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
  private readonly chain: number[] = [];

  constructor(
    private readonly known: KnownTree,
    private readonly options: BuildOptions,
    hiddenFrame: Uint8Array,
    private readonly builder: TreeBuilder,
  ) {
    const { nodeCount, parent, frame, flags, mixed } = known.tree;
    this.became = new Int32Array(nodeCount);
    this.flags = flags.slice();
    this.hidden = new Uint8Array(nodeCount);
    this.doubtful = new Uint8Array(nodeCount);
    /** 1 for nodes below one that is left out */
    const below = new Uint8Array(nodeCount);
    for (let n = 1; n < nodeCount; n++) {
      const up = parent[n];
      // What joining added is not left out.
      this.hidden[n] = flags[n] & NODE_JOINED ? 0 : hiddenFrame[frame[n]];
      below[n] = this.hidden[up] | below[up];
      // What was inlined into a function that is left out stands for it.
      if (this.hidden[up] && !(this.flags[up] & NODE_INLINED)) this.flags[n] &= ~NODE_INLINED;
      if (mixed?.[n] === 1) this.flags[n] |= NODE_MIXED;
    }
    const left = this.nodesLeft();
    for (let n = 1; n < nodeCount; n++) {
      this.doubtful[n] = this.doubtful[parent[n]];
      if (mixed?.[n] === 1) this.doubtful[n] |= left[n] | this.hidden[n] | below[n];
    }
  }

  /** The node at which the stack of a sample ends, made where there is none; or UNKNOWN_END. */
  end(p: number, sample: number): number {
    const { became, chain, flags, hidden, builder } = this;
    const { parent, frame, sampleNode } = this.known.tree;
    const end = sampleNode[p][sample];
    if (end < 0 || this.doubtful[end] === 1 || this.isChanged(p, sample)) return UNKNOWN_END;
    if (this.mayVanish(p, sample)) return UNKNOWN_END;
    let at = end;
    while (at > 0 && became[at] === 0) {
      chain.push(at);
      at = parent[at];
    }
    for (let n = chain.pop(); n !== undefined; n = chain.pop()) {
      const up = became[parent[n]];
      became[n] = hidden[n] === 1 ? up : builder.child(up, frame[n], flags[n]);
    }
    return became[end];
  }

  /** Whether a sample has other added frames than it had. */
  private isChanged(p: number, sample: number): boolean {
    const now = this.options.added?.[p];
    const then = this.known.added?.[p];
    return now !== then && lengthOf(now, sample) + lengthOf(then, sample) > 0;
  }

  /** Joined frames stay only where a recorded one does: the last one, or one that is to be found. */
  private mayVanish(p: number, sample: number): boolean {
    const end = this.known.tree.sampleNode[p][sample];
    const isRecorded = (this.flags[end] & (NODE_JOINED | NODE_MIXED)) === 0;
    if (isRecorded && this.hidden[end] === 0) return false;
    return lengthOf(this.options.added?.[p], sample) > 0;
  }

  /** 1 for nodes on the stacks of samples that go elsewhere, or may. */
  private nodesLeft(): Uint8Array {
    const { nodeCount, parent, sampleNode } = this.known.tree;
    const left = new Uint8Array(nodeCount);
    sampleNode.forEach((nodes, p) => {
      const { keepSample: keep, keepLine, keepBare } = this.options.filters?.[p] ?? {};
      const hides = keepLine !== undefined || keepBare !== undefined;
      const added = this.options.added?.[p];
      if (!keep && added === this.known.added?.[p] && !(hides && added)) return;
      for (let s = 0; s < nodes.length; s++) {
        const stays = keep?.[s] !== 0 && !this.isChanged(p, s) && !(hides && this.mayVanish(p, s));
        if (stays) continue;
        for (let n = nodes[s]; n > 0 && left[n] === 0; n = parent[n]) left[n] = 1;
      }
    });
    return left;
  }
}

function lengthOf(added: AddedFrames | undefined, sample: number): number {
  return added ? added.offsets[sample + 1] - added.offsets[sample] : 0;
}
