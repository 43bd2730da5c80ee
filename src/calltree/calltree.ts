import type { Profile } from "../profile/profile.js";
import type { Steps } from "../profile/steps.js";
import type { FrameTable } from "./frametable.js";

/** Index of a node of a CallTree; 0 is the root that stands for everything. */
export type NodeIndex = number & { readonly node: unique symbol };

/** The node of a caller's frame is only ever inlined into, or partly. */
export const NODE_INLINED = 1;
/** The node's frame was added by joining truncated stacks. */
export const NODE_JOINED = 2;

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
  /** for each profile, the node where each sample ends; -1 for a sample filtered away */
  readonly sampleNode: readonly Int32Array[];
}

/** Which samples, locations and lines of a profile take part; see src/calltree/stackfilter.ts. */
export interface StackFilter {
  /** 1 for each sample kept; undefined keeps all */
  readonly keepSample: Uint8Array | undefined;
  /** 1 for each line kept (index into LocationTable.lineFunction); undefined keeps all */
  readonly keepLine: Uint8Array | undefined;
  /** 1 for each location kept that has no lines (index into LocationTable); undefined keeps all */
  readonly keepBare?: Uint8Array | undefined;
  /** for each sample how many of its leaf-most locations are left out; undefined leaves out none */
  readonly skipLeaf?: Uint32Array | undefined;
}

/** Frames that stand for several: those of a package. See src/engine/transforms.ts. */
export interface CollapsedFrames {
  /** for each frame itself, or the frame that stands for it; length: frames before collapsing */
  readonly into: Int32Array;
  /** frames from this one on stand for several: a run of the same one is drawn once */
  readonly first: number;
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
  /** a function that calls itself, directly or not, is drawn once a stack */
  readonly mergeRecursion?: boolean;
}

const MAX_DEPTH = 65_535;

/** Builds the tree of some profiles. Costs one look-up for each frame of each distinct stack. */
export function* buildCallTree(
  profiles: readonly Profile[],
  frames: FrameTable,
  options: BuildOptions = {},
): Steps<CallTree> {
  const builder = new TreeBuilder();
  const { collapsed } = options;
  const sampleNode: Int32Array[] = [];
  let done = 0;
  const all = profiles.reduce((n, p) => n + p.samples.count, 0) || 1;
  let stack = new Int32Array(256);
  let flags = new Uint8Array(256);
  for (let p = 0; p < profiles.length; p++) {
    const { samples, locations } = profiles[p]!;
    const { stackOffsets, stackLocations } = samples;
    const { lineOffsets } = locations;
    const lineFrame = frames.ofLine[p]!;
    const bareFrame = frames.ofBareLocation[p]!;
    const filter = options.filters?.[p];
    const keepLine = filter?.keepLine;
    const keepSample = filter?.keepSample;
    const keepBare = filter?.keepBare;
    const skipLeaf = filter?.skipLeaf;
    const hides = keepLine !== undefined || keepBare !== undefined;
    const added = options.added?.[p];
    const nodes = new Int32Array(samples.count).fill(-1);
    const lastStamp = options.mergeRecursion ? new Int32Array(frames.names.length).fill(-1) : null;
    for (let s = 0; s < samples.count; s++) {
      if ((s & 0x3fff) === 0) yield (done + s) / all;
      if (keepSample && keepSample[s] === 0) continue;
      const from = stackOffsets[s]! + (skipLeaf ? skipLeaf[s]! : 0);
      const to = stackOffsets[s + 1]!;
      // The stack leaf first, inlined callees before the function they were inlined into.
      let size = 0;
      for (let i = from; i < to; i++) {
        const l = stackLocations[i]!;
        const first = lineOffsets[l]!;
        const last = lineOffsets[l + 1]!;
        if (size + (last - first) + 1 >= stack.length) {
          const room = Math.min(MAX_DEPTH * 4, (size + (last - first) + 1) * 2);
          stack = grown(stack, room);
          flags = grownFlags(flags, room);
        }
        if (first === last) {
          if (keepBare && keepBare[l] === 0) continue;
          flags[size] = 0;
          stack[size++] = bareFrame[l]!;
        } else {
          const before = size;
          for (let k = first; k < last; k++) {
            if (keepLine && keepLine[k] === 0) continue;
            flags[size] = NODE_INLINED;
            stack[size++] = lineFrame[k]!;
          }
          // The outermost line that is kept stands for the function that was called.
          if (size > before) flags[size - 1] = 0;
        }
      }
      if (size === 0 && hides) continue;
      if (added) {
        const a = added.offsets[s]!;
        const b = added.offsets[s + 1]!;
        if (size + (b - a) >= stack.length) {
          stack = grown(stack, (size + b - a) * 2);
          flags = grownFlags(flags, (size + b - a) * 2);
        }
        for (let i = a; i < b; i++) {
          flags[size] = NODE_JOINED;
          stack[size++] = added.frames[i]!;
        }
      }
      if (collapsed) size = collapseRuns(stack, flags, size, collapsed);
      if (size > MAX_DEPTH) size = MAX_DEPTH;
      let node = 0;
      if (options.inverted) {
        for (let i = 0; i < size; i++) {
          if (lastStamp) {
            const f = stack[i]!;
            if (lastStamp[f] === s) continue;
            lastStamp[f] = s;
          }
          node = builder.child(node, stack[i]!, flags[i]!);
        }
      } else {
        for (let i = size - 1; i >= 0; i--) {
          if (lastStamp) {
            const f = stack[i]!;
            if (lastStamp[f] === s) continue;
            lastStamp[f] = s;
          }
          node = builder.child(node, stack[i]!, flags[i]!);
        }
      }
      nodes[s] = node;
    }
    done += samples.count;
    sampleNode.push(nodes);
  }
  return builder.done(frames, sampleNode);
}

