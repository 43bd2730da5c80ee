import { linkOf, NOT_FOLLOWED } from "../../profile/reference-chain.js";

/** A part of what a holder holds. */
export interface HeldContent {
  /** "Data", or what the tool calls it */
  readonly field: string;
  readonly type: string;
  /** the kind of API object that has such a field; "" where several have, or none */
  readonly kind: string;
  /** "named": the type says so; "shaped": the shape of the field alone does */
  readonly evidence: "named" | "shaped" | "unknown";
  readonly bytes: number;
}

interface Part {
  readonly name: string;
  readonly bytes: number;
}

/** Parts below that share of the holder are left out. */
const LEAST = 0.01;
const MOST = 12;

/** What the fields below a holder are, the largest first. */
export function contentOf(parts: readonly Part[], whole: number): HeldContent[] {
  return parts
    .filter((part) => part.bytes >= whole * LEAST && part.name !== NOT_FOLLOWED)
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, MOST)
    .map(({ name, bytes }) => {
      const link = linkOf(name) ?? { field: name, type: "" };
      return { ...link, ...kindOfField(link.field, link.type), bytes };
    });
}

/**
 * The kind of an object by one of its fields: `Spec. (k8s.io/api/core/v1.PodSpec)` names it; a map
 * of strings called Data is that of ConfigMaps, one of bytes that of Secrets.
 */
function kindOfField(
  field: string,
  type: string,
): { readonly kind: string; readonly evidence: HeldContent["evidence"] } {
  const named = /(?:^|\/)(?:api|apis)\/(?:[\w.-]+\/)*v\d\w*\.([A-Z]\w*?)(?:Spec|Status)$/.exec(
    type,
  );
  if (named) return { kind: named[1]!, evidence: "named" };
  if (field === "Data" && type === "map[string]string")
    return { kind: "ConfigMap", evidence: "shaped" };
  if (field === "BinaryData") return { kind: "ConfigMap", evidence: "shaped" };
  if (field === "Data" && type === "map[string][]uint8")
    return { kind: "Secret", evidence: "shaped" };
  return { kind: "", evidence: "unknown" };
}
