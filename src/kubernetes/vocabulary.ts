/** Kind of a sample that is known to be no API object. */
export const KIND_OTHER = -1;
/** Kind of a sample of which no frame tells what it is. */
export const KIND_UNKNOWN = -2;

/** What a sample's kind rests on. */
export const EVIDENCE = ["named", "shaped", "co-growth", "unknown"] as const;
export const NAMED = 0;
export const SHAPED = 1;
export const CO_GROWTH = 2;
export const UNPROVEN = 3;

/** The stages of an object's life; the names are those of the command line's JSON. Only appended to. */
export const STAGES = [
  "etcd-receive",
  "storage-decode",
  "watch-etcd",
  "watch-cache",
  "watch-fanout",
  "conversion",
  "deep-copy",
  "json-response",
  "protobuf-response",
  "request-body",
  "managed-fields",
  "audit",
  "admission",
  "custom-resource",
  "informer",
  "connections",
  "application",
  "other",
  "watch-initial",
  "list",
  "conversion-webhook",
  "watch-receive",
  "list-receive",
  "etcd-range",
  "etcd-raft",
  "etcd-index",
  "etcd-watch",
] as const;
export type Stage = (typeof STAGES)[number];

/**
 * What a goroutine was doing when it allocated, told by frames near its root. Those of servers come
 * first, then those of clients, which a server has too, then those of etcd.
 */
export const ACTIVITIES = [
  "auditing",
  "calling-conversion-webhook",
  "calling-admission-webhook",
  "opening-watch",
  "serving-watch",
  "dispatching-events",
  "serving-list",
  "serving-get",
  "serving-write",
  "filling-watch-cache",
  "following-etcd",
  "receiving-watch",
  "listing-for-informer",
  "reading-cache",
  "running-informer",
  "calling-server",
  "serving-range",
  "running-raft",
  "indexing-keys",
  "serving-etcd-watch",
] as const;
export type Activity = (typeof ACTIVITIES)[number];

/** What was allocated, told by frames near the leaf. */
export const HANDLINGS = [
  "managed-fields",
  "initial-events",
  "decrypted",
  "received",
  "received-frames",
  "converted",
  "tabulated",
  "copied",
  "unstructured",
  "encoded-json",
  "encoded-protobuf",
  "body",
  "raw",
  "stored",
  "decoded-from-storage",
  "decoded",
] as const;
export type Handling = (typeof HANDLINGS)[number];

/** What memory that is no API object is for. */
export const OTHER_CATEGORIES = [
  "openapi",
  "logging",
  "metrics",
  "connections",
  "runtime",
  "start-up",
  "HTTP",
  "profiling",
  "certificates",
  "compression",
  "expressions",
  "queues",
  "container-statistics",
  "container-runtime",
  "database",
  "definitions",
  "etcd",
  "controllers",
  "tracing",
] as const;
export type OtherCategory = (typeof OTHER_CATEGORIES)[number];

/** An API kind without its version; `group` is "" for the core group. */
export interface KindName {
  readonly group: string;
  readonly kind: string;
}

/** Objects that no frame names because their type is only known at run time. */
export const CUSTOM_RESOURCE: KindName = { group: "", kind: "CRD" };
