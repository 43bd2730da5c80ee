const LABELS: Readonly<Record<string, string>> = {
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

/** A stage as people say it. */
export function stageLabel(stage: string): string {
  return LABELS[stage] ?? stage;
}
