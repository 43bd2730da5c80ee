import { language } from "./language.js";

/** What a text is at the beginning of a sentence. */
export const sentenceStart = (text: string): string =>
  language() === "en" ? text.charAt(0).toUpperCase() + text.slice(1) : text;

/** Sentences, one after the other; what is empty is left out. */
export const textInSequence = (sentences: readonly string[]): string =>
  sentences.filter((text) => text !== "").join(language() === "en" ? " " : "");

/** Parts of one sentence, one after the other; what is empty is left out. */
export const clauses = (parts: readonly string[]): string =>
  parts.filter((text) => text !== "").join(language() === "en" ? ", " : "，");
