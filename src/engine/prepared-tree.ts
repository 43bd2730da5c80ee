import {
  type AddedFrames,
  buildCallTree,
  type CallTree,
  nodeSelf,
  nodeTotals,
  type StackFilter,
} from "../calltree/call-tree.js";
import type { KnownTree } from "../calltree/known-nodes.js";
import { type PathHashes, pathHashes } from "../calltree/path-hash.js";
import type { JoinedStacks } from "../joining/join-stacks.js";
import { type Attribution, unknownKinds } from "../kubernetes/attribution/attribution.js";
import { Recent } from "../lib/lru-cache.js";
import type { Steps } from "../lib/steps.js";
import { distinctLocations } from "../profile/distinct-stacks.js";
import { ProfileError } from "../profile/profile-error.js";
import { sampleVariance } from "../profile/sampling/sampling-error.js";
import { MAX_TREE_NODES } from "../profile/size-limits.js";
import { cellsOf, hasCells, type KindCells } from "./answers/kinds/kind-cells.js";
import type { FileSet, SampleTypeOfSet } from "./file-set.js";
import type { Question, Transform } from "./question.js";
import { narrowedBy, stackFilters } from "./transforms.js";

/** The tree of a question and what is scattered over it, kept for the questions that follow. */
export class Prepared {
  /** which nodes joining added, by what is shown; see joinedMarks */
  readonly marks = new Recent<Uint8Array>(8);
  private readonly selves = new Recent<Float64Array>(24);
  private readonly cellsMade: KindCells[] = [];
  private hashes: PathHashes | undefined;

  constructor(
    readonly set: FileSet,
    readonly tree: CallTree,
    readonly filters: readonly (StackFilter | undefined)[],
    readonly joined: JoinedStacks | undefined,
    readonly attribution: Attribution,
    /** tells the tree's frame names from those of another tree */
    readonly namesId: number,
  ) {}

  /** The path of each node. A tree of which only figures are asked needs none. */
  get paths(): PathHashes {
    this.hashes ??= pathHashes(this.tree);
    return this.hashes;
  }

  /** Own values of each node: the profiles' sum. */
  self(profiles: readonly number[], type: SampleTypeOfSet): Float64Array {
    const key = columnsOf(profiles, type);
    const known = this.selves.get(key);
    if (known) return known;
    let sum: Float64Array | undefined;
    for (const p of profiles) {
      const one = this.selfOf(p, type);
      if (!sum) sum = one;
      else for (let i = 0; i < one.length; i++) sum[i] += one[i];
    }
    return this.selves.set(key, sum ?? new Float64Array(this.tree.nodeCount));
  }

  /** The median of the profiles, stack by stack. */
  median(profiles: readonly number[], type: SampleTypeOfSet): Float64Array {
    const key = `~${columnsOf(profiles, type)}`;
    const known = this.selves.get(key);
    if (known) return known;
    const columns = profiles.map((p) => this.self([p], type));
    const out = new Float64Array(this.tree.nodeCount);
    medianColumns(columns, out);
    return this.selves.set(key, out);
  }

  /**
   * Variance of each node's own value by sampling; profiles are taken as independent. Not kept:
   * it is needed once a question, and the variance of each sample is.
   */
  variance(profiles: readonly number[], type: SampleTypeOfSet): Float64Array {
    let sum: Float64Array | undefined;
    for (const p of profiles) {
      const index = type.index[p];
      if (index < 0) continue;
      const one = nodeSelf(this.tree, p, sampleVariance(this.set.profiles[p], index));
      if (!sum) sum = one;
      else for (let i = 0; i < one.length; i++) sum[i] += one[i];
    }
    return sum ?? new Float64Array(this.tree.nodeCount);
  }

  totals(self: Float64Array): Float64Array {
    return nodeTotals(this.tree, self);
  }

  /** The samples of one profile, put together by stack, kind and stage. */
  cells(p: number): KindCells {
    this.cellsMade[p] ??= cellsOf(this.ofCells(p));
    return this.cellsMade[p];
  }

  /** The values of the samples of each cell that filters left. */
  cellSums(p: number, type: SampleTypeOfSet): Float64Array {
    return this.cells(p).sumsOf(`${type.index[p]}`, () => this.set.values(p, type));
  }

  /** Variance by sampling of the value of each cell. */
  cellVariance(p: number, type: SampleTypeOfSet): Float64Array {
    const variance = () => sampleVariance(this.set.profiles[p], type.index[p]);
    return this.cells(p).sumsOf(`~${type.index[p]}`, variance);
  }

  /** What filters leave of one profile, each value without its sign. */
  keptTotal(p: number, type: SampleTypeOfSet): number {
    const values = this.set.values(p, type);
    if (hasCells(this.ofCells(p))) {
      const all = this.cells(p).allSumsOf(`${type.index[p]}`, () => values);
      // The sum is that of the values without their signs where none has one.
      if (sumOf(all) === this.set.absoluteTotal(p, type)) {
        return sumWhere(this.cells(p).node, this.cellSums(p, type));
      }
    }
    return sumWhere(this.tree.sampleNode[p], values);
  }

  /** Of large files cells, where they are known, are a sixth of the samples. */
  private selfOf(p: number, type: SampleTypeOfSet): Float64Array {
    const values = () => this.set.values(p, type);
    if (!hasCells(this.ofCells(p))) return nodeSelf(this.tree, p, values());
    return this.cells(p).selvesOf(`${type.index[p]}`, values, this.tree.nodeCount);
  }

  private ofCells(p: number) {
    const { tree, attribution, set, joined } = this;
    return { tree, attribution, p, profile: set.profiles[p], added: joined?.added[p] };
  }
}

