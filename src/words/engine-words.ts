import { formatCount } from "../lib/format.js";
import { catalogue } from "./catalogue.js";
import engine from "./en/engine.json" with { type: "json" };
import { commaList, sentencesOf } from "./fluent.js";

const messages = catalogue("engine", engine);
const { say, words } = messages;
const { told } = sentencesOf(messages);
const yes = (is: boolean): "yes" | "other" => (is ? "yes" : "other");

/** What `engine` says: where a question has no answer, each with what can be changed. */
export const ENGINE_WORDS = words({
  noFile: "noFile",
  noFileHint: "noFileHint",
  fileNotOpen: "fileNotOpen",
  fileNotOpenHint: "fileNotOpenHint",
  noFunction: (name: string) => told("noFunction", { name: [name] }),
  noFunctionHint: "noFunctionHint",
  filterRefused: (filter: string, why: string) =>
    told("filterRefused", { filter: [filter], why: [why] }),
  filterRefusedHint: "filterRefusedHint",

  /** a printed table has no stacks: what that rules out */
  table: {
    filters: "table.filters",
    filtersHint: "table.filtersHint",
    median: "table.median",
    medianHint: "table.medianHint",
    cannot: {
      callers: "table.callers",
      search: "table.search",
      suspects: "table.suspects",
      export: "table.export",
      link: "table.link",
    },
    cannotGraph: "table.graph",
    cannotHint: "table.hint",
  },

  chainAgainstHeap: (chain: string, heap: string) =>
    told("chainAgainstHeap", { chain: [chain], heap: [heap] }),
  chainAgainstHeapHint: "chainAgainstHeapHint",

  noSampleType: (file: string, wanted: string) =>
    told("noSampleType", { file: [file], wanted: [wanted || say("none")] }),
  notComparable: (file: string, type: string) =>
    told("notComparable", { file: [file], type: [type] }),
  hasTypes: (types: readonly string[]) => told("hasTypes", { types: [commaList(types)] }),
  namesNoTypes: "namesNoTypes",
  sumOfScrapes: "sumOfScrapes",

  /** why survival cannot be computed */
  survival: {
    delta: "survival.delta",
    noBase: "survival.noBase",
    median: "survival.median",
    same: "survival.same",
    noSeries: (why: string) => told("survival.noSeries", { why: [why] }),
    later: "survival.later",
    restarted: "survival.restarted",
    notLive: "survival.notLive",
  },
});

/** What the engine says of kinds and of connections. */
export const KINDS_WORDS = words({
  /** @param counts how many are alive, each by `about` or `fewer` */
  connections: (amount: string, share: string, counts: readonly string[]) =>
    counts.length === 0
      ? say("connections.hold", { amount, share })
      : told("connections.holdAlive", { amount, share, counts: [commaList(counts)] }),
  about: (count: string, error: string, what: string) =>
    told("connections.about", { count, error, what: [what] }),
  fewer: (count: string, what: string) => told("connections.fewer", { count, what: [what] }),
  /** @param more how many other kinds grew so, each less */
  coGrowth: (isChange: boolean, amount: string, kind: string, more: number) =>
    told(isChange ? "coGrowth.changed" : "coGrowth.held", {
      amount,
      kind: [kind],
      more,
      rest: formatCount(more),
    }),
});

/** What the engine says of who holds memory. */
export const HOLDER_WORDS = words({
  content: (kind: string, amount: string, isShaped: boolean) =>
    told("holder.content", { kind: [kind], amount, shaped: yes(isShaped) }),
  holds: (amount: string, through: string, type: string) =>
    told("holder.holds", { amount, through: [through], typed: yes(type !== ""), type }),
  in: (kinds: readonly string[]) => told("holder.in", { kinds: [commaList(kinds)] }),
  notFollowed: (amount: string) => say("holder.notFollowed", { amount }),
  same: "holder.same",
  differs: (amount: string, isLess: boolean, before: string) =>
    say("holder.differs", { amount, less: yes(isLess), before }),
  field: (name: string) => told("holder.field", { name: [name] }),
  variable: (name: string) => told("holder.variable", { name: [name] }),
});

/** What the engine says of a known issue that matches. */
export const MATCH_WORDS = words({
  mended: (of: string) => told("issue.mended", { of: [of] }),
  usual: (of: string) => told("issue.usual", { of: [of] }),
  matches: (of: string) => told("issue.matches", { of: [of] }),
  sentence: (share: string, match: string, title: string) =>
    told("issue.sentence", { share, match: [match], title: [title] }),
  until: {
    mended: (releases: readonly string[], release: string) =>
      told("issue.untilMended", { releases: [commaList(releases)], release: [release] }),
    is: (releases: readonly string[], release: string) =>
      told("issue.untilIs", { releases: [commaList(releases)], release: [release] }),
    unknown: (releases: readonly string[]) =>
      told("issue.untilUnknown", { releases: [commaList(releases)] }),
  },
  releases: (text: string) => told("issue.releases", { releases: [text] }),
});
