import { widened } from "../lib/growable.js";
import { keepShape } from "../lib/release.js";
import { TreeBuilder } from "./tree-builder.js";

/** The stacks of one profile, most of which end at nodes that are known of another tree. */
export class KnownStacks {
  private chain = new Int32Array(1024);

  /**
   * Columns by sample: `stacks`, its stack's number; `ends`, the known node at which it ends;
   * `keepSample`, 1 where it is kept, undefined for all. By stack: `mustRead`, 1 where its frames must
   * be read. By known node: `parent`, `frame`; `flags` of what it becomes; `hidden`, 1 where it is left
   * out; `became`, what it became, 0 for nothing yet.
   * @param hides whether a stack may vanish
   */
  constructor(
    private readonly builder: TreeBuilder,
    private readonly stacks: Int32Array,
    private readonly ends: Int32Array,
    private readonly keepSample: Uint8Array | undefined,
    private readonly hides: boolean,
    private readonly mustRead: Uint8Array,
    private readonly parent: Int32Array,
    private readonly frame: Int32Array,
    private readonly flags: Uint8Array,
    private readonly hidden: Uint8Array,
    private readonly became: Int32Array,
  ) {}

  /**
   * Goes over the samples from one on, and notes the node at which each ends, and each stack; up to
   * `to`, or to the first one whose stack must be read, which it gives.
   * @param found for each stack the node at which it ends, -1 where nothing is left of it; `open`
   * for one that was not met yet
   */
  goOn(from: number, to: number, found: Int32Array, open: number, nodes: Int32Array): number {
    const { stacks, keepSample, mustRead, ends, became, hides } = this;
    for (let s = from; s < to; s++) {
      if (keepSample !== undefined && keepSample[s] === 0) continue;
      const stack = stacks[s];
      if (found[stack] === open) {
        if (mustRead[stack] === 1) return s;
        const end = ends[s];
        if (end > 0 && became[end] === 0) this.follow(end);
        found[stack] = became[end] === 0 && hides ? -1 : became[end];
      }
      nodes[s] = found[stack];
    }
    return to;
  }

  /** Makes the nodes down to one, in the order of a stack that is read from its root. */
  private follow(end: number): void {
    const { parent, frame, flags, hidden, became, builder } = this;
    let size = 0;
    for (let at = end; at > 0 && became[at] === 0; at = parent[at]) {
      if (size === this.chain.length) this.chain = widened(this.chain);
      this.chain[size++] = at;
    }
    const { chain } = this;
    while (size > 0) {
      const node = chain[--size];
      const up = became[parent[node]];
      became[node] = hidden[node] === 1 ? up : builder.child(up, frame[node], flags[node]);
    }
  }
}

const none = new Int32Array(0);
const no = new Uint8Array(0);
keepShape(
  new KnownStacks(new TreeBuilder(0, 0), none, none, no, true, no, none, none, no, no, none),
);
