import { sumUp } from "../calltree/call-tree.js";
import { ownWidths, type WidthMode } from "../calltree/layout/layout.js";
import { Recent } from "../lib/lru-cache.js";
import { memo } from "../lib/memo.js";
import { absoluteSum } from "../profile/absolute-totals.js";
import { isDeltaProfile } from "../profile/delta-profile.js";
import { featuresOf } from "../profile/features.js";
import { leastSure, type Sampling, samplingOf } from "../profile/sampling/sampling-error.js";
import { ENGINE_WORDS } from "../words/engine-words.js";
import type { FileSet, SampleTypeOfSet } from "./file-set.js";
import type { Prepared } from "./prepared-tree.js";
import type { Question } from "./question.js";
import { QuestionError } from "./question-error.js";
import { sidesOf } from "./sides.js";

/**
 * Both sides of a question over one tree, resolved once for all answers: which values are shown,
 * what they are compared with, and what their shares and errors are of. Arrays have one entry a
 * node. Made by `comparisonOf`.
 *
 * A file that is a difference itself (`isDeltaProfile`) is compared with nothing: its values are
 * the change, its base is zero throughout, and nothing is "held".
 */
export class Comparison {
  readonly type: SampleTypeOfSet;
  readonly shown: readonly number[];
  readonly base: readonly number[];
  readonly baseIsMedian: boolean;
  /** what is shown is itself a difference of two profiles, without a base beside it */
  readonly isDelta: boolean;
  /** figures are changes: there is a base, or what is shown is a difference */
  readonly isDifference: boolean;
  /** by which the base is multiplied; 1 where it is not */
  readonly scale: number;
  readonly self: Float64Array;
  /** undefined where nothing is compared */
  readonly baseSelf: Float64Array | undefined;
  readonly mode: WidthMode;
  readonly sampling: Sampling;
  /** what shares of what is shown are of: the sum of absolute values, whatever filters leave */
  readonly of: number;
  private readonly made = new Map<string, Float64Array>();

  constructor(
    readonly prepared: Prepared,
    question: Question,
  ) {
    const { set } = prepared;
    const { shown, base, baseIsMedian } = sidesOf(question);
    const type = set.sampleType(question.sampleType, question.shown);
    refuseMixture(set, shown, base);
    this.type = type;
    this.shown = shown;
    this.base = base;
    this.baseIsMedian = baseIsMedian;
    this.isDelta = base.length === 0 && shown.some((p) => isDeltaProfile(set.profiles[p]));
    this.isDifference = this.isDelta || base.length > 0;
    this.mode = this.isDelta ? "larger" : question.widths;
    this.self = prepared.self(shown, type);
    const before = baseIsMedian
      ? prepared.median(base, type)
      : base.length > 0
        ? prepared.self(base, type)
        : undefined;
    this.scale = before && question.normalize ? scaleOf(this.self, before) : 1;
    this.baseSelf = this.isDelta
      ? new Float64Array(this.self.length)
      : before && this.scale !== 1
        ? before.map((v) => v * this.scale)
        : before;
    this.of = this.absoluteTotal(shown);
    this.sampling = samplingOfSides(set, question, type);
  }

  /** What shares of the base's figures are of, scaled as they are. */
  get baseOf(): number {
    if (!this.baseSelf || this.isDelta) return 0;
    if (this.baseIsMedian) return absoluteSum(this.baseSelf);
    return this.absoluteTotal(this.base) * this.scale;
  }

  /** Of what is shown, with all that is below each node. */
  get totals(): Float64Array {
    return this.once("totals", () => this.prepared.totals(this.self));
  }

  get baseTotals(): Float64Array | undefined {
    const { baseSelf } = this;
    return baseSelf && this.once("base totals", () => this.prepared.totals(baseSelf));
  }

  /** Of each node's subtree, as `mode` has it. */
  get width(): Float64Array {
    const { prepared, self, baseSelf, mode, shown } = this;
    const isHeld = !baseSelf && !shown.some((p) => isDeltaProfile(prepared.set.profiles[p]));
    if (isHeld) return this.totals;
    return this.once("width", () => sumUp(prepared.tree, ownWidths(self, baseSelf, mode)));
  }

