import { scaledLabel } from "../lib/measure.js";
import { memo } from "../lib/memo.js";
import { labelsFrom, labelsTo, type Profile } from "./profile.js";

/** Whether an entry of the label columns is a text, a number, or nothing (as pprof reads it). */
export type LabelSort = "text" | "number" | "none";

export function labelSort({ samples }: Profile, i: number): LabelSort {
  if (samples.labelText[i] !== 0) return "text";
  return samples.labelNumber[i] !== 0 || samples.labelUnit[i] !== 0 ? "number" : "none";
}

/**
 * The unit of each key that has numbers: the first that a sample names, else bytes for what is
 * known to be bytes, else the key itself (`NumLabelUnits` of google/pprof, profile/profile.go).
 * @returns by string index of the key
 */
export const labelUnits = memo((profile: Profile): ReadonlyMap<number, string> => {
  const { samples, strings } = profile;
  const found = new Map<number, string>();
  for (let i = 0; i < samples.labelKey.length; i++) {
    if (labelSort(profile, i) !== "number") continue;
    const key = samples.labelKey[i];
    if (found.get(key)) continue;
    found.set(key, strings.get(samples.labelUnit[i]));
  }
  for (const [key, unit] of found) {
    if (unit !== "") continue;
    const name = strings.get(key);
    found.set(key, name === "alignment" || name === "request" ? "bytes" : name);
  }
  return found;
});

/** One label as pprof's -tags prints it: `4kB`, `checkout`; "" for one that says nothing. */
export function labelValue(profile: Profile, i: number): string {
  const { samples, strings } = profile;
  switch (labelSort(profile, i)) {
    case "text":
      return strings.get(samples.labelText[i]);
    case "number": {
      const unit = labelUnits(profile).get(samples.labelKey[i]) ?? "";
      return scaledLabel(samples.labelNumber[i], unit, "minimum");
    }
    default:
      return "";
  }
}

/**
 * The values of one key of a sample as one text, as pprof's -tagroot names its frames: texts
 * first, then numbers, in units of their own only; "" where the sample has none.
 * @param key string index
 */
export function joinedValues(profile: Profile, sample: number, key: number): string {
  const { samples, strings } = profile;
  const texts: string[] = [];
  const numbers: number[] = [];
  let withUnit = 0;
  for (let i = labelsFrom(samples, sample); i < labelsTo(samples, sample); i++) {
    if (samples.labelKey[i] !== key) continue;
    const sort = labelSort(profile, i);
    if (sort === "text") texts.push(strings.get(samples.labelText[i]));
    else if (sort === "number") {
      numbers.push(i);
      if (samples.labelUnit[i] !== 0) withUnit++;
    }
  }
  for (const i of numbers) {
    const number = samples.labelNumber[i];
    const unit = strings.get(samples.labelUnit[i]);
    texts.push(withUnit > 0 ? scaledLabel(number, unit, "minimum") : scaledLabel(number, "", ""));
  }
  return texts.join(",");
}
