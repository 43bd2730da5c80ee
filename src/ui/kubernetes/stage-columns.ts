import type { KindsAnswer } from "../../engine/answers.js";

/** The stages at which any kind holds something, the largest first. */
export function stagesOf(kinds: Pick<KindsAnswer, "kinds" | "stages">): string[] {
  return Object.entries(kinds.stages)
    .filter(([, v]) => v !== 0)
    .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]))
    .map(([name]) => name)
    .filter((name) => kinds.kinds.some((k) => (k.stages[name] ?? 0) !== 0));
}
