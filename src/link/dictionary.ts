import { LINK_WORDS } from "../words/readers/link-words.js";
import { DICTIONARY_1 } from "./dictionary-1.js";
import { LinkError } from "./link-error.js";

/** Names that links need not spell, and which of them each calls. */
export interface Dictionary {
  readonly version: number;
  /** name 0 is "" and stands for the root */
  readonly names: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** for each name the indices of those it calls, the likeliest first */
  readonly callees: readonly Uint16Array[];
}

/** The dictionary that links are written with. All are read. */
export const DICTIONARY_VERSION = 1;

const TEXTS: Readonly<Record<number, string>> = { 1: DICTIONARY_1 };
const made = new Map<number, Dictionary>();

/** @throws LinkError where there is no such dictionary */
export function dictionary(version: number): Dictionary {
  const known = made.get(version);
  if (known) return known;
  const text = TEXTS[version];
  if (text === undefined) {
    throw new LinkError(LINK_WORDS.dictionary(version), LINK_WORDS.hints.newer);
  }
  const found = parseDictionary(version, text);
  made.set(version, found);
  return found;
}

/** A line a name: the name, then the line numbers of its callees in base 36, by tabs. */
function parseDictionary(version: number, text: string): Dictionary {
  const names: string[] = [];
  const callees: Uint16Array[] = [];
  for (const line of text.split("\n")) {
    const [name = "", ...rest] = line.split("\t");
    names.push(name);
    callees.push(Uint16Array.from(rest, (r) => Number.parseInt(r, 36)));
  }
  return { version, names, callees, indexOf: new Map(names.map((n, i) => [n, i])) };
}
