import { catalogue } from "../catalogue.js";
import output from "../en/terminal/output.json" with { type: "json" };

const { say, words } = catalogue("terminal/output", output);

const EVIDENCE = {
  named: "evidence.named",
  shaped: "evidence.shaped",
  "co-growth": "evidence.coGrowth",
  unknown: "evidence.unknown",
} as const;
const isEvidence = (how: string): how is keyof typeof EVIDENCE => Object.hasOwn(EVIDENCE, how);

/** What stands around the answers of commands: heads of tables, headings, facts of a suspect. */
export const OUTPUT_WORDS = words({
  /** Facts one after the other. */
  facts: (all: readonly string[]) => all.join(say("comma")),
  /** Clauses one after the other. */
  clauses: (all: readonly string[]) => all.join(say("semicolon")),
  aside: (text: string, aside: string) => say("aside", { text, aside }),
  item: (name: string, text: string) => say("item", { name, text }),
  program: (text: string) => say("program", { text }),
  served: "served",
  knownIssues: "knownIssues",
  tellApart: (text: string) => say("tellApart", { text }),
  act: (text: string) => say("act", { text }),
  whatToDo: "whatToDo",
  notTheCause: "notTheCause",

  beyond: { part: "beyond.part", size: "beyond.size" },

  heldBy: {
    holder: "heldBy.holder",
    held: "heldBy.held",
    share: "heldBy.share",
    notFollowed: "heldBy.notFollowed",
    beside: (name: string) => say("heldBy.beside", { name }),
    allocated: "heldBy.allocated",
    by: "heldBy.by",
  },

  kinds: {
    kind: "kinds.kind",
    held: "kinds.held",
    change: "kinds.change",
    share: "kinds.share",
    object: "kinds.object",
    others: (n: number) => say("kinds.others", { n }),
    noObject: "kinds.noObject",
    unknown: "kinds.unknown",
    total: "kinds.total",
    stage: "kinds.stage",
    otherKinds: "kinds.otherKinds",
    noKind: "kinds.noKind",
    categories: (parts: string) => say("kinds.categories", { parts }),
  },

  /** How a kind is known; what is none of them stays. */
  evidence: (how: string) => (isEvidence(how) ? say(EVIDENCE[how]) : how),

  labels: {
    key: (key: string, amount: string, total: string, share: string) =>
      say("labels.key", { key, amount, total, share }),
    moreValues: (n: number, amount: string) => say("labels.moreValues", { n: String(n), amount }),
    moreKeys: (n: number) => say("labels.moreKeys", { n: String(n) }),
    none: "labels.none",
  },

  suspects: {
    span: (from: string, to: string, n: number, isSeries: boolean) =>
      say("suspects.span", { from, to, n, series: isSeries ? "yes" : "no" }),
    none: (span: string) => say("suspects.none", { span }),
    lead: (span: string, n: number, share: string) => say("suspects.lead", { span, n, share }),
    restarted: "suspects.restarted",
    size: (name: string, size: string, share: string) =>
      say("suspects.size", { name, size, share }),
    kindUnknown: "suspects.kindUnknown",
    survival: (share: string) => say("suspects.survival", { share }),
    object: (size: string) => say("suspects.object", { size }),
    course: (values: string) => say("suspects.course", { values }),
    path: (path: string) => say("suspects.path", { path }),
    left: (n: number) => say("suspects.left", { n: String(n) }),
  },

  holders: {
    none: (span: string) => say("holders.none", { span }),
    lead: (span: string, total: string) => say("holders.lead", { span, total }),
    size: (name: string, share: string) => say("holders.size", { name, share }),
    chain: (path: string) => say("holders.chain", { path }),
  },

  write: {
    failed: (why: string) => say("write.failed", { why }),
    noNewFolder: (why: string) => say("write.noNewFolder", { why }),
    noFolder: "write.noFolder",
    notAllowed: "write.notAllowed",
    isFolder: "write.isFolder",
    noSpace: "write.noSpace",
  },
});
