import type { Situation } from "../../kubernetes/advice/advice.js";
import type { Program } from "../../kubernetes/program/program.js";

/** A situation for advice, out of the figures of some answer. */
export function situationOf(x: {
  readonly program: Program;
  readonly stages: readonly { readonly name: string; readonly value: number }[];
  /** a kind's key, "other" or "unknown" */
  readonly kind: string;
  readonly category?: string;
  readonly evidence: string;
  readonly share: number;
  readonly growth: number;
  readonly set: string;
  readonly objectBytes?: number | null;
}): Situation {
  const all = x.stages.reduce((sum, s) => sum + Math.abs(s.value), 0);
  const stages: Record<string, number> = {};
  for (const { name, value } of x.stages) {
    if (all > 0) stages[name] = (stages[name] ?? 0) + Math.abs(value) / all;
  }
  return {
    program: x.program,
    stages,
    kind: x.kind.split(".")[0],
    group: x.kind.includes(".") ? x.kind.slice(x.kind.indexOf(".") + 1) : "",
    category: x.category ?? "",
    evidence: x.evidence,
    share: x.share,
    growth: x.growth,
    set: x.set,
    objectBytes: x.objectBytes ?? null,
  };
}
