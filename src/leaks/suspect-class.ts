import type { Stage } from "../kubernetes/vocabulary.js";
import { SIGNIFICANT } from "../profile/sampling/sampling-error.js";
import { fellBack, isLevel, levelledOff, riseOf } from "./series-shape.js";

/** What growth on a path means; "undecided" where these files cannot tell. */
export type SuspectClass = "growing" | "in-flight" | "pooled" | "cache" | "noise" | "undecided";

/**
 * How long memory of a stage lives by its nature. "request": as long as a request; "backlog": in a
 * queue, as long as that is worked off; "retained": kept by design, as much as there are objects;
 * "bounded": kept by design, and no more than a window of it; "own": kept by the program's own
 * code or not at all; "received": until the next change of the object takes its place, or for ever;
 * "open": the stage does not say.
 */
export type Nature = "request" | "backlog" | "retained" | "bounded" | "own" | "received" | "open";

export const NATURE: Readonly<Record<Stage, Nature>> = {
  "etcd-receive": "request",
  "storage-decode": "request",
  "watch-etcd": "bounded",
  "watch-cache": "bounded",
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
  "watch-initial": "request",
  list: "request",
  "conversion-webhook": "request",
  "watch-receive": "received",
  "list-receive": "request",
  "etcd-range": "request",
  "etcd-raft": "retained",
  "etcd-index": "retained",
  "etcd-watch": "backlog",
};

/**
 * What is known of a path's growth between two moments of one process, and of its whole life in
 * the files at hand: what it is does not change with which two of them are compared.
 */
export interface Course {
  readonly nature: Nature;
  readonly before: number;
  readonly after: number;
  /** growth in standard errors; NaN where it has no error */
  readonly z: number;
  /** live growth over what was allocated; undefined where that is not known */
  readonly survival: number | undefined;
  /** whether what is compared is of one process; else nothing is known of its life */
  readonly oneLife: boolean;
  /** live bytes in each snapshot of the process, in time, those that only repeat left out */
  readonly series: readonly number[];
  /** milliseconds, or positions where some snapshot has no time; one a snapshot of the series */
  readonly times: readonly number[];
  /** bytes that requests hold beside buffers, one a snapshot of the series */
  readonly load: readonly number[];
  /** bytes of all that watches and informers hold, one a snapshot of the series */
  readonly received: readonly number[];
  /** share of all that it holds over its life that is buffers, 0 to 1 */
  readonly buffers: number;
  /** bytes that it ever allocated, one a snapshot of the series; undefined where not known */
  readonly allocated?: readonly number[] | undefined;
}

const POOL_BUFFERS = 0.8;
const POOL_KEPT = 0.5;
const CHURN = 0.2;
/** Code of its own makes much garbage beside what it keeps: only nearly pure garbage is none. */
const OWN_CHURN = 0.05;
const IDLE = 0.05;
/** Of one snapshot alone: answers out of a cache hold little beside their buffers at any time. */
const IDLE_ALONE = 0.003;
/** A load that was seen at all: answers out of a cache hold little beside their buffers. */
const LOAD_SEEN = 0.01;
/** A queue is long for a while without growing for ever. */
const BACKLOG_SNAPSHOTS = 4;
/** So many snapshots on one level are a level, and not a rest on the way. */
const LEVEL_SNAPSHOTS = 3;

/** Of what a watch decoded: where no more of it adds to the whole, it takes the place of the rest. */
const REPLACED = 0.5;
/** Fewer snapshots show no level. */
const FEWEST = 3;

/** The class of a path that grew; docs/leaks.md says the rules in words. */
export function classOf(course: Course): SuspectClass | "" {
  if (Math.abs(course.z) < SIGNIFICANT) return isPooled(course) ? "pooled" : "noise";
  return course.oneLife ? classOfLife(course) : "";
}

/**
 * The class of what is held at one moment; "" where neither its nature nor other snapshots tell.
 */
