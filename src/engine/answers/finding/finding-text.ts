import type { FindingAnswer } from "../../answers.js";

/** The finding as plain text, in one line. */
export function findingText({ segments, aside }: FindingAnswer): string {
  const said = segments.map((segment) => segment.text).join("");
  return aside === "" ? said : `${said} ${aside.charAt(0).toUpperCase()}${aside.slice(1)}.`;
}
