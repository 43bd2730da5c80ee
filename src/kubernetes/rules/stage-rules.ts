import type { Activity, Handling, Stage } from "../vocabulary.js";
import type { Role } from "./role-rules.js";

/**
 * A stage is a pair of what the goroutine was doing and what was allocated. The first rule that
 * fits decides; what a rule leaves out may be anything, also unknown.
 */
export interface StageRule {
  readonly stage: Stage;
  readonly activity?: readonly Activity[];
  readonly handling?: readonly Handling[];
  /** only in a program of this role */
  readonly role?: Role;
}

const FOR_CACHE: readonly Activity[] = ["filling-watch-cache", "following-etcd"];
const RECEIVED: readonly Handling[] = ["received", "received-frames"];
const REQUESTS: readonly Activity[] = ["serving-list", "serving-get", "serving-write"];

export const STAGE_RULES: readonly StageRule[] = [
  { stage: "audit", activity: ["auditing"] },
  { stage: "conversion-webhook", activity: ["calling-conversion-webhook"] },
  { stage: "admission", activity: ["calling-admission-webhook"] },

  { stage: "etcd-range", activity: ["serving-range"] },
  { stage: "etcd-watch", activity: ["serving-etcd-watch"] },
  { stage: "etcd-index", activity: ["indexing-keys"] },
  { stage: "etcd-raft", activity: ["running-raft"] },

  // What a watch is sent is the watch's, whatever was done for it.
  { stage: "watch-initial", activity: ["opening-watch"] },
  { stage: "watch-initial", activity: ["serving-watch"], handling: ["initial-events"] },
  { stage: "watch-fanout", activity: ["serving-watch", "dispatching-events"] },

  { stage: "application", activity: ["reading-cache"], handling: ["copied", "managed-fields"] },
  { stage: "managed-fields", handling: ["managed-fields"] },

  { stage: "etcd-receive", activity: [...FOR_CACHE, ...REQUESTS], handling: RECEIVED },
  { stage: "watch-etcd", activity: ["following-etcd"] },
  { stage: "watch-cache", activity: ["filling-watch-cache"] },

  { stage: "conversion", activity: REQUESTS, handling: ["converted", "tabulated"] },
  { stage: "custom-resource", activity: REQUESTS, handling: ["unstructured"] },
  { stage: "storage-decode", activity: REQUESTS, handling: ["decrypted", "decoded-from-storage"] },
  { stage: "deep-copy", activity: REQUESTS, handling: ["copied"] },
  { stage: "json-response", activity: REQUESTS, handling: ["encoded-json"] },
  { stage: "protobuf-response", activity: REQUESTS, handling: ["encoded-protobuf"] },
  { stage: "list", activity: ["serving-list"] },
  {
    stage: "request-body",
    activity: ["serving-write"],
    handling: ["body", "raw", "decoded", "stored"],
  },

  // A client: what passes, and what stays.
  { stage: "watch-receive", activity: ["receiving-watch"] },
  {
    stage: "list-receive",
    activity: ["listing-for-informer", "calling-server"],
    handling: ["raw"],
  },
  { stage: "informer", activity: ["listing-for-informer", "reading-cache", "running-informer"] },
  { stage: "request-body", handling: ["body"] },
  { stage: "application", activity: ["calling-server"] },

  // The root is cut off: the frames that are left say what was allocated.
  { stage: "conversion", handling: ["converted"] },
  { stage: "storage-decode", handling: ["decrypted", "decoded-from-storage"] },
  { stage: "etcd-receive", handling: ["received"] },
  { stage: "etcd-receive", handling: ["received-frames"], role: "apiserver" },
  { stage: "custom-resource", handling: ["unstructured"], role: "apiserver" },
  { stage: "json-response", handling: ["encoded-json"], role: "apiserver" },
  { stage: "protobuf-response", handling: ["encoded-protobuf"], role: "apiserver" },
  { stage: "deep-copy", handling: ["copied"] },
];
