import { ChildIndex } from "../lib/child-index.js";
import { widened } from "../lib/growable.js";
import { keepShape, release } from "../lib/release.js";
import { ProfileError } from "../profile/profile-error.js";
import { MAX_TREE_NODES } from "../profile/size-limits.js";
import { PROFILE_WORDS } from "../words/readers/profile-words.js";
import type { CallTree } from "./call-tree.js";
import { NODE_MIXED } from "./node-flags.js";
import type { StackBuffer } from "./stack-buffer.js";

/** The columns of a tree's nodes. */
export type BuiltNodes = Pick<
  CallTree,
  "nodeCount" | "parent" | "frame" | "depth" | "flags" | "mixed"
>;

/** The nodes of a call tree, numbered by (parent, frame). */
export class TreeBuilder {
  private readonly index: ChildIndex;
  private depth: Uint16Array<ArrayBuffer>;
  private flags: Uint8Array<ArrayBuffer>;

  /**
   * @param most nodes beyond the root
   * @param room for so many nodes nothing need grow
   */
  constructor(
    private readonly most = MAX_TREE_NODES,
    room = 1 << 12,
  ) {
    this.index = new ChildIndex(room);
    this.depth = new Uint16Array(room);
    this.flags = new Uint8Array(room);
  }

  /**
   * The node of a frame below another node, made where there is none; a flag holds of a node only
   * where every call of it has it.
   * @throws ProfileError where the tree would have more nodes than it may
   */
  child(parent: number, frame: number, flag: number): number {
    const { index } = this;
    const { count } = index;
    const node = index.child(parent, frame);
    if (node === count) {
      this.put(node, parent, flag);
      return node;
    }
    const known = this.flags[node];
    if (known !== flag) this.flags[node] = (known & flag) | NODE_MIXED;
    return node;
  }

  /** As `child`, of a frame that never comes below that node a second time. */
  only(parent: number, frame: number, flag: number): number {
    const node = this.index.only(parent, frame);
    this.put(node, parent, flag);
    return node;
  }

  /**
   * The node where a stack ends.
   * @param inverted leaf first
   * @throws ProfileError as `child`
   */
  path({ frames, flags, size }: StackBuffer, inverted: boolean): number {
    let node = 0;
    if (inverted) {
      for (let i = 0; i < size; i++) node = this.child(node, frames[i], flags[i]);
    } else {
      for (let i = size - 1; i >= 0; i--) node = this.child(node, frames[i], flags[i]);
    }
    return node;
  }

  /** The nodes; the builder is of no use afterwards. */
  done(): BuiltNodes {
    const { count, parent } = this.index;
    const mixed = this.flags.slice(0, count);
    const flags = mixed.slice();
    for (let node = 0; node < count; node++) {
      mixed[node] = mixed[node] & NODE_MIXED ? 1 : 0;
      flags[node] = flags[node] & ~NODE_MIXED;
    }
    const built = {
      nodeCount: count,
      parent: parent.slice(0, count),
      frame: this.index.keys(),
      depth: this.depth.slice(0, count),
      flags,
      mixed,
    };
    this.index.release();
    release(this.depth, this.flags);
    return built;
  }

  private put(node: number, parent: number, flag: number): void {
    if (node > this.most) throw tooLarge(this.most);
    if (node === this.depth.length) {
      this.depth = widened(this.depth);
      this.flags = widened(this.flags);
    }
    this.depth[node] = this.depth[parent] + 1;
    this.flags[node] = flag;
  }
}

function tooLarge(most: number): ProfileError {
  return new ProfileError(PROFILE_WORDS.tooManyBoxes(most), {
    hint: PROFILE_WORDS.tooManyBoxesHint,
  });
}

keepShape(new TreeBuilder(0, 0));
