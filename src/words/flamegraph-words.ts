import { formatCount, plural } from "../lib/format.js";

/** What `flamegraph` says. */
export const FLAMEGRAPH_WORDS = {
  label: (isFlame: boolean, sampleType: string) =>
    `${isFlame ? "Flame graph" : "Icicle graph"} of ${sampleType}: arrow keys walk, Enter zooms, Home shows all`,
  all: "all",
  frames: (count: number) => plural(count, "frame"),
  foldedRun: (group: string, frames: string) => `${group} · ${frames}`,
  /** behind the name of a folded run, in its box */
  foldedFrames: (frames: string) => `· ${frames}`,
  plumbing: "Plumbing",

  tooltip: {
    total: "total",
    self: "self",
    change: "change",
    ofItsOwn: "of its own",
    before: "before",
    after: "after",
    together: "together",
    survived: "survived",
    ofAllocated: "of what was allocated",
    ofChanged: (share: string) => `${share} of what changed`,
    noise: "noise",
    times: (factor: number) => `× ${factor.toFixed(1)}`,
    kind: "kind",
    mixed: "mixed",
    other: "other",
    unknown: "unknown",
    ofIt: (share: string) => `${share} of it`,
    folded: (frames: string) => `${frames} folded into one row: click or press Space to unfold`,
    more: (count: number) => `and ${formatCount(count)} more`,
    inline: "(inline)",
    joined: "added by joining truncated stacks",
    tooNarrow: "too narrow to draw: click to zoom in",
    matching: (count: number) => `${formatCount(count)} of them match`,
    /** all of a tooltip in one sentence, for assistive technology */
    sentence: (title: string, rows: readonly string[], notes: readonly string[]) =>
      [title, ...rows, ...notes].join(", "),
  },

  legend: {
    kind: {
      title: "Kind of Kubernetes object",
      other: "other",
      unknown: "unknown",
      mixed: "mixed (no kind above 50%)",
      note: "The deeper the frame and the larger the kind's share of it, the stronger the colour.",
    },
    noBase: {
      title: "Growth",
      item: "nothing to compare with",
      note: "Choose a base to see what grew.",
    },
    growth: {
      ofDelta: "Growth and shrinkage",
      against: (other: string) => `More or less than ${other}`,
      sinceBase: "Growth since the base",
      less: "less",
      none: "no change, or noise",
      more: "more",
      note: "A change of less than two standard errors of the sampling is noise and stays grey.",
    },
    survival: {
      title: "Share of what was allocated since the base that is still live",
      none: "0%: in flight",
      all: "100%: retained",
      note: "Grey: too few samples to tell.",
    },
    module: {
      title: "Module",
      standard: "Go's own",
      none: "no module",
      note: "Each module has its hue, the same in every profile; the program's own code is strongest.",
    },
  },

  keys: {
    walk: "parent, child, neighbours in the graph",
    zoom: "zoom to the selection",
    whole: "the whole graph",
    unfold: "unfold a row of plumbing",
    zoomIn: "zoom in",
    zoomOut: "zoom out",
    down: "scroll down",
    up: "scroll up",
    menu: "what can be done with a function",
    leave: "leave the box",
    /** how keys are written where they are no signs */
    named: {
      enter: "Enter",
      home: "Home",
      space: "Space",
      pageDown: "Page Down",
      pageUp: "Page Up",
      menu: "Shift F10",
      escape: "Esc",
    },
  },
} as const;
