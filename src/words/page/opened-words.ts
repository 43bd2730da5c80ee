import { countOf } from "./count-of.js";

/** What `ui/opened` says. */
export const OPENED_WORDS = {
  selected: "What is selected",

  finding: {
    label: "The finding",
    fromLink: (percent: string) =>
      `Made from a link; ${percent}% of bytes are summarised as (rest).`,
    whatToDo: "What to do",
  },

  tabs: {
    label: "Views",
    graph: "Graph",
    table: "Table",
    tree: "Call tree",
    callers: "Callers",
    kubernetes: "Kubernetes",
    suspects: "Suspects",
    /** instead of suspects, of a file that is compared with nothing */
    holders: "Top holders",
  },

  header: {
    closeAll: "Close all files and start over",
    base: "base",
    baseLabel: "Base, what is compared with",
    noBase: "none",
    median: "median of all",
    profile: "Profile shown",
    sum: (files: number) => `sum of all ${files}`,
    more: "Open more files beside these",
    swap: "swap",
    swapTitle: "Swap base and profile",
    sampleType: "Sample type",
    share: "Share",
    help: "Help and keys",
    helpTitle: "Help and keyboard shortcuts",
    byFunctions: "by the names of its functions",
  },

  foot: {
    units:
      "KiB, MiB and GiB are 1024, 1024² and 1024³ bytes; go tool pprof calls them kB, MB and GB",
    unit: "1 KiB = 1024 bytes",
    whole: (value: string, sampleType: string, isDelta: boolean) =>
      `${value} ${sampleType}${isDelta ? " changed, up and down" : ""}`,
    shown: (value: string) => `${value} shown`,
    shownTitle: "after the filters",
    samples: (count: number) => countOf(count, "sample"),
    joined: (stacks: number, share: string) =>
      `${countOf(stacks, "stack")} joined, ${share} of what is shown`,
    joinedTitle: "stacks cut by Go's limit of frames, joined again by their overlap",
    cut: (stacks: number) => `${countOf(stacks, "stack")} too deep, cut`,
    cutTitle: "of stacks of more than 65,535 frames the frames nearest the root are left out",
    roots: (count: number) => countOf(count, "root"),
    rounded: "as printed, rounded",
    loosened: (count: string) => `${count} approximate matches across builds`,
    takenFor: (name: string, other: string) => `${name}\n  is taken for ${other}`,
    sampled: (bytes: string) => `sampled every ${bytes}`,
    sampledTitle: "mean bytes between two sampled allocations",
    privacy: "All data stays in your browser",
  },
} as const;
