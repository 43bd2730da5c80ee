import { useEffect } from "react";
import type { Session } from "../../session/session.js";
import { useStore } from "../../session/store.js";
import { LANGUAGES, type Language, languageOfTag } from "../../words/language.js";

const KEY = "leaklens-language";

/** Languages as their speakers call them, with the tag that a document in them bears. */
export const LANGUAGE_NAMES: Readonly<Record<Language, { name: string; tag: string }>> = {
  en: { name: "English", tag: "en" },
  zh: { name: "中文", tag: "zh-CN" },
};

/** The language the person chose last, else the first of the browser's that is spoken. */
export function firstLanguage(): Language {
  return storedLanguage() ?? navigator.languages.map(languageOfTag).find((l) => l) ?? LANGUAGES[0];
}

function storedLanguage(): Language | undefined {
  try {
    const kept = localStorage.getItem(KEY);
    return LANGUAGES.find((language) => language === kept);
  } catch {
    return undefined;
  }
}

/** The page speaks a language from now on, and the next time. */
export async function chooseLanguage(session: Session, language: Language): Promise<void> {
  await session.speak(language);
  if (session.store.getState().language !== language) return;
  // The button that was pressed is drawn again; who uses the keyboard stays where they were.
  requestAnimationFrame(() => document.querySelector<HTMLElement>(".language-button")?.focus());
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Private windows may refuse; the choice then lasts as long as the page.
  }
}

/** The language of the page, which the document bears too. */
export function useLanguage(): Language {
  const language = useStore((s) => s.language);
  useEffect(() => {
    document.documentElement.lang = LANGUAGE_NAMES[language].tag;
  }, [language]);
  return language;
}
