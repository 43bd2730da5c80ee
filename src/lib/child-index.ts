import { widened } from "./growable.js";
import { hashWith } from "./hash-index.js";
import { keepShape, release } from "./release.js";

/**
 * Numbers the nodes of a tree by their parents and a key of 32 bits, in the order in which they
 * come; number 0 is the root. A node with one child is all that most ways through a tree meet: only
 * the children of nodes that have several are in a hash table.
 */
export class ChildIndex {
  count = 1;
  /** `count` entries or more; -1 for the root */
  parent: Int32Array<ArrayBuffer>;
  /**
   * for each node its key, and beside it, since both are asked for together, the child that was last
   * asked for: 0 where there is none, negative where there are several
   */
  private nodes: Int32Array<ArrayBuffer>;
  /** numbers of nodes that have siblings; 0 for a free slot */
  private slots: Int32Array<ArrayBuffer>;
  private used = 0;

  /** @param room for so many nodes nothing need grow */
  constructor(room = 1 << 12) {
    const length = Math.max(16, room);
    this.parent = new Int32Array(length);
    this.nodes = new Int32Array(length * 2);
    let size = 32;
    // Most nodes have siblings: at half as many slots all are entered a second time.
    while (size < room * 2) size *= 2;
    this.slots = new Int32Array(size);
    this.parent[0] = -1;
    this.nodes[0] = -1;
  }

  /** The child of a node with a key; a new one is `count` as it was before. */
  child(parent: number, key: number): number {
    const recent = this.nodes[parent * 2 + 1];
    if (recent === 0) {
      const made = this.add(parent, key);
      this.nodes[parent * 2 + 1] = made;
      return made;
    }
    const known = recent < 0 ? -recent : recent;
    if (this.nodes[known * 2] === key) return known;
    if (recent > 0) this.enter(known);
    const slot = this.slotOf(parent, key);
    let node = this.slots[slot];
    if (node === 0) {
      node = this.add(parent, key);
      this.put(slot, node);
    }
    this.nodes[parent * 2 + 1] = -node;
    return node;
  }

  /** As `child`, of a key that never comes below that node a second time: it is not found again. */
  only(parent: number, key: number): number {
    return this.add(parent, key);
  }

  /** The child of a node with a key, 0 where there is none. */
  find(parent: number, key: number): number {
    const recent = this.nodes[parent * 2 + 1];
    if (recent === 0) return 0;
    const known = recent < 0 ? -recent : recent;
    if (this.nodes[known * 2] === key) return known;
    return recent > 0 ? 0 : this.slots[this.slotOf(parent, key)];
  }

  /** The keys of all nodes. */
  keys(): Int32Array<ArrayBuffer> {
    const keys = new Int32Array(this.count);
    for (let node = 0; node < keys.length; node++) keys[node] = this.nodes[node * 2];
    return keys;
  }

  /** Gives back its memory: it is of no use afterwards. */
  release(): void {
    release(this.parent, this.nodes, this.slots);
  }

  /** Where a child of a node that has several is, or could be. */
  private slotOf(parent: number, key: number): number {
    const { slots } = this;
    const mask = slots.length - 1;
    let slot = hashWith(hashWith(0, parent), key) & mask;
    for (;;) {
      const node = slots[slot];
      if (node === 0 || (this.parent[node] === parent && this.nodes[node * 2] === key)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  private enter(node: number): void {
    this.put(this.slotOf(this.parent[node], this.nodes[node * 2]), node);
  }

  private put(slot: number, node: number): void {
    this.slots[slot] = node;
    if (++this.used * 2 > this.slots.length) this.growSlots();
  }

  private add(parent: number, key: number): number {
    const node = this.count++;
    if (node === this.parent.length) {
      this.parent = widened(this.parent);
      this.nodes = widened(this.nodes);
    }
    this.parent[node] = parent;
    this.nodes[node * 2] = key;
    return node;
  }

  private growSlots(): void {
    const old = this.slots;
    this.slots = new Int32Array(old.length * 4);
    this.used = 0;
    for (let i = 0; i < old.length; i++) if (old[i] !== 0) this.enter(old[i]);
    release(old);
  }
}

keepShape(new ChildIndex(0));
