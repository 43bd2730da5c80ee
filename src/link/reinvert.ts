import type { CallTree } from "../calltree/call-tree.js";

/** A tree's shape and the own values of its nodes. */
export interface ValuedTree {
  readonly parent: Int32Array;
  readonly frame: Int32Array;
  readonly self: readonly Float64Array[];
}

/**
 * Turns an inverted tree (leaf first) root side up again: a node at which stacks end is one
 * stack, whose frames are read from it to the root.
 * @param self for each column the nodes' own values; length nodeCount each
 */
export function uprightTree(
  tree: Pick<CallTree, "parent" | "frame">,
  self: readonly Float64Array[],
): ValuedTree {
  const parent = [-1];
  const frame = [-1];
  const values: number[][] = self.map(() => [0]);
  const children: Map<number, number>[] = [new Map()];
  for (let end = 0; end < tree.parent.length; end++) {
    if (self.every((column) => column[end] === 0)) continue;
    let node = 0;
    for (let at = end; at > 0; at = tree.parent[at]) {
      const f = tree.frame[at];
      let child = children[node].get(f);
      if (child === undefined) {
        child = parent.push(node) - 1;
        frame.push(f);
        children.push(new Map());
        for (const column of values) column.push(0);
        children[node].set(f, child);
      }
      node = child;
    }
    self.forEach((column, c) => {
      values[c][node] += column[end];
    });
  }
  return {
    parent: Int32Array.from(parent),
    frame: Int32Array.from(frame),
    self: values.map((column) => Float64Array.from(column)),
  };
}
