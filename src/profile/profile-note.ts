import type { Values } from "../words/catalogue.js";
import { FORMATS_WORDS, type NoteKey } from "../words/readers/formats-words.js";

/**
 * What a reader has to tell of a profile, as data: it is said in the language that is spoken when it
 * is shown. A `text` came with a file in words of its own.
 */
export type ProfileNote =
  | { readonly key: NoteKey; readonly values: Values }
  | { readonly text: string };

export const noteOf = (key: NoteKey, values: Values = {}): ProfileNote => ({ key, values });

/** A note in words. */
export function noteText(note: ProfileNote): string {
  return "text" in note ? note.text : FORMATS_WORDS.note(note.key, note.values);
}

/** Notes of several profiles, each once. */
export function differentNotes(notes: readonly ProfileNote[]): readonly ProfileNote[] {
  return [...new Map(notes.map((note) => [JSON.stringify(note), note])).values()];
}
