import { ownWidths } from "../../../calltree/layout/layout.js";
import { release } from "../../../lib/release.js";
import type { Comparison } from "../../comparison.js";
import { medianColumns } from "../../prepared-tree.js";

/** What kinds are told for: the nodes of a tree, or the boxes that are drawn of them. */
export interface Places {
  readonly parent: Int32Array;
  readonly width: Float64Array;
  /** for each node the place that it is part of; undefined where each is one of its own */
  readonly ofNode?: Int32Array;
}

/** The widths of what a kind holds at the ends of its stacks. */
export interface KindWidths {
  /** after `find`: `width[i]` ends at `place[i]`, which may come several times */
  readonly place: Int32Array;
  readonly width: Float64Array;
  /** Finds those of a kind; gives how many there are. */
  find(kind: number): number;
  release(): void;
}

/** What kinds hold of a question, kind by kind, with room that is used again. */
export function kindWidths(compared: Comparison, places: Places): KindWidths {
  return isPlain(compared)
    ? new PlainWidths(compared, places)
    : new ComparedWidths(compared, places);
}

/** Whether a width is a sum of values: nothing is compared, and no value is below zero. */
function isPlain({ prepared, shown, base, isDelta, type }: Comparison): boolean {
  if (isDelta || base.length > 0) return false;
  return shown.every((p) => isUnsigned(prepared.cellSums(p, type)));
}

/** Sums below zero, of cells or of nodes, make widths that are not sums. */
function isUnsigned(sums: Float64Array): boolean {
  for (let c = 0; c < sums.length; c++) if (sums[c] < 0) return false;
  return true;
}

/** Widths that are sums of cells. */
class PlainWidths implements KindWidths {
  readonly place: Int32Array;
  readonly width: Float64Array;

  constructor(
    private readonly compared: Comparison,
    private readonly places: Places,
  ) {
    const { prepared, shown } = compared;
    const most = shown.reduce((n, p) => n + prepared.cells(p).count, 0);
    this.place = new Int32Array(most);
    this.width = new Float64Array(most);
  }

  find(kind: number): number {
    const { prepared, shown, type } = this.compared;
    let count = 0;
    for (const p of shown) {
      const cells = prepared.cells(p);
      const which = cells.order.subarray(cells.start(kind), cells.end(kind));
      const sums = prepared.cellSums(p, type);
      count = placed(which, cells.node, sums, this.places.ofNode, this.place, this.width, count);
    }
    return count;
  }

  release(): void {
    release(this.place, this.width);
  }
}

/** Appends the sums of some cells with their places to those that there are. */
function placed(
  cells: Int32Array,
  nodes: Int32Array,
  sums: Float64Array,
  ofNode: Int32Array | undefined,
  place: Int32Array,
  width: Float64Array,
  from: number,
): number {
  let count = from;
  for (let i = 0; i < cells.length; i++) {
    const node = nodes[cells[i]];
    const sum = sums[cells[i]];
    if (node < 0 || sum === 0) continue;
    place[count] = ofNode ? ofNode[node] : node;
    width[count++] = sum;
  }
  return count;
}

/** Widths that are made of what is shown and of a base, node by node. */
class ComparedWidths implements KindWidths {
  width: Float64Array = new Float64Array(0);
  readonly place: Int32Array;
  private readonly self: Float64Array;
  /** one column of the base's sum, or one a file where the base is their median */
  private readonly bases: readonly Float64Array[];
  private readonly mark: Uint8Array;

  constructor(
    private readonly compared: Comparison,
    private readonly places: Places,
  ) {
    const n = compared.prepared.tree.nodeCount;
    this.self = new Float64Array(n);
    const { base, baseIsMedian } = compared;
    const columns = baseIsMedian ? base.length : Math.min(1, base.length);
    this.bases = Array.from({ length: columns }, () => new Float64Array(n));
    this.place = new Int32Array(n);
    this.mark = new Uint8Array(n);
  }

  find(kind: number): number {
    const { compared, place: touched, self, bases } = this;
    const { base, baseIsMedian, scale } = compared;
    let count = this.scatter(compared.shown, 1, self, kind, 0);
    bases.forEach((column, c) => {
      const profiles = baseIsMedian ? [base[c]] : base;
      count = this.scatter(profiles, scale, column, kind, count);
    });
    this.width = ownWidths(
      picked(self, touched, count),
      bases.length > 0 ? this.baseOf(count) : undefined,
      compared.mode,
    );
    for (let i = 0; i < count; i++) {
      this.mark[touched[i]] = 0;
      self[touched[i]] = 0;
      for (const column of bases) column[touched[i]] = 0;
    }
    const { ofNode } = this.places;
    if (ofNode) for (let i = 0; i < count; i++) touched[i] = ofNode[touched[i]];
    return count;
  }

  release(): void {
    release(this.self, ...this.bases, this.place, this.mark);
  }

  /** What the base has at each touched node. */
  private baseOf(count: number): Float64Array {
    const { bases, place: touched } = this;
    const columns = bases.map((column) => picked(column, touched, count));
    if (columns.length === 1) return columns[0];
    const median = new Float64Array(count);
    medianColumns(columns, median);
    return median;
  }

  /** Adds values of a kind to the nodes where its samples end; notes each such node once. */
  private scatter(
    profiles: readonly number[],
    factor: number,
    into: Float64Array,
    kind: number,
    from: number,
  ): number {
    const { prepared, type } = this.compared;
    const { place: touched, mark } = this;
    let count = from;
    for (const p of profiles) {
      const cells = prepared.cells(p);
      const { order, node: nodes } = cells;
      const sums = prepared.cellSums(p, type);
      const end = cells.end(kind);
      for (let i = cells.start(kind); i < end; i++) {
        const node = nodes[order[i]];
        const value = sums[order[i]] * factor;
        if (node < 0 || value === 0) continue;
        if (mark[node] === 0) {
          mark[node] = 1;
          touched[count++] = node;
        }
        into[node] += value;
      }
    }
    return count;
  }
}

/** The values of a column at some nodes. */
function picked(column: Float64Array, nodes: Int32Array, count: number): Float64Array {
  const out = new Float64Array(count);
  for (let i = 0; i < count; i++) out[i] = column[nodes[i]];
  return out;
}
