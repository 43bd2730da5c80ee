import type { Stage } from "../kubernetes/vocabulary.js";
import { LEAKS_WORDS } from "../words/leaks-words.js";
import { NATURE, type Nature, type SuspectClass } from "./suspect-class.js";

/** What memory that grew, or is held, comes to; "undecided" where these files cannot tell. */
export type Verdict = "leak" | "cache" | "pooled" | "traffic" | "backlog" | "undecided" | "noise";

/** How much of something has which class, in which stage. */
export interface Classed {
  readonly class: string;
  readonly stage: string;
  readonly weight: number;
}

/** The verdict that most of some memory has. */
export interface Verdicts {
  readonly verdict: Verdict | "";
  /** share of the weight that has it, 0 to 1 */
  readonly share: number;
  /** which snapshot would decide what is undecided, a sentence; "" where nothing is */
  readonly decides: string;
}

function natureOf(stage: string): Nature {
  return NATURE[stage as Stage] ?? "open";
}

/** The verdict of one class in one stage; "" where nothing is known. */
export function verdictOf(told: string, stage: string): Verdict | "" {
  const nature = natureOf(stage);
  switch (told as SuspectClass | "") {
    case "growing":
      if (nature === "backlog") return "backlog";
      // A cache of objects grows with them; connections are nobody's cache.
      return nature === "retained" && stage !== "connections" ? "cache" : "leak";
    case "in-flight":
      return nature === "backlog" ? "backlog" : "traffic";
    case "pooled":
    case "cache":
    case "noise":
    case "undecided":
      return told as Verdict;
    default:
      return "";
  }
}

/**
 * The verdict over some memory: that of the largest part.
 * @param snapshots how many distinct snapshots of the process there are
 */
export function overall(parts: readonly Classed[], snapshots: number): Verdicts {
  const sums = new Map<Verdict | "", number>();
  let all = 0;
  for (const part of parts) {
    const weight = Math.max(0, part.weight);
    const verdict = verdictOf(part.class, part.stage);
    sums.set(verdict, (sums.get(verdict) ?? 0) + weight);
    all += weight;
  }
  const [verdict, weight] = [...sums].sort((a, b) => b[1] - a[1])[0] ?? (["", 0] as const);
  const open = parts
    .filter((part) => part.class === "undecided")
    .sort((a, b) => b.weight - a.weight)[0];
  return {
    verdict,
    share: all > 0 ? weight / all : 0,
    decides: open ? decidedBy(open.stage, snapshots) : "",
  };
}

/** Which snapshot would decide what memory of a stage is, as a sentence. */
export function decidedBy(stage: string, snapshots: number): string {
  const { buffers, step, further } = LEAKS_WORDS.decides;
  if (natureOf(stage) === "request") return buffers;
  return snapshots < 3 ? step(snapshots) : further;
}
