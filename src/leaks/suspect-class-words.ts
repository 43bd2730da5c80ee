import { LEAKS_WORDS } from "../words/leaks-words.js";
import type { SuspectClass } from "./suspect-class.js";

/** The classes in words, for page, terminal and report. */
const WORDS: Readonly<Record<SuspectClass, string>> = LEAKS_WORDS.classes;

/** A class in words; "" for none. */
export function classWords(told: string): string {
  return WORDS[told as SuspectClass] ?? told;
}
