import type { KindsAnswer } from "../../../engine/answers.js";
import type { Row } from "../schema.js";
import { type Holder, holdersOf } from "./held-by.js";
import { type IndexedProfile, mainValues, mainVariance } from "./indexed-profile.js";

/** The rows of a profile in `kinds`: they add up to its value. Largest first. */
export function kindRows(of: IndexedProfile): Row[] {
  if (!of.prepared) return [];
  const holderOf = holdersOf(of.prepared);
  const values = mainValues(of);
  const variance = mainVariance(of);
  const sums = new Map<Holder, { value: number; variance: number }>();
  values.forEach((value, s) => {
    if (value === 0) return;
    const holder = holderOf(s);
    const sum = sums.get(holder) ?? { value: 0, variance: 0 };
    sum.value += value;
    sum.variance += variance?.[s] ?? 0;
    sums.set(holder, sum);
  });
  return [...sums]
    .sort((a, b) => Math.abs(b[1].value) - Math.abs(a[1].value))
    .map(([holder, sum]) => ({
      profile_id: of.id,
      time: of.time,
      holds: holder.holds,
      kind: holder.kind,
      api_group: holder.group,
      category: holder.category,
      stage: holder.stage,
      evidence: holder.evidence,
      value: sum.value,
      standard_error: variance ? Math.sqrt(sum.variance) : null,
    }));
}

/** The same of a printed table, which has no stacks and so neither stages nor errors. */
export function figureKindRows(of: IndexedProfile, answer: KindsAnswer): Row[] {
  const row = (holds: Holder["holds"], value: number, more: Partial<Row>): Row => ({
    profile_id: of.id,
    time: of.time,
    holds,
    stage: "other",
    value,
    standard_error: null,
    ...more,
  });
  const rows = answer.kinds.flatMap(({ kind, group, total, named, shaped, coGrowth }) =>
    Object.entries({ named, shaped, unknown: total - named - shaped - coGrowth }).map(
      ([evidence, value]) => row("kind", value, { kind, api_group: group, evidence }),
    ),
  );
  const categories = Object.entries(answer.otherCategories);
  const rest = answer.other - categories.reduce((sum, [, value]) => sum + value, 0);
  return [
    ...rows,
    ...categories.map(([category, value]) => row("other", value, { category })),
    row("other", rest, {}),
    row("unknown", answer.unknown, {}),
  ].filter(({ value }) => value !== 0);
}
