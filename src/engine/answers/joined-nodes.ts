import { NODE_JOINED, nodeTotals } from "../../calltree/call-tree.js";
import type { SampleTypeOfSet } from "../file-set.js";
import type { Prepared } from "../prepared-tree.js";
import type { Question } from "../question.js";

/** A frame counts as joined where at least this share of its bytes has it by joining alone. */
const JOINED_SHARE = 0.5;

const MOVING = /^(?:hide|show|show-from|collapse|merge-recursion|tagroot)$/;

/** Whether transforms moved frames, so that those added by joining cannot be told by their depth. */
export function movesFrames({ inverted, transforms }: Question): boolean {
  return inverted || transforms.some((t) => MOVING.test(t.do));
}

/**
 * 1 for each node whose frame most of its bytes have by joining: the recorder had cut it off. Of a
 * tree whose frames were moved, the nodes that no recorded stack has at all.
 */
export function joinedMarks(
  prepared: Prepared,
  question: Question,
  profiles: readonly number[],
  type: SampleTypeOfSet,
): Uint8Array {
  const { tree, joined, set } = prepared;
  const marks = new Uint8Array(tree.nodeCount);
  if (!joined) return marks;
  if (movesFrames(question)) {
    for (let n = 0; n < marks.length; n++) marks[n] = tree.flags[n] & NODE_JOINED ? 1 : 0;
    return marks;
  }
  const key = `${type.name} ${profiles.join()}`;
  const found = prepared.marks.get(key);
  if (found) return found;
  const added = new Float64Array(tree.nodeCount);
  let any = false;
  // The last node of each stack that was added, once for all samples of the stack.
  const turn = new Int32Array(tree.nodeCount);
  for (const p of profiles) {
    const { offsets } = joined.added[p];
    const nodes = tree.sampleNode[p];
    const values = set.values(p, type);
    for (let s = 0; s < nodes.length; s++) {
      const length = offsets[s + 1] - offsets[s];
      const node = nodes[s];
      const value = Math.abs(values[s]);
      if (length === 0 || node < 0 || value === 0) continue;
      any = true;
      let at = turn[node] > 0 && tree.depth[turn[node]] === length ? turn[node] : node;
      while (tree.depth[at] > length) at = tree.parent[at];
      turn[node] = at;
      added[at] += value;
    }
  }
  if (!any) return prepared.marks.set(key, marks);
  const joinedBytes = nodeTotals(tree, added);
  const bytes = nodeTotals(tree, prepared.self(profiles, type).map(Math.abs));
  for (let n = 1; n < marks.length; n++) {
    if (bytes[n] > 0 && joinedBytes[n] >= bytes[n] * JOINED_SHARE) marks[n] = 1;
  }
  return prepared.marks.set(key, marks);
}
