/** A stage as people say it, by its id. */
export const STAGE_LABELS: Readonly<Record<string, string>> = {
  "etcd-receive": "etcd receive",
  "storage-decode": "storage decode",
  "watch-etcd": "watch from etcd",
  "watch-cache": "watch cache",
  "watch-fanout": "watch fan-out",
  conversion: "conversion",
  "deep-copy": "deep copy",
  "json-response": "JSON answer",
  "protobuf-response": "protobuf answer",
  "request-body": "write request",
  "managed-fields": "managed fields",
  audit: "audit",
  admission: "admission",
  "custom-resource": "custom resource",
  informer: "informer",
  connections: "connections",
  application: "application",
  other: "other",
  "watch-initial": "initial events",
  list: "LIST from cache",
  "conversion-webhook": "conversion webhook",
  "watch-receive": "watch receive",
  "list-receive": "LIST receive",
  "etcd-range": "range",
  "etcd-raft": "raft",
  "etcd-index": "key index",
  "etcd-watch": "etcd watch",
};

/** What `ui/kubernetes` says. */
export const KUBERNETES_WORDS = {
  none: "No frame of this profile names a Kubernetes kind: it may be no Kubernetes component, or its stacks are all about something else. The Table tells what there is.",
  about: (isDifference: boolean) =>
    `${isDifference ? "What changed" : "What is held"}, by kind and by stage of its life.`,
  click: " Click a value to highlight its paths in the graph.",
  copy: "Copy as Markdown",
  pathsOf: (what: string) => `Paths of ${what} in order of bytes`,

  matrix: {
    label: "Kinds by stages",
    kind: "kind",
    change: "change",
    held: "held",
    evidence: "evidence",
    object: "object",
    objectTitle: "mean size of one object, from the sizes at per-object sites",
    cell: (kind: string, stage: string, value: string) => `${kind}, ${stage}: ${value}`,
    other: "other",
    unknown: "unknown",
    unknownNote: "kind could not be determined",
    total: "total",
    totalNote: "kinds, other and unknown together",
  },

  /** heads of the columns of the table in Markdown, before those of stages */
  markdownHead: ["kind", "bytes", "share", "named", "shaped", "co-growth"],
} as const;
