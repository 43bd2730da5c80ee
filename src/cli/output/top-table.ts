import { type CallTree, nodeSelf } from "../../calltree/call-tree.js";
import { functionGraph } from "../../calltree/functions/function-graph.js";
import {
  type FunctionSums,
  functionSums,
  INLINE_TEXT,
  inlineMarks,
  sortFrames,
} from "../../calltree/functions/function-table.js";
import { percentage, scale, scaledLabel } from "../../lib/measure.js";
import { itemAt } from "../../lib/must.js";

/** The flags of `go tool pprof -top`, under its names. */
export interface TopOptions {
  /** most nodes shown; 0 shows all */
  readonly nodeCount: number;
  /** nodes of a smaller share of the total are dropped, by cum */
  readonly nodeFraction: number;
  /** calls of a smaller share decide no inline mark */
  readonly edgeFraction: number;
  readonly cumSort: boolean;
  /** unit of the figures; "minimum" chooses one for the table */
  readonly unit: string;
}

export const TOP_DEFAULTS: TopOptions = {
  nodeCount: 0,
  nodeFraction: 0.005,
  edgeFraction: 0.001,
  cumSort: false,
  unit: "minimum",
};

/** The rows of a table of functions: `newTrimmedGraph` of google/pprof, internal/report. */
export interface TopTable {
  /** frames in order */
  readonly frames: Int32Array;
  readonly sums: FunctionSums;
  /** INLINE_NONE, INLINE_ALL, INLINE_SOME; by frame */
  readonly inline: Uint8Array;
  /** nodes below the fraction */
  readonly dropped: number;
  /** nodes before nodeCount cut some off */
  readonly outOf: number;
}

/** Own values of each node of a tree: the sum over its profiles. */
export function selfOfAll(tree: CallTree, values: readonly Float64Array[]): Float64Array {
  const sum = new Float64Array(tree.nodeCount);
  values.forEach((column, p) => {
    const self = nodeSelf(tree, p, column);
    for (let node = 0; node < sum.length; node++)
      sum[node] = itemAt(sum, node) + itemAt(self, node);
  });
  return sum;
}

/**
 * The table of a tree that holds only samples of values other than zero.
 * @param self own values of each node, length nodeCount
 */
export function topTable(tree: CallTree, self: Float64Array, options: TopOptions): TopTable {
  const { names } = tree.frames;
  const sums = functionSums(tree, self);
  const { flat, cum } = sums;
  const all: number[] = [];
  let flatSum = 0;
  for (let f = 0; f < names.length; f++) {
    if (flat[f] === 0 && cum[f] === 0) continue;
    all.push(f);
    flatSum += itemAt(flat, f);
  }
  // The cutoff is of what the nodes hold, though the header tells that of the whole total.
  const nodeCutoff = Math.abs(Math.trunc(flatSum * options.nodeFraction));
  const edgeCutoff = Math.abs(Math.trunc(flatSum * options.edgeFraction));
  const above = nodeCutoff > 0 ? all.filter((f) => Math.abs(itemAt(cum, f)) >= nodeCutoff) : all;
  const order = options.cumSort
    ? sortFrames(Int32Array.from(above), names, cum, flat)
    : sortFrames(Int32Array.from(above), names, flat, cum);
  const frames = options.nodeCount > 0 ? order.slice(0, options.nodeCount) : order;
  let kept: Uint8Array | undefined;
  if (frames.length < all.length) {
    kept = new Uint8Array(names.length);
    for (const f of frames) kept[f] = 1;
  }
  const inline = inlineMarks(functionGraph(tree, self, { kept }), names.length, edgeCutoff);
  return {
    frames,
    sums,
    inline,
    dropped: all.length - above.length,
    outOf: above.length,
  };
}

/** The unit of a table's figures: `selectOutputUnit` of google/pprof, internal/report. */
export function tableUnit(table: TopTable, total: number, from: string, wanted: string): string {
  if (wanted !== "minimum" || table.frames.length === 0) return wanted;
  const { flat, cum } = table.sums;
  let least = 0;
  for (const f of table.frames) {
    const value = Math.abs(itemAt(flat, f)) || Math.abs(itemAt(cum, f));
    if (value > 0 && (least === 0 || value < least)) least = value;
  }
  if (least === 0) least = total;
  const smallest = scale(least, from, "minimum").unit;
  const largest = scale(total, from, "minimum").unit;
  const unit =
    smallest !== largest && least * 100 < total
      ? scale(100 * least, from, "minimum").unit
      : smallest;
  return unit || from;
}

/**
 * The table as text, from the line "Showing nodes accounting for" on.
 * @param total what percentages are of
 * @param sampleUnit unit of the values
 * @param unit unit of the figures shown
 */
export function topLines(
  table: TopTable,
  names: readonly string[],
  total: number,
  sampleUnit: string,
  unit: string,
  options: TopOptions,
): string[] {
  const label = (value: number) => scaledLabel(value, sampleUnit, unit);
  const { flat, cum } = table.sums;
  const shown = table.frames.reduce((sum, f) => sum + itemAt(flat, f), 0);
  const lines = [
    `Showing nodes accounting for ${label(shown)}, ${percentage(shown, total).trim()} of ${label(total)} total`,
  ];
  if (total !== 0 && table.dropped > 0) {
    const cutoff = label(Math.abs(Math.trunc(total * options.nodeFraction)));
    const nodes = table.dropped > 1 ? "nodes" : "node";
    lines.push(`Dropped ${table.dropped} ${nodes} (cum <= ${cutoff})`);
  }
  const count = table.frames.length;
  if (total !== 0 && count > 0 && count < table.outOf) {
    lines.push(`Showing top ${count} nodes out of ${table.outOf}`);
  }
  lines.push("      flat  flat%   sum%        cum   cum%");
  let sum = 0;
  for (const f of table.frames) {
    sum += itemAt(flat, f);
    lines.push(
      `${label(itemAt(flat, f)).padStart(10)} ${percentage(itemAt(flat, f), total)} ${percentage(sum, total)} ` +
        `${label(itemAt(cum, f)).padStart(10)} ${percentage(itemAt(cum, f), total)}  ` +
        `${itemAt(names, f)}${itemAt(INLINE_TEXT, itemAt(table.inline, f))}`,
    );
  }
  return lines;
}
