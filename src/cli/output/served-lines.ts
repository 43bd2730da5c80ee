import { OUTPUT_WORDS } from "../../words/terminal/output-words.js";
import { plain } from "./text-table.js";

/** What an answer of /metrics says beside the kinds of a heap. */
export function servedLines(sentences: readonly string[]): string[] {
  return sentences.length === 0
    ? []
    : ["", OUTPUT_WORDS.served, ...sentences.map((s) => `  ${plain(s)}`)];
}
