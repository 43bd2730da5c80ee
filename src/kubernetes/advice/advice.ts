import { ADVICE_RULES } from "../rules/advice-rules.js";
import type { Situation } from "./situation.js";

export type { Situation } from "./situation.js";

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

/** What to do in a situation, the most telling first; nothing that the evidence does not bear. */
export function adviceFor(situation: Situation): readonly AdviceItem[] {
  return ADVICE_RULES.filter((rule) => rule.when(situation)).map(
    ({ id, text, action, since, source }) => ({ id, text, action, since, source }),
  );
}
