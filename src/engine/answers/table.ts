import { type CallTree, sumUp } from "../../calltree/call-tree.js";
import { functionGraph } from "../../calltree/functions/function-graph.js";
import {
  type FunctionSums,
  functionSums,
  inlineMarks,
  recursions,
  sortFrames,
} from "../../calltree/functions/function-table.js";
import { release } from "../../lib/release.js";
import type { FunctionTable } from "../answers.js";
import { comparisonOf } from "../comparison.js";
import type { SampleTypeOfSet } from "../file-set.js";
import type { Prepared } from "../prepared-tree.js";
import type { Question } from "../question.js";
import { heaviestPaths } from "./heaviest-path.js";
import { survivalOfNodes } from "./survival.js";

/**
 * All functions of a question that hold anything, in pprof's order: by |flat|, with a base by
 * |flat - baseFlat|, then by name. The tree must not be inverted.
 * @param graph the tree that is drawn, into which the rows' paths lead
 */
export function functionTable(
  prepared: Prepared,
  question: Question,
  graph: Prepared = prepared,
): FunctionTable {
  const { set, tree } = prepared;
  const compared = comparisonOf(prepared, question);
  const { type, self, baseSelf, shown } = compared;
  const after = functionSums(tree, self);
  // A difference itself has no other side: its figures are the change.
  const before = baseSelf && !compared.isDelta ? functionSums(tree, baseSelf) : undefined;
  const variance = sumsOfOwn(tree, compared.variance);
  const varianceBefore = compared.baseVariance;
  const baseVariance = varianceBefore && sumsOfOwn(tree, varianceBefore);
  const objectsType = set.companion(type, "objects");
  const objects = objectsType ? functionSums(tree, prepared.self(shown, objectsType)) : undefined;
  const count = tree.frames.names.length;
  const score = new Float64Array(count);
  const second = new Float64Array(count);
  const present: number[] = [];
  for (let f = 0; f < count; f++) {
    const baseFlat = before?.flat[f] ?? 0;
    const baseCum = before?.cum[f] ?? 0;
    score[f] = after.flat[f] - baseFlat;
    second[f] = after.cum[f] - baseCum;
    if (after.flat[f] !== 0 || after.cum[f] !== 0 || baseFlat !== 0 || baseCum !== 0) {
      present.push(f);
    }
  }
  const frame = sortFrames(Int32Array.from(present), tree.frames.names, score, second);
  const survival = survivalOfFunctions(prepared, question, type);
  const live = passing(prepared, [...shown, ...compared.base], type);
  const inline = inlineMarks(functionGraph(tree, self, { live }), count);
  release(live);
  const pick = (of: ArrayLike<number>) => Float64Array.from(frame, (f) => of[f]);
  const own = (of: "flat" | "cum", f: number) => variance[of][f];
  const base = (of: "flat" | "cum", f: number) => baseVariance?.[of][f] ?? 0;
  const errors = (variances: (f: number) => number) =>
    Float32Array.from(frame, (f) => Math.sqrt(variances(f)));
  const none = new Float64Array(0);
  return {
    frame,
    flat: pick(after.flat),
    cum: pick(after.cum),
    baseFlat: before ? pick(before.flat) : none,
    baseCum: before ? pick(before.cum) : none,
    flatError: errors((f) => own("flat", f) + base("flat", f)),
    cumError: errors((f) => own("cum", f) + base("cum", f)),
    sideErrors: before
      ? {
          flat: errors((f) => own("flat", f)),
          cum: errors((f) => own("cum", f)),
          baseFlat: errors((f) => base("flat", f)),
          baseCum: errors((f) => base("cum", f)),
        }
      : undefined,
    flatObjects: objects ? pick(objects.flat) : none,
    cumObjects: objects ? pick(objects.cum) : none,
    survival: survival ? Float32Array.from(frame, (f) => survival[f]) : new Float32Array(0),
    ...heaviestPaths(graph, question, frame),
    inline: Uint8Array.from(frame, (f) => inline[f]),
    of: compared.of,
    isDelta: compared.isDelta,
    sampling: compared.sampling,
    unit: type.unit,
    namesId: prepared.namesId,
  };
}

/** As `functionSums` of values that nobody else needs. */
function sumsOfOwn(tree: CallTree, self: Float64Array): FunctionSums {
  const sums = functionSums(tree, self);
  release(self);
  return sums;
}

/** For each node how many samples of some profiles pass through it that are not zero. */
export function passing(
  prepared: Prepared,
  profiles: readonly number[],
  type: SampleTypeOfSet,
): Float64Array {
  const { tree, set } = prepared;
  const ends = new Float64Array(tree.nodeCount);
  for (const p of profiles) {
    const values = set.values(p, type);
    const nodes = tree.sampleNode[p];
    for (let s = 0; s < values.length; s++) if (values[s] !== 0 && nodes[s] >= 0) ends[nodes[s]]++;
  }
  return sumUp(tree, ends);
}

/**
 * Live growth over what was allocated since the base, for each frame, by cum; NaN where nothing
 * was. Undefined where the question has no survival.
 */
function survivalOfFunctions(
  prepared: Prepared,
  question: Question,
  type: SampleTypeOfSet,
): Float32Array | undefined {
  const { allocated } = survivalOfNodes(prepared, question, type);
  if (!allocated) return undefined;
  const { tree } = prepared;
  const { shown, base } = comparisonOf(prepared, question);
  const after = functionSums(tree, prepared.self(shown, type)).cum;
  const before = functionSums(tree, prepared.self(base, type)).cum;
  const within = recursions(tree);
  const made = new Float64Array(tree.frames.names.length);
  for (let node = 1; node < tree.nodeCount; node++) {
    if (within[node] === 0) made[tree.frame[node]] += allocated[node];
  }
  return Float32Array.from(made, (dA, f) =>
    dA > 0 ? Math.min(1, Math.max(0, (after[f] - before[f]) / dA)) : Number.NaN,
  );
}
