import { linkTo, prose } from "../../lib/markdown.js";
import type { KnownIssueMatch, KnownIssuesAnswer } from "../known-issue-match.js";
import { matchSentence, releasesSentence } from "../known-issue-words.js";

/** The report's part on known issues; no block where none matches. */
export function knownIssueBlocks({ matches }: KnownIssuesAnswer): string[] {
  if (matches.length === 0) return [];
  return ["## Known issues", matches.map(item).join("\n")];
}

function item(match: KnownIssueMatch): string {
  const parts = [
    matchSentence(match),
    ...(match.state === "mended"
      ? []
      : [`To tell it from normal use: ${match.tellApart}`, `What to do: ${match.act}`]),
    releasesSentence(match),
  ];
  const text = parts.filter((part) => part !== "").map(prose);
  return `- ${[...text, linkTo(match.source)].join(" ")}`;
}
