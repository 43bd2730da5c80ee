import { linkTo, prose } from "../../lib/markdown.js";
import { REPORT_WORDS } from "../../words/engine/report-words.js";
import { textInSequence } from "../../words/sentence-start.js";
import type { KnownIssueMatch, KnownIssuesAnswer } from "../known-issue-match.js";
import { matchSentence, releasesSentence } from "../known-issue-words.js";

/** The report's part on known issues; no block where none matches. */
export function knownIssueBlocks({ matches }: KnownIssuesAnswer): string[] {
  if (matches.length === 0) return [];
  return [`## ${REPORT_WORDS.knownIssues}`, matches.map(item).join("\n")];
}

function item(match: KnownIssueMatch): string {
  const parts = [
    matchSentence(match),
    ...(match.state === "mended"
      ? []
      : [REPORT_WORDS.tellApart(match.tellApart), REPORT_WORDS.act(match.act)]),
    releasesSentence(match),
  ];
  return `- ${textInSequence(parts.map(prose))} ${linkTo(match.source)}`;
}
