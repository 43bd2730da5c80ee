import { STAGES } from "../../../kubernetes/attribution/attribution.js";
import type { BandTint } from "../../answers.js";

/** So many of the largest kinds are parted by stage. */
const TINTED = 2;
/** Stages of a kind that have a tint of their own. */
const MOST_STAGES = 2;
/** A stage has a tint where it holds this share of the kind at some moment. */
const LEAST_SHARE = 0.08;

/** What each stage of a kind holds in each file: by kind, then by stage; undefined for none. */
export class StageSums {
  private readonly sums: (Float64Array | undefined)[][] = [];

  constructor(private readonly files: number) {}

  add(kind: number, stage: number, file: number, value: number): void {
    this.sums[kind] ??= [];
    const ofKind = this.sums[kind];
    ofKind[stage] ??= new Float64Array(this.files);
    ofKind[stage][file] += value;
  }

  of(kind: number): readonly (Float64Array | undefined)[] {
    return this.sums[kind] ?? [];
  }
}

/**
 * The bands of the largest kinds parted by what the kind's objects are held for: its largest
 * stages, then what is left of the band (stage ""). The parts of a band add up to it.
 * @param ranked kinds by size, each with its index in the attribution and its band's values
 */
export function bandTints(
  ranked: readonly { readonly kind: number; readonly key: string; readonly values: Float64Array }[],
  sums: StageSums,
): BandTint[] {
  const out: BandTint[] = [];
  for (const { kind, key, values } of ranked.slice(0, TINTED)) {
    const peak = Math.max(...values);
    const stages = [...sums.of(kind)]
      .flatMap((of, stage) =>
        of ? [{ stage: STAGES[stage] ?? "", of, peak: Math.max(...of) }] : [],
      )
      .filter((s) => s.stage !== "other" && s.peak >= LEAST_SHARE * peak && s.peak > 0)
      .sort((a, b) => b.peak - a.peak)
      .slice(0, MOST_STAGES);
    const rest = values.slice();
    for (const { stage, of } of stages) {
      out.push({ key, stage, values: [...of] });
      for (let p = 0; p < rest.length; p++) rest[p] -= of[p];
    }
    out.push({ key, stage: "", values: [...rest] });
  }
  return out;
}
