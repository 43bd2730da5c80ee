import type { SuspectCard } from "../../engine/answers.js";
import {
  changeError,
  type ErrorBasis,
  type Sampling,
} from "../../profile/sampling/sampling-error.js";
import type { Budget } from "./budget.js";

/**
 * What a budget came to. "unsure": above it by less than sampling can tell, which is no failure;
 * "undecided": these files cannot answer it.
 */
export type Status = "exceeded" | "undecided" | "unsure" | "within";

/** The stack that did most of it. */
export interface Culprit {
  readonly function: string;
  readonly path: readonly string[];
  readonly kind: string | null;
  readonly stage: string;
  /** "" where nothing is known of its course */
  readonly class: string;
  /** how much it grew; what it holds where nothing is compared */
  readonly size: number;
  readonly error: number;
  readonly isGrowth: boolean;
}

/** One budget and what was found, in the unit of the sample type. */
export interface Finding {
  readonly budget: Budget;
  readonly status: Status;
  /** what is compared with the limit; of a class what its suspect grew by, or holds */
  readonly figure: number;
  readonly error: number;
  readonly basis: ErrorBasis;
  /** both sides where the budget is of growth */
  readonly before: number | null;
  readonly after: number | null;
  /** the file of NEW that it is about, where NEW has several; "" for all of them */
  readonly file: string;
  readonly culprit: Culprit | null;
  /** what else has to be said, sentences */
  readonly notes: readonly string[];
}

/**
 * Holds a figure against a limit: exceeded where the excess is beyond what sampling can be wrong
 * by, judged as all changes are.
 * @param held what was measured to get the figure: both sides of a growth together
 */
export function statusOf(
  figure: number,
  error: number,
  limit: number,
  held: number,
  sampling: Sampling,
): Status {
  const excess = figure - limit;
  if (!(excess > 0)) return "within";
  return changeError(excess, error, held, sampling).noise ? "unsure" : "exceeded";
}

/** A suspect as the culprit of a budget. */
export function culpritOf(card: SuspectCard, isGrowth: boolean): Culprit {
  return {
    function: card.name,
    path: card.stack,
    kind: card.kind,
    stage: card.stage,
    class: card.class,
    size: isGrowth ? card.growth : card.after,
    error: card.error,
    isGrowth,
  };
}

const RANK: Readonly<Record<Status, number>> = { exceeded: 0, undecided: 1, unsure: 2, within: 3 };

/** What failed first, then by size. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) => RANK[a.status] - RANK[b.status] || Math.abs(b.figure) - Math.abs(a.figure),
  );
}

/** What all findings come to: the worst of them. */
export function overallStatus(findings: readonly Finding[]): Status {
  return inOrder(findings)[0]?.status ?? "within";
}
