import { plural } from "./frames/kind-names.js";

export { formatShare as shareText, formatValue as amountText } from "../lib/format.js";

/** A kind in the plural, as people write it: "ConfigMaps", "Ingresses", "Custom resources". */
export function kindPlural(kind: string): string {
  if (kind === "CRD") return "Custom resources";
  // What only a resource's name tells is written as that: in the plural, in small letters.
  return /^[a-z]/.test(kind) ? kind : plural(kind);
}

const STAGE_WORDS: Readonly<Record<string, string>> = {
  "etcd-receive": "received from etcd",
  "storage-decode": "decoded from etcd",
  "watch-etcd": "watched in etcd for the watch cache",
  "watch-cache": "kept in the watch cache",
  "watch-fanout": "on their way to watchers",
  conversion: "converted between versions",
  "deep-copy": "copied",
  "json-response": "answered as JSON",
  "protobuf-response": "encoded as protobuf",
  "request-body": "in write requests",
  "managed-fields": "in managed fields",
  audit: "copied for the audit log",
  admission: "copied for admission webhooks",
  "custom-resource": "handled as custom resources",
  informer: "kept by informers",
  connections: "in connections",
  application: "kept by the program's own code",
  other: "elsewhere",
  "watch-initial": "copied as the initial events of watches that were opened",
  list: "gathered for LIST requests from the watch cache",
  "conversion-webhook": "sent to conversion webhooks",
  "watch-receive": "decoded from watches, which feed informers",
  "list-receive": "received as answers to requests",
  "etcd-range": "read for range requests",
  "etcd-raft": "kept in raft's log",
  "etcd-index": "kept in the index of keys",
  "etcd-watch": "kept for watches",
};

/** What happened to objects in a stage, to follow "ConfigMaps hold 94%: ". */
export function stageWords(stage: string): string {
  return STAGE_WORDS[stage] ?? stage;
}

const CATEGORY_WORDS: Readonly<Record<string, string>> = {
  openapi: "OpenAPI documents and schemas",
  logging: "logging",
  metrics: "metrics",
  tracing: "tracing",
  connections: "connections",
  runtime: "the runtime",
  "start-up": "what was set up at start",
  HTTP: "HTTP requests themselves",
  profiling: "profiling",
  certificates: "certificates",
  compression: "compression",
  expressions: "compiled expressions",
  queues: "queues and timers",
  "container-statistics": "statistics of containers (cAdvisor)",
  controllers: "what controllers note of objects",
  "container-runtime": "pods and containers as the container runtime lists them",
  database: "the database file's pages and free list (bbolt)",
  definitions: "schemas of custom resource definitions",
  etcd: "keys and values of etcd",
};

/** What a category of other memory is, to follow "the largest part is ". */
export function categoryWords(category: string): string {
  return CATEGORY_WORDS[category] ?? category;
}

const WHOLES: Readonly<Record<string, string>> = {
  inuse_space: "the live heap",
  inuse_objects: "the live objects",
  alloc_space: "all bytes ever allocated",
  alloc_objects: "all objects ever allocated",
  goroutine: "the goroutines",
  goroutines: "the goroutines",
  threadcreate: "the threads",
};

/** What a sample type sums up, to follow "94% of ". */
export function wholeText(sampleType: string): string {
  return WHOLES[sampleType] ?? "the total";
}
