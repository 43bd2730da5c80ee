import { PROFILE_WORDS, type Thing } from "../../words/readers/profile-words.js";
import { ProfileError } from "../profile-error.js";
import type { StringTable } from "../string-table.js";
import { WireReader } from "./wire-reader.js";

/** Fields of patterns, by their own names. */
type PatternField = "drop_frames" | "keep_frames";

/** Returns an index into the string table, or throws naming what refers to it and the byte. */
export type StringCheck = (index: number, what: PatternField | Thing, byte: number) => number;

/** A check of references into a string table. */
export function stringCheck(strings: StringTable): StringCheck {
  return (index, what, byte) => {
    if (index >= strings.length) {
      throw missing(PROFILE_WORDS.string(what, index, strings.length), byte);
    }
    return index;
  };
}

/** The error of a reference to a table's entry that is not there. */
export function missing(message: string, byte: number): ProfileError {
  return new ProfileError(message, { byte, hint: PROFILE_WORDS.hints.cut });
}

/** A reader over the length-delimited message whose length starts at `at`. */
export function nested(bytes: Uint8Array, at: number): WireReader {
  const reader = new WireReader(bytes, at);
  reader.end = reader.length("thing.message");
  return reader;
}
