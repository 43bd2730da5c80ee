import type { CallTree } from "../call-tree.js";

/**
 * 1 for each node that has an ancestor of the same key: what a stack holds is counted at the
 * outermost one only. One walk over the tree.
 * @param key for each node a number from 0 up, -1 for none
 * @param keys how many different ones there are
 */
export function shadowed(tree: CallTree, key: Int32Array, keys: number): Uint8Array {
  const { nodeCount, parent } = tree;
  // First child and next sibling, in order.
  const child = new Int32Array(nodeCount).fill(-1);
  const sibling = new Int32Array(nodeCount).fill(-1);
  for (let node = nodeCount - 1; node > 0; node--) {
    const up = parent[node];
    sibling[node] = child[up];
    child[up] = node;
  }
  const out = new Uint8Array(nodeCount);
  const open = new Uint32Array(keys);
  let node = 0;
  while (node >= 0) {
    const k = key[node];
    if (k >= 0) {
      if (open[k] > 0) out[node] = 1;
      open[k]++;
    }
    let next = child[node];
    while (next < 0 && node >= 0) {
      const left = key[node];
      if (left >= 0) open[left]--;
      next = sibling[node];
      node = parent[node];
    }
    node = next;
  }
  return out;
}
