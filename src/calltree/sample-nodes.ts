import type { Profile } from "../profile/profile.js";
import type { BuildOptions } from "./call-tree.js";
import type { FrameTable } from "./frame-table.js";
import type { KnownNodes } from "./known-nodes.js";
import type { KnownStacks } from "./known-stacks.js";
import { type AlikeStacks, alikeStacks } from "./same-stack.js";
import { StackBuffer } from "./stack-buffer.js";
import { StackSource } from "./stack-source.js";
import type { TreeBuilder } from "./tree-builder.js";

/** A stack deeper than this is cut: depths and rows are numbers of 16 bits. */
const MAX_DEPTH = 65_535;
/** As deep may a stack be before its recursion is merged, or its packages are collapsed. */
const MAX_COLLECTED = 1 << 20;
const FRAMES_A_STEP = 1 << 19;
/** What a sample counts for whose stack is known. */
const FRAMES_A_SAMPLE = 4;
const SAMPLES_A_STEP = FRAMES_A_STEP / FRAMES_A_SAMPLE;

/** In place of a node. */
const UNKNOWN = -2;

/** The nodes at which the samples of one profile end in a tree that is being built. */
export class SampleNodes {
  /** for each sample its node; -1 for one filtered away, or not gone over yet */
  readonly nodes: Int32Array;
  /** samples whose stack is too deep */
  cutStacks = 0;
  private readonly stack = new StackBuffer();
  private readonly source: StackSource;
  private readonly stacks: AlikeStacks;
  /** for each stack the node where it ends, once known */
  private readonly ends: Int32Array;
  /** stacks that are too deep */
  private readonly wasCut = new Set<number>();
  /** of a tree that is there what is known of the stacks; filters then take no locations off them */
  private readonly known: KnownStacks | undefined;
  /** a stack may be so deep before it is worked on */
  private readonly limit: number;

  constructor(
    profile: Profile,
    private readonly p: number,
    private readonly frames: FrameTable,
    private readonly options: BuildOptions,
    private readonly builder: TreeBuilder,
    known: KnownNodes | undefined,
  ) {
    const filter = options.filters?.[p];
    const added = filter?.skipRoot ? undefined : options.added?.[p];
    const labels = filter?.skipRoot ? 0 : (options.rootLabels ?? 0);
    this.limit = options.collapsed || options.mergeRecursion ? MAX_COLLECTED : MAX_DEPTH;
    this.source = new StackSource(profile, frames, p, { filter, added, labels, limit: this.limit });
    this.nodes = new Int32Array(profile.samples.count).fill(-1);
    this.stacks = alikeStacks(profile, added);
    this.ends = new Int32Array(this.stacks.first.length).fill(UNKNOWN);
    this.known = known?.stacksOf(p, this.stacks);
  }

  /** Goes over some samples; gives the first that is left, or how many there are. */
  goOn(from: number): number {
    const { nodes, ends, wasCut } = this;
    const { of, first } = this.stacks;
    const { keepSample, skipLeaf } = this.options.filters?.[this.p] ?? {};
    let s = from;
    for (let work = 0; s < of.length && work < FRAMES_A_STEP; s++) {
      if (this.known && wasCut.size === 0) {
        const next = this.known.goOn(
          s,
          Math.min(of.length, s + SAMPLES_A_STEP),
          ends,
          UNKNOWN,
          nodes,
        );
        work += (next - s) * FRAMES_A_SAMPLE;
        s = next;
        if (s === of.length || work >= FRAMES_A_STEP) break;
      }
      if (keepSample && keepSample[s] === 0) continue;
      const stack = of[s];
      const known = ends[stack];
      if (known !== UNKNOWN && (!skipLeaf || skipLeaf[first[stack]] === skipLeaf[s])) {
        nodes[s] = known;
        if (wasCut.size > 0 && wasCut.has(stack)) this.cutStacks++;
        work++;
      } else {
        nodes[s] = this.endOf(s);
        if (!skipLeaf || skipLeaf[first[stack]] === skipLeaf[s]) ends[stack] = nodes[s];
        work += Math.max(1, this.stack.size);
      }
    }
    return s;
  }

  /** The node where the stack of a sample ends, -1 where filters leave nothing of it. */
  private endOf(s: number): number {
    const { stack, builder } = this;
    const { collapsed, inverted = false, mergeRecursion, filters } = this.options;
    const { keepLine, keepBare } = filters?.[this.p] ?? {};
    const hides = keepLine !== undefined || keepBare !== undefined;
    stack.size = 0;
    this.source.read(stack, s);
    if (stack.size === 0 && hides) return -1;
    let cut = stack.size > this.limit;
    if (collapsed) stack.collapse(collapsed);
    if (mergeRecursion) stack.mergeRecursion(this.frames.names.length);
    if (stack.size > MAX_DEPTH) {
      stack.size = MAX_DEPTH;
      cut = true;
    }
    if (cut) {
      this.cutStacks++;
      this.wasCut.add(this.stacks.of[s]);
    }
    return builder.path(stack, inverted);
  }
}
