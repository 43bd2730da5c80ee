import { categoryWords, kindPlural, stageWords } from "../../../kubernetes/words.js";
import { shortName } from "../../../profile/function-name.js";
import type { Segment } from "../../answers.js";
import type { Cause } from "./finding-causes.js";

/** A cause as the subject of a sentence. */
export interface Subject {
  readonly segment: Segment;
  readonly isPlural: boolean;
}

/** Objects of unknown kind, by their stage. */
const STAGE_SUBJECTS: Readonly<Record<string, readonly [words: string, isPlural: boolean]>> = {
  "etcd-receive": ["answers of etcd", true],
  "storage-decode": ["objects decoded from etcd", true],
  "watch-etcd": ["objects watched in etcd for the watch cache", true],
  "watch-cache": ["the watch cache", false],
  "watch-fanout": ["open watches and their buffers", true],
  "watch-initial": ["initial events of watches that were opened", true],
  conversion: ["objects converted between versions", true],
  "deep-copy": ["copies of objects", true],
  "json-response": ["answers in JSON", true],
  "protobuf-response": ["answers in protobuf", true],
  "request-body": ["write requests", true],
  "managed-fields": ["managed fields", true],
  audit: ["the audit log", false],
  admission: ["calls of admission webhooks", true],
  "custom-resource": ["unstructured objects", true],
  "conversion-webhook": ["calls of a conversion webhook", true],
  list: ["LIST requests answered from the watch cache", true],
  "watch-receive": ["objects received by watches", true],
  "list-receive": ["answers to requests that this client received", true],
  informer: ["informers", true],
  "etcd-range": ["answers of range requests (reads)", true],
  "etcd-raft": ["raft's log, kept in memory,", false],
  "etcd-index": ["etcd's index of keys", false],
  "etcd-watch": ["etcd's watches", true],
};
const LISTS_RECEIVED = "answers to LIST requests that this client received";
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
  return lists ? "received as answers to LIST requests" : stageWords("list-receive");
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
      const [words, isPlural] = STAGE_SUBJECTS[name] ?? [name, false];
      const text = lists && name === "list-receive" ? LISTS_RECEIVED : words;
      const kind = name.startsWith("etcd-") && name !== "etcd-receive" ? "other" : "unknown";
      return { segment: { text, strong: true, kind, stage: name }, isPlural };
    }
    case "own":
      return { segment: { text: shortName(name), strong: true }, isPlural: false };
    case "unknown":
      return { segment: { text: "what no frame explains", kind: "unknown" }, isPlural: false };
  }
}

/** The subject at the beginning of a sentence; names of code keep their case. */
export function opened(segment: Segment, sort: Cause["sort"]): Segment {
  if (sort === "own") return segment;
  return { ...segment, text: segment.text.charAt(0).toUpperCase() + segment.text.slice(1) };
}