  /** Variance of each node's own value of what is shown; the caller's own, as the base's is. */
  get variance(): Float64Array {
    return this.prepared.variance(this.shown, this.type);
  }

  /** The files of the base where its error is known. */
  get baseOfErrors(): readonly number[] | undefined {
    return this.base.length === 0 || this.baseIsMedian ? undefined : this.base;
  }

  /** Variance of each node's own value of the base, scaled; undefined where there is none. */
  get baseVariance(): Float64Array | undefined {
    const { baseOfErrors: base, scale, prepared, type } = this;
    if (!base) return undefined;
    const of = prepared.variance(base, type);
    if (scale !== 1) for (let n = 0; n < of.length; n++) of[n] = of[n] * scale * scale;
    return of;
  }

  /** What filters leave of `of`; the same where they leave all. */
  get kept(): number {
    const { prepared, type } = this;
    if (!this.shown.some((p) => leavesOut(prepared.tree.sampleNode[p]))) return this.of;
    let sum = 0;
    for (const p of this.shown) sum += prepared.keptTotal(p, type);
    return sum;
  }

  private absoluteTotal(profiles: readonly number[]): number {
    let sum = 0;
    for (const p of profiles) sum += this.prepared.set.absoluteTotal(p, this.type);
    return sum;
  }

  private once(name: string, make: () => Float64Array): Float64Array {
    let found = this.made.get(name);
    if (!found) {
      found = make();
      this.made.set(name, found);
    }
    return found;
  }
}

/** Who holds memory is no earlier moment of who allocated it. @throws QuestionError for both */
function refuseMixture(
  { entries, profiles }: FileSet,
  shown: readonly number[],
  base: readonly number[],
) {
  const isChain = (p: number) => featuresOf(profiles[p]).subject === "references";
  const chain = [...shown, ...base].find(isChain);
  const heap = [...shown, ...base].find((p) => !isChain(p));
  if (chain === undefined || heap === undefined) return;
  throw new QuestionError(
    ENGINE_WORDS.chainAgainstHeap(entries[chain].name, entries[heap].name),
    ENGINE_WORDS.chainAgainstHeapHint,
  );
}

/** How the figures of both sides of a question came about. */
export function samplingOfSides(
  set: FileSet,
  question: Question,
  type = set.sampleType(question.sampleType, question.shown),
): Sampling {
  const { shown, base, baseIsMedian } = sidesOf(question);
  const of = (p: number) => samplingOf(set.profiles[p], type.index[p]);
  const own = shown.map(of);
  const basis = leastSure(own.map((one) => one.basis));
  const change = leastSure([basis, ...base.map((p) => of(p).basis)]);
  return {
    basis,
    // How the files of a fleet differ is not told by the sampling of one.
    change: baseIsMedian && change === "sampled" ? "at-least" : change,
    rate: Math.max(0, ...own.map((one) => one.rate)),
  };
}

/** Whether filters took some samples of a profile away. */
const leavesOut = memo((sampleNode: Int32Array): boolean => sampleNode.includes(-1));

const recentOf = memo((_: Prepared) => new Recent<Comparison>(6));

/** Both sides of a question, made once for each tree. */
export function comparisonOf(prepared: Prepared, question: Question): Comparison {
  const recent = recentOf(prepared);
  const { shown, base, sum, sampleType, normalize, widths } = question;
  const key = JSON.stringify([shown, base, sum, sampleType, normalize, widths]);
  return recent.get(key) ?? recent.set(key, new Comparison(prepared, question));
}

/** What makes the base's total that of what is shown; 1 where either is zero. */
function scaleOf(self: Float64Array, base: Float64Array): number {
  const shown = sumOf(self);
  const before = sumOf(base);
  return before === 0 || shown === 0 ? 1 : shown / before;
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum;
}
