import type { Verdict } from "../../leaks/verdict.js";
import type { Segment } from "../answers.js";
import type { FindingFacts } from "./finding-sentence.js";

/** A verdict has to be that of most of what the sentence is about. */
const MOST = 0.5;

/** What growth comes to, by what the whole series shows. */
const OF_GROWTH: Readonly<Record<Verdict, string>> = {
  leak: "It rises steadily over the snapshots and never falls: a leak, as far as they go.",
  cache: "It is a cache or a window of changes, kept by design: it is bounded, no leak.",
  pooled: "These are buffers that stay in a pool after the load has ended.",
  traffic: "It follows the requests: it is held while they last.",
  backlog: "It is a backlog: it waits until somebody reads or writes it.",
  undecided: "",
  noise: "",
};

/** What is held at one moment comes to, by its nature. */
const OF_HELD: Readonly<Record<Verdict, string>> = {
  leak: OF_GROWTH.leak,
  cache: "Most of it is kept by design, as a cache or a window of changes.",
  pooled: OF_GROWTH.pooled,
  traffic: "Most of it lives as long as the requests that need it.",
  backlog: "Most of it waits until somebody reads or writes it.",
  undecided: "",
  noise: "",
};

/** The verdict, and what would decide where these files cannot. */
export function verdictSaid({ verdict, held, sampleType }: FindingFacts, grew: boolean): Segment[] {
  if (held.unit !== "bytes" || !sampleType.startsWith("inuse_")) return [];
  if (verdict.sameMoment) return [];
  const { verdict: found, share, decides } = verdict.whole;
  if (found === "" || share < MOST) return decides === "" ? [] : [{ text: ` ${decides}` }];
  const text = grew ? OF_GROWTH[found] : OF_HELD[found];
  if (text !== "") return [{ text: ` ${text}` }];
  return found === "undecided" && decides !== "" ? [{ text: ` ${decides}` }] : [];
}