export function classOfHeld(course: Course): SuspectClass | "" {
  const told = classOfLife(course);
  return told === "undecided" ? "" : told;
}

function classOfLife(course: Course): SuspectClass {
  if (isPooled(course)) return "pooled";
  const { nature, survival, series, times, buffers } = course;
  const rises = riseOf(times, series) !== undefined;
  switch (nature) {
    case "request":
      // Whether buffers are at work or in a pool is told by a snapshot without load alone.
      return buffers >= POOL_BUFFERS ? "undecided" : "in-flight";
    case "bounded":
      return "cache";
    case "backlog":
      return rises && series.length >= BACKLOG_SNAPSHOTS ? "growing" : "in-flight";
    case "retained":
      return rises ? "growing" : "cache";
    case "received":
      return classOfReceived(course, rises);
    case "own":
    case "open":
      if (levelledOff(series) >= LEVEL_SNAPSHOTS) return "cache";
      if (rises) return "growing";
      if (survival !== undefined && survival < (nature === "own" ? OWN_CHURN : CHURN)) {
        return "in-flight";
      }
      return fellBack(series) ? "in-flight" : "undecided";
  }
}

/**
 * What a watch decoded takes the place of what a LIST did, and of what it decoded before: it grows
 * where all that watches and informers hold does. How little of it survives says nothing.
 */
function classOfReceived({ series, received, times }: Course, rises: boolean): SuspectClass {
  if (levelledOff(received) >= LEVEL_SNAPSHOTS) return "cache";
  if (riseOf(times, received) !== undefined) return rises ? "growing" : "undecided";
  if (fellBack(received)) return "in-flight";
  const grew = (of: readonly number[]) => (of.at(-1) ?? 0) - (of[0] ?? 0);
  const replaced = grew(received) < grew(series) * REPLACED || isLevel(received);
  return received.length >= FEWEST && replaced ? "cache" : "undecided";
}

/**
 * Held after the load: mostly buffers, and in the last snapshot in which no load was left half of
 * the most that they ever were is there; or in one before which nothing more was allocated. Of one
 * snapshot: buffers, and next to no load.
 */
export function isPooled({ nature, buffers, series, load, allocated }: Course): boolean {
  // What waits in a queue, or is kept by design, is held by that, not by a pool.
  if (nature === "retained" || nature === "bounded" || nature === "backlog") return false;
  if (buffers < POOL_BUFFERS || series.length === 0) return false;
  const inBuffers = (i: number) => series[i] * buffers;
  if (series.length === 1) return series[0] > 0 && isIdle(load[0] ?? 0, inBuffers(0));
  const quiet = series.findLastIndex(
    (_, i) => loadEnded(load.slice(0, i + 1), inBuffers(i)) || stopped(allocated, i, inBuffers(i)),
  );
  return quiet >= 0 && series[quiet] > 0 && series[quiet] >= Math.max(...series) * POOL_KEPT;
}

/** Whether next to nothing was allocated since the snapshot before: what is there is left over. */
function stopped(allocated: readonly number[] | undefined, i: number, buffers: number): boolean {
  if (!allocated || i === 0) return false;
  return allocated[i] - allocated[i - 1] <= buffers * IDLE;
}

/**
 * Whether there was a load that has ended: what requests hold beside buffers was at least a
 * hundredth of the buffers that are left, and is a fifth or less of that and of them.
 * @param load bytes that requests hold beside buffers, in each snapshot up to the last
 * @param buffers bytes of buffers in the last
 */
export function loadEnded(load: readonly number[], buffers: number): boolean {
  const now = load.at(-1) ?? 0;
  const peak = Math.max(0, ...load);
  return peak > 0 && peak >= buffers * LOAD_SEEN && now <= peak * CHURN && now <= buffers * CHURN;
}

/** Of one moment: whether requests hold next to nothing beside the buffers that are there. */
export function isIdle(load: number, buffers: number): boolean {
  return load <= buffers * IDLE_ALONE;
}
