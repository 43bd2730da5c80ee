import type { AddedFrames, CallTree } from "../../../calltree/call-tree.js";
import { alikeStacks } from "../../../calltree/same-stack.js";
import type { Attribution } from "../../../kubernetes/attribution/attribution.js";
import { Recent } from "../../../lib/lru-cache.js";
import { memo } from "../../../lib/memo.js";
import type { Profile } from "../../../profile/profile.js";
import { SampleCells } from "./sample-cells.js";

/** Sums of so many columns are kept of a tree that has some samples of a cell and others not. */
const SUMS_KEPT = 8;

/** In place of a node: no sample of the cell came by. */
const UNSEEN = -2;

/** A tree whose samples are put together, and what they are told apart by. */
export interface CellsAsked {
  readonly tree: CallTree;
  readonly attribution: Attribution;
  /** which of the tree's profiles */
  readonly p: number;
  readonly profile: Profile;
  /** what joining added to its stacks; undefined where nothing is joined */
  readonly added: AddedFrames | undefined;
}

/**
 * The samples of one profile put together, in one tree: all of one stack, kind, stage and category
 * are a cell. Most samples share theirs with others, and which do depends neither on the sample
 * type nor, unless labels are made frames, on the tree. Cell `c` is of `kind[c]` and ends at
 * `node[c]`, -1 where filters took all of it away; `first[c]` is a sample of it. Those of kind `k`
 * are `order[start(k) .. end(k)]`.
 */
export class KindCells {
  readonly count: number;
  readonly kind: Int16Array;
  readonly first: Int32Array;
  readonly order: Int32Array;
  private readonly sums = new Recent<Float64Array>(SUMS_KEPT);

  constructor(
    private readonly cells: SampleCells,
    readonly node: Int32Array,
    /** the node of each sample where filters took away some samples of a cell and left others */
    private readonly partly: Int32Array | undefined,
  ) {
    this.count = cells.count;
    this.kind = cells.kind;
    this.first = cells.first;
    this.order = cells.order;
  }

  start(kind: number): number {
    return this.cells.start(kind);
  }

  end(kind: number): number {
    return this.cells.end(kind);
  }

  /**
   * The sum of a column over those samples of each cell that filters left; of a cell without a node
   * it may be anything.
   * @param name tells the column from others of the profile
   */
  sumsOf(name: string, column: () => Float64Array): Float64Array {
    if (!this.partly) return this.cells.sumsOf(name, column);
    const known = this.sums.get(name);
    if (known) return known;
    const sums = summedLeft(this.cells.of, this.partly, column(), new Float64Array(this.count));
    return this.sums.set(name, sums);
  }

  /** The same over all samples, whatever filters took away. */
  allSumsOf(name: string, column: () => Float64Array): Float64Array {
    return this.cells.sumsOf(name, column);
  }

  /** As `nodeSelf` of the tree. */
  selvesOf(name: string, column: () => Float64Array, nodeCount: number): Float64Array {
    return scattered(this.node, this.sumsOf(name, column), new Float64Array(nodeCount));
  }
}

const made = memo((_: Attribution): Map<Int32Array, SampleCells>[] => []);

/** The cells of one profile of a tree; what does not depend on the tree is made once. */
export function cellsOf(asked: CellsAsked): KindCells {
  const { attribution, p, tree } = asked;
  const { of: stacks, first } = stacksOf(asked);
  const all = made(attribution);
  all[p] ??= new Map();
  let cells = all[p].get(stacks);
  if (!cells) {
    cells = new SampleCells({ end: stacks, ends: first.length, ...marksOf(attribution, p) });
    all[p].set(stacks, cells);
  }
  const nodes = tree.sampleNode[p];
  const node = new Int32Array(cells.count).fill(UNSEEN);
  const ending = nodesOfCells(cells.of, nodes, node);
  if (ending === "apart") return ownCells(asked);
  return new KindCells(cells, node, ending === "partly" ? nodes : undefined);
}

/** Whether what `cellsOf` makes once is made. */
export function hasCells(asked: CellsAsked): boolean {
  return made(asked.attribution)[asked.p]?.has(stacksOf(asked).of) === true;
}

function stacksOf({ profile, added }: CellsAsked) {
  return alikeStacks(profile, added && added.frames.length > 0 ? added : undefined);
}

const marksOf = ({ kind, stage, category, kinds }: Attribution, p: number) => ({
  kind: kind[p],
  stage: stage[p],
  category: category[p],
  kinds: kinds.length,
});

/** Cells by the node at which samples end, where those of one stack end at several. */
function ownCells({ tree, attribution, p }: CellsAsked): KindCells {
  const nodes = tree.sampleNode[p];
  const end = new Int32Array(nodes.length);
  for (let s = 0; s < end.length; s++) end[s] = nodes[s] < 0 ? tree.nodeCount : nodes[s];
  const cells = new SampleCells({ end, ends: tree.nodeCount + 1, ...marksOf(attribution, p) });
  return new KindCells(
    cells,
    cells.first.map((s) => nodes[s]),
    undefined,
  );
}

/**
 * Notes the node at which the samples of each cell end: all of them ("wholly"), or those that are
 * left ("partly"); or says that they end "apart".
 */
function nodesOfCells(
  of: Int32Array,
  nodes: Int32Array,
  node: Int32Array,
): "wholly" | "partly" | "apart" {
  let isPart = false;
  for (let s = 0; s < of.length; s++) {
    const cell = of[s];
    const own = nodes[s];
    const known = node[cell];
    if (known === own) continue;
    if (known !== UNSEEN && known >= 0 && own >= 0) return "apart";
    if (known !== UNSEEN) isPart = true;
    if (known < 0) node[cell] = own;
  }
  return isPart ? "partly" : "wholly";
}

function summedLeft(
  of: Int32Array,
  nodes: Int32Array,
  values: Float64Array,
  into: Float64Array,
): Float64Array {
  for (let s = 0; s < of.length; s++) if (nodes[s] >= 0) into[of[s]] += values[s];
  return into;
}

function scattered(node: Int32Array, sums: Float64Array, into: Float64Array): Float64Array {
  for (let c = 0; c < node.length; c++) if (node[c] >= 0) into[node[c]] += sums[c];
  return into;
}
