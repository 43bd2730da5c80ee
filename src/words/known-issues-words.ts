import { catalogue } from "./catalogue.js";
import issues from "./en/issues/known-issues.json" with { type: "json" };

const { say, words } = catalogue("issues/known-issues", issues);

type IdOf<Key> = Key extends `${infer Id}.title` ? Id : never;

/** Ids of the known issues: each has a title, what tells it from normal use, and what to do. */
export type IssueId = IdOf<keyof typeof issues>;

/**
 * What is said of known issues. These are many words, needed once a profile is open: they are
 * loaded with the issues, which alone may import them.
 */
export const KNOWN_ISSUES_WORDS = words({
  title: (id: IssueId) => say(`${id}.title`),
  tellApart: (id: IssueId) => say(`${id}.tellApart`),
  act: (id: IssueId) => say(`${id}.act`),

  of: { kubernetes: "of.kubernetes", etcdClient: "of.etcdClient" },
});
