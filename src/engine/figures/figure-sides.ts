import { functionSums } from "../../calltree/functions/function-table.js";
import { absoluteSum } from "../../profile/absolute-totals.js";
import { ENGINE_WORDS } from "../../words/engine-words.js";
import type { FileSet, SampleTypeOfSet } from "../file-set.js";
import type { Prepared } from "../prepared-tree.js";
import type { Question } from "../question.js";
import { QuestionError } from "../question-error.js";
import { sidesOf } from "../sides.js";

/** Figures of all functions, by frame of the set. */
export interface FunctionSide {
  readonly flat: Float64Array;
  readonly cum: Float64Array;
  /** 0 none, 1 inline, 2 partial-inline */
  readonly inline: Uint8Array;
  /** what percentages are of */
  readonly total: number;
  /** figures are what changed, not what is held */
  readonly isDifference: boolean;
}

/** What is shown and what it is compared with, function by function. */
export interface FigureSides {
  readonly after: FunctionSide;
  readonly before: FunctionSide | undefined;
  readonly type: SampleTypeOfSet;
  /** the text that the figures are from says which sample type they are */
  readonly saysType: boolean;
}

/** Whether a question is about figures without stacks: what is shown, or its base, is a table. */
export function isOfFigures(set: FileSet, question: Question): boolean {
  const { shown, base } = sidesOf(question);
  return [...shown, ...base].some((p) => set.profiles[p]?.figures !== undefined);
}

/**
 * The figures of a question's sides. A profile with stacks is taken by its functions too, so that
 * it can be compared with a table.
 * @param prepared stacks as recorded, not inverted
 * @throws QuestionError where transforms or a median ask for stacks
 */
export function figureSides(prepared: Prepared, question: Question): FigureSides {
  const { set } = prepared;
  if (question.transforms.length > 0) {
    throw new QuestionError(ENGINE_WORDS.table.filters, ENGINE_WORDS.table.filtersHint);
  }
  const { shown, base, baseIsMedian } = sidesOf(question);
  if (baseIsMedian) {
    throw new QuestionError(ENGINE_WORDS.table.median, ENGINE_WORDS.table.medianHint);
  }
  const type = set.sampleType(question.sampleType, question.shown);
  const after = sideOf(prepared, shown, type);
  const plain = base.length > 0 ? sideOf(prepared, base, type) : undefined;
  const scale = question.normalize && plain && plain.total > 0 ? after.total / plain.total : 1;
  return {
    after,
    before: plain && scale !== 1 ? scaled(plain, scale) : plain,
    type,
    saysType: [...shown, ...base].every((p) => set.profiles[p].figures?.saysType ?? true),
  };
}

function sideOf(
  prepared: Prepared,
  profiles: readonly number[],
  type: SampleTypeOfSet,
): FunctionSide {
  const { set, tree } = prepared;
  const count = set.frames.names.length;
  const flat = new Float64Array(count);
  const cum = new Float64Array(count);
  const inline = new Uint8Array(count);
  let total = 0;
  let isDifference = false;
  for (const p of profiles) {
    const { figures } = set.profiles[p];
    if (!figures) {
      const self = prepared.self([p], type);
      const sums = functionSums(tree, self);
      for (let f = 0; f < count; f++) {
        flat[f] += sums.flat[f];
        cum[f] += sums.cum[f];
      }
      total += absoluteSum(self);
      continue;
    }
    set.values(p, type);
    const own = new Float64Array(count);
    for (let r = 0; r < figures.count; r++) {
      const f = set.frames.ofFunction[p][figures.function[r]];
      flat[f] += figures.flat[r];
      inline[f] = figures.inline[r];
      // Two rows may be one function here: vendored and not.
      if (Math.abs(figures.cum[r]) > Math.abs(own[f])) own[f] = figures.cum[r];
    }
    for (let f = 0; f < count; f++) cum[f] += own[f];
    total += figures.total;
    isDifference ||= figures.isDifference;
  }
  return { flat, cum, inline, total, isDifference };
}

function scaled(side: FunctionSide, by: number): FunctionSide {
  const times = (column: Float64Array) => column.map((v) => Math.round(v * by));
  return { ...side, flat: times(side.flat), cum: times(side.cum), total: side.total * by };
}
