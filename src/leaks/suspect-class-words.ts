import type { SuspectClass } from "./suspect-class.js";

/** The classes in words, for page, terminal and report. */
const WORDS: Readonly<Record<SuspectClass, string>> = {
  growing: "growing: it rises steadily over the snapshots",
  "in-flight": "in flight: follows the load",
  pooled: "pooled: buffers kept after the load",
  cache: "cache or window: kept by design, or levelled off",
  noise: "within sampling noise",
  undecided: "not decidable from these files",
};

/** A class in words; "" for none. */
export function classWords(told: string): string {
  return WORDS[told as SuspectClass] ?? told;
}
