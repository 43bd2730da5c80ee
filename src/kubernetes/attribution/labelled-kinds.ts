import { labelsFrom, labelsTo, type Profile } from "../../profile/profile.js";
import { CUSTOM_RESOURCE, KIND_UNKNOWN, type KindName, NAMED } from "../vocabulary.js";
import { MAX_KINDS } from "./frame-classes.js";

/** `cert-manager.io/v1, Kind=Certificate`, as apimachinery writes a GroupVersionKind. */
const KIND = /^([a-z0-9.-]*)\/v\d\w*, Kind=([A-Z]\w*)$/;
/** `cert-manager.io/v1, Resource=certificates`, as it writes a GroupVersionResource. */
const RESOURCE = /^([a-z0-9.-]*)\/v\d\w*, Resource=([a-z]\w*)$/;
/** `/apis/cert-manager.io/v1/namespaces/shop/certificates/web`, the path of a request. */
const PATH =
  /^\/apis\/([a-z0-9.-]+)\/v\d\w*\/(?:watch\/)?(?:namespaces\/[^/]+\/)?([a-z]\w*)(?:[/?]|$)/;
/** Longer texts are no names. */
const MAX_TEXT = 512;

/**
 * The kind that a label's text names, in the forms that Kubernetes writes; undefined for other
 * texts, a bare "Pod" among them: stores of profiles label so what was profiled. A resource stands
 * for its kind, whose spelling it does not tell.
 */
export function labelledKind(text: string): KindName | undefined {
  if (text.length > MAX_TEXT) return undefined;
  const found = KIND.exec(text) ?? RESOURCE.exec(text) ?? PATH.exec(text);
  return found ? { group: found[1], kind: found[2] } : undefined;
}

/** What is known of the samples of one profile; `kind` and `evidence` are written. */
interface LabelledSamples {
  readonly kind: Int16Array;
  readonly evidence: Uint8Array;
}

/**
 * Names by their labels the objects of which no frame tells more than that they are custom
 * resources, or nothing at all.
 * @param kinds is made longer by the kinds that are found
 */
export function nameByLabels(profile: Profile, kinds: KindName[], samples: LabelledSamples): void {
  const { count, labelText } = profile.samples;
  if (labelText.length === 0) return;
  const custom = kinds.indexOf(CUSTOM_RESOURCE);
  const keyOf = ({ group, kind }: KindName) => `${kind}.${group}`;
  const index = new Map(kinds.map((kind, k) => [keyOf(kind), k]));
  const indexOf = (named: KindName): number => {
    const at = index.get(keyOf(named));
    if (at !== undefined) return at;
    if (kinds.length >= MAX_KINDS) return -1;
    index.set(keyOf(named), kinds.length);
    return kinds.push(named) - 1;
  };
  const ofText = new Map<number, number>();
  const kindOf = (text: number): number => {
    let at = ofText.get(text);
    if (at === undefined) {
      const named = labelledKind(profile.strings.get(text));
      at = named ? indexOf(named) : -1;
      ofText.set(text, at);
    }
    return at;
  };
  for (let s = 0; s < count; s++) {
    if (samples.kind[s] !== KIND_UNKNOWN && samples.kind[s] !== custom) continue;
    for (let i = labelsFrom(profile.samples, s); i < labelsTo(profile.samples, s); i++) {
      const kind = labelText[i] === 0 ? -1 : kindOf(labelText[i]);
      if (kind < 0) continue;
      samples.kind[s] = kind;
      samples.evidence[s] = NAMED;
      break;
    }
  }
}
