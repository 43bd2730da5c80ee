import type { KindsAnswer } from "../engine/answers.js";
import { STAGES } from "../kubernetes/attribution/attribution.js";

/** The stages that an answer has, those known in their order and any others after them. */
export function stageColumns(answer: KindsAnswer): string[] {
  const has = new Set(Object.keys(answer.stages));
  for (const row of answer.kinds) for (const stage of Object.keys(row.stages)) has.add(stage);
  const order: readonly string[] = STAGES;
  const known = order.filter((stage) => has.has(stage));
  return [...known, ...[...has].filter((stage) => !order.includes(stage)).sort()];
}
