import { release } from "../lib/release.js";
import type { Steps } from "../lib/steps.js";
import { growthInErrors, SIGNIFICANT } from "../profile/sampling/sampling-error.js";
import type { FrameNaming } from "./frame-roles.js";

/**
 * What is held on the nodes of a call tree, by key (a kind of object in a stage of its life), at
 * two moments. One entry for each node and key that holds anything of its own; all arrays have
 * `count` entries.
 */
export interface Holdings {
  readonly count: number;
  readonly node: Int32Array;
  readonly key: Int32Array;
  /** 0 throughout where there is one moment only */
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** of before and after together */
  readonly variance: Float64Array;
}

export interface TreeShape {
  /** length nodeCount; parents come before children, -1 for the root */
  readonly parent: Int32Array;
  /** length nodeCount; -1 for the root */
  readonly frame: Int32Array;
}

/** A function that holds memory of one kind in one stage, through however many paths. */
export interface Group {
  readonly key: number;
  readonly frame: number;
  /** the nodes of the function through which it is held, those that hold most first */
  readonly nodes: readonly number[];
  readonly before: number;
  readonly after: number;
  readonly growth: number;
  readonly variance: number;
  /** growth in standard errors */
  readonly z: number;
}

export interface Grouping {
  readonly groups: readonly Group[];
  /** for each entry of the holdings, its group */
  readonly groupOf: Int32Array;
}

/** A node stands for one kind in one stage where so much of its growth is theirs. */
export const OWN_SHARE = 0.8;
/** Suspects are the fewest that explain so much of the significant growth. */
export const EXPLAINED_SHARE = 0.9;

/**
 * Gathers what is held into groups: each entry counts for the highest node above it that names
 * its stage and of whose growth at least 80% is of the same kind and stage; for code of no stage
 * that Kubernetes' own frames tell, the program's own function nearest to the allocation. Nodes
 * of one function, kind and stage are one group: a site reached by several paths is one suspect.
 * Costs, for each key, the nodes on the paths to what it holds.
 * @param stageOfKey for each key its stage's bit in `naming.stages`, 0 where only the program's
 *   own code names it
 * @param rate see growthInErrors
 */
export function* groupHoldings(
  tree: TreeShape,
  holdings: Holdings,
  stageOfKey: readonly number[],
  naming: FrameNaming,
  rate: number,
): Steps<Grouping> {
  const keys = stageOfKey.length;
  const byKey = entriesByKey(holdings, keys);
  const nodeCount = tree.parent.length;
  const growth = new Float64Array(nodeCount);
  const all = new Float64Array(nodeCount);
  const grown = new KeyGrowth(tree, holdings, growth);
  for (let key = 0; key < keys; key++) {
    yield key / (2 * keys);
    addSizes(all, growth, grown.of(key, byKey.of(key)));
  }
  const anchor = new Int32Array(nodeCount);
  // What names the stage wins over what is only somebody's code, and that over Go's library.
  const rank = new Uint8Array(nodeCount);
  const drawing = new Drawing(tree, holdings, naming.own.length);
  for (let key = 0; key < keys; key++) {
    yield 0.5 + key / (2 * keys);
    const nodes = grown.of(key, byKey.of(key));
    anchorsOf(tree, nodes, stageOfKey[key], naming, growth, all, rank, anchor);
    drawing.draw(key, byKey.of(key), anchor);
  }
  release(growth, all, anchor, rank);
  const groups = drawing.groups.map((group) => finished(group, rate));
  return { groups, groupOf: drawing.done() };
}

function addSizes(all: Float64Array, growth: Float64Array, nodes: Int32Array): void {
  for (let i = 0; i < nodes.length; i++) all[nodes[i]] += Math.abs(growth[nodes[i]]);
}

/** Groups of entries, drawn for one key after the other. */
class Drawing {
  readonly groups: Drawn[] = [];
  private readonly groupOf: Int32Array;
  /** for each frame, and before them for none, the group made for it last, counted from 1 */
  private readonly ofFrame: Int32Array;
  /** what is held through each node, of the key by which it was met last, counted from 1 */
  private readonly held: Float64Array;
  private readonly met: Int32Array;

