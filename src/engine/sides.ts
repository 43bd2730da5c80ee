import { BASE_MEDIAN, NO_BASE, type Question } from "./question.js";

/** What a question shows and what it is compared with. */
export interface Sides {
  readonly shown: readonly number[];
  /** the base's profiles; empty without a base */
  readonly base: readonly number[];
  readonly baseIsMedian: boolean;
}

export function sidesOf(question: Question): Sides {
  const all = question.files.map((_, i) => i);
  if (question.sum) return { shown: all, base: [], baseIsMedian: false };
  const shown = [Math.min(Math.max(0, question.shown), all.length - 1)];
  if (question.base === BASE_MEDIAN && all.length > 1) {
    return { shown, base: all, baseIsMedian: true };
  }
  const base = question.base;
  return {
    shown,
    base: base !== NO_BASE && base >= 0 && base < all.length ? [base] : [],
    baseIsMedian: false,
  };
}
