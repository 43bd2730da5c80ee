import { FINDING_WORDS, inSequence } from "../../../words/finding-words.js";
import { sentenceStart } from "../../../words/sentence-start.js";
import type { FindingAnswer, Segment } from "../../answers.js";
import { partsSaid } from "./finding-subjects.js";

/** The finding as plain text, in one line. */
export function findingText({ segments, aside }: FindingAnswer): string {
  const said = segments.map((segment) => segment.text).join("");
  return aside === "" ? said : FINDING_WORDS.withAside(said, sentenceStart(aside));
}

/** A finding with further sentences behind it. */
export function withSentences(finding: FindingAnswer, sentences: readonly string[]): FindingAnswer {
  const said = inSequence<Segment>([finding.segments, ...sentences.map((text) => [text])]);
  return { ...finding, segments: partsSaid(said) };
}
