import { KIND_OTHER, KIND_UNKNOWN } from "../../../kubernetes/attribution/attribution.js";
import type { Steps } from "../../../lib/steps.js";
import type { SetAnswer, SetKind } from "../../answers.js";
import type { FileSet, SampleTypeOfSet } from "../../file-set.js";
import { kindKey, OTHER_KEY, UNKNOWN_KEY } from "../../kind-key.js";
import { medianOf } from "../../prepared-tree.js";
import type { Question } from "../../question.js";
import { bandTints, StageSums } from "./band-tints.js";

/** So many kinds have a band of their own; the rest of them are one band. */
const BANDS = 4;

/** A file of a fleet stands out that holds so many times the median. */
const OUTLIER = 1.5;

/** What files are to each other, before anything else is worked out about them. */
export function* setKind(set: FileSet, question: Question): Steps<SetKind> {
  const { kind } = set.class(question.set);
  yield 0.5;
  const type = set.sampleType(question.sampleType, shownOf(set, question));
  const totals = set.profiles.map((_, p) => totalOf(set, p, type));
  const { largest, isOutlier } = largestOf(totals, kind);
  return { kind, outlier: isOutlier ? largest : -1 };
}

/** The strip of a set: what each file holds in all, and in which kinds. */
export function* setAnswer(set: FileSet, question: Question): Steps<SetAnswer> {
  const found = set.class(question.set);
  const type = set.sampleType(question.sampleType, shownOf(set, question));
  const attribution = yield* set.attribution(question.joined);
  const n = set.profiles.length;
  const totals = new Float64Array(n);
  const kinds = attribution.kinds.map(() => new Float64Array(n));
  const other = new Float64Array(n);
  const unknown = new Float64Array(n);
  const stages = new StageSums(n);
  for (let p = 0; p < n; p++) {
    yield p / n;
    if (type.index[p] < 0) continue;
    const values = set.values(p, type);
    const of = attribution.kind[p];
    const stage = attribution.stage[p];
    for (let s = 0; s < values.length; s++) {
      const value = values[s];
      const k = of[s];
      totals[p] += value;
      if (k === KIND_OTHER) other[p] += value;
      else if (k === KIND_UNKNOWN) unknown[p] += value;
      else {
        kinds[k][p] += value;
        stages.add(k, stage[s], p, value);
      }
    }
  }
  const ranked = kinds
    .map((values, k) => ({
      kind: k,
      key: kindKey(attribution.kinds[k]),
      values,
      peak: Math.max(...values),
    }))
    .filter((band) => band.peak > 0)
    .sort((a, b) => b.peak - a.peak);
  const rest = new Float64Array(n);
  for (const band of ranked.slice(BANDS)) {
    for (let p = 0; p < n; p++) rest[p] += band.values[p];
  }
  const bands = ranked.slice(0, BANDS).map(({ key, values }) => ({ key, values: [...values] }));
  if (ranked.length > BANDS) bands.push({ key: "other kinds", values: [...rest] });
  bands.push({ key: OTHER_KEY, values: [...other] }, { key: UNKNOWN_KEY, values: [...unknown] });
  const { median, largest, factor, isOutlier } = largestOf(totals, found.kind);
  return {
    kind: found.kind,
    why: found.why,
    order: found.order,
    restarts: found.restarts,
    times: set.entries.map((e) => e.facts.time),
    totals: [...totals],
    bands,
    tints: bandTints(ranked, stages),
    median,
    outlier: isOutlier ? largest : -1,
    outlierFactor: factor,
    unit: type.unit,
    loosened: (set.frames.loosened ?? []).map(({ name, other }) => ({ name, other })),
  };
}

function shownOf(set: FileSet, question: Question): number {
  return Math.min(question.shown, set.profiles.length - 1);
}

function totalOf(set: FileSet, p: number, type: SampleTypeOfSet): number {
  let total = 0;
  if (type.index[p] < 0) return total;
  const values = set.values(p, type);
  for (let s = 0; s < values.length; s++) total += values[s];
  return total;
}

/** The file that holds most, beside the median of all. */
function largestOf(totals: ArrayLike<number>, kind: SetKind["kind"]) {
  const median = medianOf(Float64Array.from(totals));
  let largest = 0;
  for (let p = 1; p < totals.length; p++) if (totals[p] > totals[largest]) largest = p;
  const factor = median > 0 ? totals[largest] / median : 0;
  return {
    median,
    largest,
    factor,
    isOutlier: kind === "fleet" && totals.length > 2 && factor >= OUTLIER,
  };
}
