import type { CallTree } from "./call-tree.js";
import type { FrameTable } from "./frame-table.js";
import type { CollapsedFrames } from "./stack-buffer.js";
import { type BuiltNodes, TreeBuilder } from "./tree-builder.js";

/** What of a tree is left, and as what. */
export interface Narrowing {
  /** for each profile 1 for each sample kept; undefined keeps all of it */
  readonly keep: readonly (Uint8Array | undefined)[];
  /** the frames of the tree that is made: those of the other one, and behind them the collapsed */
  readonly frames: FrameTable;
  /** as in BuildOptions; of a tree that is not inverted */
  readonly collapsed?: CollapsedFrames | undefined;
}

/** Whether a tree says enough to be narrowed: of no node the flags depend on which samples are kept. */
export function canBeNarrowed({ isMixed, cutStacks }: CallTree): boolean {
  return isMixed === false && cutStacks === 0;
}

/**
 * The tree of some of another one's samples, node by node as `buildCallTree` would build it of
 * their stacks, without reading these again.
 * @param from one that `canBeNarrowed`, of whole stacks
 */
export function narrowedTree(from: CallTree, { keep, frames, collapsed }: Narrowing): CallTree {
  const made = collapsed ? new CollapsingNodes(from, collapsed) : new KeptNodes(from);
  /** for each node what it became; 0 for nothing yet, and for the root */
  const became = new Int32Array(from.nodeCount);
  const chain: number[] = [];
  const sampleNode = from.sampleNode.map((nodes, p) => {
    const kept = keep[p];
    const out = new Int32Array(nodes.length).fill(-1);
    for (let s = 0; s < nodes.length; s++) {
      const end = nodes[s];
      if (end < 0 || kept?.[s] === 0) continue;
      let at = end;
      while (at > 0 && became[at] === 0) {
        chain.push(at);
        at = from.parent[at];
      }
      // In the order of a stack that is read from its root.
      for (let node = chain.pop(); node !== undefined; node = chain.pop()) {
        became[node] = made.child(became[from.parent[node]], node);
      }
      out[s] = became[end];
    }
    return out;
  });
  return { frames, ...made.done(), sampleNode, cutStacks: 0 };
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
    return { nodeCount: count, parent, frame, depth, flags, isMixed: false };
  }
}

/** Nodes of which some have a frame that stands for several: a run of the same one is one node. */
class CollapsingNodes {
  private readonly builder = new TreeBuilder();
  /** for each node made its frame, the root's included */
  private readonly frames: number[] = [-1];

  constructor(
    private readonly from: CallTree,
    private readonly collapsed: CollapsedFrames,
  ) {}

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
    return this.builder.done();
  }
}
