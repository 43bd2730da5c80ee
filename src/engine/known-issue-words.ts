import { shareText } from "../kubernetes/words.js";
import type { KnownIssueMatch } from "./known-issue-match.js";

/**
 * What a match is called: never a certainty. "matches a known issue of kube-apiserver", with a
 * reserve where the stacks are seen in normal use, or that it is mended.
 */
export function matchWords({ state, usual, of }: KnownIssueMatch): string {
  if (state === "mended") return `was a known issue of ${of}, mended in this release`;
  return usual
    ? `may match a known issue of ${of}; the same stacks are seen in normal use`
    : `matches a known issue of ${of}`;
}

/** "81.0% matches a known issue of kube-apiserver: Answers to LISTs ..." */
export function matchSentence(match: KnownIssueMatch): string {
  return `${shareText(match.share)} ${matchWords(match)}: ${match.title}.`;
}

/** The releases as a sentence, "" where no release has a mend. */
export function releasesSentence({ releases }: KnownIssueMatch): string {
  return releases === "" ? "" : `${releases[0].toUpperCase()}${releases.slice(1)}.`;
}
