import { featuresOf } from "../../../profile/features.js";
import type { FindingAnswer } from "../../answers.js";
import type { Prepared } from "../../prepared-tree.js";
import type { Question } from "../../question.js";
import { goroutineFinding } from "./goroutine-finding.js";
import { heldByFinding } from "./held-by-finding.js";
import { timeFinding } from "./time-finding.js";

/**
 * The finding of a profile that is not of memory by who allocated it, in words of its own;
 * undefined for a heap.
 */
export function subjectFinding(prepared: Prepared, question: Question): FindingAnswer | undefined {
  const { profiles } = prepared.set;
  const shown = profiles[Math.min(Math.max(0, question.shown), profiles.length - 1)];
  switch (featuresOf(shown).subject) {
    case "goroutines":
      return goroutineFinding(prepared, question);
    case "references":
      return heldByFinding(prepared, question);
    case "cpu":
    case "contention":
    case "threads":
      return timeFinding(prepared, question);
    default:
      return undefined;
  }
}
