import type { FrameTable } from "../calltree/frame-table.js";
import { canonicalName } from "../profile/function-name.js";

/** A stack that has one of the frames `within` never goes on rootward to a frame of `never`. */
interface Impossible {
  readonly within: RegExp;
  readonly never: RegExp;
}

/**
 * What the stacks of a file may not tell. kube-apiserver lets long-running requests (watches,
 * exec, attach, port-forward, proxy, and everything under /debug/pprof/) past its time-out filter
 * and past priority and fairness, which run all other requests in a goroutine and in a callback
 * of their own: `timeoutHandler.ServeHTTP` and `priorityAndFairnessHandler` of
 * k8s.io/apiserver/pkg/server/filters, `BasicLongRunningRequestCheck` there and in
 * k8s.io/apiserver/pkg/endpoints. The same filters stand below both, often as the only frames a
 * cut stack shares with others.
 */
const IMPOSSIBLE: readonly Impossible[] = [
  {
    within:
      /^k8s\.io\/apiserver\/pkg\/(endpoints\/handlers\.(serveWatch|\(\*WatchServer\)|ConnectResource)|registry\/generic\/registry\.\(\*Store\)\.Watch)|^net\/http\/pprof\./,
    never:
      /^k8s\.io\/apiserver\/pkg\/(server\/filters\.(\(\*timeoutHandler\)\.ServeHTTP\.func|WithPriorityAndFairness\.func\d+\.)|util\/flowcontrol\.\(\*configController\)\.Handle)/,
  },
];

export interface Exclusions {
  /** for each frame, a bit for each rule that begins with it */
  readonly begins: Uint8Array;
  /** for each frame, a bit for each rule that forbids it */
  readonly forbidden: Uint8Array;
}

/** Which frames rule out which others further rootward on the same stack. */
export function exclusions(names: readonly string[]): Exclusions {
  const begins = new Uint8Array(names.length);
  const forbidden = new Uint8Array(names.length);
  for (let f = 0; f < names.length; f++) {
    const name = canonicalName(names[f]);
    IMPOSSIBLE.forEach((rule, bit) => {
      if (rule.within.test(name)) begins[f] |= 1 << bit;
      if (rule.never.test(name)) forbidden[f] |= 1 << bit;
    });
  }
  return { begins, forbidden };
}

/** Functions of the runtime and of the standard library that only ever root a goroutine. */
const ROOTS = new Set([
  "runtime.main",
  "runtime.goexit",
  "runtime.goexit0",
  "runtime.mstart",
  "runtime.mstart1",
  "runtime.mcall",
  "runtime.systemstack",
  "runtime.rt0_go",
  "runtime.gcBgMarkWorker",
  "runtime.bgsweep",
  "runtime.bgscavenge",
  "runtime.forcegchelper",
  "runtime.runfinq",
  "runtime.runFinalizers",
  "runtime.timerproc",
  "runtime.sysmon",
  "runtime.ensureSigM.func1",
  "runtime/pprof.profileWriter",
  "os/signal.loop",
  "net/http.(*conn).serve",
  "net/http.(*Transport).dialConnFor",
  "testing.tRunner",
]);

/** 1 for each frame known to root goroutines whatever the file says. */
export function knownRoots(names: readonly string[]): Uint8Array {
  return Uint8Array.from(names, (name) => (ROOTS.has(canonicalName(name)) ? 1 : 0));
}

/**
 * Whether functions are those of a Go program. C++ and Java profiles have limits of their own
 * and no goroutines, so nothing is joined in them. Judged by the source files where they are
 * named, else by names that are `package.function`.
 * @param functions frames of a profile's functions
 */
export function isGo(functions: Int32Array, frames: FrameTable): boolean {
  let go = 0;
  let other = 0;
  for (const f of functions) {
    const name = frames.names[f];
    const file = frames.files[f];
    if (name === "<unknown>") continue;
    const looks = file
      ? file.endsWith(".go") || file.endsWith(".s")
      : name.includes(".") && !name.includes("::") && !name.includes("(anonymous");
    if (looks) go++;
    else other++;
  }
  return go > other;
}
