import type { Values } from "../../words/catalogue.js";
import type { AdviceId } from "../../words/kubernetes/advice-words.js";
import type { Role } from "../rules/role-rules.js";
import type { Stage } from "../vocabulary.js";
import { compareReleases } from "./releases.js";
import type { Situation } from "./situation.js";

/** What to do about memory, and when that is worth saying; how it is said is in ADVICE_WORDS. */
export interface AdviceRule {
  readonly id: AdviceId;
  /** programs that it is for; any where it is left out */
  readonly roles?: readonly Role[];
  /** not for programs that are proven to be of this Kubernetes release or later: they have it */
  readonly until?: string;
  /** not for programs that are proven to be older than this release: they lack it */
  readonly from?: string;
  /** whether the evidence is there */
  readonly when: (situation: Situation) => boolean;
  /** what its text chooses by, by the names of the message's choices */
  readonly choices?: (situation: Situation) => Values;
  /** a command that runs as it stands, or a flag or setting; "" where there is none */
  readonly action: string | ((situation: Situation) => string);
  /** where that is written: the name of a page, in its language, and its address */
  readonly source: string;
}

/** A stage counts where it has this share of what the situation is about. */
const MAIN = 0.15;
export const shareOf = (s: Situation, ...names: readonly Stage[]): number =>
  names.reduce((sum, name) => sum + (s.stages[name] ?? 0), 0);
export const stage =
  (...names: readonly Stage[]) =>
  (s: Situation): boolean =>
    shareOf(s, ...names) >= MAIN;
export const all =
  (...tests: readonly ((s: Situation) => boolean)[]) =>
  (s: Situation): boolean =>
    tests.every((test) => test(s));
export const kind =
  (...names: readonly string[]) =>
  (s: Situation): boolean =>
    names.includes(s.kind);
export const isObject = (s: Situation): boolean => s.kind !== "other" && s.kind !== "unknown";
/** Objects, or objects of which no frame tells the kind. */
export const isData = (s: Situation): boolean => s.kind !== "other";
export const category =
  (...names: readonly string[]) =>
  (s: Situation): boolean =>
    names.includes(s.category ?? "");
/** Worth a change of the whole server, not only of one caller. */
export const weighs = (s: Situation): boolean => s.share >= 0.1;

export const IN_FLIGHT = stage(
  "json-response",
  "protobuf-response",
  "storage-decode",
  "etcd-receive",
  "conversion",
  "list",
);
export const SERVER: readonly Role[] = ["apiserver"];
export const CLIENTS: readonly Role[] = ["client"];

/** Whether the program is proven to be of a release of Kubernetes or a later one. */
export function proven({ program }: Situation, release: string): boolean {
  return program.since !== null && compareReleases(program.since, release) >= 0;
}

/** Whether the program is proven to be older than a release of Kubernetes. */
export function isBefore({ program }: Situation, release: string): boolean {
  return program.until !== null && compareReleases(program.until, release) < 0;
}
