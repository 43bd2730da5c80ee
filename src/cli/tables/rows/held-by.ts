import { hasStages } from "../../../engine/has-stages.js";
import type { Prepared } from "../../../engine/prepared-tree.js";
import {
  EVIDENCE,
  KIND_OTHER,
  KIND_UNKNOWN,
  OTHER_CATEGORIES,
  STAGES,
} from "../../../kubernetes/attribution/attribution.js";
import { itemAt } from "../../../lib/must.js";

/** Whose a sample is, in the words of the tables. */
export interface Holder {
  /** "kind", "other" (known to be no API object) or "unknown" */
  readonly holds: "kind" | "other" | "unknown";
  readonly kind: string | null;
  readonly group: string | null;
  /** of "other" alone */
  readonly category: string | null;
  readonly stage: string;
  /** of a kind alone */
  readonly evidence: string | null;
}

/** Tells whose each sample is. @returns a holder for each sample, equal ones the same object */
export function holdersOf({ attribution, set }: Prepared): (sample: number) => Holder {
  const kind = itemAt(attribution.kind, 0);
  const evidence = itemAt(attribution.evidence, 0);
  const stage = itemAt(attribution.stage, 0);
  const category = itemAt(attribution.category, 0);
  const staged = hasStages(set, [0]);
  const known = new Map<string, Holder>();
  return (s) => {
    const isKind = kind[s] !== KIND_OTHER && kind[s] !== KIND_UNKNOWN;
    const isOther = kind[s] === KIND_OTHER;
    const code = `${kind[s]} ${isKind ? evidence[s] : ""} ${stage[s]} ${isOther ? category[s] : ""}`;
    const found = known.get(code);
    if (found) return found;
    const name = isKind ? itemAt(attribution.kinds, itemAt(kind, s)) : undefined;
    const holder: Holder = {
      holds: isKind ? "kind" : isOther ? "other" : "unknown",
      kind: name?.kind ?? null,
      group: name?.group ?? null,
      category: isOther ? itemAt(OTHER_CATEGORIES, itemAt(category, s)) : null,
      stage: staged ? itemAt(STAGES, itemAt(stage, s)) : "other",
      evidence: isKind ? itemAt(EVIDENCE, itemAt(evidence, s)) : null,
    };
    known.set(code, holder);
    return holder;
  };
}
