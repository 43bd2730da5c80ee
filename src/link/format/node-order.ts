import type { Dictionary } from "../dictionary.js";
import type { LinkTree } from "../link-content.js";

/**
 * The same tree in the order of the form: depth first, of the children of a node first those
 * that the dictionary knows as its callees, in the dictionary's order, then the others as they
 * were; names in the order of their first node. Names without a node are left out.
 */
export function ordered(tree: LinkTree, known: Dictionary): LinkTree {
  const n = tree.parent.length;
  const listed = tree.names.map((name) => known.indexOf.get(name) ?? -1);
  const children: number[][] = Array.from({ length: n }, () => []);
  for (let node = 1; node < n; node++) children[tree.parent[node]].push(node);
  const order: number[] = [];
  const stack = [0];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    order.push(node);
    const own = node === 0 ? 0 : listed[tree.frame[node]];
    const callees = own < 0 ? undefined : known.callees[own];
    const rank = (child: number) => {
      const at = callees ? callees.indexOf(listed[tree.frame[child]]) : -1;
      return at < 0 ? Number.MAX_SAFE_INTEGER : at;
    };
    const sorted = children[node].map((c) => ({ c, rank: rank(c) }));
    sorted.sort((a, b) => a.rank - b.rank || a.c - b.c);
    for (let i = sorted.length - 1; i >= 0; i--) stack.push(sorted[i].c);
  }
  const numberOf = new Int32Array(n);
  for (let i = 0; i < n; i++) numberOf[order[i]] = i;
  const names: string[] = [];
  const nameOf = new Int32Array(tree.names.length).fill(-1);
  const frame = new Int32Array(n).fill(-1);
  for (let i = 1; i < n; i++) {
    const old = tree.frame[order[i]];
    if (nameOf[old] < 0) nameOf[old] = names.push(tree.names[old]) - 1;
    frame[i] = nameOf[old];
  }
  const moved = (column: Float64Array) => Float64Array.from(order, (node) => column[node]);
  return {
    names,
    parent: Int32Array.from(order, (node) => (node === 0 ? -1 : numberOf[tree.parent[node]])),
    frame,
    self: tree.self.map(moved),
    rest: tree.rest.map(moved),
  };
}