  constructor(
    private readonly tree: TreeShape,
    private readonly holdings: Holdings,
    frames: number,
  ) {
    this.groupOf = new Int32Array(holdings.count).fill(-1);
    this.ofFrame = new Int32Array(frames + 1);
    this.held = new Float64Array(tree.parent.length);
    this.met = new Int32Array(tree.parent.length);
  }

  /** @param anchor the node that speaks for each node of the entries */
  draw(key: number, entries: Uint32Array, anchor: Int32Array): void {
    const { groups, groupOf, ofFrame, held, met, holdings } = this;
    const first = groups.length;
    for (let i = 0; i < entries.length; i++) {
      const entry = entries[i];
      const node = anchor[holdings.node[entry]];
      const frame = this.tree.frame[node];
      if (ofFrame[frame + 1] <= first) {
        groups.push({ key, frame, nodes: [], before: 0, after: 0, variance: 0 });
        ofFrame[frame + 1] = groups.length;
      }
      const at = ofFrame[frame + 1] - 1;
      const group = groups[at];
      const after = holdings.after[entry];
      group.before += holdings.before[entry];
      group.after += after;
      group.variance += holdings.variance[entry];
      if (met[node] !== key + 1) {
        met[node] = key + 1;
        held[node] = 0;
        group.nodes.push(node);
      }
      held[node] += after;
      groupOf[entry] = at;
    }
    for (let g = first; g < groups.length; g++) {
      groups[g].nodes.sort((a, b) => held[b] - held[a] || a - b);
    }
  }

  /** For each entry its group. */
  done(): Int32Array {
    release(this.held, this.met);
    return this.groupOf;
  }
}

/** The fewest groups that explain nine tenths of what grew significantly, most growth first. */
export interface Explanation {
  /** indices into the groups */
  readonly picked: readonly number[];
  /** the growth of all groups that grew significantly */
  readonly significant: number;
  /** the share of it that the picked ones explain, 0 to 1; 0 where nothing grew */
  readonly explained: number;
}

/** @param most no more than so many are picked, even if they explain less */
export function explain(groups: readonly Group[], most: number): Explanation {
  const grown = groups
    .map((_, i) => i)
    .filter((i) => groups[i].growth > 0 && groups[i].z >= SIGNIFICANT);
  grown.sort((a, b) => groups[b].growth - groups[a].growth || a - b);
  let significant = 0;
  for (const i of grown) significant += groups[i].growth;
  const picked: number[] = [];
  let sum = 0;
  for (const i of grown) {
    if (sum >= significant * EXPLAINED_SHARE || picked.length >= most) break;
    picked.push(i);
    sum += groups[i].growth;
  }
  return { picked, significant, explained: significant > 0 ? sum / significant : 0 };
}

interface Drawn {
  key: number;
  frame: number;
  nodes: number[];
  before: number;
  after: number;
  variance: number;
}

function finished(group: Drawn, rate: number): Group {
  const { key, frame, nodes, before, after, variance } = group;
  const growth = after - before;
  return {
    key,
    frame,
    nodes,
    before,
    after,
    growth,
    variance,
    z: growthInErrors(growth, variance, before + after, rate),
  };
}

interface KeyedEntries {
  /** the entries of a key, in their order */
  of(key: number): Uint32Array;
}

function entriesByKey(holdings: Holdings, keys: number): KeyedEntries {
  const offsets = new Uint32Array(keys + 1);
  for (let i = 0; i < holdings.count; i++) offsets[holdings.key[i] + 1]++;
  for (let k = 0; k < keys; k++) offsets[k + 1] += offsets[k];
  const next = offsets.slice();
  const entries = new Uint32Array(holdings.count);
  for (let i = 0; i < holdings.count; i++) entries[next[holdings.key[i]]++] = i;
  return { of: (key) => entries.subarray(offsets[key], offsets[key + 1]) };
}

/** So many nodes on the paths to what keys hold are kept: 24 MiB of them. */
const MOST_KEPT = 1 << 21;

/** The growth of one key after the other; a second time it is only written down again. */
class KeyGrowth {
  private readonly paths: PathNodes;
  private readonly kept: ({ nodes: Int32Array; growth: Float64Array } | undefined)[] = [];
  private room = MOST_KEPT;

