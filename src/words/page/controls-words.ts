import { countOf } from "./count-of.js";

/** What `ui/controls` says. */
export const CONTROLS_WORDS = {
  close: "Close",
  copy: "copy",
  copied: "copied",
  copyFailed: "copy failed",
  moreRows: (rows: number) => `and ${countOf(rows, "more row")}`,
  moreToTheRight: "more columns to the right →",
  moreToTheLeft: "← more columns to the left",
  useTheme: (theme: "light" | "dark") =>
    theme === "dark" ? "Use the dark theme" : "Use the light theme",
  /** a title that ends with the key that does the same */
  withKey: (title: string, key: string) => `${title} (${key})`,

  /** what is on the screen: a file, two that are compared, or all */
  view: {
    sum: (files: number) => `sum of ${files} files`,
    fromMedian: (shown: string) => `median of all → ${shown}`,
    from: (base: string, shown: string) => `${base} → ${shown}`,
  },
  theMedian: "the median",
  sumHasNoBase: "the sum of all files has no base to compare with",
  chooseBase: "choose a base to see growth",

  trend: {
    title: "least-squares slope with its 95% interval",
    none: "no steady trend: the 95% interval of the slope holds zero",
    anHour: (slope: string, low: string, high: string) =>
      `${slope} an hour, 95% between ${low} and ${high}`,
    aSnapshot: (slope: string, low: string, high: string) =>
      `${slope} a snapshot, 95% between ${low} and ${high}`,
  },

  /** what each key does, as help says it */
  shortcuts: {
    zoomToSelection: "zoom to the selection",
    foldAgain: "unfold a row of plumbing, fold it again",
    wholeGraph: "the whole graph",
    stepOut: "clear selection, then zoom, then search",
    search: "search",
    next: "next match or highlighted path",
    previous: "previous match or highlighted path",
    earlier: "previous snapshot",
    later: "next snapshot",
    compare: "toggle comparison",
    swap: "swap base and profile",
    sampleType: "sample type",
    orientation: "flame or icicle",
    invert: "invert",
    colouring: "next colouring",
    theme: "theme",
    share: "share",
    help: "keyboard shortcuts and glossary",
    back: "back (the browser's own back does the same)",
  },
} as const;
