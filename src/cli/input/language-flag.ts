import { LANGUAGES, type Language, languageOfTag } from "../../words/language.js";
import { INPUT_WORDS } from "../../words/terminal/input-words.js";
import { UsageError } from "../exit-code.js";

const FLAG = "--lang";
/**
 * Says the language where the flag does not. That of the machine (LC_ALL, LANG) says nothing: a
 * script's answer is the same wherever it runs.
 */
const VARIABLE = "LEAKLENS_LANG";

/** The arguments of a call without those about its language. */
export interface CallInLanguage {
  readonly args: readonly string[];
  readonly language: Language;
}

/**
 * The language of a call: `--lang zh` or `--lang=zh` before or behind its command, the last one of
 * several; else what the environment says; else English. Behind `--` all are FILEs.
 * @throws UsageError where a language is not spoken, or none is named
 */
export function languageOf(
  given: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): CallInLanguage {
  const args: string[] = [];
  let wanted: string | undefined;
  let at = 0;
  for (let arg = given[at]; arg !== undefined && arg !== "--"; arg = given[++at]) {
    if (arg === FLAG) wanted = given[++at] ?? "";
    else if (arg.startsWith(`${FLAG}=`)) wanted = arg.slice(FLAG.length + 1);
    else args.push(arg);
  }
  args.push(...given.slice(at));
  if (wanted !== undefined) return { args, language: spoken(FLAG, wanted) };
  return { args, language: env[VARIABLE] ? spoken(VARIABLE, env[VARIABLE]) : LANGUAGES[0] };
}

function spoken(from: string, tag: string): Language {
  const found = languageOfTag(tag);
  if (found) return found;
  const named = tag === "" || tag.startsWith("-") ? "" : tag;
  throw new UsageError(INPUT_WORDS.notSpoken(from, LANGUAGES, named));
}
