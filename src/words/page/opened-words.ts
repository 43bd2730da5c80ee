import { catalogue } from "../catalogue.js";
import opened from "../en/page/opened.json" with { type: "json" };
import { yesOrNo } from "./yes-or-no.js";

const { say, words } = catalogue("page/opened", opened);

/** What `ui/opened` says. */
export const OPENED_WORDS = words({
  selected: "selected",

  finding: {
    label: "finding.label",
    fromLink: (percent: string) => say("finding.fromLink", { percent }),
    whatToDo: "finding.whatToDo",
  },

  tabs: {
    label: "tabs.label",
    graph: "tabs.graph",
    table: "tabs.table",
    tree: "tabs.tree",
    callers: "tabs.callers",
    kubernetes: "tabs.kubernetes",
    suspects: "tabs.suspects",
    /** instead of suspects, of a file that is compared with nothing */
    holders: "tabs.holders",
  },

  header: {
    closeAll: "header.closeAll",
    base: "header.base",
    baseLabel: "header.baseLabel",
    noBase: "header.noBase",
    median: "header.median",
    profile: "header.profile",
    sum: (files: number) => say("header.sum", { files }),
    more: "header.more",
    swap: "header.swap",
    swapTitle: "header.swapTitle",
    sampleType: "header.sampleType",
    share: "header.share",
    help: "header.help",
    helpTitle: "header.helpTitle",
    byFunctions: "header.byFunctions",
  },

  foot: {
    units: "foot.units",
    unit: "foot.unit",
    whole: (value: string, sampleType: string, isDelta: boolean) =>
      say("foot.whole", { value, sampleType, isDelta: yesOrNo(isDelta) }),
    shown: (value: string) => say("foot.shown", { value }),
    shownTitle: "foot.shownTitle",
    samples: (count: number) => say("foot.samples", { count }),
    joined: (stacks: number, share: string) => say("foot.joined", { stacks, share }),
    joinedTitle: "foot.joinedTitle",
    cut: (stacks: number) => say("foot.cut", { stacks }),
    cutTitle: "foot.cutTitle",
    roots: (count: number) => say("foot.roots", { count }),
    rounded: "foot.rounded",
    loosened: (count: string) => say("foot.loosened", { count }),
    takenFor: (name: string, other: string) => say("foot.takenFor", { name, other }),
    sampled: (bytes: string) => say("foot.sampled", { bytes }),
    sampledTitle: "foot.sampledTitle",
    privacy: "foot.privacy",
  },
});
