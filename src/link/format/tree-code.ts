import { LINK_WORDS } from "../../words/readers/link-words.js";
import type { BitCoder } from "../coding/bit-coder.js";
import { CountModel } from "../coding/contexts.js";
import type { Dictionary } from "../dictionary.js";
import { LINK_LIMITS, type LinkTree } from "../link-content.js";
import { LinkError } from "../link-error.js";
import { NameCode, type NameLevel, newLevel, type Speller } from "./name-code.js";
import { ValueCode } from "./value-code.js";

/** A node some of whose children are still to be told. */
interface Open {
  readonly node: number;
  readonly level: NameLevel;
  left: number;
}

/**
 * Codes a tree, depth first: for each node its name (none for the root), its number of children,
 * its values. See docs/permalinks.md.
 * @param tree in the order that `ordered` gives; undefined to decode
 * @throws LinkError where what is read is beyond LINK_LIMITS
 */
export function codeTree(
  coder: BitCoder,
  shape: { readonly files: number; readonly types: number },
  known: Dictionary,
  speller: Speller,
  tree: LinkTree | undefined,
): LinkTree {
  const counts = tree && childCounts(tree.parent);
  const names = new NameCode(coder, known, speller);
  const values = new ValueCode(coder, shape.files, shape.types, tree);
  const children = new CountModel(6);
  const columns = shape.files * shape.types;
  const parent: number[] = [];
  const frame: number[] = [];
  const open: Open[] = [];
  // How many nodes in a row had one child: plumbing goes on and on.
  let run = 0;
  let frames = 0;
  do {
    const node = parent.length;
    if (node >= LINK_LIMITS.nodes || node * columns >= LINK_LIMITS.values) {
      throw new LinkError(LINK_WORDS.nodes);
    }
    // Opened, a node is up to two samples of its depth, of which the second has a frame more.
    frames += 2 * open.length + 1;
    if (frames > LINK_LIMITS.frames) throw new LinkError(LINK_WORDS.longStacks);
    const under = open.at(-1);
    if (under) under.left--;
    const name = tree && under ? tree.names[tree.frame[node]] : "";
    parent.push(under ? under.node : -1);
    frame.push(under ? names.code(frame[under.node], under.level, name) : -1);
    const callees = names.calleesOf(frame[node]).length;
    const variant = Math.min(callees, 2) * 2 + (run > 3 ? 1 : 0);
    const count = children.code(coder, counts?.[node] ?? 0, LINK_LIMITS.nodes, variant);
    run = count === 1 ? run + 1 : 0;
    values.code(node, count);
    if (count > 0) {
      if (open.length >= LINK_LIMITS.depth) throw new LinkError(LINK_WORDS.deepStacks);
      open.push({ node, level: newLevel(), left: count });
    }
    while (open.at(-1)?.left === 0) open.pop();
  } while (open.length > 0);
  return {
    names: names.names,
    parent: Int32Array.from(parent),
    frame: Int32Array.from(frame),
    ...values.done(),
  };
}

function childCounts(parent: Int32Array): Int32Array {
  const counts = new Int32Array(parent.length);
  for (let node = 1; node < parent.length; node++) counts[parent[node]]++;
  return counts;
}
