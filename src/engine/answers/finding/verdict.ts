import { sameMoment } from "../../../leaks/same-moment.js";
import { overall, type Verdicts } from "../../../leaks/verdict.js";
import type { Steps } from "../../../lib/steps.js";
import { isSumOfScrapes } from "../../../profile/recorded-time.js";
import type { KindKey, SuspectCard } from "../../answers.js";
import { comparisonOf } from "../../comparison.js";
import type { Prepared } from "../../prepared-tree.js";
import type { Question } from "../../question.js";
import { lifeOf } from "../suspects/life.js";
import { suspectsAnswer } from "../suspects/suspects.js";

/** What the memory of a question comes to, for the finding to say. */
export interface VerdictAnswer {
  /** over all that grew, or is held */
  readonly whole: Verdicts;
  /** over what is of one kind; by its key */
  readonly ofKind: ReadonlyMap<KindKey, Verdicts>;
  /** it is of what grew over the snapshots, though no base was asked for */
  readonly ofGrowth: boolean;
  /** distinct snapshots of the process */
  readonly snapshots: number;
  /** the files compared show the same moment: no collection ended between them */
  readonly sameMoment: boolean;
  /** what is shown is the sum of several scrapes, the heap of no moment */
  readonly sumOfScrapes: boolean;
}

/** Judges by the suspects, which are worked out once for both. */
export function* verdictAnswer(prepared: Prepared, question: Question): Steps<VerdictAnswer> {
  const { set } = prepared;
  const { shown, base, baseIsMedian, type } = comparisonOf(prepared, question);
  const { about, suspects } = yield* suspectsAnswer(prepared, question);
  const snapshots = shown.length === 1 ? lifeOf(set, question.set, shown[0], type).length : 1;
  const classed = (cards: readonly SuspectCard[]) =>
    overall(
      cards.map((card) => ({
        class: card.class,
        stage: card.stage,
        weight: about === "growth" && card.class !== "pooled" ? card.growth : card.after,
      })),
      snapshots,
    );
  const kinds = new Set(suspects.flatMap((card) => card.kind ?? []));
  return {
    whole: classed(suspects),
    ofKind: new Map(
      [...kinds].map((kind) => [kind, classed(suspects.filter((card) => card.kind === kind))]),
    ),
    ofGrowth: about === "growth" && base.length === 0,
    snapshots,
    sameMoment:
      base.length === 1 &&
      !baseIsMedian &&
      base[0] !== shown[0] &&
      sameMoment(set.profiles[base[0]], set.profiles[shown[0]]),
    sumOfScrapes: shown.some((p) => isSumOfScrapes(set.profiles[p])),
  };
}
