import { memo } from "../../lib/memo.js";
import { PROFILE_WORDS, type Thing, type Wanted } from "../../words/readers/profile-words.js";
import { ProfileError } from "../profile-error.js";
import { MAX_JSON_BYTES } from "../size-limits.js";
import type { FileContent } from "./file-content.js";

const parsed = memo((_: FileContent): { value?: unknown } => ({}));

/** An object of JSON: what its fields are is not known. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether the text may be a JSON object, by its beginning. */
export function beginsObject({ head }: FileContent): boolean {
  return /^\s*\{/.test(head);
}

/**
 * The whole content as one JSON object.
 * @param what it is: a `Thing`
 * @throws ProfileError that names the line where it is none
 */
export function jsonObject(content: FileContent, what: Thing): JsonObject {
  const kept = parsed(content);
  if (kept.value === undefined) {
    if (content.bytes.length > MAX_JSON_BYTES) {
      throw new ProfileError(PROFILE_WORDS.jsonTooLong(what, MAX_JSON_BYTES >> 20), {
        hint: PROFILE_WORDS.hints.shorter,
      });
    }
    const text = content.text();
    try {
      kept.value = JSON.parse(text);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      const at = /position (\d+)/.exec(why);
      const before = at ? text.slice(0, Number(at[1])) : text;
      throw new ProfileError(PROFILE_WORDS.noJson(what), {
        line: before.split("\n").length,
        hint: PROFILE_WORDS.hints.cutSave,
      });
    }
  }
  return objectOf(kept.value, what);
}

/** @throws ProfileError that says where something else stands */
export function objectOf(value: unknown, where: string): JsonObject {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return value as JsonObject;
  }
  throw wrong(where, "object");
}

/** @throws ProfileError that says where something else stands */
export function listOf(value: unknown, where: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw wrong(where, "list");
}

/** As `listOf`, empty where nothing stands. */
export function optionalList(value: unknown, where: string): readonly unknown[] {
  return value === undefined || value === null ? [] : listOf(value, where);
}

/**
 * A finite number, also as text, as 64-bit numbers are written; `otherwise` where nothing stands.
 * @throws ProfileError that says where something else stands
 */
export function numberOf(value: unknown, where: string, otherwise?: number): number {
  if (value === undefined && otherwise !== undefined) return otherwise;
  if (typeof value === "bigint") return Number(value);
  const number =
    typeof value === "string" && /^[+-]?\d+(?:\.\d+)?$/.test(value) ? Number(value) : value;
  if (typeof number === "number" && Number.isFinite(number)) return number;
  throw wrong(where, "number");
}

/** An index below `count`. @throws ProfileError */
export function indexOf(value: unknown, count: number, where: string): number {
  const index = numberOf(value, where);
  if (Number.isInteger(index) && index >= 0 && index < count) return index;
  throw new ProfileError(PROFILE_WORDS.noIndex(where, index, count), {
    hint: PROFILE_WORDS.hints.damagedSave,
  });
}

/** A text; "" where none stands. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** A whole number of 64 bits, exact also as text; 0n where none stands. */
export function bigOf(value: unknown): bigint {
  if (typeof value === "bigint") return value;
  if (typeof value === "string" && /^-?\d{1,20}$/.test(value)) return BigInt(value);
  return typeof value === "number" && Number.isSafeInteger(value) ? BigInt(value) : 0n;
}

function wrong(where: string, wanted: Wanted): ProfileError {
  return new ProfileError(PROFILE_WORDS.wrong(where, wanted), {
    hint: PROFILE_WORDS.hints.otherForm,
  });
}
