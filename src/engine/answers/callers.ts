import { functionSums } from "../../calltree/functions/function-table.js";
import { neighbourTree } from "../../calltree/functions/neighbour-tree.js";
import { canonicalName } from "../../profile/function-name.js";
import { ENGINE_WORDS } from "../../words/engine-words.js";
import type { CallersAnswer } from "../answers.js";
import { comparisonOf } from "../comparison.js";
import type { Prepared } from "../prepared-tree.js";
import type { Question } from "../question.js";
import { QuestionError } from "../question-error.js";
import { passing } from "./table.js";

/**
 * Who calls a function and what it calls, over several levels. The first level has the figures of
 * `go tool pprof -peek`: a sample counts once for each pair of caller and callee. The tree must not
 * be inverted.
 * @throws QuestionError where the profiles have no such function
 */
export function callersAnswer(prepared: Prepared, question: Question, name: string): CallersAnswer {
  const { tree } = prepared;
  const { names, files } = tree.frames;
  const frame = frameNamed(names, name);
  if (frame < 0) {
    throw new QuestionError(ENGINE_WORDS.noFunction(name), ENGINE_WORDS.noFunctionHint);
  }
  const compared = comparisonOf(prepared, question);
  const { type, self, baseSelf } = compared;
  const live = passing(prepared, [...compared.shown, ...compared.base], type);
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
    callers: neighbourTree(tree, self, frame, { side: "callers", baseSelf, live }),
    callees: neighbourTree(tree, self, frame, { side: "callees", baseSelf, live }),
    of: compared.of,
    unit: type.unit,
    hasBase: compared.isDifference,
    isDelta: compared.isDelta,
    namesId: prepared.namesId,
  };
}

/** The frame of this name, or of one that is the same function in another build; else -1. */
function frameNamed(names: readonly string[], name: string): number {
  const exact = names.indexOf(name);
  if (exact >= 0) return exact;
  const wanted = canonicalName(name);
  return names.findIndex((other) => canonicalName(other) === wanted);
}
