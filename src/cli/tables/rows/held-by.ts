import { hasStages } from "../../../engine/has-stages.js";
import {
  EVIDENCE,
  KIND_OTHER,
  KIND_UNKNOWN,
  OTHER_CATEGORIES,
  STAGES,
} from "../../../kubernetes/attribution/attribution.js";
import type { IndexedProfile } from "./indexed-profile.js";

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
export function holdersOf({ prepared }: IndexedProfile): (sample: number) => Holder {
  const { attribution, set } = prepared!;
  const [kind, evidence, stage, category] = [
    attribution.kind[0]!,
    attribution.evidence[0]!,
    attribution.stage[0]!,
    attribution.category[0]!,
  ];
  const staged = hasStages(set, [0]);
  const known = new Map<string, Holder>();
  return (s) => {
    const isKind = kind[s] !== KIND_OTHER && kind[s] !== KIND_UNKNOWN;
    const isOther = kind[s] === KIND_OTHER;
    const code = `${kind[s]} ${isKind ? evidence[s] : ""} ${stage[s]} ${isOther ? category[s] : ""}`;
    const found = known.get(code);
    if (found) return found;
    const name = isKind ? attribution.kinds[kind[s]!]! : undefined;
    const holder: Holder = {
      holds: isKind ? "kind" : isOther ? "other" : "unknown",
      kind: name?.kind ?? null,
      group: name?.group ?? null,
      category: isOther ? OTHER_CATEGORIES[category[s]!]! : null,
      stage: staged ? STAGES[stage[s]!]! : "other",
      evidence: isKind ? EVIDENCE[evidence[s]!]! : null,
    };
    known.set(code, holder);
    return holder;
  };
}
