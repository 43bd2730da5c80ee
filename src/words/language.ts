import { setupI18n } from "@lingui/core";

/** Languages that page, terminal and report speak. The first one is in every program. */
export const LANGUAGES = ["en", "zh"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Messages by their keys. They are compiled when the program is built (`messagesPlugin`). */
export type Messages = Readonly<Record<string, string>>;

const spoken = setupI18n({ locale: "en", messages: { en: {} } });
const loaded = new Set<Language>(["en"]);

/** The language that is spoken now. */
export const language = (): Language => spoken.locale as Language;

/**
 * From now on all words are of a language. What was said before stays as it was said.
 * @throws Error where the language's part of the program cannot be loaded; the language is as before
 */
export async function speak(wanted: Language): Promise<void> {
  if (!loaded.has(wanted)) {
    const { CATALOGUES } = await import("./zh/catalogues.js");
    for (const [room, messages] of Object.entries(CATALOGUES)) {
      spoken.load(wanted, ofRoom(room, messages));
    }
    loaded.add(wanted);
  }
  spoken.activate(wanted);
}

/** The language that is meant by a tag as "zh-CN" or "zh_CN.UTF-8"; undefined for one not spoken. */
export function languageOfTag(tag: string): Language | undefined {
  const primary = tag.toLowerCase().split(/[-_.@]/, 1)[0];
  return LANGUAGES.find((known) => known === primary);
}

/** Takes in the English messages of a room, before any of them is asked for. */
export function addEnglish(room: string, messages: Messages): void {
  spoken.load("en", ofRoom(room, messages));
}

/**
 * A message in the language that is spoken, its arguments put in.
 * @param key `ROOM.KEY`
 */
export function messageOf(key: string, values: Readonly<Record<string, string | number>>): string {
  return spoken._(key, values);
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
