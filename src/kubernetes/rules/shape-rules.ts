import type { FramePattern } from "../frames/frame-pattern.js";

/**
 * Frames of reflecting encoders and decoders, by what they walk. Go's encoder walks the type of
 * an object, so the order of these frames is the shape of the type.
 */
export const SHAPE_STEPS = [
  /* "root": one call of the encoder or decoder, where the shape begins */
  ["root", ["encoding/json.(*encodeState).reflectValue", "json-iterator/go.(*Iterator).ReadVal"]],
  ["root", ["encoding/json.(*decodeState).unmarshal", "json.(*decodeState).unmarshal"]],
  ["array", ["encoding/json.arrayEncoder.encode", "encoding/json.(*arrayEncoder).encode"]],
  ["slice", ["encoding/json.sliceEncoder.encode", "encoding/json.(*sliceEncoder).encode"]],
  ["struct", ["encoding/json.structEncoder.encode", "encoding/json.(*structEncoder).encode"]],
  ["map", ["encoding/json.mapEncoder.encode", "encoding/json.(*mapEncoder).encode"]],
  ["string", ["encoding/json.stringEncoder"]],
  ["pointer", ["encoding/json.ptrEncoder.encode", "encoding/json.(*ptrEncoder).encode"]],
  ["interface", ["encoding/json.interfaceEncoder"]],
  ["bytes", ["encoding/json.encodeByteSlice"]],
  [
    "marshaler",
    [
      "encoding/json.marshalerEncoder",
      "encoding/json.addrMarshalerEncoder",
      "encoding/json.textMarshalerEncoder",
    ],
  ],
  ["map", ["json-iterator/go.(*mapDecoder).Decode"]],
  ["slice", ["json-iterator/go.(*sliceDecoder).Decode"]],
  ["string", ["json-iterator/go.(*stringCodec).Decode"]],
  ["bytes", ["json-iterator/go.(*base64Codec).Decode"]],
  ["pointer", ["json-iterator/go.(*OptionalDecoder).Decode"]],
  [
    "struct",
    [
      ...["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"].map(
        (n): FramePattern =>
          `json-iterator/go.(*${n}Field${n === "one" ? "" : "s"}StructDecoder).Decode`,
      ),
      "json-iterator/go.(*generalStructDecoder).Decode",
    ],
  ],
  ["object", ["encoding/json.(*decodeState).object", "json.(*decodeState).object"]],
  ["list", ["encoding/json.(*decodeState).array", "json.(*decodeState).array"]],
  [
    "interface",
    ["encoding/json.(*decodeState).valueInterface", "json.(*decodeState).valueInterface"],
  ],
] as const satisfies readonly (readonly [string, readonly FramePattern[]])[];

export type ShapeStep = (typeof SHAPE_STEPS)[number][0];

export type ShapeVerdict =
  | { readonly kind: "ConfigMap" | "Secret" | "CRD" }
  /** some typed object; no kind can be told */
  | { readonly kind: undefined };

/**
 * A shape and whose it is. The steps run from the root of the encoder or decoder to the leaf;
 * "pointer" steps do not count. A rule fits when the stack's shape is exactly this, or, where
 * `where` allows it, only has it at its end or anywhere.
 */
export interface ShapeRule {
  readonly shape: readonly ShapeStep[];
  readonly verdict: ShapeVerdict;
  /** only where one allocation is at least so many bytes */
  readonly bytes?: number;
  /** "end": also fits a stack whose upper part was cut off; "anywhere": fits wherever it occurs */
  readonly where?: "end" | "anywhere";
}

const CONFIG_MAP = { kind: "ConfigMap" } as const;
const SECRET = { kind: "Secret" } as const;
const CRD = { kind: "CRD" } as const;

export const SHAPE_RULES: readonly ShapeRule[] = [
  // A list whose items have a map of strings at their top: ConfigMap.data; no other commonly
  // large built-in kind has one.
  {
    shape: ["struct", "slice", "array", "struct", "map", "string"],
    verdict: CONFIG_MAP,
    where: "end",
  },
  // An object with a map of strings at its top: ConfigMap.data.
  {
    shape: ["struct", "map", "string"],
    verdict: CONFIG_MAP,
  },
  // json-iterator reads a list whose items have a map of strings at their top.
  {
    shape: ["struct", "slice", "struct", "map", "string"],
    verdict: CONFIG_MAP,
  },
  // A list whose items have a map of bytes at their top: Secret.data, seldom
  // ConfigMap.binaryData.
  {
    shape: ["struct", "slice", "array", "struct", "map", "bytes"],
    verdict: SECRET,
    where: "end",
  },
  // An object with a map of bytes at its top: Secret.data, seldom ConfigMap.binaryData.
  {
    shape: ["struct", "map", "bytes"],
    verdict: SECRET,
  },
  // json-iterator reads a list whose items have a map of bytes at their top.
  {
    shape: ["struct", "slice", "struct", "map", "bytes"],
    verdict: SECRET,
  },
  // A map behind an interface is an unstructured object.
  {
    shape: ["interface", "map"],
    verdict: CRD,
    where: "anywhere",
  },
  // An object that is itself a map of anything is an unstructured one.
  {
    shape: ["map", "interface"],
    verdict: CRD,
  },
];
