import { findPath, type PathHashes, pathHashes, pathText } from "../../calltree/path-hash.js";
import { canonicalName } from "../../profile/function-name.js";
import type { LinkTree } from "../link-content.js";

/** Paths and stacks of a link's tree, so that answers can point to its nodes. */
export class TreePaths {
  private readonly hashes: PathHashes;
  private below: number[][] | undefined;

  constructor(readonly tree: Pick<LinkTree, "parent" | "frame" | "names">) {
    const { parent, frame, names } = tree;
    const nodeCount = parent.length;
    this.hashes = pathHashes({
      parent,
      frame,
      nodeCount,
      frames: { names, files: [], ofFunction: [], ofLine: [], ofBareLocation: [], loosened: [] },
    });
  }

  path(node: number): string {
    return pathText(this.hashes.low[node], this.hashes.high[node]);
  }

  /** The node of a path, -1 where it was cut. */
  find(path: string): number {
    return findPath(this.hashes, path);
  }

  nameOf(node: number): string {
    return node === 0 ? "all" : this.tree.names[this.tree.frame[node]];
  }

  /** Names from the root to the node. */
  stack(node: number): string[] {
    const out: string[] = [];
    for (let n = node; n > 0; n = this.tree.parent[n]) out.push(this.nameOf(n));
    return out.reverse();
  }

  /**
   * The deepest node at or below `node` whose stack begins the given one; `node` itself where
   * its own does not.
   */
  follow(node: number, stack: readonly string[]): number {
    const own = this.stack(node);
    if (own.some((name, i) => i >= stack.length || canonicalName(stack[i]) !== name)) return node;
    let at = node;
    for (let depth = own.length; depth < stack.length; depth++) {
      const name = canonicalName(stack[depth]);
      const next = this.children(at).find((child) => this.nameOf(child) === name);
      if (next === undefined) break;
      at = next;
    }
    return at;
  }

  private children(node: number): readonly number[] {
    if (!this.below) {
      const below: number[][] = Array.from(this.tree.parent, () => []);
      this.tree.parent.forEach((parent, n) => {
        if (parent >= 0) below[parent].push(n);
      });
      this.below = below;
    }
    return this.below[node];
  }

  /** Nodes at and below a node of a tree in depth-first order. */
  size(node: number): number {
    const { parent } = this.tree;
    let end = node + 1;
    while (end < parent.length && parent[end] >= node) end++;
    return end - node;
  }
}
