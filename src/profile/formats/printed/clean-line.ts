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
  if (text.includes("\b") || text.includes("\u0007")) text = text.replace(OVERTYPED, "");
  if (/[^\u0020-\u007e]/.test(text)) {
    text = text
      .replace(/[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]/g, "")
      .replace(/[\t\f\v\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, " ")
      .replace(/\u2502|\uff5c/g, "|")
      .replace(/\uff05/g, "%")
      .replace(/\uff1a/g, ":")
      .replace(/[\u2010-\u2013\u2212]/g, "-")
      .replace(/[\u2014\u2500]{3,}/g, (rule) => "-".repeat(2 * rule.length));
  }
  if (text.includes("&")) text = text.replace(/&(?:[a-z]+|#x?\w+);/g, (e) => ENTITIES[e] ?? e);
  if (text.includes("<")) text = text.replace(TAGS, " ");
  if (text.includes("\\")) text = text.replace(/\\([*_[\]()#~`.<>{}|%&-])/g, "$1");
  text = text.replace(/^\s*(?:>\s?)+/, "").replaceAll("`", " ");
  if ((text.match(/\|/g)?.length ?? 0) >= 3) text = text.replaceAll("|", " ");
  text = withoutEmphasis(text);
  text = text.replace(/(\d) +(?=(?:[kKMGTP]i?B|B)(?:\s|,|$)|%)/g, "$1").trimEnd();
  return /%"?[,;]/.test(text) ? cellsApart(text) : text;
}

/** Bold and links of Markdown: of a whole row, of a figure in it, of the name behind. */
function withoutEmphasis(line: string): string {
  let text = line;
  if (text.includes("](")) text = text.replace(/\[(\S[^\n]*?)\]\((?:https?:|#)[^)\s]*\)/g, "$1");
  if (/[*_~][-+]?\d|[\d%B][*_~]/.test(text)) {
    text = text.replace(/(^|\s)([*_~]{1,3})([-+]?\d[\d.,]*[a-zA-Z]{0,3}%?)\2(?=\s|$)/g, "$1$3");
    text = text.replace(/^(\s*)([*_]{1,3})(?=[-+]?\d)(.*)\2\s*$/, "$1$3");
  }
  return text;
}

/** The cells of a line of CSV with blanks between them, where a row's figures are among them. */
function cellsApart(line: string): string {
  for (const [separator, pattern] of CELLS) {
    const cells = Array.from(line.matchAll(pattern), (c) => c[1]?.replaceAll('""', '"') ?? c[2]);
    const isFigure = (cell: string | undefined) => FIGURE_CELL.test(cell?.trim() ?? "");
    const first = cells.findIndex(isFigure);
    let end = first;
    while (end >= 0 && isFigure(cells[end])) end++;
    if (first < 0 || end - first < 4) continue;
    const name = [...cells.slice(0, first), ...cells.slice(end)].join(separator);
    return `${cells.slice(first, end).join("  ")}  ${name.trim()}`;
  }
  return line;
}

const CELLS = [
  [",", /(?:^|(?<=,))(?:\s*"((?:[^"]|"")*)"\s*(?=,|$)|([^,]*))/g],
  [";", /(?:^|(?<=;))(?:\s*"((?:[^"]|"")*)"\s*(?=;|$)|([^;]*))/g],
] as const;
const FIGURE_CELL = /^[-+]?\d[\d.,]{0,30}[a-zA-Zµ]{0,5}%?$/;

/** What a terminal takes for colours and moves: the escape character would be refused in a literal. */
const ESCAPE = String.fromCharCode(27);
const COLOURS = new RegExp(
  `${ESCAPE}(?:\\[[0-9;?]*[A-Za-z]|\\][^${ESCAPE}]{0,400}?(?:${String.fromCharCode(7)}|${ESCAPE}\\\\))`,
  "g",
);

/** A letter that another one took the place of, as `script` keeps them, and the bell. */
const BELL = String.fromCharCode(7);
const BACK = String.fromCharCode(8);
const OVERTYPED = new RegExp(`[^${BACK}]${BACK}|[${BACK}${BELL}]`, "g");

/** Elements of a saved page that may stand around a report; names like `<unknown>` are none. */
const TAGS =
  /<\/?(?:a|b|i|p|br|hr|em|td|th|tr|li|ul|ol|dd|dt|dl|h[1-6]|pre|div|span|font|code|strong|table|tbody|thead|section|article|blockquote|clipboard-copy|button|svg|path)\b[^<>]{0,2000}>/gi;

/** A function's name as pprof has it, and its inline mark: 0 none, 1 inline, 2 partial-inline. */
export function nameOf(text: string): { name: string; inline: number } {
  let name = text.replace(REMARK, "").replace(/^[\s|]+|[\s|,;]+$/g, "");
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

/** What people write behind a row that they point at. */
const REMARK = /\s+(?:<-+|<=+|<<+|←|👈|⬅|#|\/\/|\^{2,})(?:\s.*)?$/u;

/** Whether a line by itself can only be the name of a function. */
export function isBareName(text: string): boolean {
  const name = text
    .trim()
    .replace(/\s*\((?:partial-)?inline\)$/, "")
    .replace(/ \S+\.(?:go|s|c|cc|cpp|h|rs|py):\d+$/, "");
  if (name.length < 3 || name.length > 4096 || /^[a-z]+:\/\//i.test(name)) return false;
  if (/\s/.test(withoutBrackets(name))) return false;
  if (!/^[\p{L}_(<[~/*]/u.test(name) || /[.:,!?;…]$/.test(name)) return false;
  return (
    /[\p{L}\d_)\]]\.[\p{L}_(*]|::|^(?:runtime|main)\b.*\./u.test(name) &&
    !/\.(?:com|org|io|md|txt|html|png|svg|gz)$/i.test(name)
  );
}

/** A name without type arguments, which may hold blanks and brackets of their own. */
function withoutBrackets(name: string): string {
  let depth = 0;
  let out = "";
  for (const letter of name) {
    if (letter === "[") depth++;
    if (depth === 0) out += letter;
    if (letter === "]" && depth > 0) depth--;
  }
  return out;
}
