import { KIND_UNKNOWN } from "../../../kubernetes/attribution/attribution.js";
import { widened } from "../../../lib/growable.js";
import { Recent } from "../../../lib/lru-cache.js";
import { memo } from "../../../lib/memo.js";
import type { SampleTypeOfSet } from "../../file-set.js";
import type { Prepared } from "../../prepared-tree.js";

/** Sums of so many sample types are kept. */
const TYPES_KEPT = 8;

/**
 * The samples of one profile put together: all of one kind, stage and category that end at one node
 * are a cell. Most samples share theirs with others, and which do does not depend on the sample
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
    const away = tree.nodeCount - KIND_UNKNOWN;
    /** the cell of a node that was made last, and of each cell the one before; less one */
    const last = new Int32Array(away + attribution.kinds.length);
    let before = new Int32Array(1024);
    let first = new Int32Array(1024);
    this.of = new Int32Array(nodes.length);
    for (let s = 0; s < nodes.length; s++) {
      // What filters took away is told by its kind alone: it ends nowhere, and may be of many.
      const at = nodes[s] < 0 ? away + kinds[s] : nodes[s];
      let cell = last[at] - 1;
      for (; cell >= 0; cell = before[cell] - 1) {
        const one = first[cell];
        const isSame = kinds[one] === kinds[s] && stages[one] === stages[s];
        if (nodes[s] < 0 || (isSame && categories[one] === categories[s])) break;
      }
      if (cell < 0) {
        cell = this.count++;
        if (cell === first.length) {
          before = widened(before);
          first = widened(first);
        }
        first[cell] = s;
        before[cell] = last[at];
        last[at] = cell + 1;
      }
      this.of[s] = cell;
    }
    this.first = first.slice(0, this.count);
    this.kind = Int16Array.from(this.first, (s) => kinds[s]);
    this.node = Int32Array.from(this.first, (s) => nodes[s]);
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
