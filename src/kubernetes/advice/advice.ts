import { ADVICE_WORDS } from "../../words/kubernetes/advice-words.js";
import type { Program } from "../program/program.js";
import { UNKNOWN_PROGRAM } from "../program/unknown-program.js";
import { ADVICE_RULES } from "../rules/advice-rules.js";
import type { AdviceRule } from "./conditions.js";
import { compareReleases } from "./releases.js";
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
  return ADVICE_RULES.filter((rule) => isFor(rule, situation.program) && rule.when(situation)).map(
    (rule) => itemOf(rule, situation),
  );
}

function itemOf({ id, choices, action, source }: AdviceRule, situation: Situation): AdviceItem {
  return {
    id,
    text: ADVICE_WORDS.text(id, choices?.(situation)),
    action: typeof action === "string" ? action : action(situation),
    since: ADVICE_WORDS.since(id),
    source,
  };
}

/**
 * Advice by its ids, in the order in which it is given, where the situation itself is not known any
 * more: commands name the kind, and no release is taken as proven.
 * @param kindKey "ConfigMap", "Deployment.apps"; "" for none
 */
export function adviceWithIds(ids: readonly string[], kindKey: string): readonly AdviceItem[] {
  const dot = kindKey.indexOf(".");
  const situation: Situation = {
    program: UNKNOWN_PROGRAM,
    stages: {},
    kind: dot < 0 ? kindKey : kindKey.slice(0, dot),
    group: dot < 0 ? "" : kindKey.slice(dot + 1),
    evidence: "unknown",
    share: 0,
    growth: 0,
    set: "single",
  };
  return ADVICE_RULES.filter((rule) => ids.includes(rule.id)).map((r) => itemOf(r, situation));
}

/** Whether a program is of the role that a rule is for, can do what it advises, and lacks it. */
function isFor({ roles, from, until }: AdviceRule, program: Program): boolean {
  const { role, since } = program;
  // What nothing is known of may be of any role.
  if (roles && role !== "other" && !roles.includes(role)) return false;
  if (from !== undefined && program.until !== null && compareReleases(program.until, from) < 0) {
    return false;
  }
  return until === undefined || since === null || compareReleases(since, until) < 0;
}
