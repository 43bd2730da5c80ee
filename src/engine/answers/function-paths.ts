import { recursions } from "../../calltree/functions/function-table.js";
import { pathText } from "../../calltree/path-hash.js";
import type { Comparison } from "../comparison.js";

/** A function over all paths that lead to it, as its row of the table has it. */
export interface FunctionPaths {
  /** of the samples in whose stack it occurs, each once however often it recurs */
  readonly cum: number;
  readonly baseCum: number;
  /** its outermost places in the tree, those that hold or held most first */
  readonly paths: readonly string[];
  /** how many there are; more than `paths` where those were too many */
  readonly count: number;
}

/** Nobody walks through more. */
const MOST_PATHS = 200;

/** All paths to the function of a frame. Costs the nodes of the tree. */
export function functionPaths(compared: Comparison, frame: number): FunctionPaths {
  const { tree, paths } = compared.prepared;
  const { totals, baseTotals } = compared;
  const within = recursions(tree);
  const nodes: number[] = [];
  let cum = 0;
  let baseCum = 0;
  const weight = (node: number) =>
    Math.max(Math.abs(totals[node]), Math.abs(baseTotals?.[node] ?? 0));
  for (let node = 1; node < tree.nodeCount; node++) {
    if (tree.frame[node] !== frame || within[node] !== 0 || weight(node) === 0) continue;
    nodes.push(node);
    cum += totals[node];
    baseCum += baseTotals?.[node] ?? 0;
  }
  nodes.sort((a, b) => weight(b) - weight(a) || a - b);
  return {
    cum,
    baseCum,
    paths: nodes.slice(0, MOST_PATHS).map((n) => pathText(paths.low[n], paths.high[n])),
    count: nodes.length,
  };
}