/** Tells the columns of some profiles from others: a name may stand for another one beside another file. */
const columnsOf = (profiles: readonly number[], { index }: SampleTypeOfSet): string =>
  profiles.map((p) => `${p}:${index[p]}`).join();

/** The sum, without signs, of the values that have a node. */
function sumWhere(nodes: Int32Array, values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < nodes.length; i++) if (nodes[i] >= 0) sum += Math.abs(values[i]);
  return sum;
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum;
}

/** The median of some columns, row by row, into `out`; rows of nothing but zeros cost little. */
export function medianColumns(columns: readonly Float64Array[], out: Float64Array): void {
  const row = new Float64Array(columns.length);
  for (let i = 0; i < out.length; i++) {
    let any = false;
    for (let c = 0; c < row.length; c++) {
      const value = columns[c][i];
      row[c] = value;
      if (value !== 0) any = true;
    }
    out[i] = any ? medianOf(row) : 0;
  }
}

/** The middle one, or the mean of the middle two. Sorts `row`. */
export function medianOf(row: Float64Array): number {
  row.sort();
  const half = row.length >> 1;
  return row.length % 2 === 1 ? row[half] : (row[half - 1] + row[half]) / 2;
}

/**
 * Builds the tree of a question, or finds the one built before.
 * @param judgedJoined whether kinds are judged by joined stacks; as the tree's unless said
 */
export function* prepare(
  set: FileSet,
  question: Question,
  recent: Recent<Prepared>,
  judgedJoined = question.joined,
): Steps<Prepared> {
  const { transforms, inverted, joined } = question;
  const keyOf = (steps: readonly Transform[]) =>
    JSON.stringify([question.files, steps, inverted, joined, judgedJoined]);
  const key = keyOf(transforms);
  const known = recent.get(key);
  if (known) return known;
  yield* refuseTooLarge(set, question);
  const joins = joined ? yield* set.joins() : undefined;
  const attribution = yield* set.attribution(judgedJoined);
  const whole = recent.get(keyOf([]))?.tree;
  const made = yield* treeOf(set, question, transforms, attribution, joins, whole);
  const { tree, filters, id } = made;
  return recent.set(key, new Prepared(set, tree, filters, joins, attribution, id));
}

/**
 * Files whose stacks may make too large a tree are told so before joining and kinds, which take
 * much longer, are worked out for nothing: by the tree as recorded, which is needed all the same.
 * @throws ProfileError
 */
function* refuseTooLarge(set: FileSet, question: Question): Steps<void> {
  if (distinctLocations(set.profiles) <= MAX_TREE_NODES) return;
  const { transforms } = question;
  // Which samples it takes away is not known yet.
  if (transforms.some((t) => t.do === "drop-kind")) return;
  yield* treeOf(set, question, transforms, unknownKinds(set.profiles), undefined);
}

/**
 * A tree without joined stacks and without kinds, for a first look at large files while both are
 * worked out. `drop-kind` is left undone.
 */
export function* prepareDraft(set: FileSet, question: Question): Steps<Prepared> {
  const transforms = question.transforms.filter((t) => t.do !== "drop-kind");
  const attribution = unknownKinds(set.profiles);
  const { tree, filters, id } = yield* treeOf(set, question, transforms, attribution, undefined);
  return new Prepared(set, tree, filters, undefined, attribution, id);
}

/** The whole tree as recorded, for one in which joining adds to some stacks, where it is there. */
function recordedTree(
  set: FileSet,
  transforms: readonly Transform[],
  added: readonly AddedFrames[] | undefined,
): KnownTree | undefined {
  const tree =
    added && transforms.length === 0 ? set.recordedTrees.get(recordedKey([], false)) : undefined;
  return tree && { tree };
}

const recordedKey = (transforms: readonly Transform[], inverted: boolean) =>
  JSON.stringify([transforms, inverted]);

/**
 * Builds a tree; one whose stacks are as recorded is kept with the set, since several ask for it.
 * @param whole the tree of the question without transforms, where it is there
 */
function* treeOf(
  set: FileSet,
  { inverted }: Question,
  transforms: readonly Transform[],
  attribution: Attribution,
  joins: JoinedStacks | undefined,
  whole?: CallTree,
) {
  const { profiles, frames, collapsed, rootLabels, id } = set.framesOf(transforms);
  const filters = stackFilters(profiles, transforms, attribution);
  const added = joins?.added.some(({ frames }) => frames.length > 0) ? joins.added : undefined;
  const kept = !added && !transforms.some((t) => t.do === "drop-kind");
  const key = recordedKey(transforms, inverted);
  const known = kept ? set.recordedTrees.get(key) : undefined;
  if (known) return { tree: known, filters, id };
  const refused = kept ? set.refusedTrees.get(key) : undefined;
  if (refused) throw refused;
  const narrowed =
    whole &&
    narrowedBy(whole, transforms, { profiles, added, filters, frames, collapsed, inverted });
  if (narrowed) {
    if (kept) set.recordedTrees.set(key, narrowed);
    return { tree: narrowed, filters, id };
  }
  try {
    const tree = yield* buildCallTree(profiles, frames, {
      rootLabels,
      filters,
      ...(added ? { added } : {}),
      ...(collapsed ? { collapsed } : {}),
      inverted,
      known: whole ? { tree: whole, added } : recordedTree(set, transforms, added),
      mergeRecursion: transforms.some((t) => t.do === "merge-recursion"),
    });
    if (kept) set.recordedTrees.set(key, tree);
    return { tree, filters, id };
  } catch (error) {
    if (kept && error instanceof ProfileError) set.refusedTrees.set(key, error);
    throw error;
  }
}
