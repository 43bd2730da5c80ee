import {
  type AddedFrames,
  type CallTree,
  NODE_JOINED,
  nodeTotals,
} from "../../calltree/call-tree.js";
import { memo } from "../../lib/memo.js";
import { release } from "../../lib/release.js";
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
 * @param totals of these profiles and this type, where they are there
 */
export function joinedMarks(
  prepared: Prepared,
  question: Question,
  profiles: readonly number[],
  type: SampleTypeOfSet,
  totals?: Float64Array,
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
  // The last node of each stack that was added, once for all samples of the stack.
  const turn = new Int32Array(tree.nodeCount);
  const tops: number[] = [];
  for (const p of profiles) {
    const { offsets } = joined.added[p];
    const nodes = tree.sampleNode[p];
    const values = set.values(p, type);
    for (const s of lengthenedSamples(joined.added[p])) {
      const length = offsets[s + 1] - offsets[s];
      const node = nodes[s];
      const value = Math.abs(values[s]);
      if (node < 0 || value === 0) continue;
      let at = turn[node] > 0 && tree.depth[turn[node]] === length ? turn[node] : node;
      while (tree.depth[at] > length) at = tree.parent[at];
      turn[node] = at;
      if (added[at] === 0) tops.push(at);
      added[at] += value;
    }
  }
  if (tops.length === 0) return prepared.marks.set(key, marks);
  const bytes = unsignedTotals(prepared, profiles, type, totals);
  // Only what was added, and what lies above it, holds any of it; a parent comes before its children.
  for (const n of withAllAbove(tree, tops)) {
    if (n === 0) continue;
    if (bytes[n] > 0 && added[n] >= bytes[n] * JOINED_SHARE) marks[n] = 1;
    added[tree.parent[n]] += added[n];
  }
  release(added, turn);
  return prepared.marks.set(key, marks);
}

/** What each node holds, its values without their signs. */
function unsignedTotals(
  prepared: Prepared,
  profiles: readonly number[],
  type: SampleTypeOfSet,
  totals: Float64Array | undefined,
): Float64Array {
  const self = prepared.self(profiles, type);
  for (let i = 0; i < self.length; i++) {
    if (self[i] < 0) return nodeTotals(prepared.tree, self.map(Math.abs));
  }
  return totals ?? prepared.totals(self);
}

/** Some nodes and all above them, each once, the later ones first. */
function withAllAbove({ parent, nodeCount }: CallTree, nodes: readonly number[]): Int32Array {
  const seen = new Uint8Array(nodeCount);
  let count = 0;
  for (const node of nodes) {
    for (let n = node; n >= 0 && seen[n] === 0; n = parent[n]) {
      seen[n] = 1;
      count++;
    }
  }
  const out = new Int32Array(count);
  for (let n = nodeCount - 1; n >= 0; n--) if (seen[n] === 1) out[out.length - count--] = n;
  return out;
}

/** The samples to which joining added frames. */
export const lengthenedSamples = memo(({ offsets }: AddedFrames): Int32Array => {
  let count = 0;
  for (let s = 0; s + 1 < offsets.length; s++) if (offsets[s + 1] > offsets[s]) count++;
  const out = new Int32Array(count);
  for (let s = 0, at = 0; at < count; s++) if (offsets[s + 1] > offsets[s]) out[at++] = s;
  return out;
});
