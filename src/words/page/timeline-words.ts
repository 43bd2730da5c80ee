import { catalogue } from "../catalogue.js";
import timeline from "../en/page/timeline.json" with { type: "json" };
import { CONTROLS_WORDS } from "./controls-words.js";
import { yesOrNo } from "./yes-or-no.js";

const { say, words } = catalogue("page/timeline", timeline);

/** What `ui/timeline` says. */
export const TIMELINE_WORDS = words({
  snapshots: "snapshots",
  fileShown: (files: number) => say("fileShown", { files }),
  snapshotShown: (files: number) => say("snapshotShown", { files }),
  sourcesShown: (files: number, sources: number) => say("sourcesShown", { files, sources }),
  /** what a process holds now that stands out among the others, at length and in short */
  hot: (value: string, times: string) => [
    say("hot", { value, times }),
    say("hotValue", { value, times }),
  ],
  restarted: "restarted",
  noTime: "noTime",
  /** what a kind holds, and at which stages */
  atStages: (of: string, stages: readonly string[]) =>
    stages.length > 0 ? say("atStages", { of, stages: CONTROLS_WORDS.inRow(stages) }) : of,
  /** the file shown and its total, where the strip is used as a slider */
  position: (file: string, total: string) => say("position", { file, total }),
  aboveMedian: (file: string, times: string) => say("aboveMedian", { file, times }),
  median: (value: string, isBase: boolean) => say("median", { value, isBase: yesOrNo(isBase) }),

  /** from one snapshot of a process to another; `span` is "" where their times are not known */
  change: (change: string, span: string) => say("change", { change, span: span || "none" }),
  /** of two processes one has more than the other; nothing grew from one to the other */
  otherProcess: (difference: string, isLess: boolean) =>
    say("otherProcess", { difference, isLess: yesOrNo(isLess) }),

  relation: {
    label: "relation.label",
    single: "relation.single",
    series: "relation.series",
    fleet: "relation.fleet",
    unrelated: "relation.unrelated",
    asSeries: "relation.asSeries",
    asFleet: "relation.asFleet",
    asUnrelated: "relation.asUnrelated",
    /** `span` is "" where the times are not known, or all the same */
    snapshots: (files: number, runs: number, span: string) => {
      if (runs > 1) return say("relation.runs", { files, runs });
      return span ? say("relation.during", { files, span }) : say("relation.snapshots", { files });
    },
    /** several processes over time, not all of which may have room */
    sources: (files: number, sources: number, shown: number) =>
      shown < sources
        ? say("relation.sourcesShown", { files, sources, shown })
        : say("relation.sources", { files, sources }),
    processes: (files: number) => say("relation.processes", { files }),
    files: (files: number) => say("relation.files", { files }),
  },
});
