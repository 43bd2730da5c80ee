import { shareText } from "../../../kubernetes/words.js";
import type { Verdict } from "../../../leaks/verdict.js";
import { FINDING_WORDS, type VerdictKey } from "../../../words/finding-words.js";
import type { KindsAnswer } from "../../answers.js";
import type { FindingFacts } from "./finding-sentence.js";
import { waitsForHandlers } from "./likely-holder.js";

/** A verdict has to be that of most of what the sentence is about. */
const MOST = 0.5;

/** Of so much of it a sentence may speak as of all. */
const ALL = 0.95;

/** What growth comes to, by what the whole series shows. */
const OF_GROWTH: Readonly<Record<Verdict, VerdictKey | undefined>> = {
  leak: "leak",
  cache: "cache",
  pooled: "pooled",
  traffic: "traffic",
  backlog: "backlog",
  undecided: undefined,
  noise: undefined,
};

/** What is held at one moment comes to, by its nature. */
const OF_HELD: Readonly<Record<Verdict, VerdictKey | undefined>> = {
  ...OF_GROWTH,
  cache: "cacheHeld",
  traffic: "trafficHeld",
  backlog: "backlogHeld",
};

/** Whether most of what is spoken of are queues. */
function isQueues({ causes }: FindingFacts, whole: number): boolean {
  const queues = causes.find((c) => c.sort === "category" && c.name === "queues");
  return queues !== undefined && queues.held - queues.before >= whole * MOST;
}

function isMostlyReceived({ stages, total }: KindsAnswer): boolean {
  return (stages["watch-receive"] ?? 0) >= total * MOST;
}

/** The verdict, or what would decide where these files cannot; "" where there is nothing to say. */
export function verdictSaid(facts: FindingFacts, grew: boolean): string {
  const { verdict, held, change, sampleType } = facts;
  if (held.unit !== "bytes" || !sampleType.startsWith("inuse_")) return "";
  if (verdict.sameMoment) return "";
  if (verdict.snapshots < 2 && verdict.whole.verdict === "pooled") return FINDING_WORDS.buffersOpen;
  const { verdict: told, decides } = verdict.whole;
  if (told === "leak" && !grew && change && !facts.baseIsMedian) return "";
  const spoken = grew && change ? change : held;
  const waits = grew && waitsForHandlers(facts) && isMostlyReceived(spoken);
  const found = told === "leak" && waits ? "backlog" : told;
  // Connections are nobody's cache.
  const connections = Math.max(0, (spoken.stages.connections ?? 0) / spoken.total);
  const share = verdict.whole.share - (found === "cache" ? connections : 0);
  if (found === "cache" && share < MOST) return "";
  if (found === "" || share < MOST) return decides;
  const key =
    found === "leak" && isQueues(facts, spoken.total)
      ? "leakOrBacklog"
      : (grew || verdict.ofGrowth ? OF_GROWTH : OF_HELD)[found];
  if (key !== undefined) {
    return FINDING_WORDS.verdict(key, share >= ALL ? "" : shareText(share), verdict.ofGrowth);
  }
  return found === "undecided" ? decides : "";
}
