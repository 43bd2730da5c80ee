import { catalogue } from "../catalogue.js";
import kubernetes from "../en/page/kubernetes.json" with { type: "json" };
import { yesOrNo } from "./yes-or-no.js";

const { say, words } = catalogue("page/kubernetes", kubernetes);

/** What a key is called; itself where it is none that is known, as keys of a link may be. */
const labelOf = (labels: Readonly<Record<string, string>>, key: string): string =>
  Object.hasOwn(labels, key) ? (labels[key] ?? key) : key;

const STAGES: Readonly<Record<string, string>> = words({
  "etcd-receive": "stages.etcd-receive",
  "storage-decode": "stages.storage-decode",
  "watch-etcd": "stages.watch-etcd",
  "watch-cache": "stages.watch-cache",
  "watch-fanout": "stages.watch-fanout",
  conversion: "stages.conversion",
  "deep-copy": "stages.deep-copy",
  "json-response": "stages.json-response",
  "protobuf-response": "stages.protobuf-response",
  "request-body": "stages.request-body",
  "managed-fields": "stages.managed-fields",
  audit: "stages.audit",
  admission: "stages.admission",
  "custom-resource": "stages.custom-resource",
  informer: "stages.informer",
  connections: "stages.connections",
  application: "stages.application",
  other: "stages.other",
  "watch-initial": "stages.watch-initial",
  list: "stages.list",
  "conversion-webhook": "stages.conversion-webhook",
  "watch-receive": "stages.watch-receive",
  "list-receive": "stages.list-receive",
  "etcd-range": "stages.etcd-range",
  "etcd-raft": "stages.etcd-raft",
  "etcd-index": "stages.etcd-index",
  "etcd-watch": "stages.etcd-watch",
});

const EVIDENCE: Readonly<Record<string, string>> = words({
  named: "evidence.named",
  shaped: "evidence.shaped",
  "co-growth": "evidence.co-growth",
  unknown: "evidence.unknown",
});

/** A stage as people say it. */
export const stageLabel = (stage: string): string => labelOf(STAGES, stage);

/** What is no kind, by its key. */
const NO_KINDS: Readonly<Record<string, string>> = words({
  other: "matrix.other",
  unknown: "matrix.unknown",
  "other kinds": "otherKinds",
});

/** What is no kind by what it is for, by its key. */
const CATEGORIES: Readonly<Record<string, string>> = words({
  openapi: "categories.openapi",
  logging: "categories.logging",
  metrics: "categories.metrics",
  connections: "categories.connections",
  runtime: "categories.runtime",
  "start-up": "categories.start-up",
  HTTP: "categories.HTTP",
  profiling: "categories.profiling",
  certificates: "categories.certificates",
  compression: "categories.compression",
  expressions: "categories.expressions",
  queues: "categories.queues",
  "container-statistics": "categories.container-statistics",
  "container-runtime": "categories.container-runtime",
  database: "categories.database",
  definitions: "categories.definitions",
  etcd: "categories.etcd",
  controllers: "categories.controllers",
  tracing: "categories.tracing",
});

/** What the memory of a kind, or of none, is called, by its key: names of kinds are no words. */
export const kindLabel = (key: string): string => labelOf(NO_KINDS, key);

/** What memory of no kind is for, as people say it. */
export const categoryLabel = (category: string): string => labelOf(CATEGORIES, category);

/** How a kind is known, as people say it. */
export const evidenceLabel = (evidence: string): string => labelOf(EVIDENCE, evidence);

/** What `ui/kubernetes` says. */
export const KUBERNETES_WORDS = words({
  none: "none",
  about: (isDifference: boolean) => say("about", { isDifference: yesOrNo(isDifference) }),
  click: "click",
  copy: "copy",
  pathsOf: (what: string) => say("pathsOf", { what }),

  matrix: {
    label: "matrix.label",
    kind: "matrix.kind",
    change: "matrix.change",
    held: "matrix.held",
    evidence: "matrix.evidence",
    object: "matrix.object",
    objectTitle: "matrix.objectTitle",
    cell: (kind: string, stage: string, value: string) =>
      say("matrix.cell", { kind, stage, value }),
    other: "matrix.other",
    unknown: "matrix.unknown",
    unknownNote: "matrix.unknownNote",
    total: "matrix.total",
    totalNote: "matrix.totalNote",
  },

  /** heads of the columns of the table in Markdown, before those of stages */
  markdownHead: () => [
    say("matrix.kind"),
    say("markdownHead.bytes"),
    say("markdownHead.share"),
    evidenceLabel("named"),
    evidenceLabel("shaped"),
    evidenceLabel("co-growth"),
  ],
});
