import { ChildIndex } from "../../lib/child-index.js";
import { widened } from "../../lib/growable.js";

/** Stacks as a tree of frames, root first. Node 0 is above all roots; children come after parents. */
export class PathTree {
  depth = new Int32Array(1 << 10);
  private readonly index = new ChildIndex();

  get size(): number {
    return this.index.count;
  }

  get parent(): Int32Array {
    return this.index.parent;
  }

  /** The frames of all nodes, made each time. */
  frames(): Int32Array {
    return this.index.keys();
  }

  /** Puts a stack in; returns its node. */
  add(frames: Int32Array, length: number): number {
    let node = 0;
    for (let i = 0; i < length; i++) node = this.child(node, frames[i]);
    return node;
  }

  /** The deepest node that a stack shares with the tree. */
  follow(frames: Int32Array, length: number): number {
    let node = 0;
    for (let i = 0; i < length; i++) {
      const child = this.index.find(node, frames[i]);
      if (child === 0) break;
      node = child;
    }
    return node;
  }

  private child(node: number, frame: number): number {
    const { count } = this.index;
    const child = this.index.child(node, frame);
    if (child === count) {
      if (child === this.depth.length) this.depth = widened(this.depth);
      this.depth[child] = this.depth[node] + 1;
    }
    return child;
  }
}
