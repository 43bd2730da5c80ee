import { must } from "./must.js";

/**
 * Controls, and marks that turn or hide what follows: C0, C1 and delete, soft hyphen, the marks
 * of direction, their embeddings, overrides and isolates, what has no width, line and paragraph
 * separators, fillers and tags, and halves of characters.
 */
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Surrogate}/gu;

/**
 * A text from a file as it may be shown: what is invisible, or would turn the text around it or
 * steer a terminal, stands as its code (`\u202e`). A line break is such a one.
 */
export function visibleText(text: string): string {
  return text.replace(HIDDEN, (c) => {
    const code = must(c.codePointAt(0), "the code of a character");
    return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, "0")}`;
  });
}
