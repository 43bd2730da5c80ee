import { CUT_HINT, ProfileError } from "../profile-error.js";
import type { StringTable } from "../string-table.js";
import { WireReader } from "./wire-reader.js";

/** Returns an index into the string table, or throws naming what refers to it and the byte. */
export type StringCheck = (index: number, what: string, byte: number) => number;

/** A check of references into a string table. */
export function stringCheck(strings: StringTable): StringCheck {
  return (index, what, byte) => {
    if (index >= strings.length) {
      throw new ProfileError(`${what} refers to string ${index} of a table of ${strings.length}`, {
        byte,
        hint: CUT_HINT,
      });
    }
    return index;
  };
}

/** The error of a reference to a table's entry that is not there. */
export function missing(what: string, table: string, id: bigint, byte: number): ProfileError {
  return new ProfileError(`${what} refers to ${table} ${id} which the file does not define`, {
    byte,
    hint: CUT_HINT,
  });
}

/** A reader over the length-delimited message whose length starts at `at`. */
export function nested(bytes: Uint8Array, at: number): WireReader {
  const reader = new WireReader(bytes, at);
  reader.end = reader.length("a message");
  return reader;
}
