import { plain } from "./text-table.js";

/** What an answer of /metrics says beside the kinds of a heap. */
export function servedLines(sentences: readonly string[]): string[] {
  return sentences.length === 0
    ? []
    : ["", "From /metrics:", ...sentences.map((s) => `  ${plain(s)}`)];
}
