import type { KnownIssuesAnswer } from "../../engine/known-issue-match.js";
import { matchSentence, releasesSentence } from "../../engine/known-issue-words.js";
import { OUTPUT_WORDS } from "../../words/terminal/output-words.js";
import type { Marks } from "./text-table.js";

const INDENT = "    ";

/** Known issues that match, each with how it is told from normal use; no line where none does. */
export function knownIssuesText({ matches }: KnownIssuesAnswer, marks: Marks): string[] {
  if (matches.length === 0) return [];
  const lines = ["", marks.bold(OUTPUT_WORDS.knownIssues)];
  for (const match of matches) {
    lines.push(`  - ${matchSentence(match)}`);
    if (match.state !== "mended") {
      lines.push(
        INDENT + OUTPUT_WORDS.tellApart(match.tellApart),
        INDENT + OUTPUT_WORDS.act(match.act),
      );
    }
    const releases = releasesSentence(match);
    if (releases !== "") lines.push(INDENT + releases);
    lines.push(INDENT + match.source);
  }
  return lines;
}
