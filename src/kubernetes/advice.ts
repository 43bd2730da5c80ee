import { ADVICE_RULES } from "./adviceitems.js";

/** A piece of advice. */
export interface AdviceItem {
  readonly id: string;
  readonly text: string;
  /** a command, a flag or a setting; "" where there is none */
  readonly action: string;
  /** since which version it can be done; "" where any version has it */
  readonly since: string;
  /** where that is written: a name, then an address */
  readonly source: string;
}

/** What is known of the memory that advice is asked for. */
export interface Situation {
  /** share of each stage in it, 0 to 1 */
  readonly stages: Readonly<Record<string, number>>;
  /** its kind without the group, "other" or "unknown" */
  readonly kind: string;
  readonly evidence: string;
  /** its share of all live memory, 0 to 1 */
  readonly share: number;
  /** bytes by which it grew; 0 where nothing is compared */
  readonly growth: number;
  /** what several files are to each other: "single", "series", "fleet", "unrelated" */
  readonly set: string;
  /** mean bytes of one object, where known */
  readonly objectBytes?: number | null;
}

/** What to do in a situation, the most telling first; nothing that the evidence does not bear. */
export function adviceFor(situation: Situation): readonly AdviceItem[] {
  return ADVICE_RULES.filter((rule) => rule.when(situation)).map(
    ({ id, text, action, since, source }) => ({ id, text, action, since, source }),
  );
}
