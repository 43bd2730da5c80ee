import { catalogue } from "../catalogue.js";
import graph from "../en/page/graph.json" with { type: "json" };
import { yesOrNo } from "./yes-or-no.js";

const { say, words } = catalogue("page/graph", graph);

/** What `ui/graph` says. */
export const GRAPH_WORDS = words({
  before: "before",
  after: "after",
  nothingBefore: "nothingBefore",
  nothingAfter: "nothingAfter",
  filteredOut: "filteredOut",
  allZero: (sampleType: string, samples: number) => say("allZero", { sampleType, samples }),
  removeFilters: "removeFilters",
  chooseOther: "chooseOther",
  byKindSince: (why: string) => say("byKindSince", { why }),
  nothingToCompare: "nothingToCompare",

  actions: {
    menu: (name: string) => say("actions.menu", { name }),
    zoom: { label: "actions.zoom.label", title: "actions.zoom.title" },
    focus: { label: "actions.focus.label", title: "actions.focus.title" },
    ignore: { label: "actions.ignore.label", title: "actions.ignore.title" },
    hide: { label: "actions.hide.label", title: "actions.hide.title" },
    show: { label: "actions.show.label", title: "actions.show.title" },
    callers: { label: "actions.callers.label", title: "actions.callers.title" },
    collapse: "actions.collapse",
    collapseTitle: (name: string) => say("actions.collapseTitle", { name }),
    copyName: "actions.copyName",
  },

  kinds: {
    ofChange: "kinds.ofChange",
    ofShown: "kinds.ofShown",
    change: (value: string) => say("kinds.change", { value }),
    other: "kinds.other",
    unknown: "kinds.unknown",
    previous: "kinds.previous",
    next: "kinds.next",
    paths: (count: number) => say("kinds.paths", { count }),
    pathAt: (place: number, count: number) => say("kinds.pathAt", { place, count }),
    evidenceTitle: "kinds.evidenceTitle",
  },

  trail: {
    label: "trail.label",
    whole: "trail.whole",
    all: "trail.all",
    reset: "trail.reset",
    part: (share: string, ofZoomed: boolean) =>
      say("trail.part", { share, ofZoomed: yesOrNo(ofZoomed) }),
  },

  search: {
    placeholder: "search.placeholder",
    label: "search.label",
    previous: "search.previous",
    next: "search.next",
    clear: "search.clear",
    refused: (why: string) => say("search.refused", { why }),
    nothing: (functions: string) => say("search.nothing", { functions }),
    matchAt: (place: string, all: string) => say("search.matchAt", { place, all }),
    matches: (count: number) => say("search.matches", { count }),
    counts: (functions: number, places: string) => say("search.counts", { functions, places }),
  },

  controls: {
    direction: "controls.direction",
    flame: { label: "controls.flame.label", title: "controls.flame.title" },
    icicle: { label: "controls.icicle.label", title: "controls.icicle.title" },
    colour: "controls.colour",
    kind: { label: "controls.kind.label", title: "controls.kind.title" },
    growth: { label: "controls.growth.label", title: "controls.growth.title" },
    difference: "controls.difference",
    differenceTitle: (against: string) => say("controls.differenceTitle", { against }),
    survival: {
      label: "controls.survival.label",
      title: "controls.survival.title",
    },
    package: { label: "controls.package.label", title: "controls.package.title" },
    invert: { label: "controls.invert.label", title: "controls.invert.title" },
    widths: "controls.widths",
    widthsTitle: "controls.widthsTitle",
    widthChoices: {
      larger: "controls.widthChoices.larger",
      before: "controls.widthChoices.before",
      after: "controls.widthChoices.after",
      delta: "controls.widthChoices.delta",
      side: "controls.widthChoices.side",
    },
  },
});
