import { type Language, language, speak } from "../words/language.js";
import { SESSION_WORDS } from "../words/session-words.js";
import type { EngineClient } from "../worker/client.js";
import type { Problems } from "./problems.js";
import { messageOf } from "./request-runner.js";
import type { PageStore } from "./store.js";

/**
 * The page and its worker are of a language from now on. One that cannot be loaded is a problem
 * that is told, and all stays as it is.
 * @returns whether the page was in another language before
 */
export async function speakIn(
  wanted: Language,
  store: PageStore,
  problems: Problems,
  client: () => EngineClient,
): Promise<boolean> {
  try {
    await speak(wanted);
  } catch (error) {
    const message = messageOf(error);
    problems.tell({ of: SESSION_WORDS.theLanguage, message, hint: SESSION_WORDS.languageHint });
    return false;
  }
  if (store.getState().language === wanted) return false;
  client().speak(wanted);
  store.setState({ language: language() });
  return true;
}
