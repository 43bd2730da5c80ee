import { type CallTree, nodeTotals } from "../call-tree.js";
import { recursions } from "./function-table.js";
import {
  childrenOf,
  compareFigures,
  expand,
  type Group,
  groupOfFrame,
  type Side,
} from "./neighbour-groups.js";

/**
 * What calls a function, or what it calls, over several levels. Row 0 is the function; rows stand
 * depth first, each with `end`, the first row behind all below it. All arrays have `count` entries.
 *
 * A row stands for the samples in whose stack its chain of calls occurs, each once: its first level
 * is that of `go tool pprof -peek`. A function's calls of itself make no row.
 */
export interface NeighbourTree {
  readonly count: number;
  /** index into the tree's frames */
  readonly frame: Int32Array;
  /** -1 for row 0 */
  readonly parent: Int32Array;
  readonly end: Int32Array;
  /** in the unit of the values */
  readonly value: Float64Array;
  /** the same before; zeros without a base */
  readonly baseValue: Float64Array;
  /** 1 where the call was inlined in all of its samples */
  readonly inline: Uint8Array;
  /** 1 for a row that has more below it than the tree has room for */
  readonly more: Uint8Array;
}

export interface NeighbourOptions {
  readonly side: Side;
  /** own values of each node before; undefined without a base */
  readonly baseSelf?: Float64Array | undefined;
  /** for each node how many samples other than zero pass through it; undefined: all do */
  readonly live?: Float64Array | undefined;
  /** rows at most; the heaviest are opened first */
  readonly most?: number;
}

/** So many rows are read by nobody, and cost little. */
const MOST_ROWS = 4000;
/** Deeper chains than this are not followed. */
const MOST_LEVELS = 200;

interface Row {
  readonly group: Group;
  readonly level: number;
  readonly children: Row[];
  more: boolean;
}

/**
 * The tree of callers or callees of a frame. The call tree must not be inverted.
 * @param self own values of each node (`nodeSelf`); length nodeCount
 */
export function neighbourTree(
  tree: CallTree,
  self: Float64Array,
  frame: number,
  options: NeighbourOptions,
): NeighbourTree {
  const { side, baseSelf, live, most = MOST_ROWS } = options;
  const source = {
    tree,
    total: nodeTotals(tree, self),
    baseTotal: baseSelf ? nodeTotals(tree, baseSelf) : undefined,
    recurs: recursions(tree),
    live,
    ...childrenOf(tree),
  };
  const root: Row = { group: groupOfFrame(source, frame), level: 0, children: [], more: false };
  const open: Row[] = [root];
  let rows = 1;
  while (open.length > 0) {
    const row = takeHeaviest(open);
    const groups = row.level < MOST_LEVELS ? expand(source, row.group, side) : [];
    // The first level is always whole: it is what -peek prints.
    if (row.level > 0 && rows + groups.length > most) {
      row.more = groups.length > 0;
      continue;
    }
    groups.sort((a, b) => compareFigures(a, b, tree.frames.names));
    for (const group of groups) {
      const child: Row = { group, level: row.level + 1, children: [], more: false };
      row.children.push(child);
      open.push(child);
    }
    rows += groups.length;
  }
  return written(root, rows);
}

/** Takes the row out that most is to be told of. */
function takeHeaviest(open: Row[]): Row {
  let best = 0;
  for (let i = 1; i < open.length; i++) if (weight(open[i]) > weight(open[best])) best = i;
  const row = open[best];
  open[best] = open[open.length - 1];
  open.pop();
  return row;
}

function weight({ level, group }: Row): number {
  return level === 0 ? Infinity : Math.max(Math.abs(group.value), Math.abs(group.baseValue));
}

function written(root: Row, count: number): NeighbourTree {
  const out = {
    count,
    frame: new Int32Array(count),
    parent: new Int32Array(count).fill(-1),
    end: new Int32Array(count),
    value: new Float64Array(count),
    baseValue: new Float64Array(count),
    inline: new Uint8Array(count),
    more: new Uint8Array(count),
  };
  let at = 0;
  const write = (row: Row, parent: number): void => {
    const here = at++;
    const { group } = row;
    out.frame[here] = group.frame;
    out.parent[here] = parent;
    out.value[here] = group.value;
    out.baseValue[here] = group.baseValue;
    out.inline[here] = group.inline ? 1 : 0;
    out.more[here] = row.more ? 1 : 0;
    for (const child of row.children) write(child, here);
    out.end[here] = at;
  };
  write(root, -1);
  return out;
}
