import { KIND_UNKNOWN } from "../../../kubernetes/attribution/attribution.js";
import { widened } from "../../../lib/growable.js";
import { Recent } from "../../../lib/lru-cache.js";
import { memo } from "../../../lib/memo.js";
import { distinctStacks } from "../../../profile/distinct-stacks.js";
import type { SampleTypeOfSet } from "../../file-set.js";
import type { Prepared } from "../../prepared-tree.js";

/** Sums of so many sample types are kept. */
const TYPES_KEPT = 8;

/**
 * The samples of one profile put together: all of one stack, kind, stage and category that end at
 * one node are a cell. Most samples share theirs with others, and which do does not depend on the sample
 * type. Cell `c` is of `kind[c]` and ends at `node[c]`, -1 for what filters took away of the kind;
 * its first sample is `first[c]`. Those of kind `k` are `order[start(k) .. end(k)]`.
 */
export class KindCells {
  count = 0;
  readonly kind: Int16Array;
  readonly node: Int32Array;
  readonly first: Int32Array;
  readonly order: Int32Array;
  /** the cell of each sample */
  private readonly of: Int32Array;
  /** by kind less KIND_UNKNOWN */
  private readonly starts: Int32Array;
  private readonly sums = new Recent<Float64Array>(TYPES_KEPT);

  constructor(
    private readonly prepared: Prepared,
    private readonly profile: number,
  ) {
    const { tree, attribution } = prepared;
    const nodes = tree.sampleNode[profile];
    const kinds = attribution.kind[profile];
    const stages = attribution.stage[profile];
    const categories = attribution.category[profile];
    const { of: stacks, count } = distinctStacks(prepared.set.profiles[profile]);
    const away = count - KIND_UNKNOWN;
    /** the cell of a stack that was made last, and of each cell the one before; less one */
    const last = new Int32Array(away + attribution.kinds.length);
    let before = new Int32Array(1024);
    let first = new Int32Array(1024);
    let node = new Int32Array(1024);
    /** what else tells the cells of a stack apart, in one number */
    let codes = new Int32Array(1024);
    this.of = new Int32Array(nodes.length);
    for (let s = 0; s < nodes.length; s++) {
      // What filters took away is told by its kind alone: it ends nowhere, and may be of many.
      const isAway = nodes[s] < 0;
      const at = isAway ? away + kinds[s] : stacks[s];
      const code = isAway ? 0 : (kinds[s] << 16) | (stages[s] << 8) | categories[s];
      let cell = last[at] - 1;
      while (cell >= 0 && (codes[cell] !== code || node[cell] !== nodes[s])) {
        cell = before[cell] - 1;
      }
      if (cell < 0) {
        cell = this.count++;
        if (cell === first.length) {
          before = widened(before);
          first = widened(first);
          node = widened(node);
          codes = widened(codes);
        }
        codes[cell] = code;
        first[cell] = s;
        node[cell] = nodes[s];
        before[cell] = last[at];
        last[at] = cell + 1;
      }
      this.of[s] = cell;
    }
    this.first = first.slice(0, this.count);
    this.kind = Int16Array.from(this.first, (s) => kinds[s]);
    this.node = node.slice(0, this.count);
    this.starts = new Int32Array(attribution.kinds.length - KIND_UNKNOWN + 1);
    for (const k of this.kind) this.starts[k - KIND_UNKNOWN + 1]++;
    for (let k = 1; k < this.starts.length; k++) this.starts[k] += this.starts[k - 1];
    const next = this.starts.slice();
    this.order = new Int32Array(this.count);
    for (let c = 0; c < this.count; c++) this.order[next[this.kind[c] - KIND_UNKNOWN]++] = c;
  }

  start(kind: number): number {
    return this.starts[kind - KIND_UNKNOWN];
  }

  end(kind: number): number {
    return this.starts[kind - KIND_UNKNOWN + 1];
  }

  /** The sum of the samples of each cell. */
  sumsOf(type: SampleTypeOfSet): Float64Array {
    const known = this.sums.get(type.name);
    if (known) return known;
    const values = this.prepared.set.values(this.profile, type);
    const sums = new Float64Array(this.count);
    for (let s = 0; s < values.length; s++) sums[this.of[s]] += values[s];
    return this.sums.set(type.name, sums);
  }
}

const made = memo((_: Prepared): KindCells[] => []);

/** The cells of one profile of a tree, made once. */
export function kindCells(prepared: Prepared, profile: number): KindCells {
  const of = made(prepared);
  of[profile] ??= new KindCells(prepared, profile);
  return of[profile];
}