  /** @param growth of each node of the key asked for last, good for the nodes on its paths */
  constructor(
    private readonly tree: TreeShape,
    private readonly holdings: Holdings,
    private readonly growth: Float64Array,
  ) {
    this.paths = new PathNodes(tree);
  }

  /** The nodes on the paths to a key's entries, rising; good until the next call. */
  of(key: number, entries: Uint32Array): Int32Array {
    const { tree, holdings, growth } = this;
    const known = this.kept[key];
    if (known) {
      for (let i = 0; i < known.nodes.length; i++) growth[known.nodes[i]] = known.growth[i];
      return known.nodes;
    }
    const nodes = this.paths.above(holdings.node, entries);
    growthBelow(tree, holdings, entries, nodes, growth);
    if (nodes.length > this.room) return nodes;
    this.room -= nodes.length;
    const own = new Float64Array(nodes.length);
    for (let i = 0; i < own.length; i++) own[i] = growth[nodes[i]];
    this.kept[key] = { nodes: nodes.slice(), growth: own };
    return nodes;
  }
}

/** So many times fewer than all nodes are sorted faster than all nodes are looked through. */
const FEW = 16;

/** Finds the nodes on the paths to some nodes. */
class PathNodes {
  /** for each node the last call that came by */
  private readonly seen: Int32Array;
  private readonly found: Int32Array;
  private call = 0;

  constructor(private readonly tree: TreeShape) {
    this.seen = new Int32Array(tree.parent.length);
    this.found = new Int32Array(tree.parent.length);
  }

  /** The nodes of some entries and all above them, each once, rising; good until the next call. */
  above(nodeOf: Int32Array, entries: Uint32Array): Int32Array {
    const { seen, found } = this;
    const { parent } = this.tree;
    const call = ++this.call;
    let count = 0;
    for (const entry of entries) {
      for (let n = nodeOf[entry]; n >= 0 && seen[n] !== call; n = parent[n]) {
        seen[n] = call;
        found[count++] = n;
      }
    }
    if (count * FEW < seen.length) return found.subarray(0, count).sort();
    count = 0;
    for (let n = 0; n < seen.length; n++) if (seen[n] === call) found[count++] = n;
    return found.subarray(0, count);
  }
}

/**
 * Growth of one key on each node and all below it.
 * @param nodes those on the paths to the key's entries, rising; the others of `out` stay as they are
 */
function growthBelow(
  tree: TreeShape,
  holdings: Holdings,
  entries: Uint32Array,
  nodes: Int32Array,
  out: Float64Array,
): void {
  for (let i = 0; i < nodes.length; i++) out[nodes[i]] = 0;
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i];
    out[holdings.node[entry]] += holdings.after[entry] - holdings.before[entry];
  }
  for (let i = nodes.length - 1; i > 0; i--) out[tree.parent[nodes[i]]] += out[nodes[i]];
}

/**
 * For each node on the paths to what one key holds, the node that speaks for it there.
 * @param nodes those on the paths, rising, the root first
 * @param rank written for these nodes, and of no use afterwards
 */
function anchorsOf(
  tree: TreeShape,
  nodes: Int32Array,
  stage: number,
  naming: FrameNaming,
  growth: Float64Array,
  all: Float64Array,
  rank: Uint8Array,
  anchor: Int32Array,
): void {
  // Not iterated: code that is not compiled yet makes an object of each.
  for (let i = 0; i < nodes.length; i++) {
    const n = nodes[i];
    rank[n] = 0;
    anchor[n] = n;
    if (n === 0) continue;
    const up = tree.parent[n];
    const frame = tree.frame[n];
    const names = stage === 0 ? (naming.own[frame] ? 2 : 0) : naming.stages[frame] & stage ? 2 : 0;
    const own = names || (naming.module[frame] ? 1 : 0);
    const pure = Math.abs(growth[n]) >= all[n] * OWN_SHARE;
    const highest = stage !== 0 && rank[up] === 2;
    if (pure && !highest && own >= rank[up]) {
      rank[n] = own;
    } else if (rank[up] > 0) {
      anchor[n] = anchor[up];
      rank[n] = rank[up];
    }
  }
}
