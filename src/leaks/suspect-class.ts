import type { Stage } from "../kubernetes/vocabulary.js";
import type { Trend } from "../lib/trend.js";
import { SIGNIFICANT } from "../profile/sampling-error.js";

/** What growth on a path means. */
export type SuspectClass = "growing" | "in-flight" | "pooled" | "cache" | "noise";

/**
 * How long memory of a stage lives by its nature. "request": as long as a request; "backlog": in a
 * queue, as long as that is worked off; "retained": kept by design; "own": kept by the program's
 * own code or not at all; "open": the stage does not say.
 */
export type Nature = "request" | "backlog" | "retained" | "own" | "open";

export const NATURE: Readonly<Record<Stage, Nature>> = {
  "etcd-receive": "request",
  "storage-decode": "request",
  "watch-etcd": "retained",
  "watch-cache": "retained",
  "watch-fanout": "backlog",
  conversion: "request",
  "deep-copy": "open",
  "json-response": "request",
  "protobuf-response": "request",
  "request-body": "request",
  "managed-fields": "request",
  audit: "backlog",
  admission: "request",
  "custom-resource": "open",
  informer: "retained",
  connections: "retained",
  application: "own",
  other: "open",
};

/** What is known of a path's growth between two moments of one process. */
export interface Course {
  readonly nature: Nature;
  readonly before: number;
  readonly after: number;
  /** growth in standard errors */
  readonly z: number;
  /** live growth over what was allocated; undefined where that is not known */
  readonly survival: number | undefined;
  /** of at least three snapshots from the one moment to the other */
  readonly trend: Trend | undefined;
  /** live bytes in each of them, in time; before and after where there are no others */
  readonly series: readonly number[];
  /** share of what is held afterwards that is buffers, 0 to 1 */
  readonly buffers: number;
  /** whether the load had ended, see loadEnded */
  readonly quiet: boolean;
}

const POOL_BUFFERS = 0.8;
const POOL_KEPT = 0.5;
const KEPT = 0.5;
const CHURN = 0.2;
/** Code of its own makes much garbage beside what it keeps: only nearly pure garbage is none. */
const OWN_CHURN = 0.05;
const STEADY = 0.8;
const IDLE = 0.05;

/** The class of a path; docs/leaks.md says the rules in words. */
export function classOf(course: Course): SuspectClass {
  if (isPooled(course)) return "pooled";
  const { nature, z, survival, trend, series } = course;
  if (Math.abs(z) < SIGNIFICANT) return "noise";
  if (nature === "request") return "in-flight";
  const steady = trend !== undefined && trend.low > 0 && trend.tau >= STEADY;
  if (nature === "backlog") return steady && series.length >= 4 ? "growing" : "in-flight";
  if (nature === "retained") {
    return steady && (survival === undefined || survival >= KEPT || series.length >= 4)
      ? "growing"
      : "cache";
  }
  if (steady) return "growing";
  if (survival !== undefined && survival < (nature === "own" ? OWN_CHURN : CHURN)) {
    return "in-flight";
  }
  if (flattened(series)) return "cache";
  return fellBack(series) ? "in-flight" : "growing";
}

/**
 * What the nature of a path tells of one moment, where growth is not known; "" where it does not.
 */
export function classOfHeld(course: Course): SuspectClass | "" {
  if (isPooled(course)) return "pooled";
  switch (course.nature) {
    case "request":
    case "backlog":
      return "in-flight";
    case "retained":
      return "cache";
    case "own":
    case "open":
      return "";
  }
}

/** Held after the load: buffers still there, most of what they ever were, and nothing at work. */
export function isPooled(course: Course): boolean {
  const { nature, before, after, buffers, quiet, series } = course;
  const peak = Math.max(before, ...series);
  return (
    quiet &&
    // What waits in a queue, or is kept by design, is held by that, not by a pool.
    nature !== "retained" &&
    nature !== "backlog" &&
    after > 0 &&
    buffers >= POOL_BUFFERS &&
    after >= peak * POOL_KEPT
  );
}

/**
 * Whether there was a load that has ended: what requests hold beside buffers was at least a
 * twentieth of the buffers that are left, and is a fifth or less of that and of them.
 * @param load bytes that requests hold beside buffers, in each snapshot up to the last
 * @param buffers bytes of buffers in the last
 */
export function loadEnded(load: readonly number[], buffers: number): boolean {
  const now = load.at(-1) ?? 0;
  const peak = Math.max(0, ...load);
  return peak >= buffers * IDLE && now <= peak * CHURN && now <= buffers * CHURN;
}

/** Of one moment: whether requests hold next to nothing beside the buffers that are there. */
export function isIdle(load: number, buffers: number): boolean {
  return load <= buffers * IDLE;
}

/** Grew, then flat: the last third of the snapshots, three at least, differ by a twentieth. */
function flattened(series: readonly number[]): boolean {
  if (series.length < 5) return false;
  const tail = series.slice(-Math.max(3, Math.ceil(series.length / 3)));
  const top = Math.max(...series);
  return Math.max(...tail) - Math.min(...tail) <= top / 20 && series[0]! < top / 2;
}

/** Far below what it had been in between. */
function fellBack(series: readonly number[]): boolean {
  return series.at(-1)! < Math.max(...series) / 2;
}
