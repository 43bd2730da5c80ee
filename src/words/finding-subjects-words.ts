type Subject = readonly [words: string, isPlural: boolean];

/** Causes that are no kind, as subjects of a sentence. */
export const FINDING_SUBJECTS = {
  unexplained: "what no frame explains",
  listsReceived: "answers to LIST requests that this client received",
};

/** Objects of unknown kind, by their stage. */
export const STAGE_SUBJECTS: Readonly<Record<string, Subject>> = {
  "etcd-receive": ["answers of etcd", true],
  "storage-decode": ["objects decoded from etcd", true],
  "watch-etcd": ["objects watched in etcd for the watch cache", true],
  "watch-cache": ["the watch cache", false],
  "watch-fanout": ["open watches and their buffers", true],
  "watch-initial": ["initial events of watches that were opened", true],
  conversion: ["objects converted between versions", true],
  "deep-copy": ["copies of objects", true],
  "json-response": ["answers in JSON", true],
  "protobuf-response": ["answers in protobuf", true],
  "request-body": ["write requests", true],
  "managed-fields": ["managed fields", true],
  audit: ["the audit log", false],
  admission: ["calls of admission webhooks", true],
  "custom-resource": ["unstructured objects", true],
  "conversion-webhook": ["calls of a conversion webhook", true],
  list: ["LIST requests answered from the watch cache", true],
  "watch-receive": ["objects received by watches", true],
  "list-receive": ["answers to requests that this client received", true],
  informer: ["informers", true],
  "etcd-range": ["answers of range requests (reads)", true],
  "etcd-raft": ["raft's log, kept in memory,", false],
  "etcd-index": ["etcd's index of keys", false],
  "etcd-watch": ["etcd's watches", true],
};
