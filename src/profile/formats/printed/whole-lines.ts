import { lastOf } from "../../../lib/must.js";
import { isBareName } from "./clean-line.js";
import { PERCENT, VALUE } from "./measure.js";
import { type Breaking, brackets, breakingOf, gapOf, type Joint } from "./name-joint.js";

/** A row of a table or of a tree, or a call of a tree, up to its name. */
const HEAD = new RegExp(
  `^\\s*${VALUE}\\s+${PERCENT}(?:\\s*\\||\\s+(?:${PERCENT}\\s*)?${VALUE}\\s+${PERCENT}(?:\\s*\\||(?=\\s|$)))`,
);
/** Figures with a name behind them, or with the bar that stands before one. */
const NAMED = /(?:%\s+|\|\s*)[^\s\d|+-][^%]*$|\|\s*$/;
/** The rest of a name, where a word might be anything. */
const NO_WORD = /[.()[\]*/{}]|[a-z]\d/;
/** What does not go on with a line above. */
const APART =
  /^-{5,}|^\s*\(pprof\)|^\W*(?:flat\b|File:|Type:|Time:|Build ID:|Duration:|Showing |Dropped |Active filters)/;
/** Between the functions of a tree. */
const RULE = /^-{5,}(?:\+-*)?$/;
const INLINE = /^\((?:partial-)?inline\)$/;
const PLACE = /^\/\S+\.(?:go|s|c|cc|cpp|h|rs|py):\d+(?: \((?:partial-)?inline\))?$/;
/** No window that rows fit in is narrower. */
const LEAST_WIDTH = 47;
/** A name of 4,096 characters in such a window. */
const MAX_PIECES = 90;

/** A row, and the pieces of its name on the lines below. */
interface Broken {
  readonly line: number;
  readonly head: string;
  readonly pieces: readonly { readonly text: string; readonly line: number }[];
}

/**
 * The lines of tables and trees with each name on the line of its figures: a narrow window breaks
 * it at a column, a mail at its blanks. Lines that were taken are empty: the numbers of the others
 * stay.
 */
export function wholeLines(lines: readonly string[]): readonly string[] {
  const width = widthOf(lines);
  if (!hasNamesBehind(lines)) return lines;
  const broken: Broken[] = [];
  for (let i = 0; i < lines.length; i++) {
    const head = HEAD.exec(lines[i])?.[0];
    const found = head === undefined ? undefined : brokenAt(lines, i, head, width);
    if (!found) continue;
    broken.push(found);
    i = lastOf(found.pieces).line;
  }
  if (broken.length === 0) return lines;
  const margin = marginOf(lines);
  const breaking = breakingOf(broken.flatMap((b) => jointsOf(b, lines, width, margin)));
  const out = [...lines];
  for (const row of broken) {
    out[row.line] = whole(row, lines, width, margin, breaking);
    for (const { line } of row.pieces) if (line !== row.line) out[line] = "";
  }
  return out;
}

/** Whether names stand behind their figures or below: else they may as well be above them. */
function hasNamesBehind(lines: readonly string[]): boolean {
  const used = lines.filter((line) => line.trim() !== "");
  if (used.some((line) => HEAD.test(line) && NAMED.test(line))) return true;
  const first = used.findIndex((line) => HEAD.test(line));
  const last = used.findLastIndex((line) => HEAD.test(line));
  return !isNameBegun(used[first - 1] ?? "") && isNameBegun(used[last + 1] ?? "");
}

/**
 * The length at which a window broke lines: of two lines, or of one that goes on before the next
 * row. Infinite where there is none.
 */
function widthOf(lines: readonly string[]): number {
  let width = LEAST_WIDTH;
  let at = -1;
  lines.forEach((line, i) => {
    if (line.length <= width || !HEAD.test(line)) return;
    width = line.length;
    at = i;
  });
  const isBroken = at >= 0 && isRest(lines[at + 1]) && isBetween(lines[at + 1], lines[at + 2]);
  const full = lines.filter((line) => line.length === width).length;
  return isBroken || full > 1 ? width : Number.POSITIVE_INFINITY;
}

/** Whether a line can only be the rest of a row: pages have words of their own between rows. */
function isBetween(line: string, next = ""): boolean {
  return RULE.test(next) || (HEAD.test(next) && (next.includes("|") || NO_WORD.test(line)));
}

function isRest(line: string | undefined): boolean {
  return line !== undefined && line.trim() !== "" && !HEAD.test(line) && !APART.test(line);
}

/** Blanks that all lines begin with. */
function marginOf(lines: readonly string[]): number {
  const used = lines.filter((line) => line !== "");
  return used.reduce((least, line) => Math.min(least, line.search(/\S/)), 1000);
}

/**
 * The pieces of a name; undefined where it stands on one line.
 * @param head the figures before it
 */
function brokenAt(
  lines: readonly string[],
  at: number,
  head: string,
  width: number,
): Broken | undefined {
  const begun = lines[at].slice(head.length).trim();
  const pieces = begun === "" ? [] : [{ text: begun, line: at }];
  let name = begun;
  let whole = pieces.length;
  for (let i = at + 1; i < lines.length && i - at <= MAX_PIECES; i++) {
    const text = lines[i].trim();
    if (!isRest(lines[i])) break;
    if (!goesOn(name, text, lines[i - 1].length >= width)) break;
    pieces.push({ text, line: i });
    name += INLINE.test(text) ? ` ${text}` : text;
    // What stays open was no name.
    if (!brackets(name).includes("[")) whole = pieces.length;
  }
  const kept = pieces.slice(0, whole);
  if ((kept.at(-1)?.line ?? at) === at) return undefined;
  return { line: at, head, pieces: kept };
}

/** Whether a line is the next piece of a name. */
function goesOn(name: string, text: string, isFull: boolean): boolean {
  if (name === "") return isNameBegun(text) || /^\S+$/.test(text);
  if (brackets(name).includes("[")) return true;
  if (INLINE.test(text) || PLACE.test(text)) return true;
  return isFull && /[\p{L}\d\])]/u.test(text) && !/\s/.test(withoutArguments(text));
}

/** Whether a text is a name, of which the type arguments may be cut. */
function isNameBegun(text: string): boolean {
  const open = text.indexOf("[");
  return isBareName(open > 0 && brackets(text).includes("[") ? text.slice(0, open) : text);
}

/** The rest of a name without type arguments and what may stand behind it. */
function withoutArguments(text: string): string {
  let out = "";
  let open = "";
  for (const letter of text.replace(/ \([a-z-]{0,14}\)?$/, "")) {
    if (letter === "[") open += letter;
    if (open === "") out += letter;
    if (letter === "]") open = open.slice(1);
  }
  return out;
}

function jointsOf(row: Broken, lines: readonly string[], width: number, margin: number): Joint[] {
  let before = "";
  return row.pieces.flatMap(({ text, line }) => {
    const length = lines[line - 1]?.length ?? 0;
    const joint = {
      before,
      after: text,
      isFull: length >= width,
      isNearlyFull: length >= width - 2,
      hasBlank: lines[line].search(/\S/) > margin,
    };
    before += text;
    return joint.before === "" ? [] : [joint];
  });
}

function whole(
  row: Broken,
  lines: readonly string[],
  width: number,
  margin: number,
  breaking: Breaking,
): string {
  let name = row.pieces[0].text;
  for (const joint of jointsOf(row, lines, width, margin)) {
    name += gapOf({ ...joint, before: name }, breaking) + joint.after;
  }
  return `${row.head}  ${name}`;
}
