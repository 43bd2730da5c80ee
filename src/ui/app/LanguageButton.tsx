import { LANGUAGES } from "../../words/language.js";
import { chooseLanguage, LANGUAGE_NAMES, useLanguage } from "./language-choice.js";
import { useSession } from "./session-context.js";

/** Changes to the other language; it is named in itself, for those who read no other. */
export function LanguageButton() {
  const session = useSession();
  const language = useLanguage();
  const other = LANGUAGES.find((l) => l !== language) ?? language;
  const { name, tag } = LANGUAGE_NAMES[other];
  return (
    <button
      type="button"
      className="button quiet language-button"
      lang={tag}
      onClick={() => void chooseLanguage(session, other)}
    >
      {name}
    </button>
  );
}
