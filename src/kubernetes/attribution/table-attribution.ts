import { KUBERNETES_WORDS } from "../../words/kubernetes/kubernetes-words.js";
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
  /** in the words of now */
  readonly why: string;
}

export interface TableAttribution {
  /** largest first; a kind may have a row for each sort of evidence */
  readonly kinds: readonly TableKind[];
  /** what remains of the total */
  readonly unknown: number;
}

const WORDS = KUBERNETES_WORDS.table;
const SHAPES = ["map", "bytes", "interface"] as const;
const shapes = new PatternIndex([
  "/encoding/json.mapEncoder.encode",
  "/encoding/json.(*mapEncoder).encode",
  "/encoding/json.encodeByteSlice",
  "/encoding/json.interfaceEncoder",
  "/encoding/json.structEncoder.encode",
  "/encoding/json.(*structEncoder).encode",
  "/encoding/json.(*encodeState).marshal",
  "/encoding/json.(*encodeState).reflectValue",
  "/encoding/json.(*Encoder).Encode",
]);
/** for each pattern the shape; 3 for the encoder as a whole */
const SHAPE_OF = [0, 0, 1, 2, 3, 3, 3, 3, 3] as const;
/** Maps hold labels and annotations too: below this share of all they say nothing. */
const LEAST_MAP_SHARE = 0.05;
/** ... and below this share of what the encoder wrote. */
const LEAST_ENCODED_SHARE = 0.5;
const KUBERNETES = /(?:^|\/)(?:[\w-]+\.)?k8s\.io\//;

/**
 * What can be said of kinds by a table alone, without stacks. A typed function's cumulative
 * figure is its kind's: the largest of them, because they call each other. What Go's JSON encoder
 * wrote for maps in a program of Kubernetes is the data of ConfigMaps, unless most of it was bytes
 * (Secrets) or values of any type (custom resources): no other commonly large built-in kind has a
 * map near its top, and labels and annotations are small. Of a difference figures may be negative:
 * the largest by size counts.
 * @param total of the profile, in the unit of the rows
 */
export function attributeTable(rows: readonly TableRow[], total: number): TableAttribution {
  const named = new Map<string, TableKind>();
  const encoded = [...SHAPES, "whole"].map(() => ({ cum: 0, name: "" }));
  let kubernetes = false;
  for (const row of rows) {
    kubernetes ||= KUBERNETES.test(row.name);
    const name = frameName(row.name.replace(PLACE, ""));
    const found = namedKind(name);
    const kind = found?.by === "typed" ? found.name : undefined;
    if (kind && row.cum !== 0) {
      const key = `${kind.kind}.${kind.group}`;
      if (Math.abs(row.cum) > Math.abs(named.get(key)?.value ?? 0)) {
        named.set(key, {
          kind,
          evidence: "named",
          value: row.cum,
          function: row.name,
          why: WORDS.method,
        });
      }
    }
    const shape = shapes.match(name)[0];
    if (shape === undefined) continue;
    const sort = SHAPE_OF[shape];
    if (Math.abs(row.cum) > Math.abs(encoded[sort].cum)) {
      encoded[sort] = { cum: row.cum, name: row.name };
    }
  }
  const shaped = kubernetes ? shapedKinds(encoded, total) : [];
  return within([...named.values(), ...shaped], total);
}

/** Where -lines printed a name: "name /src/file.go:12". */
const PLACE = / \S+:\d+$/;

/** Kinds may lie within each other, which a table does not tell: they never add up to more than all. */
function within(kinds: readonly TableKind[], total: number): TableAttribution {
  const sorted = [...kinds].sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  if (sorted.some((k) => k.value < 0)) {
    return { kinds: sorted, unknown: total - sorted.reduce((sum, k) => sum + k.value, 0) };
  }
  let left = Math.max(0, total);
  const kept: TableKind[] = [];
  for (const kind of sorted) {
    const value = Math.min(kind.value, left);
    if (value <= 0) continue;
    kept.push(value === kind.value ? kind : { ...kind, value });
    left -= value;
  }
  return { kinds: kept, unknown: left };
}

function shapedKinds(
  encoded: readonly { readonly cum: number; readonly name: string }[],
  total: number,
): TableKind[] {
  const [map, bytes, any, whole] = [encoded[0], encoded[1], encoded[2], encoded[3]];
  const size = Math.abs(map.cum);
  if (size === 0 || size < LEAST_MAP_SHARE * total) return [];
  if (size < LEAST_ENCODED_SHARE * Math.abs(whole.cum)) return [];
  const of = (kind: KindName, why: string): TableKind[] => [
    { kind, evidence: "shaped", value: map.cum, function: map.name, why },
  ];
  if (Math.abs(any.cum) > size / 2) {
    return of(CUSTOM_RESOURCE, WORDS.anyMaps);
  }
  if (Math.abs(bytes.cum) > size / 2) {
    return of({ group: "", kind: "Secret" }, WORDS.byteMaps);
  }
  return of({ group: "", kind: "ConfigMap" }, WORDS.stringMaps);
}
