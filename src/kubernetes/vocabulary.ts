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

/** The stages of an object's life; the names are those of the command line's JSON. */
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
] as const;
export type Stage = (typeof STAGES)[number];

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
] as const;
export type OtherCategory = (typeof OTHER_CATEGORIES)[number];

/** An API kind without its version; `group` is "" for the core group. */
export interface KindName {
  readonly group: string;
  readonly kind: string;
}

/** Objects that no frame names because their type is only known at run time. */
export const CUSTOM_RESOURCE: KindName = { group: "", kind: "CRD" };
