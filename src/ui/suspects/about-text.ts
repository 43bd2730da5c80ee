import type { SuspectsAnswer } from "../../engine/answers.js";
import { SUSPECTS_WORDS } from "../../words/page/suspects-words.js";
import { formatShare } from "../controls/page-format.js";

/** What the list of suspects is of, and how it is ordered. */
export function aboutText({ about, explained, suspects }: SuspectsAnswer): string {
  if (about !== "growth") return about === "holders" ? SUSPECTS_WORDS.holders : SUSPECTS_WORDS.held;
  const [first, second] = suspects;
  // Who holds what watches decoded comes before it, although that grew more.
  const holderLeads =
    first !== undefined && second?.stage === "watch-receive" && first.growth < second.growth;
  return SUSPECTS_WORDS.explained(formatShare(explained), holderLeads);
}