/** Puts collapsed frames in place and makes a run of the same one a single frame. */
function collapseRuns(
  stack: Int32Array,
  flags: Uint8Array,
  size: number,
  { into, first }: CollapsedFrames,
): number {
  let kept = 0;
  for (let i = 0; i < size; i++) {
    const frame = into[stack[i]!]!;
    // Of a run the outermost call says whether it was inlined.
    if (frame >= first && kept > 0 && stack[kept - 1] === frame) kept--;
    stack[kept] = frame;
    flags[kept++] = flags[i]!;
  }
  return kept;
}

function grown(array: Int32Array<ArrayBuffer>, room: number): Int32Array<ArrayBuffer> {
  const next = new Int32Array(room);
  next.set(array);
  return next;
}

function grownFlags(array: Uint8Array<ArrayBuffer>, room: number): Uint8Array<ArrayBuffer> {
  const next = new Uint8Array(room);
  next.set(array);
  return next;
}

/** Nodes found by (parent, frame) in an open-addressed hash table. */
class TreeBuilder {
  private parent = new Int32Array(1 << 12);
  private frame = new Int32Array(1 << 12);
  private depth = new Uint16Array(1 << 12);
  private flags = new Uint8Array(1 << 12);
  /** the child that was last asked for: most samples follow the one before for a while */
  private recent = new Int32Array(1 << 12);
  private slots = new Int32Array(1 << 14);
  private mask = (1 << 14) - 1;
  private count = 1;

  constructor() {
    this.parent[0] = -1;
    this.frame[0] = -1;
  }

  child(parent: number, frame: number, flag: number): number {
    const recent = this.recent[parent]!;
    if (recent !== 0 && this.frame[recent] === frame) {
      this.flags[recent] = this.flags[recent]! & flag;
      return recent;
    }
    let slot = (Math.imul(parent, 0x9e3779b1) ^ Math.imul(frame + 1, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & this.mask;
    for (;;) {
      const node = this.slots[slot]!;
      if (node === 0) break;
      if (this.parent[node] === parent && this.frame[node] === frame) {
        this.flags[node] = this.flags[node]! & flag;
        this.recent[parent] = node;
        return node;
      }
      slot = (slot + 1) & this.mask;
    }
    if (this.count === this.parent.length) this.growNodes();
    const node = this.count++;
    this.parent[node] = parent;
    this.frame[node] = frame;
    this.depth[node] = this.depth[parent]! + 1;
    this.flags[node] = flag;
    this.recent[parent] = node;
    this.slots[slot] = node;
    if (this.count * 2 > this.slots.length) this.growSlots();
    return node;
  }

  done(frames: FrameTable, sampleNode: Int32Array[]): CallTree {
    const n = this.count;
    return {
      frames,
      nodeCount: n,
      parent: this.parent.slice(0, n),
      frame: this.frame.slice(0, n),
      depth: this.depth.slice(0, n),
      flags: this.flags.slice(0, n),
      sampleNode,
    };
  }

  private growNodes(): void {
    const room = this.parent.length * 2;
    const widen = (a: Int32Array<ArrayBuffer>) => {
      const next = new Int32Array(room);
      next.set(a);
      return next;
    };
    this.parent = widen(this.parent);
    this.frame = widen(this.frame);
    this.recent = widen(this.recent);
    const depth = new Uint16Array(room);
    depth.set(this.depth);
    this.depth = depth;
    this.flags = grownFlags(this.flags, room);
  }

  private growSlots(): void {
    this.slots = new Int32Array(this.slots.length * 2);
    this.mask = this.slots.length - 1;
    for (let node = 1; node < this.count; node++) {
      let slot =
        (Math.imul(this.parent[node]!, 0x9e3779b1) ^
          Math.imul(this.frame[node]! + 1, 0x85ebca6b)) >>>
        0;
      slot = (slot ^ (slot >>> 15)) & this.mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask;
      this.slots[slot] = node;
    }
  }
}

/**
 * The values of the samples that end at each node, of one profile and one sample type.
 * @param values one entry a sample (see `valuesOf`)
 * @param profile which of the tree's profiles the values belong to
 */
export function nodeSelf(tree: CallTree, profile: number, values: Float64Array): Float64Array {
  const self = new Float64Array(tree.nodeCount);
  const nodes = tree.sampleNode[profile]!;
  for (let s = 0; s < nodes.length; s++) {
    const node = nodes[s]!;
    if (node >= 0) self[node] = self[node]! + values[s]!;
  }
  return self;
}

/** For each node the sum of `self` over it and all nodes below it. */
export function nodeTotals(tree: { parent: Int32Array }, self: Float64Array): Float64Array {
  const total = self.slice();
  for (let node = total.length - 1; node > 0; node--) {
    const parent = tree.parent[node]!;
    total[parent] = total[parent]! + total[node]!;
  }
  return total;
}
