import { itemAt } from "../lib/must.js";
import { addEnglish, type Messages, messageOf } from "./language.js";

/** A sentence in parts: plain text, and what whoever asks for it marks, as a name that leads on. */
export type Parts<P> = readonly (string | P)[];

/** What is put into a message: a text as it is shown, or a number (for plurals). */
export type Values = Readonly<Record<string, string | number>>;

/** The messages of one room, by typed keys. */
export interface Catalogue<K extends string> {
  /** A message with its arguments put in. */
  say(key: K, values?: Values): string;
  /** A message some of whose arguments are marked: they are parts of the sentence of their own. */
  parts<P extends object>(key: K, values: Readonly<Record<string, string | number | P>>): Parts<P>;
  /**
   * Words by the names that the program has for them. A key stands for its message, which is read in
   * the language that is spoken when it is read; a function stays.
   */
  words<const S extends Shape<K>>(shape: S): Words<S>;
}

/** Names for words: keys of messages, functions that make sentences, and groups of both. */
export interface Shape<K extends string> {
  readonly [name: string]: K | ((...args: never[]) => unknown) | Shape<K>;
}

export type Words<S> = {
  readonly [N in keyof S]: S[N] extends string
    ? string
    : S[N] extends (...args: never[]) => unknown
      ? S[N]
      : Words<S[N]>;
};

/**
 * The catalogue of a room.
 * @param english `en/ROOM.json`, whose keys are the room's; `zh/ROOM.json` has the same ones
 */
export function catalogue<M extends Messages>(
  room: string,
  english: M,
): Catalogue<keyof M & string> {
  addEnglish(room, english);
  const parts = <P extends object>(
    key: string,
    values: Readonly<Record<string, string | number | P>>,
  ): Parts<P> => partsOf((plain) => messageOf(`${room}.${key}`, plain), values);
  const say = (key: string, values: Values = {}) => parts<never>(key, values).join("");
  return { say, parts, words: (shape) => wordsOf(say, shape) };
}

/** Stands for an argument in a message, around its number: characters for private use. */
const MARKED = /\uE000(\d+)\uE001/;
/** The library would read escapes in an argument; and no argument stands for another one. */
const NOT_PLAIN = /[\\\uE000]/;

/** A message, split at its arguments that are marked, and at texts that are put in as they are. */
function partsOf<P extends object>(
  message: (values: Values) => string,
  values: Readonly<Record<string, string | number | P>>,
): Parts<P> {
  const apart: (string | P)[] = [];
  const plain: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(values)) {
    const isPlain =
      typeof value === "number" || (typeof value === "string" && !NOT_PLAIN.test(value));
    plain[name] = isPlain ? value : `\uE000${apart.push(value) - 1}\uE001`;
  }
  const said = message(plain);
  if (apart.length === 0) return [said];
  return said
    .split(MARKED)
    .map((piece, i) => (i % 2 === 0 ? piece : itemAt(apart, Number(piece))))
    .filter((piece) => piece !== "");
}

function wordsOf<K extends string, S extends Shape<K>>(
  say: (key: string) => string,
  shape: S,
): Words<S> {
  const words = {};
  for (const [name, word] of Object.entries(shape)) {
    const how: PropertyDescriptor =
      typeof word === "string"
        ? { get: () => say(word) }
        : { value: typeof word === "object" ? wordsOf(say, word) : word };
    Object.defineProperty(words, name, { ...how, enumerable: true });
  }
  return words as Words<S>;
}
