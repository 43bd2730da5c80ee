/** Stacks as a tree of frames, root first. Node 0 is above all roots; children come after parents. */
export class PathTree {
  size = 1;
  parent = new Int32Array(1 << 10).fill(-1, 0, 1);
  depth = new Int32Array(1 << 10);
  frame = new Int32Array(1 << 10).fill(-1, 0, 1);
  /** node by parent and frame; 0 for none */
  private slots = new Int32Array(1 << 12);

  /** Puts a stack in; returns its node. */
  add(frames: Int32Array, length: number): number {
    let node = 0;
    for (let i = 0; i < length; i++) {
      const slot = this.find(node, frames[i]);
      node = this.slots[slot] || this.put(slot, node, frames[i]);
    }
    return node;
  }

  /** The deepest node that a stack shares with the tree. */
  follow(frames: Int32Array, length: number): number {
    let node = 0;
    for (let i = 0; i < length; i++) {
      const child = this.slots[this.find(node, frames[i])];
      if (child === 0) break;
      node = child;
    }
    return node;
  }

  private find(node: number, frame: number): number {
    const { slots } = this;
    const mask = slots.length - 1;
    let slot = hashOf(node, frame) & mask;
    for (;;) {
      const child = slots[slot];
      if (child === 0 || (this.parent[child] === node && this.frame[child] === frame)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  private put(slot: number, node: number, frame: number): number {
    const child = this.size++;
    if (child === this.parent.length) {
      this.parent = widened(this.parent);
      this.depth = widened(this.depth);
      this.frame = widened(this.frame);
    }
    this.parent[child] = node;
    this.depth[child] = this.depth[node] + 1;
    this.frame[child] = frame;
    this.slots[slot] = child;
    if (this.size * 2 > this.slots.length) this.spread();
    return child;
  }

  private spread(): void {
    this.slots = new Int32Array(this.slots.length * 4);
    for (let child = 1; child < this.size; child++) {
      this.slots[this.find(this.parent[child], this.frame[child])] = child;
    }
  }
}

function hashOf(node: number, frame: number): number {
  const hash = Math.imul(node, 0x9e3779b1) ^ Math.imul(frame, 0x85ebca6b);
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 8;
}

function widened(column: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const next = new Int32Array(column.length * 2);
  next.set(column);
  return next;
}
