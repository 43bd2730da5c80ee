import { catalogue } from "../catalogue.js";
import beyond from "../en/page/beyond.json" with { type: "json" };

const { say, words } = catalogue("page/beyond", beyond);

/** What `ui/beyond` says; what it says of figures is the engine's. */
export const BEYOND_WORDS = words({
  title: "title",
  about: "about",
  needsHeap: "needsHeap",
  memStats: "memStats",
  record: "record",

  /** what can be entered, and what an entry looks like */
  entries: {
    resident: { label: "entries.resident.label", example: "entries.resident.example" },
    limit: { label: "entries.limit.label", example: "entries.limit.example" },
    gogc: { label: "entries.gogc.label", example: "entries.gogc.example" },
    memoryLimit: { label: "entries.memoryLimit.label", example: "entries.memoryLimit.example" },
  },

  metrics: {
    isRead: "metrics.isRead",
    leaveOut: "metrics.leaveOut",
    label: "metrics.label",
    placeholder: "metrics.placeholder",
    file: "metrics.file",
    isNone: "metrics.isNone",
    title: "metrics.title",
    noKind: "metrics.noKind",
  },

  heldBy: {
    title: "heldBy.title",
    share: (share: string) => say("heldBy.share", { share }),
    notFollowed: "heldBy.notFollowed",
    notFollowedTitle: "heldBy.notFollowedTitle",
    beside: (file: string) => say("heldBy.beside", { file }),
    mostBelow: (path: string) => say("heldBy.mostBelow", { path }),
    found: (allocated: string, held: string) => say("heldBy.found", { allocated, held }),
  },
});
