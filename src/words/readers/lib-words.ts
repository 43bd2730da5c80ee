import { catalogue } from "../catalogue.js";
import lib from "../en/lib.json" with { type: "json" };

const { say, words } = catalogue("lib", lib);

/** What is said beside figures, of patterns, and of parts of the program that cannot be had. */
export const LIB_WORDS = words({
  error: {
    unknown: "error.unknown",
    exact: "error.exact",
    atLeast: (size: string) => say("error.atLeast", { size }),
  },
  late: {
    issues: (why: string) => say("late.issues", { why }),
    releases: (why: string) => say("late.releases", { why }),
    patience: (seconds: number) => say("late.patience", { seconds: `${seconds}` }),
  },
  noPattern: (pattern: string, why: string) => say("pattern", { pattern, why }),
});
