import { catalogue } from "../catalogue.js";
import record from "../en/terminal/record.json" with { type: "json" };

const { say, words } = catalogue("terminal/record", record);

/** What is said while heap profiles of a cluster's pods are recorded, and of what was recorded. */
export const RECORD_WORDS = words({
  noOutput: "noOutput",
  keepAlone: "keepAlone",
  rssWithoutMetrics: "rssWithoutMetrics",
  account: (account: string) => say("account", { account }),
  /** @param what of `reached` */
  crossed: (target: string, what: string, keep: number) =>
    say("crossed", { target, what, keep: String(keep) }),
  reached: {
    rss: (size: string) => say("crossed.rss", { size }),
    heap: (size: string) => say("crossed.heap", { size }),
  },
  notCrossed: "notCrossed",

  flags: {
    podsGiven: (flag: string) => say("flags.podsGiven", { flag }),
    noAddress: "flags.noAddress",
    twice: (target: string) => say("flags.twice", { target }),
    noPort: "flags.noPort",
    scheme: (scheme: string) => say("flags.scheme", { scheme }),
    size: (flag: string, text: string) => say("flags.size", { flag, text }),
    rounds: (most: number) => say("flags.rounds", { most: String(most) }),
  },

  cluster: {
    noContext: (context: string, has: readonly string[]) =>
      has.length === 0
        ? say("cluster.noContexts", { context })
        : say("cluster.noContext", { context, has: has.join(", ") }),
    noConfig: "cluster.noConfig",
    noCurrent: "cluster.noCurrent",
    noAddress: (server: string) => say("cluster.noAddress", { server }),
    noUser: (why: string) => say("cluster.noUser", { why }),
  },

  pods: {
    notListed: (namespace: string, why: string) => say("pods.notListed", { namespace, why }),
    none: (namespace: string, selector: string) => say("pods.none", { namespace, selector }),
    serverInstead: (namespace: string, selector: string, server: string) =>
      say("pods.serverInstead", { namespace, selector, server }),
    /** @param phase "" where it is not known */
    notRunning: (phase: string) =>
      phase === "" ? say("pods.noPhase") : say("pods.notRunning", { phase }),
    noServer: "pods.noServer",
  },

  manifest: {
    tooLarge: (mib: number) => say("manifest.tooLarge", { mib: String(mib) }),
    noJson: "manifest.noJson",
    none: "manifest.none",
    outside: (file: string) => say("manifest.outside", { file }),
    untold: (file: string) => say("manifest.untold", { file }),
  },

  recording: {
    /** @param error the last one; "" where there was none */
    without: (others: readonly string[], error: string) => {
      const targets = others.join(", ");
      if (error === "") {
        return targets === "" ? say("recording.empty") : say("recording.others", { targets });
      }
      return targets === ""
        ? say("recording.emptyAfter", { error })
        : say("recording.othersAfter", { targets, error });
    },
    several: (example: string, all: readonly string[]) =>
      say("recording.several", { n: String(all.length), example, all: all.join(", ") }),
    spread: (n: number, taken: number) =>
      say("recording.spread", { n: String(n), taken: String(taken) }),
  },

  answer: {
    late: (seconds: number) => say("answer.late", { seconds: String(seconds) }),
    tooLarge: (mib: number) => say("answer.tooLarge", { mib: String(mib) }),
    cut: "answer.cut",
    page: "answer.page",
    empty: "answer.empty",
    /** @param type of its content; "" where it is not told */
    damaged: (type: string, why: string) =>
      type === "" ? say("answer.damaged", { why }) : say("answer.damagedType", { type, why }),
    noMetrics: "answer.noMetrics",
  },

  connection: {
    refused: "connection.refused",
    cut: "connection.cut",
    unknownHost: "connection.unknownHost",
    silent: "connection.silent",
    unreachable: "connection.unreachable",
    expired: "connection.expired",
    selfSigned: "connection.selfSigned",
    authority: "connection.authority",
    otherNames: "connection.otherNames",
  },

  refused: {
    credentials: "refused.credentials",
    forbidden: (path: string) => say("refused.forbidden", { path }),
    noProfile: (path: string) => say("refused.noProfile", { path }),
    elsewhere: (status: number) => say("refused.elsewhere", { status: String(status) }),
    other: (status: number) => say("refused.other", { status: String(status) }),
  },

  told: {
    skew: (seconds: number, isAhead: boolean) =>
      say("told.skew", { seconds: String(seconds), ahead: isAhead ? "yes" : "no" }),
    noRss: (why: string) => say("told.noRss", { why }),
    neverRss: "told.neverRss",
    resident: (size: string) => say("told.resident", { size }),
    nothing: "told.nothing",
    done: (n: number, failed: number) => say("told.done", { n, failed }),
  },

  forward: {
    notBegun: "forward.notBegun",
    gone: "forward.gone",
    busy: (status: number) => say("forward.busy", { status: String(status) }),
    ofPod: (pod: string) => say("forward.of", { pod }),
    closed: "forward.closed",
    failed: (why: string) => say("forward.failed", { why }),
  },
});
