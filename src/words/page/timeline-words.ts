import { countOf } from "./count-of.js";

/** What `ui/timeline` says. */
export const TIMELINE_WORDS = {
  snapshots: "Snapshots",
  fileShown: (files: number) => `File shown, of ${files}`,
  snapshotShown: (files: number) => `Snapshot shown, of ${files} in time order`,
  restarted: "the process restarted before this snapshot",
  noTime: "no time in the file",
  aboveMedian: (file: string, times: string) => `${file}: ${times} times the median`,
  median: (value: string, isBase: boolean) => `median ${value}${isBase ? " (base)" : ""}`,

  /** from one snapshot of a process to another; `span` is "" where their times are not known */
  change: (change: string, span: string) => (span ? `${change} in ${span}` : change),
  /** of two processes one has more than the other; nothing grew from one to the other */
  otherProcess: (difference: string, isLess: boolean) =>
    `${difference} ${isLess ? "less" : "more"}, another process`,

  relation: {
    label: "Relation between files",
    single: "one file",
    series: "series",
    fleet: "fleet",
    unrelated: "unrelated files",
    asSeries: "Treat as time series",
    asFleet: "Treat as fleet",
    asUnrelated: "Treat as unrelated",
    /** `span` is "" where the times are not known, or all the same */
    snapshots: (files: number, runs: number, span: string) => {
      const snapshots = countOf(files, "snapshot");
      if (runs > 1) return `${snapshots}, ${runs} runs of the program`;
      return span ? `${snapshots} in ${span}` : snapshots;
    },
    processes: (files: number) => countOf(files, "process", "processes"),
    files: (files: number) => countOf(files, "file"),
  },
} as const;
