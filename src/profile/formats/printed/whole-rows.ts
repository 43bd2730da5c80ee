import { figuresAt } from "./broken-rows.js";
import { isBareName, nameOf } from "./clean-line.js";
import { type LineItem, PLACE_END, type Row } from "./row.js";

/** No window is narrower: what is shorter ends by itself. */
const LEAST_WIDTH = 60;
/** A name of 4,096 characters in a window of 60 columns. */
const MAX_PIECES = 70;

/** The lines of a report, cleaned, and what each may be by itself. */
interface Lines {
  readonly items: readonly LineItem[];
  readonly lines: readonly string[];
}

/**
 * Rows that begin with their figures, with the whole name: a narrow window or a mail puts the
 * rest of it, or all of it, on the lines below.
 */
export function wholeRows({ items, lines }: Lines): Row[] {
  const rows: Row[] = [];
  const width = widthOf(items, lines);
  const hasRows = items.some((item) => item.is === "row");
  for (let i = 0; i < items.length; i++) {
    const item = items[i];
    const next = items[i + 1];
    if (item.is === "row") {
      const whole = wholeName(item.row.name, i, lines, items, width);
      rows.push({ ...item.row, ...(whole ?? {}) });
    } else if (item.is === "figures" && hasRows && next && isNameBelow(next, lines[i + 1])) {
      const full = figuresAt(item.tokens, 0);
      if (!full || full.length !== item.tokens.length) continue;
      const name = lines[i + 1].trim();
      const whole = wholeName(name, i + 1, lines, items, width) ?? nameOf(name);
      rows.push({ ...full.figures, ...whole });
    }
  }
  return rows;
}

/** Whether a line below figures can be the name of their function. */
function isNameBelow(item: LineItem, line: string): boolean {
  return item.is === "name" || (item.is === "other" && isBareName(openPart(line)));
}

/** A name up to the type arguments that a line's end cut. */
function openPart(text: string): string {
  return balance(text, "[", "]") > 0 ? text.slice(0, text.indexOf("[")).trim() : text.trim();
}

/** At which length a window broke lines; infinite where none was broken. */
function widthOf(items: readonly LineItem[], lines: readonly string[]): number {
  const lengths = items.flatMap((item, i) => (item.is === "row" ? [lines[i].length] : []));
  const width = lengths.reduce((most, length) => Math.max(most, length), LEAST_WIDTH);
  return lengths.filter((length) => length === width).length > 1 ? width : Number.POSITIVE_INFINITY;
}

/** A name with its pieces on the lines below; undefined where there are none. */
function wholeName(
  begun: string,
  at: number,
  lines: readonly string[],
  items: readonly LineItem[],
  width: number,
): { name: string; inline: number } | undefined {
  let name = begun;
  let i = at;
  for (; i - at < MAX_PIECES && i + 1 < lines.length; i++) {
    const item = items[i + 1];
    const rest = lines[i + 1].trim();
    const isFull = lines[i].length >= width;
    const open = balance(name, "[", "]") > 0 || balance(name, "(", ")") > 0;
    if (rest === "" || item.is === "row") break;
    if (item.is === "figures" && !(isFull && /^\d+$/.test(rest))) break;
    if (!isPiece(rest, open) || !(isFull || open || lacksFunction(name) || isPlace(rest))) break;
    const isBlank = balance(name, "[", "]") > 0 || name.endsWith(",");
    name += !isFull && (isBlank || isPlace(rest)) ? ` ${rest}` : rest;
  }
  return i === at ? undefined : nameOf(name);
}

/** Whether a line can be the rest of a name: words of prose are none. */
function isPiece(rest: string, open: boolean): boolean {
  const text = rest.replace(/ ?\((?:partial-)?inline\)$/, "");
  if (!/[\p{L}\d]/u.test(text) && !open) return false;
  return open || /^\S+(?: \/\S*)?$/.test(text);
}

/** The place that -lines prints behind a name. */
function isPlace(rest: string): boolean {
  return /^\/\S+$/.test(rest) && PLACE_END.test(rest);
}

/** Whether the last part of a name has no function yet. */
function lacksFunction(name: string): boolean {
  return name.includes("/") && !name.slice(name.lastIndexOf("/") + 1).includes(".");
}

function balance(name: string, open: string, close: string): number {
  return name.split(open).length - name.split(close).length;
}
