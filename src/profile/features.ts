import type { Profile } from "./profile.js";

/**
 * What a profile's values are about: the words of the page and of the report follow from it.
 * "references" is memory too, but by who holds it: its stacks are chains of references.
 */
export type Subject =
  | "heap"
  | "references"
  | "goroutines"
  | "threads"
  | "cpu"
  | "contention"
  | "other";

/** What a profile has evidence for. What it has none for is neither shown nor said. */
export interface Features {
  readonly subject: Subject;
  /**
   * "recorded": each sample has its stack. "estimated": stacks were put together from a call
   * graph, so that a path's value is a guess where functions have several callers. "none": there
   * are figures of functions alone (Profile.figures), and no graph can be drawn.
   */
  readonly stacks: "recorded" | "estimated" | "none";
  /** frames may be functions of a Go program: its kinds, stages and limits of depth make sense */
  readonly go: boolean;
}

const HEAP = /^(?:inuse_|alloc_)(?:space|objects)$|^(?:space|objects)$/;

/** What a profile has evidence for: as its importer says, else as its sample types tell. */
export function featuresOf(profile: Profile): Features {
  return (
    profile.features ?? { subject: subjectOf(profile.sampleTypes), stacks: "recorded", go: true }
  );
}

/** What sample types are about. */
export function subjectOf(
  types: readonly { readonly type: string; readonly unit: string }[],
): Subject {
  const has = (test: (type: string, unit: string) => boolean) =>
    types.some(({ type, unit }) => test(type, unit));
  if (has((type) => HEAP.test(type))) return "heap";
  if (has((type) => /^goroutines?$/.test(type))) return "goroutines";
  if (has((type) => type === "threadcreate")) return "threads";
  if (has((type) => type === "contentions" || type === "delay")) return "contention";
  if (has((type) => type === "cpu" || type === "samples")) return "cpu";
  return "other";
}
