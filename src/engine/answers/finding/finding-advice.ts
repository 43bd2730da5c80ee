import { type AdviceItem, adviceFor } from "../../../kubernetes/advice/advice.js";
import { situationOf } from "../situation-of.js";
import type { FindingFacts } from "./finding-sentence.js";

/** Causes below this share of what the finding is about get no advice. */
const LEAST_SHARE = 0.15;
const MOST_CAUSES = 3;

/** What to do about the largest causes, first things first; each item once. */
export function findingAdvice(facts: FindingFacts, grew: boolean): readonly AdviceItem[] {
  const { held, change, causes, program, set, verdict } = facts;
  if (verdict.sameMoment) return [];
  const of = grew && change ? change : held;
  const amount = (c: (typeof causes)[number]) => (grew ? c.held - c.before : c.held);
  const largest = causes
    .filter((c) => amount(c) >= of.total * LEAST_SHARE && amount(c) > 0)
    .sort((a, b) => amount(b) - amount(a))
    .slice(0, MOST_CAUSES);
  const out = new Map<string, AdviceItem>();
  for (const cause of largest) {
    const row = cause.sort === "kind" ? of.kinds.find((k) => k.key === cause.name) : undefined;
    const stages = row
      ? Object.entries(row.stages).map(([name, value]) => ({ name, value: Math.max(0, value) }))
      : [{ name: cause.sort === "stage" ? cause.name : "other", value: amount(cause) }];
    const evidence = row
      ? (
          [
            ["named", row.named],
            ["shaped", row.shaped],
            ["co-growth", row.coGrowth],
          ] as const
        ).reduce((a, b) => (Math.abs(b[1]) > Math.abs(a[1]) ? b : a))[0]
      : "unknown";
    const items = adviceFor(
      situationOf({
        program,
        stages,
        kind: row ? row.key : cause.sort === "category" ? "other" : "unknown",
        category: cause.sort === "category" ? cause.name : "",
        evidence,
        share: cause.held / held.total,
        growth: change ? cause.held - cause.before : 0,
        set,
        objectBytes: row?.meanObjectBytes ?? null,
      }),
    );
    for (const item of items) if (!out.has(item.id)) out.set(item.id, item);
  }
  return [...out.values()];
}
