import { KUBERNETES_WORDS } from "../words/kubernetes/kubernetes-words.js";
import { language } from "../words/language.js";
import { plural } from "./frames/kind-names.js";

export { formatShare as shareText, formatValue as amountText } from "../lib/format.js";

/** A kind in the plural, as people write it: "ConfigMaps", "Ingresses", "Custom resources". */
export function kindPlural(kind: string): string {
  if (kind === "CRD") return KUBERNETES_WORDS.customResources;
  // What only a resource's name tells is written as that: in the plural, in small letters.
  // Names have a plural in English alone.
  return /^[a-z]/.test(kind) || language() !== "en" ? kind : plural(kind);
}

/** What happened to objects in a stage, to follow "ConfigMaps hold 94%: ". */
export const stageWords = (stage: string): string => KUBERNETES_WORDS.stage(stage);

/** What a category of other memory is, to follow "the largest part is ". */
export const categoryWords = (category: string): string => KUBERNETES_WORDS.category(category);

/** What a sample type sums up, to follow "94% of ". */
export const wholeText = (sampleType: string): string => KUBERNETES_WORDS.whole(sampleType);
