import { RE2JS } from "re2js";
import { LIB_WORDS } from "../../words/readers/lib-words.js";

/** Whether a pattern matches somewhere in a text. */
export type TextTest = (text: string) => boolean;

/**
 * The test of one regular expression in Go's syntax; it takes time linear in the text.
 * @throws Error whose message says what is wrong with the pattern: "( is no regular expression: …"
 */
export function compilePattern(pattern: string): TextTest {
  try {
    const compiled = RE2JS.compile(pattern);
    return (text) => compiled.test(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const short = why.replace(/^error parsing regexp: /, "");
    throw new Error(LIB_WORDS.noPattern(pattern, short));
  }
}
