import { plural } from "./kindnames.js";

/** A kind in the plural, as people write it: "ConfigMaps", "Ingresses", "Custom resources". */
export function kindPlural(kind: string): string {
  return kind === "CRD" ? "Custom resources" : plural(kind);
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
  "request-body": "read from request bodies",
  "managed-fields": "in managed fields",
  audit: "copied for the audit log",
  admission: "copied for admission webhooks",
  "custom-resource": "handled as custom resources",
  informer: "kept by informers",
  connections: "in connections",
  application: "kept by the program's own code",
  other: "elsewhere",
};

/** What happened to objects in a stage, to follow "ConfigMaps hold 94%: ". */
export function stageWords(stage: string): string {
  return STAGE_WORDS[stage] ?? stage;
}

const CATEGORY_WORDS: Readonly<Record<string, string>> = {
  openapi: "OpenAPI documents and schemas",
  logging: "logging",
  metrics: "metrics",
  connections: "connections",
  runtime: "the runtime",
  "start-up": "what was set up at start",
  HTTP: "HTTP requests themselves",
  profiling: "profiling",
  certificates: "certificates",
  compression: "compression",
  expressions: "compiled expressions",
  queues: "queues and timers",
};

/** What a category of other memory is, to follow "the largest part is ". */
export function categoryWords(category: string): string {
  return CATEGORY_WORDS[category] ?? category;
}

/** A share as percent: one decimal, two below one percent. */
export function shareText(share: number): string {
  const percent = share * 100;
  const size = Math.abs(percent);
  if (size === 0) return "0%";
  if (size < 0.01) return "<0.01%";
  return `${percent.toFixed(size < 1 ? 2 : size >= 99.95 ? 0 : 1).replace("-", "−")}%`;
}

const UNITS = ["B", "kB", "MB", "GB", "TB", "PB"];
const counts = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

/** Bytes with three significant digits in pprof's units (by 1024), counts grouped. */
export function amountText(value: number, unit: string): string {
  if (unit !== "bytes") return counts.format(value).replace("-", "−");
  let scaled = Math.abs(value);
  let at = 0;
  while (scaled >= 1023.5 && at < UNITS.length - 1) {
    scaled /= 1024;
    at++;
  }
  const digits = at === 0 || scaled >= 99.95 ? 0 : scaled >= 9.995 ? 1 : 2;
  return `${value < 0 ? "−" : ""}${scaled.toFixed(digits)} ${UNITS[at]}`;
}

const WHOLES: Readonly<Record<string, string>> = {
  inuse_space: "the live heap",
  inuse_objects: "the live objects",
  alloc_space: "all bytes ever allocated",
  alloc_objects: "all objects ever allocated",
};

/** What a sample type sums up, to follow "94% of ". */
export function wholeText(sampleType: string): string {
  return WHOLES[sampleType] ?? "the total";
}
