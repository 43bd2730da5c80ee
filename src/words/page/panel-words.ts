import { catalogue } from "../catalogue.js";
import panel from "../en/page/panel.json" with { type: "json" };
import { yesOrNo } from "./yes-or-no.js";

const { say, parts, words } = catalogue("page/panel", panel);

/** What `ui/panel` says. Figures come as they are shown: "1.2 MiB", "45%". */
export const PANEL_WORDS = words({
  notInView: "notInView",
  shareOf: (share: string, whole: string, isDelta: boolean) =>
    say("shareOf", { share: share || "none", whole, isDelta: yesOrNo(isDelta) }),
  interval: (low: string, high: string) => say("interval", { low, high }),
  intervalTitle: "intervalTitle",
  changeIsNoise: "changeIsNoise",
  overSet: (isSeries: boolean) => say("overSet", { isSeries: yesOrNo(isSeries) }),
  whatToDo: "whatToDo",

  figures: {
    flat: "figures.flat",
    cumulative: "figures.cumulative",
    before: "figures.before",
    change: "figures.change",
    objects: "figures.objects",
    meanAllocation: "figures.meanAllocation",
    meanObject: "figures.meanObject",
    allocated: "figures.allocated",
    survival: "figures.survival",
    survivalTitle: "figures.survivalTitle",
    stays: "figures.stays",
    inFlight: "figures.inFlight",
    partlyStays: "figures.partlyStays",
    joined: "figures.joined",
    errorTitle: "figures.errorTitle",
  },

  kubernetes: {
    title: "kubernetes.title",
    kind: "kubernetes.kind",
    evidence: "kubernetes.evidence",
    stage: "kubernetes.stage",
    objectSize: "kubernetes.objectSize",
    meanSize: (size: string) => say("kubernetes.meanSize", { size }),
    highlight: "kubernetes.highlight",
    leaveOut: "kubernetes.leaveOut",
    leaveOutTitle: (kind: string) => say("kubernetes.leaveOutTitle", { kind }),
  },

  path: {
    title: "path.title",
    copy: "path.copy",
    joinedFrame: (name: string, sure: string) => say("path.joinedFrame", { name, sure }),
  },

  functionPaths: {
    previous: "functionPaths.previous",
    next: "functionPaths.next",
    at: (place: number, count: number) => say("functionPaths.at", { place, count }),
    below: (count: number) => say("functionPaths.below", { count }),
    /** `change` is "" where nothing is compared */
    overAll: (held: string, change: string) =>
      say("functionPaths.overAll", { held, change: change || "none" }),
  },

  knownIssues: {
    title: "knownIssues.title",
    /** what matches, by how much of the memory and where; the share is marked */
    match: <P extends object>(share: P, where: string, title: string) =>
      parts("knownIssues.match", { share, where, title }),
    howToTell: (how: string) => say("knownIssues.howToTell", { how }),
  },

  labels: {
    title: "labels.title",
    moreKeys: (count: string) => say("labels.moreKeys", { count }),
    label: (key: string) => say("labels.label", { key }),
    inSamples: (value: string, samples: string) => say("labels.inSamples", { value, samples }),
    group: "labels.group",
    groupTitle: "labels.groupTitle",
    fewer: "labels.fewer",
    moreValues: (count: string) => say("labels.moreValues", { count }),
    moreHold: (count: string, value: string) => say("labels.moreHold", { count, value }),
    empty: "labels.empty",
    focusTitle: "labels.focusTitle",
    ignoreTitle: "labels.ignoreTitle",
    leaveOut: (value: string) => say("labels.leaveOut", { value }),
  },

  overview: {
    isDelta: "overview.isDelta",
    againstMedian: "overview.againstMedian",
    /** `key` is printed as one */
    select: <P extends object>(key: P) => parts("overview.select", { key }),
    thisFile: "overview.thisFile",
    samples: "overview.samples",
    beyond: "overview.beyond",
    beyondTitle: "overview.beyondTitle",
    close: "overview.close",
    describedAt: <P extends object>(address: P) => parts("overview.describedAt", { address }),
  },
});
