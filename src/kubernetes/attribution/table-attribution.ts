import { frameName, PatternIndex } from "../frames/frame-pattern.js";
import { namedKind } from "../frames/kind-names.js";
import { CUSTOM_RESOURCE, type KindName } from "../vocabulary.js";

/** A row of a table of functions, as `go tool pprof -top` prints it. */
export interface TableRow {
  readonly name: string;
  /** in the unit of the table's total */
  readonly flat: number;
  readonly cum: number;
}

/** What a table of functions says about one kind. */
export interface TableKind {
  readonly kind: KindName;
  readonly evidence: "named" | "shaped";
  /** at least so much, in the unit of the total */
  readonly value: number;
  /** the function whose figure this is */
  readonly function: string;
  readonly why: string;
}

export interface TableAttribution {
  /** largest first; a kind may have a row for each sort of evidence */
  readonly kinds: readonly TableKind[];
  /** what remains of the total */
  readonly unknown: number;
}

const SHAPES = ["map", "bytes", "interface"] as const;
const shapes = new PatternIndex([
  "/encoding/json.mapEncoder.encode",
  "/encoding/json.(*mapEncoder).encode",
  "/encoding/json.encodeByteSlice",
  "/encoding/json.interfaceEncoder",
]);
const SHAPE_OF = [0, 0, 1, 2] as const;
/** Maps hold labels and annotations too: below this share of all they say nothing. */
const LEAST_MAP_SHARE = 0.05;

/**
 * What can be said of kinds by a table alone, without stacks. A typed function's cumulative
 * figure is its kind's: the largest of them, because they call each other. What Go's JSON encoder
 * wrote for maps is the data of ConfigMaps, unless most of it was bytes (Secrets) or values of
 * any type (custom resources): no other commonly large built-in kind has a map near its top, and
 * labels and annotations are small.
 * @param total of the profile, in the unit of the rows
 */
export function attributeTable(rows: readonly TableRow[], total: number): TableAttribution {
  const named = new Map<string, TableKind>();
  const encoded = SHAPES.map(() => ({ cum: 0, name: "" }));
  for (const row of rows) {
    const name = frameName(row.name);
    const found = namedKind(name);
    const kind = found?.by === "typed" ? found.name : undefined;
    if (kind && row.cum > 0) {
      const key = `${kind.kind}.${kind.group}`;
      if (row.cum > (named.get(key)?.value ?? 0)) {
        named.set(key, {
          kind,
          evidence: "named",
          value: row.cum,
          function: row.name,
          why: "the function is a method of the type",
        });
      }
    }
    const shape = shapes.match(name)[0];
    if (shape !== undefined && row.cum > encoded[SHAPE_OF[shape]!]!.cum) {
      encoded[SHAPE_OF[shape]!] = { cum: row.cum, name: row.name };
    }
  }
  const kinds = [...named.values(), ...shapedKinds(encoded, total)];
  kinds.sort((a, b) => b.value - a.value);
  const known = kinds.reduce((sum, k) => sum + k.value, 0);
  return { kinds, unknown: Math.max(0, total - known) };
}

function shapedKinds(
  encoded: readonly { readonly cum: number; readonly name: string }[],
  total: number,
): TableKind[] {
  const [map, bytes, any] = [encoded[0]!, encoded[1]!, encoded[2]!];
  if (map.cum < LEAST_MAP_SHARE * total) return [];
  const of = (kind: KindName, why: string): TableKind[] => [
    { kind, evidence: "shaped", value: map.cum, function: map.name, why },
  ];
  if (any.cum > map.cum / 2) {
    return of(CUSTOM_RESOURCE, "maps of values of any type are unstructured objects");
  }
  if (bytes.cum > map.cum / 2) {
    return of({ group: "", kind: "Secret" }, "maps of bytes are the data of Secrets");
  }
  return of({ group: "", kind: "ConfigMap" }, "maps of strings are the data of ConfigMaps");
}
