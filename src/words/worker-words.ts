import { catalogue } from "./catalogue.js";
import worker from "./en/worker.json" with { type: "json" };

const { say, words } = catalogue("worker", worker);

/** What `worker` says. */
export const WORKER_WORDS = words({
  /** why a worker is gone: the rest of a sentence */
  ended: {
    scriptNotLoaded: "ended.scriptNotLoaded",
    messageUnreadable: "ended.messageUnreadable",
    ended: "ended.ended",
    silent: "ended.silent",
    notNeeded: "ended.notNeeded",
    didNotStop: "ended.didNotStop",
    error: (why: string) => say("ended.error", { why }),
  },
  cancelled: "cancelled",
  namesClosed: "namesClosed",
  namesClosedHint: "namesClosedHint",
  outOfMemory: "outOfMemory",
  outOfMemoryHint: "outOfMemoryHint",
  failed: (why: string) => say("failed", { why }),
  failedHint: "failedHint",
});
