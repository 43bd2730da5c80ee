import type { Features } from "./features.js";
import type { Profile } from "./profile.js";

/** What goref writes where it finds objects but no type that leads to them. */
export const NOT_FOLLOWED = "$sub_objects$";

/** What a profile has evidence for whose stacks are chains of references. */
export const REFERENCE_FEATURES: Features = {
  subject: "references",
  stacks: "recorded",
  go: false,
};

/** One link of a chain of references: a field, an element, a key or value of a map. */
export interface Link {
  /** "Data", "[0]", "$mapval" */
  readonly field: string;
  /** the type as the tool writes it: "map[string]string" */
  readonly type: string;
}

/** `Data. (map[string]string)`; undefined for roots and what else stands in a chain. */
export function linkOf(name: string): Link | undefined {
  if (!name.endsWith(")")) return undefined;
  const at = name.indexOf(". (");
  if (at <= 0 || /\s/.test(name.slice(0, at))) return undefined;
  return { field: name.slice(0, at), type: name.slice(at + 3, -1) };
}

/** Whether a link is an element of what stands before it: of a slice, an array or a map. */
export function isElement({ field }: Link): boolean {
  return field.startsWith("$map") || /^\[\d+\+?\]$/.test(field);
}

/** So many names are looked at, and so many of them must be links of references. */
const LOOKED_AT = 2000;
const SHARE = 0.3;

/**
 * Whether the stacks of a profile are chains of references, as goref writes them: who holds the
 * memory, not who allocated it.
 */
export function isReferenceProfile({ functions, strings, sampleTypes }: Profile): boolean {
  if (!sampleTypes.some((t) => t.type === "inuse_space")) return false;
  const count = Math.min(functions.count, LOOKED_AT);
  let links = 0;
  for (let f = 0; f < count; f++) {
    const name = strings.get(functions.name[f]);
    if (name === NOT_FOLLOWED || linkOf(name)) links++;
  }
  return links > 0 && links >= count * SHARE;
}
