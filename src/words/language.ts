import { setupI18n } from "@lingui/core";

/** Languages that page, terminal and report speak. The first one is in every program. */
export const LANGUAGES = ["en", "zh"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Messages by their keys. They are compiled when the program is built (`messagesPlugin`). */
export type Messages = Readonly<Record<string, string>>;

/** Messages by the rooms that they are of. */
export type Catalogues = Readonly<Record<string, Messages>>;

/** The parts of a language, each loaded by the programs that say what is in it. */
const PARTS = {
  all: () => import("./zh/catalogues.js"),
  issues: () => import("./zh/of-issues.js"),
  terminal: () => import("./zh/of-terminal.js"),
} satisfies Record<string, () => Promise<{ readonly CATALOGUES: Catalogues }>>;
export type LanguagePart = keyof typeof PARTS;

const messages = {
  en: setupI18n({ locale: "en", messages: { en: {} } }),
  zh: setupI18n({ locale: "zh", messages: { zh: {} } }),
} satisfies Record<Language, unknown>;
const loaded = new Set<LanguagePart>();
let spoken: Language = "en";

/** The language that is spoken now. */
export const language = (): Language => spoken;

/**
 * From now on all words are of a language. What was said before stays as it was said.
 * @param more parts beside those that every program has
 * @throws Error where a part of the language cannot be loaded; the language is as before
 */
export async function speak(wanted: Language, ...more: LanguagePart[]): Promise<void> {
  if (wanted !== "en") {
    const parts: LanguagePart[] = ["all", ...more];
    await Promise.all(parts.filter((part) => !loaded.has(part)).map((part) => load(wanted, part)));
  }
  spoken = wanted;
}

async function load(wanted: Language, part: LanguagePart): Promise<void> {
  const { CATALOGUES } = await PARTS[part]();
  for (const [room, said] of Object.entries(CATALOGUES)) {
    messages[wanted].load(wanted, ofRoom(room, said));
  }
  loaded.add(part);
}

/** The language that is meant by a tag as "zh-CN" or "zh_CN.UTF-8"; undefined for one not spoken. */
export function languageOfTag(tag: string): Language | undefined {
  const primary = tag.toLowerCase().split(/[-_.@]/, 1)[0];
  return LANGUAGES.find((known) => known === primary);
}

/** Takes in the English messages of a room, before any of them is asked for. */
export function addEnglish(room: string, english: Messages): void {
  messages.en.load("en", ofRoom(room, english));
}

/**
 * A message in the language that is spoken, its arguments put in; in English where its part of the
 * language was not loaded.
 * @param key `ROOM.KEY`
 */
export function messageOf(key: string, values: Readonly<Record<string, string | number>>): string {
  const said = messages[spoken];
  return (Object.hasOwn(said.messages, key) ? said : messages.en)._(key, values);
}

/** Things one after the other, as a sentence lists them: "a, b and c". */
export const listOf = (items: readonly string[]): string => listing().format(items);

/**
 * The same where some are marked, each a part of its own.
 * @returns the items in their order, with the texts between them
 */
export function partsListed<P>(items: readonly P[]): (string | P)[] {
  const numbers = items.map((_, i) => String(i));
  return listing()
    .formatToParts(numbers)
    .map(({ type, value }) => (type === "element" ? (items[Number(value)] as P) : value));
}

/** English lists without a comma before "and". */
const listing = () =>
  new Intl.ListFormat(language() === "en" ? "en-GB" : language(), { type: "conjunction" });

const ofRoom = (room: string, messages: Messages): Messages =>
  Object.fromEntries(Object.entries(messages).map(([key, text]) => [`${room}.${key}`, text]));
