import type { KindsAnswer } from "../../engine/answers.js";
import { STAGE_LABELS } from "../../words/page/kubernetes-words.js";

/** The stages at which any kind holds something, the largest first. */
export function stagesOf(kinds: Pick<KindsAnswer, "kinds" | "stages">): string[] {
  return Object.entries(kinds.stages)
    .filter(([, v]) => v !== 0)
    .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]))
    .map(([name]) => name)
    .filter((name) => kinds.kinds.some((k) => (k.stages[name] ?? 0) !== 0));
}

/** A stage as people say it. */
export function stageLabel(stage: string): string {
  return STAGE_LABELS[stage] ?? stage;
}
