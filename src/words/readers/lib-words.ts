import { catalogue } from "../catalogue.js";
import lib from "../en/lib.json" with { type: "json" };

const { say, words } = catalogue("lib", lib);

const late = (seconds: number): string => say("late.patience", { seconds: `${seconds}` });

/** What is said beside figures, of patterns, and of parts of the program that cannot be had. */
export const LIB_WORDS = words({
  error: {
    unknown: "error.unknown",
    exact: "error.exact",
    atLeast: (size: string) => say("error.atLeast", { size }),
  },
  /** parts of the program that cannot be had */
  late: {
    issues: { failed: (why: string) => say("late.issues", { why }), late },
    releases: { failed: (why: string) => say("late.releases", { why }), late },
  },
  noPattern: (pattern: string, why: string) => say("pattern", { pattern, why }),
});
