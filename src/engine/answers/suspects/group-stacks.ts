import type { Prepared } from "../../prepared-tree.js";

/** Deeper stacks are cut at the leaf: nobody reads them. */
const MAX_STACK = 400;

/**
 * The stack that stands for each of some groups of samples: names from the root to the node that
 * the group is told by, and on along what holds most of the group itself, to where it is allocated.
 * Other kinds that pass the same node do not count: a path of Pods ends where Pods are made.
 * @param nodes for each group the node that it is told by
 * @param groupOfSample for each profile, for each sample its group, negative for none
 * @param values for each of `shown` the samples' values
 */
export function groupStacks(
  { tree }: Prepared,
  nodes: ReadonlyMap<number, number>,
  groupOfSample: readonly ArrayLike<number>[],
  shown: readonly number[],
  values: readonly ArrayLike<number>[],
): Map<number, string[]> {
  const own = new Map([...nodes.keys()].map((g) => [g, new Map<number, number>()]));
  shown.forEach((p, i) => {
    const groups = groupOfSample[p];
    const at = tree.sampleNode[p];
    const held = values[i];
    for (let s = 0; s < held.length; s++) {
      const ofGroup = own.get(groups[s]);
      if (ofGroup) ofGroup.set(at[s], (ofGroup.get(at[s]) ?? 0) + held[s]);
    }
  });
  const out = new Map<number, string[]>();
  for (const [g, node] of nodes) {
    const stack: number[] = [];
    for (let n = node; n > 0; n = tree.parent[n]) stack.push(n);
    stack.reverse();
    stack.push(...heaviestBelow(tree.parent, node, own.get(g) ?? new Map()));
    out.set(
      g,
      stack.slice(0, MAX_STACK).map((n) => tree.frames.names[tree.frame[n]]),
    );
  }
  return out;
}

/** The nodes below one along what holds most, as long as that is more than a node of its own. */
function heaviestBelow(
  parent: Int32Array,
  node: number,
  own: ReadonlyMap<number, number>,
): number[] {
  const totals = new Map<number, number>();
  for (const [leaf, value] of own) {
    for (let n = leaf; n > node; n = parent[n]) totals.set(n, (totals.get(n) ?? 0) + value);
  }
  const best = new Map<number, number>();
  for (const [n, total] of totals) {
    const rival = best.get(parent[n]);
    const least = rival === undefined ? (own.get(parent[n]) ?? 0) : (totals.get(rival) ?? 0);
    if (total > least || (total === least && rival !== undefined && n < rival)) {
      best.set(parent[n], n);
    }
  }
  const out: number[] = [];
  for (let n = best.get(node); n !== undefined; n = best.get(n)) out.push(n);
  return out;
}
