import { catalogue } from "../catalogue.js";
import report from "../en/report.json" with { type: "json" };
import { commaList, sentencesOf } from "../fluent.js";
import { clauses } from "../sentence-start.js";

const messages = catalogue("report", report);
const { say, words } = messages;
const { told } = sentencesOf(messages);

/** What the Markdown report says. Names, paths and links come as Markdown. */
export const REPORT_WORDS = words({
  figures: "figures",
  title: {
    holders: (what: string) => told("title.holders", { what: [what] }),
    heap: (what: string) => told("title.heap", { what: [what] }),
    sum: (files: number) => say("title.sum", { files: String(files) }),
    median: (shown: string, files: number) => say("title.median", { shown, files: String(files) }),
    compared: (shown: string, base: string) => say("title.compared", { shown, base }),
    series: (shown: string, files: number) => say("title.series", { shown, files: String(files) }),
  },
  file: (position: number) => say("file", { n: String(position) }),
  /** @param how how that is known; "" for nothing */
  program: (program: string, how: string) =>
    how === "" ? say("program", { program }) : told("programHow", { program, how: [how] }),
  findingAside: (finding: string, aside: string) =>
    told("findingAside", { finding: [finding], aside: [aside] }),

  shown: "shown",
  base: "base",
  restarted: "restarted",
  timesMedian: (factor: string) => say("timesMedian", { factor }),
  lastFiles: (shown: number, all: number) =>
    say("lastFiles", { shown: String(shown), all: String(all) }),
  /** a text that may lack its full stop */
  sentence: (text: string) =>
    /[.!?)。！？）]$/.test(text) ? text : told("sentence", { text: [text] }),
  median: (median: string) => say("median", { median }),

  kinds: {
    held: "kinds.held",
    heldStages: "kinds.heldStages",
    changed: "kinds.changed",
    changedStages: "kinds.changedStages",
  },
  columns: {
    kind: "column.kind",
    change: "column.change",
    held: "column.held",
    ofChanged: "column.ofChanged",
    share: "column.share",
    named: "column.named",
    shaped: "column.shaped",
    coGrowth: "column.coGrowth",
  },
  rows: {
    otherKinds: "row.otherKinds",
    noObject: "row.noObject",
    unknown: "row.unknown",
    total: "row.total",
  },

  suspects: "suspects",
  whoHolds: "whoHolds",
  whatHolds: "whatHolds",
  nothingGrew: "nothingGrew",
  nothingHeld: "nothingHeld",
  explain: (share: string) => say("explain", { share }),
  hold: (share: string) => say("hold", { share }),
  twoLives: "twoLives",
  evidence: (kind: string, evidence: string) => told("evidence", { kind, evidence: [evidence] }),
  survival: (share: string) => say("survival", { share }),
  meanObject: (size: string) => say("meanObject", { size }),
  clauses,
  course: (values: readonly string[]) => told("course", { values: [commaList(values)] }),
  path: (path: string) => say("path", { path }),
  chain: (path: string) => say("chain", { path }),
  frames: (count: number) => say("frames", { count: String(count) }),
  /** @param isGrowth what the share is of: the growth, or the memory */
  head: (rank: number, name: string, amount: string, share: string, isGrowth: boolean) =>
    say(isGrowth ? "headGrowth" : "headHeld", { rank: String(rank), name, amount, share }),
  interval: (amount: string, low: string, high: string) => say("interval", { amount, low, high }),

  knownIssues: "knownIssues",
  tellApart: (text: string) => told("tellApart", { text: [text] }),
  act: (text: string) => told("act", { text: [text] }),
  whatToDo: "whatToDo",
  source: (source: string) => say("source", { source }),
  sourceAt: (name: string, link: string) => say("sourceAt", { name, link }),
  cleared: "cleared",

  measured: "measured",
  sampleType: (type: string) => say("sampleType", { type }),
  exact: "exact",
  sampled: (period: string) => say("sampled", { period }),
  joined: (joined: number, truncated: number, share: string) =>
    say("joined", { joined: String(joined), truncated: String(truncated), share }),
  notJoined: "notJoined",
  asRecorded: "asRecorded",
  survivalMeans: "survivalMeans",
  evidenceMeans: "evidenceMeans",
  sameView: (link: string) => say("sameView", { link }),
  chains: "chains",
  chainsEvidence: "chainsEvidence",
  filtered: (filters: readonly string[]) => told("filtered", { filters: [commaList(filters)] }),
});
