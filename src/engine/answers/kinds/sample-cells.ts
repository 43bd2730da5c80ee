import { KIND_UNKNOWN } from "../../../kubernetes/attribution/attribution.js";
import { widened } from "../../../lib/growable.js";
import { Recent } from "../../../lib/lru-cache.js";

/** Of an end that has more cells than that they are found by a table of its own. */
const MANY_CELLS = 32;

/** Sums of so many columns are kept. */
const SUMS_KEPT = 16;

/** What samples are put together by: length samples each. */
export interface SampleMarks {
  /** number of the sample's stack, or of the node at which it ends; below `count` */
  readonly end: Int32Array;
  readonly ends: number;
  readonly kind: Int16Array;
  readonly stage: Uint8Array;
  readonly category: Uint8Array;
  /** how many kinds have a number of 0 or more */
  readonly kinds: number;
}

/**
 * The samples of one profile put together: all of one end, kind, stage and category are a cell, the
 * first of which is `first[c]`. Those of kind `k` are `order[start(k) .. end(k)]`.
 */
export class SampleCells {
  readonly count: number;
  /** the cell of each sample */
  readonly of: Int32Array;
  readonly kind: Int16Array;
  readonly first: Int32Array;
  readonly order: Int32Array;
  /** by kind less KIND_UNKNOWN */
  private readonly starts: Int32Array;
  private readonly sums = new Recent<Float64Array>(SUMS_KEPT);

  constructor(marks: SampleMarks) {
    const { of, first } = numbered(marks);
    this.of = of;
    this.first = first;
    this.count = first.length;
    this.kind = Int16Array.from(first, (s) => marks.kind[s]);
    this.starts = new Int32Array(marks.kinds - KIND_UNKNOWN + 1);
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

  /**
   * The sum of a column over the samples of each cell.
   * @param name tells the column from others of the profile
   */
  sumsOf(name: string, column: () => Float64Array): Float64Array {
    const known = this.sums.get(name);
    if (known) return known;
    return this.sums.set(name, summed(this.of, column(), new Float64Array(this.count)));
  }
}

// These loops are functions of plain columns: of what is compiled for objects the collector throws
// away what none of them lives of any more.

/** Numbers the cells in the order in which they come by. */
function numbered({ end, ends, kind, stage, category }: SampleMarks) {
  const of = new Int32Array(end.length);
  /** the cell of an end that was made last, and of each cell the one before; less one */
  const last = new Int32Array(ends);
  let before = new Int32Array(1024);
  let first = new Int32Array(1024);
  /** what else tells the cells of an end apart, in one number */
  let codes = new Int32Array(1024);
  /** cells by their codes, of ends that have many: labels can give one stack thousands of kinds */
  const tables = new Map<number, Map<number, number>>();
  let count = 0;
  for (let s = 0; s < of.length; s++) {
    const at = end[s];
    const code = (kind[s] << 16) | (stage[s] << 8) | category[s];
    let cell = last[at] - 1;
    let tried = 0;
    while (cell >= 0 && codes[cell] !== code && tried++ < MANY_CELLS) cell = before[cell] - 1;
    if (tried > MANY_CELLS) cell = tables.get(at)?.get(code) ?? -1;
    if (cell < 0) {
      cell = count++;
      if (cell === first.length) {
        before = widened(before);
        first = widened(first);
        codes = widened(codes);
      }
      codes[cell] = code;
      first[cell] = s;
      before[cell] = last[at];
      last[at] = cell + 1;
      if (tried >= MANY_CELLS) note(tables, at, cell, before, codes);
    }
    of[s] = cell;
  }
  return { of, first: first.slice(0, count) };
}

/** Notes a cell in its end's table; in a new table all those before it. */
function note(
  tables: Map<number, Map<number, number>>,
  end: number,
  cell: number,
  before: Int32Array,
  codes: Int32Array,
): void {
  const known = tables.get(end);
  if (known) {
    known.set(codes[cell], cell);
    return;
  }
  const table = new Map<number, number>();
  for (let c = cell; c >= 0; c = before[c] - 1) table.set(codes[c], c);
  tables.set(end, table);
}

function summed(of: Int32Array, values: Float64Array, into: Float64Array): Float64Array {
  for (let s = 0; s < of.length; s++) into[of[s]] += values[s];
  return into;
}
