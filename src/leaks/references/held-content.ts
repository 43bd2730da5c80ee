import { linkOf, NOT_FOLLOWED } from "../../profile/reference-chain.js";
import { kindOfField } from "./kind-of-field.js";

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
      const told = kindOfField(link);
      return { ...link, kind: told?.kind.kind ?? "", evidence: told?.evidence ?? "unknown", bytes };
    });
}
