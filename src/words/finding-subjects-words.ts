import { catalogue } from "./catalogue.js";
import finding from "./en/finding.json" with { type: "json" };

const { say, words } = catalogue("finding", finding);

/** Causes that are no kind, as subjects of a sentence. */
export const FINDING_SUBJECTS = words({
  unexplained: "subject.unexplained",
  listsReceived: "subject.lists-received",
});

/** Stages whose objects are told in the singular. */
const SINGULAR = ["watch-cache", "audit", "etcd-raft", "etcd-index"];

type SubjectKey = keyof typeof finding & `subject.${string}`;

const isSubject = (key: string): key is SubjectKey => Object.hasOwn(finding, key);

/** Objects of unknown kind, by their stage; undefined for a stage that is not known. */
export function stageSubject(
  stage: string,
): { readonly words: string; readonly isPlural: boolean } | undefined {
  const key = `subject.${stage}`;
  return isSubject(key) ? { words: say(key), isPlural: !SINGULAR.includes(stage) } : undefined;
}
