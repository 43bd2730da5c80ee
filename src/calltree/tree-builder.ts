import type { CallTree } from "./call-tree.js";

/** The columns of a tree's nodes. */
export type BuiltNodes = Pick<CallTree, "nodeCount" | "parent" | "frame" | "depth" | "flags">;

/** Nodes found by (parent, frame) in an open-addressed hash table. */
export class TreeBuilder {
  private parent = new Int32Array(1 << 12);
  private frame = new Int32Array(1 << 12);
  private depth = new Uint16Array(1 << 12);
  private flags = new Uint8Array(1 << 12);
  /** the child that was last asked for: most samples follow the one before for a while */
  private recent = new Int32Array(1 << 12);
  private slots = new Int32Array(1 << 14);
  private mask = (1 << 14) - 1;
  private count = 1;

  constructor() {
    this.parent[0] = -1;
    this.frame[0] = -1;
  }

  /**
   * The node of a frame below another node, made where there is none; a flag holds of a node only
   * where every call of it has it.
   */
  child(parent: number, frame: number, flag: number): number {
    const recent = this.recent[parent];
    if (recent !== 0 && this.frame[recent] === frame) {
      this.flags[recent] = this.flags[recent] & flag;
      return recent;
    }
    let slot = (Math.imul(parent, 0x9e3779b1) ^ Math.imul(frame + 1, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & this.mask;
    for (;;) {
      const node = this.slots[slot];
      if (node === 0) break;
      if (this.parent[node] === parent && this.frame[node] === frame) {
        this.flags[node] = this.flags[node] & flag;
        this.recent[parent] = node;
        return node;
      }
      slot = (slot + 1) & this.mask;
    }
    if (this.count === this.parent.length) this.growNodes();
    const node = this.count++;
    this.parent[node] = parent;
    this.frame[node] = frame;
    this.depth[node] = this.depth[parent] + 1;
    this.flags[node] = flag;
    this.recent[parent] = node;
    this.slots[slot] = node;
    if (this.count * 2 > this.slots.length) this.growSlots();
    return node;
  }

  done(): BuiltNodes {
    const n = this.count;
    return {
      nodeCount: n,
      parent: this.parent.slice(0, n),
      frame: this.frame.slice(0, n),
      depth: this.depth.slice(0, n),
      flags: this.flags.slice(0, n),
    };
  }

  private growNodes(): void {
    const room = this.parent.length * 2;
    const widen = (a: Int32Array<ArrayBuffer>) => {
      const next = new Int32Array(room);
      next.set(a);
      return next;
    };
    this.parent = widen(this.parent);
    this.frame = widen(this.frame);
    this.recent = widen(this.recent);
    const depth = new Uint16Array(room);
    depth.set(this.depth);
    this.depth = depth;
    const flags = new Uint8Array(room);
    flags.set(this.flags);
    this.flags = flags;
  }

  private growSlots(): void {
    this.slots = new Int32Array(this.slots.length * 2);
    this.mask = this.slots.length - 1;
    for (let node = 1; node < this.count; node++) {
      let slot =
        (Math.imul(this.parent[node], 0x9e3779b1) ^ Math.imul(this.frame[node] + 1, 0x85ebca6b)) >>>
        0;
      slot = (slot ^ (slot >>> 15)) & this.mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask;
      this.slots[slot] = node;
    }
  }
}
