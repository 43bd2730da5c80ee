import { countOf } from "./count-of.js";

/** What `ui/graph` says. */
export const GRAPH_WORDS = {
  before: "before",
  after: "after",
  nothingBefore: "Nothing was held before.",
  nothingAfter: "Nothing is held after.",
  filteredOut: "No sample is left by the filters.",
  allZero: (sampleType: string, samples: number) =>
    `This profile has no ${sampleType} at all: ${samples} samples, all of them zero.`,
  removeFilters: "Remove the filters",
  chooseOther: "Choose another sample type, or open another profile.",
  byKindSince: (why: string) => `Colours are by kind: ${why}.`,
  nothingToCompare: "there is nothing to compare with",

  actions: {
    menu: (name: string) => `What to do with ${name}`,
    zoom: { label: "Zoom", title: "Fill the width with it" },
    focus: { label: "Focus", title: "Only stacks through it" },
    ignore: { label: "Ignore", title: "Stacks through it are left out" },
    hide: { label: "Hide", title: "Its frame is left out, its stacks stay" },
    show: { label: "Show only", title: "Of all frames only this one is left" },
    callers: { label: "Callers", title: "Who calls it, and what it calls" },
    collapse: "Collapse package",
    collapseTitle: (name: string) => `Frames of ${name} become one`,
    copyName: "Copy name",
  },

  kinds: {
    ofChange: "share of the change",
    ofShown: "of what is shown",
    change: (value: string) => `${value} of change`,
    other: "other",
    unknown: "unknown",
    previous: "Previous path",
    next: "Next path",
    paths: (count: number) => countOf(count, "path"),
    pathAt: (place: number, count: number) => `path ${place} of ${count}`,
    evidenceTitle:
      "How the kinds are known: by a typed frame, by the shape of the encoder's stack, by growing together with typed frames",
  },

  trail: {
    label: "Zoomed to",
    whole: "Show the whole graph",
    all: "all",
    reset: "reset zoom",
    part: (share: string, ofZoomed: boolean) =>
      `${ofZoomed ? "part of it" : "a part"}, ${share} of the width`,
  },

  search: {
    placeholder: "Search functions, files, /regex/",
    label: "Search functions, packages and files",
    previous: "Previous match",
    next: "Next match",
    clear: "Clear the search",
    refused: (why: string) => `not a regular expression: ${why}`,
    nothing: (functions: string) => `nothing in ${functions} functions`,
    matchAt: (place: string, all: string) => `${place} of ${all}`,
    matches: (count: number) => countOf(count, "match", "matches"),
    counts: (functions: number, places: string) =>
      `${countOf(functions, "function")} at ${places} places of the graph; share of the total on stacks through them, each sample once`,
  },

  controls: {
    direction: "Direction of the graph",
    flame: { label: "Flame", title: "grows up from the root" },
    icicle: { label: "Icicle", title: "hangs down from the root" },
    colour: "Colour",
    kind: { label: "Kind", title: "by Kubernetes kind" },
    growth: { label: "Growth", title: "by growth since the base" },
    difference: "Difference",
    differenceTitle: (against: string) => `by more or less than ${against}`,
    survival: {
      label: "Survival",
      title: "live growth over what was allocated: 1 stays, 0 is garbage",
    },
    package: { label: "Package", title: "by module and package" },
    invert: { label: "Invert", title: "Invert: allocation sites at the root" },
    widths: "Widths",
    widthsTitle: "What the widths stand for",
    widthChoices: {
      larger: "width: larger of both",
      before: "width: before",
      after: "width: after",
      delta: "width: |delta|",
      side: "side by side",
    },
  },
} as const;
