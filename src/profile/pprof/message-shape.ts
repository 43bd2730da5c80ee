import { memo } from "../../lib/memo.js";
import { PROFILE_WORDS, type Wanted } from "../../words/readers/profile-words.js";
import { ProfileError } from "../profile-error.js";
import { ProtoWriter } from "./proto-writer.js";
import { BYTES, FIXED64, VARINT, WireReader } from "./wire-reader.js";

/** What a field holds; `hex` are bytes that JSON writes as hexadecimal digits. */
export type Kind = "int" | "uint" | "bool" | "text" | "fixed" | "double" | "hex" | (() => Shape);

/** A field by its number; `many` where it is repeated. */
export interface Field {
  readonly number: number;
  readonly kind: Kind;
  readonly many: boolean;
}

/** The fields of a message by their names in JSON. */
export type Shape = Readonly<Record<string, Field>>;

/** A message as plain data, as its JSON has it; numbers of 64 bits are bigints where they must be. */
export type Plain = Readonly<Record<string, unknown>>;

export const one = (number: number, kind: Kind): Field => ({ number, kind, many: false });
export const many = (number: number, kind: Kind): Field => ({ number, kind, many: true });

const MAX_DEPTH = 32;
const WIRE = { int: VARINT, uint: VARINT, bool: VARINT, fixed: FIXED64, double: FIXED64 } as const;

/** Reads a message. What `unknown` counts are fields that the shape does not have. */
export class MessageReader {
  unknown = 0;

  /** @throws ProfileError that names the byte */
  read(bytes: Uint8Array, shape: Shape, from = 0, to = bytes.length, depth = 0): Plain {
    if (depth > MAX_DEPTH) throw new ProfileError(PROFILE_WORDS.wire.nested, { byte: from });
    const fields = byNumber(shape);
    const out: Record<string, unknown> = {};
    const reader = new WireReader(bytes, from, to);
    while (reader.at < to) {
      const tag = reader.uint32("fieldNumber");
      const found = fields.get(tag >>> 3);
      if (!found) {
        this.unknown++;
        reader.skip(tag & 7);
        continue;
      }
      const [name, { kind, many }] = found;
      const wire = tag & 7;
      if (many) out[name] ??= [];
      const list = many ? (out[name] as unknown[]) : undefined;
      const wanted =
        typeof kind === "string" && kind in WIRE ? WIRE[kind as keyof typeof WIRE] : BYTES;
      if (list && wanted !== BYTES && wire === BYTES) {
        const end = reader.length(name);
        while (reader.at < end) list.push(this.value(reader, kind, depth));
        continue;
      }
      if (wire !== wanted) {
        throw new ProfileError(PROFILE_WORDS.wire.fieldType(name, wire), { byte: reader.at });
      }
      const value = this.value(reader, kind, depth);
      if (list) list.push(value);
      else out[name] = value;
    }
    return out;
  }

  private value(reader: WireReader, kind: Kind, depth: number): unknown {
    switch (kind) {
      case "int":
        reader.varint();
        return reader.exact() ? reader.number() : reader.signed();
      case "uint":
        reader.varint();
        return reader.high < 0x200000 ? reader.number() : reader.unsigned();
      case "bool":
        reader.varint();
        return reader.low !== 0;
      case "fixed":
      case "double": {
        const at = reader.at;
        reader.skip(FIXED64);
        const view = new DataView(reader.bytes.buffer, reader.bytes.byteOffset + at, 8);
        if (kind === "double") return view.getFloat64(0, true);
        const wide = view.getBigUint64(0, true);
        return wide <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(wide) : wide;
      }
      default: {
        const end = reader.length("thing.field");
        const from = reader.at;
        reader.at = end;
        if (kind === "text") return decoder.decode(reader.bytes.subarray(from, end));
        if (kind === "hex") return hexOf(reader.bytes.subarray(from, end));
        return this.read(reader.bytes, kind(), from, end, depth + 1);
      }
    }
  }
}

const byNumber = memo(
  (shape: Shape) =>
    new Map(
      Object.entries(shape).map(([name, field]): [number, [string, Field]] => [
        field.number,
        [name, field],
      ]),
    ),
);

/**
 * The bytes of a message that is given as plain data, as read from its JSON: names with capitals or
 * underscores, numbers also as texts.
 * @throws ProfileError that says where something else stands
 */
export function messageBytes(
  of: Plain,
  shape: Shape,
  where: string,
  depth = 0,
): Uint8Array<ArrayBuffer> {
  if (depth > MAX_DEPTH) throw new ProfileError(PROFILE_WORDS.nested(where));
  const out = new ProtoWriter();
  for (const [name, field] of Object.entries(shape)) {
    const value = of[name] ?? of[name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)];
    if (value === undefined || value === null) continue;
    const at = `${where.length < 100 ? where : "…"}.${name}`;
    if (field.many && !Array.isArray(value)) throw wrong(at, "list");
    if (field.many && (field.kind === "int" || field.kind === "uint")) {
      out.packed(
        field.number,
        (value as unknown[]).map((v) => wide(v, at)),
      );
      continue;
    }
    const values = field.many ? (value as unknown[]) : [value];
    values.forEach((v, i) => {
      write(out, field, v, field.many ? `${at}[${i}]` : at, depth);
    });
  }
  return out.done();
}

function write(
  out: ProtoWriter,
  { number, kind }: Field,
  value: unknown,
  at: string,
  depth: number,
): void {
  if (kind === "int" || kind === "uint") out.varint(number, wide(value, at));
  else if (kind === "bool") out.varint(number, value === true ? 1n : 0n);
  else if (kind === "fixed") out.fixed64(number, wide(value, at));
  else if (kind === "double") out.double(number, Number(value));
  else if (kind === "text" || kind === "hex") {
    if (typeof value !== "string") throw wrong(at, "text");
    if (kind === "text") out.text(number, value);
    else out.bytes(number, bytesOfHex(value));
  } else {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      throw wrong(at, "object");
    }
    out.bytes(number, messageBytes(value as Plain, kind(), at, depth + 1));
  }
}

/** A whole number of 64 bits, also as text. */
function wide(value: unknown, at: string): bigint {
  if (typeof value === "bigint") return value;
  if (typeof value === "string" && /^-?\d{1,20}$/.test(value)) return BigInt(value);
  if (typeof value === "number" && Number.isInteger(value)) return BigInt(value);
  throw wrong(at, "whole");
}

function wrong(where: string, wanted: Wanted): ProfileError {
  return new ProfileError(PROFILE_WORDS.wrong(where, wanted), {
    hint: PROFILE_WORDS.hints.otherForm,
  });
}

/** Bytes that JSON has as digits; as base64 some writers have them, which is kept as it stands. */
function bytesOfHex(text: string): Uint8Array {
  if (!/^(?:[0-9a-f]{2})*$/i.test(text)) return encoder.encode(text);
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const encoder = new TextEncoder();
