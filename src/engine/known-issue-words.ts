import { shareText } from "../kubernetes/words.js";
import { MATCH_WORDS } from "../words/engine-words.js";
import { sentenceStart } from "../words/sentence-start.js";
import type { KnownIssueMatch } from "./known-issue-match.js";

/**
 * What a match is called: never a certainty. "matches a known issue of kube-apiserver", with a
 * reserve where the stacks are seen in normal use, or that it is mended.
 */
export function matchWords({ state, usual, of }: KnownIssueMatch): string {
  if (state === "mended") return MATCH_WORDS.mended(of);
  return usual ? MATCH_WORDS.usual(of) : MATCH_WORDS.matches(of);
}

/** "81.0% matches a known issue of kube-apiserver: Answers to LISTs ..." */
export function matchSentence(match: KnownIssueMatch): string {
  return MATCH_WORDS.sentence(shareText(match.share), matchWords(match), match.title);
}

/** The releases as a sentence, "" where no release has a mend. */
export function releasesSentence({ releases }: KnownIssueMatch): string {
  return releases === "" ? "" : MATCH_WORDS.releases(sentenceStart(releases));
}
