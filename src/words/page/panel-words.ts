/** What `ui/panel` says. Figures come as they are shown: "1.2 MiB", "45%". */
export const PANEL_WORDS = {
  notInView:
    "The selected path does not occur in what is shown. Choose another snapshot or sample type, or remove a filter.",
  shareOf: (share: string, whole: string, isDelta: boolean) =>
    `${share && `${share} of `}${whole}${isDelta ? " that changed, up and down" : ""}`,
  interval: (low: string, high: string) => ` · 95% interval ${low} to ${high}`,
  intervalTitle: "Go samples allocations: with 95% confidence the true value lies in between",
  changeIsNoise: "The change is within sampling noise.",
  overSet: (isSeries: boolean) => (isSeries ? "Over the snapshots" : "Over the files"),
  whatToDo: "What to do",

  figures: {
    flat: "flat",
    cumulative: "cumulative",
    before: "before",
    change: "change",
    objects: "objects",
    meanAllocation: "mean allocation",
    meanObject: "mean object",
    allocated: "allocated since base",
    survival: "survival",
    survivalTitle: "growth of the live bytes over what was allocated since the base",
    stays: "stays",
    inFlight: "in flight",
    partlyStays: "partly stays",
    joined: "on joined stacks",
    errorTitle:
      "± one standard error of the sampling; z is the change in standard errors, below 2 it is noise",
  },

  kubernetes: {
    title: "Kubernetes",
    kind: "kind",
    evidence: "evidence",
    stage: "stage",
    objectSize: "object size",
    meanSize: (size: string) => `${size} mean`,
    highlight: "Highlight its paths",
    leaveOut: "leave out",
    leaveOutTitle: (kind: string) => `Samples of ${kind} are left out`,
  },

  path: {
    title: "Path, root first",
    copy: "copy",
    joinedFrame: (name: string, sure: string) =>
      `${name}\nadded by joining cut stacks, ${sure} sure`,
  },

  functionPaths: {
    previous: "Previous path to this function",
    next: "Next path to this function",
    at: (place: number, count: number) => `path ${place} of ${count}`,
    below: (count: number) => `below one of its ${count} paths`,
    /** `change` is "" where nothing is compared */
    overAll: (held: string, change: string) => `over all of them ${held}${change && `, ${change}`}`,
  },

  knownIssues: {
    title: "Known issues",
    howToTell: (how: string) => `How to tell: ${how}`,
  },

  labels: {
    title: "Labels",
    moreKeys: (count: string) => `${count} more keys`,
    label: (key: string) => `label ${key}`,
    inSamples: (value: string, samples: string) => `${value} in ${samples} samples`,
    group: "group",
    groupTitle: "A frame at the root for each value (tagroot)",
    fewer: "show fewer",
    moreValues: (count: string) => `${count} more values`,
    moreHold: (count: string, value: string) => `${count} more values hold ${value}`,
    empty: "(empty)",
    focusTitle: "Only samples with this label (tagfocus)",
    ignoreTitle: "Samples with this label are left out (tagignore)",
    leaveOut: (value: string) => `Leave out ${value}`,
  },

  overview: {
    isDelta:
      "This file is itself a difference of two profiles (it has values below zero): all figures are changes, and shares are of the sum of what grew and what shrank.",
    againstMedian:
      "Against the median of the files’ totals. In the graph each path is compared with its own median.",
    /** what stands before and behind the key that is printed as one */
    select: {
      before: "Select a frame to see its figures, its kind and what to do about it. Press ",
      behind: " for all keys.",
    },
    thisFile: "This file",
    samples: "samples",
    beyond: "Beyond the heap",
    beyondTitle: "The process has more memory than its heap: where it can be",
    close: "close this file",
    describedAt: "described at",
  },
} as const;
