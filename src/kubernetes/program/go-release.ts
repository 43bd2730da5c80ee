import type { Profile } from "../../profile/profile.js";
import { GO_RULES } from "../rules/go-release-rules.js";
import type { ProgramFunction } from "./program-functions.js";
import { factsOf } from "./release-facts.js";
import { type ReleaseRange, releaseRange } from "./release-range.js";
import { goSourceVersion } from "./source-versions.js";

/** Go's recorder kept so many frames of a stack up to 1.22, and 128 from 1.23 on. */
const OLD_DEPTH = 32;
const DEEP_SINCE = 23;
/**
 * Kubernetes before 1.31 was released with an older Go: deep stacks of it are of a changed runtime,
 * or were joined.
 */
const DEEP_IN_KUBERNETES = 31;

/**
 * The releases of Go that a program may have been built with: by the path of Go's own sources, by
 * functions that came or went, and by the depth of its stacks. Undefined where nothing tells, or
 * where one fact contradicts another (a runtime that was changed, a sum of two builds).
 * @param kubernetes the release that the program is built from
 */
export function goRelease(
  profiles: readonly Profile[],
  functions: readonly ProgramFunction[],
  kubernetes: ReleaseRange | undefined,
): ReleaseRange | undefined {
  const exact = goSourceVersion(functions);
  if (exact) return { since: exact.since, until: exact.until, fits: 0, against: 0 };
  let since = 0;
  let until = Number.POSITIVE_INFINITY;
  let fits = 0;
  const facts = factsOf("go");
  if (facts) {
    const own = functions.filter((f) => f.func !== "" && isGoPackage(f.package));
    const named = new Set(own.map((f) => `${f.package}.${f.func}`));
    const range = releaseRange([{ facts, names: named }]);
    since = range?.since ?? 0;
    until = range?.until ?? until;
    fits = range?.fits ?? 0;
  }
  for (const f of functions) {
    for (const rule of GO_RULES) {
      if (rule.packages && !rule.packages.test(f.package)) continue;
      if (rule.funcs && !rule.funcs.test(f.whole)) continue;
      fits++;
      since = Math.max(since, rule.since ?? 0);
      until = Math.min(until, rule.until ?? until);
    }
  }
  const isOld = kubernetes?.until != null && kubernetes.until < DEEP_IN_KUBERNETES;
  if (since < DEEP_SINCE && !isOld && profiles.some(isDeep)) {
    since = DEEP_SINCE;
    fits++;
  }
  if (fits === 0 || since > until) return undefined;
  const bounds = { since: since || null, until: Number.isFinite(until) ? until : null };
  return bounds.since === null && bounds.until === null
    ? undefined
    : { ...bounds, fits, against: 0 };
}

/** Packages of Go itself have no host in front: `net/http`, `runtime`. */
function isGoPackage(path: string): boolean {
  return path !== "main" && path !== "" && !path.split("/", 1)[0].includes(".");
}

/** Whether Go's own recorder of memory or goroutines wrote a stack that an old one cuts. */
function isDeep({ sampleTypes, samples, periodType }: Profile): boolean {
  const recorded = sampleTypes.some((t) =>
    /^(?:inuse|alloc)_(?:space|objects)$|^goroutine$/.test(t.type),
  );
  if (!recorded || (periodType?.type ?? "space") === "cpu") return false;
  const { stackOffsets } = samples;
  for (let k = 1; k < stackOffsets.length; k++) {
    if (stackOffsets[k] - stackOffsets[k - 1] > OLD_DEPTH) return true;
  }
  return false;
}
