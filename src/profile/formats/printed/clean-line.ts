const ENTITIES: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
  "&quot;": '"',
  "&#39;": "'",
  "&#x27;": "'",
  "&#42;": "*",
  "&nbsp;": " ",
  "&middot;": "·",
};

/** What is behind this is no part of a row, and expensive to look through. */
const MAX_LINE = 16_384;

/**
 * A line of a report as pprof printed it, without what it went through since: colours of a
 * terminal, marks of quoting, of Markdown and of HTML, a table's bars, other sorts of blanks and
 * of minus, a blank between a number and its unit.
 */
export function cleanLine(line: string): string {
  let text = line.slice(0, MAX_LINE);
  if (text.includes("\u001b")) text = text.replace(COLOURS, "");
  if (/[^\u0020-\u007e]/.test(text)) {
    text = text
      .replace(/[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]/g, "")
      .replace(/[\t\f\v\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, " ")
      .replace(/\u2502|\uff5c/g, "|")
      .replace(/\uff05/g, "%");
  }
  if (text.includes("&")) text = text.replace(/&(?:[a-z]+|#x?\w+);/g, (e) => ENTITIES[e] ?? e);
  if (text.includes("<")) text = text.replace(TAGS, " ");
  if (text.includes("\\")) text = text.replace(/\\([*_[\]()#~`.<>{}|-])/g, "$1");
  text = text.replace(/^\s*(?:>\s?)+/, "").replaceAll("`", " ");
  if ((text.match(/\|/g)?.length ?? 0) >= 3) text = text.replaceAll("|", " ");
  return text.replace(/(\d) +(?=(?:[kKMGTP]i?B|B)(?:\s|,|$)|%)/g, "$1").trimEnd();
}

/** What a terminal takes for colours and moves: the escape character would be refused in a literal. */
const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[0-9;?]*[A-Za-z]`, "g");

/** Elements of a saved page that may stand around a report; names like `<unknown>` are none. */
const TAGS =
  /<\/?(?:a|b|i|p|br|hr|em|td|th|tr|li|ul|ol|dd|dt|dl|h[1-6]|pre|div|span|font|code|strong|table|tbody|thead|section|article|blockquote|clipboard-copy|button|svg|path)\b[^<>]{0,2000}>/gi;

/**
 * A text whose lines were written as `\n` inside a string, as in logs of JSON lines, with its
 * lines; another text as it is.
 */
export function withRealLines(text: string): string {
  const written = text.match(/\\n/g)?.length ?? 0;
  const real = text.match(/\n/g)?.length ?? 0;
  if (written < 3 || written < real) return text;
  return text
    .replace(/(?:\\r)?\\n/g, "\n")
    .replaceAll("\\t", "\t")
    .replaceAll('\\"', '"');
}

/** A function's name as pprof has it, and its inline mark: 0 none, 1 inline, 2 partial-inline. */
export function nameOf(text: string): { name: string; inline: number } {
  let name = text.replace(/^[\s|]+|[\s|,;]+$/g, "");
  let inline = 0;
  const mark = /\s*\((partial-)?inline\)$/.exec(name);
  if (mark) {
    inline = mark[1] ? 2 : 1;
    name = name.slice(0, mark.index);
  }
  // Go writes parentheses for pointer receivers alone: a star that is missing was Markdown's.
  name = name.replace(/\.\(([A-Za-z_]\w*(?:\[[^\]]*\])?)\)\./g, ".(*$1).");
  return { name, inline };
}

/** Whether a line by itself can only be the name of a function. */
export function isBareName(text: string): boolean {
  const name = text.trim().replace(/\s*\((?:partial-)?inline\)$/, "");
  if (name.length < 3 || name.length > 4096 || /^[a-z]+:\/\//i.test(name)) return false;
  if (/\s/.test(name.replace(/\[[^\]]*\]/g, ""))) return false;
  if (!/^[\p{L}_(<[~/*]/u.test(name) || /[.:,!?;…]$/.test(name)) return false;
  return (
    /[\p{L}\d_)\]]\.[\p{L}_(*]|::|^(?:runtime|main)\b.*\./u.test(name) &&
    !/\.(?:com|org|io|md|txt|html|png|svg|gz)$/i.test(name)
  );
}
