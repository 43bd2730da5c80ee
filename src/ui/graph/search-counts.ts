import type { SearchAnswer } from "../../engine/answers.js";
import { formatCount } from "../../lib/format.js";
import { GRAPH_WORDS } from "../../words/page/graph-words.js";

const WORDS = GRAPH_WORDS.search;

/** Why a search shows nothing; "" where it found something. */
export function whyNothingFound(found: SearchAnswer, functions: number): string {
  if (found.refused) return WORDS.refused(found.refused);
  return found.functions === 0 ? WORDS.nothing(formatCount(functions)) : "";
}

/** "3 of 22" where one of the matches is selected, else "22 matches". */
export function placeAmongMatches(found: SearchAnswer, selection: string): string {
  const at = found.paths.indexOf(selection);
  const all = found.paths.length;
  return at >= 0 ? WORDS.matchAt(formatCount(at + 1), formatCount(all)) : WORDS.matches(all);
}

/** How many functions match, at how many places. */
export function matchCounts(found: SearchAnswer): string {
  return WORDS.counts(found.functions, formatCount(found.paths.length));
}
