import { nodeTotals } from "../../calltree/call-tree.js";
import { isDeltaProfile } from "../../profile/delta-profile.js";
import { ENGINE_WORDS } from "../../words/engine-words.js";
import type { SampleTypeOfSet } from "../file-set.js";
import type { Prepared } from "../prepared-tree.js";
import type { Question } from "../question.js";
import { sidesOf } from "../sides.js";

const WORDS = ENGINE_WORDS.survival;

/** Live growth over what was allocated since the base, for each node. */
export interface Survival {
  /** NaN where nothing was allocated in between; undefined where it cannot be computed */
  readonly ofNode: Float32Array | undefined;
  /** bytes allocated in between, for each node */
  readonly allocated: Float64Array | undefined;
  /** why it cannot be computed; "" where it can */
  readonly refused: string;
}

/**
 * Survival of each node between the base and what is shown: dI / dA, where dI is the growth of
 * the live bytes and dA what was allocated in the interval. Near 1: what is allocated stays;
 * near 0 with much allocated: churn.
 */
export function survivalOfNodes(
  prepared: Prepared,
  question: Question,
  type: SampleTypeOfSet,
): Survival {
  const refuse = (refused: string): Survival => ({
    ofNode: undefined,
    allocated: undefined,
    refused,
  });
  const { set, tree } = prepared;
  const sides = sidesOf(question);
  const base = sides.base[0];
  const shown = sides.shown[0];
  if ([...sides.shown, ...sides.base].some((p) => isDeltaProfile(set.profiles[p]))) {
    return refuse(WORDS.delta);
  }
  if (base === undefined) return refuse(WORDS.noBase);
  if (sides.baseIsMedian) return refuse(WORDS.median);
  if (base === shown) return refuse(WORDS.same);
  const found = set.class(question.set);
  if (found.kind !== "series" && set.profiles.length > 1) {
    return refuse(WORDS.noSeries(found.why));
  }
  const order = found.order;
  const from = order.indexOf(base);
  const to = order.indexOf(shown);
  if (from > to) return refuse(WORDS.later);
  if (found.restarts.some((r) => order.indexOf(r) > from && order.indexOf(r) <= to)) {
    return refuse(WORDS.restarted);
  }
  const alloc = set.allocated(type);
  if (!alloc) return refuse(WORDS.notLive);
  const live = nodeTotals(tree, difference(prepared, shown, base, type));
  const allocated = nodeTotals(tree, difference(prepared, shown, base, alloc));
  const ofNode = new Float32Array(tree.nodeCount);
  for (let node = 0; node < ofNode.length; node++) {
    const dA = allocated[node];
    ofNode[node] = dA > 0 ? Math.min(1, Math.max(0, live[node] / dA)) : Number.NaN;
  }
  return { ofNode, allocated, refused: "" };
}

function difference(
  prepared: Prepared,
  shown: number,
  base: number,
  type: SampleTypeOfSet,
): Float64Array {
  const after = prepared.self([shown], type);
  const before = prepared.self([base], type);
  return after.map((v, i) => v - before[i]);
}
