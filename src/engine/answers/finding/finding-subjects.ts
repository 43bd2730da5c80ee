import { categoryWords, kindPlural, stageWords } from "../../../kubernetes/words.js";
import { shortName } from "../../../profile/function-name.js";
import type { Parts } from "../../../words/catalogue.js";
import { FINDING_SUBJECTS, stageSubject } from "../../../words/finding-subjects-words.js";
import { FINDING_WORDS } from "../../../words/finding-words.js";
import { sentenceStart } from "../../../words/sentence-start.js";
import type { Segment } from "../../answers.js";
import type { Cause } from "./finding-causes.js";

/** A cause as the subject of a sentence. */
export interface Subject {
  readonly segment: Segment;
  readonly isPlural: boolean;
}

const SINGULAR_CATEGORIES = [
  "logging",
  "tracing",
  "profiling",
  "compression",
  "runtime",
  "start-up",
  "database",
];

/** What a client received as answers: "received as answers to LIST requests". */
export function receivedAs(lists: boolean): string {
  return lists ? FINDING_WORDS.receivedAsLists : stageWords("list-receive");
}

/** @param lists whether what this client received as answers was asked for as lists */
export function subjectOf({ sort, name }: Cause, lists = false): Subject {
  switch (sort) {
    case "kind": {
      const kind = name.split(".")[0];
      return { segment: { text: kindPlural(kind), strong: true, kind: name }, isPlural: true };
    }
    case "category":
      return {
        segment: { text: categoryWords(name), strong: true, kind: "other" },
        isPlural: !SINGULAR_CATEGORIES.includes(name),
      };
    case "stage": {
      const { words, isPlural } = stageSubject(name) ?? { words: name, isPlural: false };
      const text = lists && name === "list-receive" ? FINDING_SUBJECTS.listsReceived : words;
      const kind = name.startsWith("etcd-") && name !== "etcd-receive" ? "other" : "unknown";
      return { segment: { text, strong: true, kind, stage: name }, isPlural };
    }
    case "own":
      return { segment: { text: shortName(name), strong: true }, isPlural: false };
    case "unknown":
      return { segment: { text: FINDING_SUBJECTS.unexplained, kind: "unknown" }, isPlural: false };
  }
}

/** The subject at the beginning of a sentence; names of code keep their case. */
export function opened(segment: Segment, sort: Cause["sort"]): Segment {
  if (sort === "own") return segment;
  return { ...segment, text: sentenceStart(segment.text) };
}

/** The parts of a sentence as segments; plain text leads nowhere. */
export function partsSaid(parts: Parts<Segment>): Segment[] {
  return parts.map((part) => (typeof part === "string" ? { text: part } : part));
}
