import { type FunctionGraph, functionGraph } from "../../calltree/functions/function-graph.js";
import { compareBytes, functionSums } from "../../calltree/functions/function-table.js";
import { canonicalName } from "../../profile/function-name.js";
import type { CallersAnswer, Neighbour } from "../answers.js";
import { comparisonOf } from "../comparison.js";
import type { Prepared } from "../prepared-tree.js";
import type { Question } from "../question.js";
import { QuestionError } from "../question-error.js";
import { passing } from "./table.js";

/**
 * Who calls a function and what it calls, with the figures of `go tool pprof -peek`: a sample
 * counts once for each pair of caller and callee. The tree must not be inverted.
 * @throws QuestionError where the profiles have no such function
 */
export function callersAnswer(prepared: Prepared, question: Question, name: string): CallersAnswer {
  const { tree } = prepared;
  const { names, files } = tree.frames;
  const frame = frameNamed(names, name);
  if (frame < 0) {
    throw new QuestionError(
      `no function of these profiles is called ${name}`,
      "a filter may have taken it away",
    );
  }
  const compared = comparisonOf(prepared, question);
  const { type, self, baseSelf } = compared;
  const live = passing(prepared, [...compared.shown, ...compared.base], type);
  const after = functionGraph(tree, self, { live });
  const before = baseSelf ? functionGraph(tree, baseSelf, { live }) : undefined;
  const sums = functionSums(tree, self);
  const baseSums = baseSelf ? functionSums(tree, baseSelf) : undefined;
  return {
    frame,
    name: names[frame],
    file: files[frame],
    flat: sums.flat[frame],
    cum: sums.cum[frame],
    baseFlat: baseSums?.flat[frame] ?? 0,
    baseCum: baseSums?.cum[frame] ?? 0,
    callers: neighbours(after, before, names, frame, "callee", "caller"),
    callees: neighbours(after, before, names, frame, "caller", "callee"),
    of: compared.of,
    unit: type.unit,
    hasBase: compared.isDifference,
    isDelta: compared.isDelta,
  };
}

/** The frame of this name, or of one that is the same function in another build; else -1. */
function frameNamed(names: readonly string[], name: string): number {
  const exact = names.indexOf(name);
  if (exact >= 0) return exact;
  const wanted = canonicalName(name);
  return names.findIndex((other) => canonicalName(other) === wanted);
}

/** The other ends of the edges at a frame, by |change| or |weight|, then by name. */
function neighbours(
  after: FunctionGraph,
  before: FunctionGraph | undefined,
  names: readonly string[],
  frame: number,
  here: "caller" | "callee",
  there: "caller" | "callee",
): Neighbour[] {
  const out: Neighbour[] = [];
  // Both graphs are of one tree and its live nodes, so their edges are numbered alike.
  for (let e = 0; e < after.count; e++) {
    if (after[here][e] !== frame) continue;
    const other = after[there][e];
    out.push({
      frame: other,
      name: names[other],
      value: after.weight[e],
      baseValue: before?.weight[e] ?? 0,
      inline: after.inline[e] === 1,
    });
  }
  return out.sort(
    (a, b) =>
      Math.abs(b.value - b.baseValue) - Math.abs(a.value - a.baseValue) ||
      compareBytes(a.name, b.name),
  );
}
