import { GROUP_RULES } from "../../kubernetes/rules/kind-rules.js";
import type { KindName } from "../../kubernetes/vocabulary.js";
import type { Link } from "../../profile/reference-chain.js";

/** The kind of object that has a field, and how that is known. */
export interface FieldKind {
  readonly kind: KindName;
  /** "named": the field's type says so; "shaped": its name and shape alone */
  readonly evidence: "named" | "shaped";
}

const groupOfFolder = new Map(GROUP_RULES.map((rule) => [rule.folder, rule.group]));
/** `k8s.io/api/apps/v1.DeploymentSpec`, `example.org/widgets/api/v1.WidgetStatus` */
const PART = /(?:^|\/)apis?\/(?:([\w.-]+)\/)?v\d\w*\.([A-Z]\w*?)(?:Spec|Status)$/;
/** Of these types several kinds have a field. */
const PARTS_OF_SEVERAL = /^(?:PodTemplate|JobTemplate|Template)$/;

const CONFIG_MAP: KindName = { group: "", kind: "ConfigMap" };
const SECRET: KindName = { group: "", kind: "Secret" };
const CUSTOM: KindName = { group: "", kind: "CRD" };

/**
 * The kind of an object by one of its own fields: `Spec. (k8s.io/api/core/v1.PodSpec)` names it, a
 * map of strings called Data is that of ConfigMaps, one of bytes that of Secrets. Undefined where
 * several kinds have such a field.
 */
export function kindOfField({ field, type }: Link): FieldKind | undefined {
  const [, folder = "", kind = ""] = PART.exec(type) ?? [];
  if (kind !== "" && !PARTS_OF_SEVERAL.test(kind)) {
    return { kind: { group: groupOfFolder.get(folder) ?? folder, kind }, evidence: "named" };
  }
  const shaped =
    field === "Data" && type === "map[string]string"
      ? CONFIG_MAP
      : field === "BinaryData" && type === "map[string][]uint8"
        ? CONFIG_MAP
        : field === "Data" && type === "map[string][]uint8"
          ? SECRET
          : field === "Object" && type === "map[string]interface {}"
            ? CUSTOM
            : undefined;
  return shaped && { kind: shaped, evidence: "shaped" };
}
