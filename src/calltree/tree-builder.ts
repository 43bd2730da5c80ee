import { widened } from "../lib/growable.js";
import { PairIndex } from "../lib/pair-index.js";
import { ProfileError } from "../profile/profile-error.js";
import { MAX_TREE_NODES } from "../profile/size-limits.js";
import { PROFILE_WORDS } from "../words/readers/profile-words.js";
import type { CallTree } from "./call-tree.js";

/** The columns of a tree's nodes. */
export type BuiltNodes = Pick<
  CallTree,
  "nodeCount" | "parent" | "frame" | "depth" | "flags" | "mixed"
>;

/** Among a node's flags: some of its calls have one that others have not. */
const MIXED = 0x80;

/** The nodes of a call tree, numbered by (parent, frame). */
export class TreeBuilder {
  private readonly index: PairIndex;
  private depth: Uint16Array<ArrayBuffer>;
  private flags: Uint8Array<ArrayBuffer>;
  /** the child that was last asked for: most samples follow the one before for a while */
  private recent: Int32Array<ArrayBuffer>;

  /**
   * @param most nodes beyond the root
   * @param room for so many nodes nothing need grow
   */
  constructor(
    private readonly most = MAX_TREE_NODES,
    room = 1 << 12,
  ) {
    this.index = new PairIndex(room);
    this.depth = new Uint16Array(room);
    this.flags = new Uint8Array(room);
    this.recent = new Int32Array(room);
    this.index.add(-1, -1);
  }

  /**
   * The node of a frame below another node, made where there is none; a flag holds of a node only
   * where every call of it has it.
   * @throws ProfileError where the tree would have more nodes than it may
   */
  child(parent: number, frame: number, flag: number): number {
    const { index } = this;
    let node = this.recent[parent];
    if (node === 0 || index.second[node] !== frame) {
      const { count } = index;
      node = index.add(parent, frame);
      if (node === count) {
        this.put(node, parent, flag);
        return node;
      }
      this.recent[parent] = node;
    }
    const known = this.flags[node];
    if (known !== flag) this.flags[node] = (known & flag) | MIXED;
    return node;
  }

  done(): BuiltNodes {
    const { count, first, second } = this.index;
    const mixed = this.flags.slice(0, count);
    const flags = mixed.slice();
    for (let node = 0; node < count; node++) {
      mixed[node] = mixed[node] & MIXED ? 1 : 0;
      flags[node] = flags[node] & ~MIXED;
    }
    return {
      nodeCount: count,
      parent: first.slice(0, count),
      frame: second.slice(0, count),
      depth: this.depth.slice(0, count),
      flags,
      mixed,
    };
  }

  private put(node: number, parent: number, flag: number): void {
    if (node > this.most) throw tooLarge(this.most);
    if (node === this.depth.length) {
      this.recent = widened(this.recent);
      this.depth = widened(this.depth);
      this.flags = widened(this.flags);
    }
    this.depth[node] = this.depth[parent] + 1;
    this.flags[node] = flag;
    this.recent[parent] = node;
  }
}

function tooLarge(most: number): ProfileError {
  return new ProfileError(PROFILE_WORDS.tooManyBoxes(most), {
    hint: PROFILE_WORDS.tooManyBoxesHint,
  });
}
