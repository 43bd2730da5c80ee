import type { KindsAnswer } from "../engine/answers.js";

/** The stages in the order of the bytes' way through an apiserver. */
const STAGES = [
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
];

/** The stages that an answer has, those known in their order and any others after them. */
export function stageColumns(answer: KindsAnswer): string[] {
  const has = new Set(Object.keys(answer.stages));
  for (const row of answer.kinds) for (const stage of Object.keys(row.stages)) has.add(stage);
  const known = STAGES.filter((stage) => has.has(stage));
  return [...known, ...[...has].filter((stage) => !STAGES.includes(stage)).sort()];
}
