import { isBareName, nameOf } from "./clean-line.js";
import { type Measure, measureOf, PERCENT, percentOf, VALUE } from "./measure.js";

/** The figures of one function: flat, flat%, (sum%,) cum, cum%. */
export interface Figures {
  readonly flat: Measure;
  readonly flatPercent: number;
  readonly sumPercent: number | undefined;
  readonly cum: Measure;
  readonly cumPercent: number;
}

/** A row of a table: a function and its figures. */
export interface Row extends Figures {
  readonly name: string;
  readonly inline: number;
}

/** What a line of a table may be. */
export type LineItem =
  | { readonly is: "row"; readonly row: Row }
  /** figures without a name, or a part of them */
  | { readonly is: "figures"; readonly tokens: readonly string[] }
  | { readonly is: "name"; readonly name: string; readonly inline: number }
  | { readonly is: "other" };

const FIGURES = `(${VALUE})\\s+(${PERCENT})\\s*(?:(${PERCENT})\\s*)?(?<![\\d.,])(${VALUE})\\s+(${PERCENT})`;
const ROW = new RegExp(`(?:^|\\s)${FIGURES}(?:\\s+(\\S.*))?$`);
const NAME_FIRST = new RegExp(`^\\s*(\\S.*?)\\s+${FIGURES}$`);
const FIGURE = new RegExp(`^(?:(?:${PERCENT})+|${VALUE})$`);
const TOKEN = new RegExp(`${PERCENT}|${VALUE}`, "g");
/** How the place ends that -lines prints behind a function: "/src/main.go:12". */
export const PLACE_END = /\.(?:go|s|c|cc|cpp|h|rs|py):\d+$/;
const OTHER: LineItem = { is: "other" };
/** No row is longer: a name has at most 4096 characters. */
const MAX_LINE = 8192;
/** Lines of figures alone are short; a longer line is something else. */
const MAX_FIGURES_LINE = 400;

/** What a cleaned line is by itself. */
export function lineItem(line: string): LineItem {
  if (line.length > MAX_LINE) return OTHER;
  const found = ROW.exec(line);
  if (found?.[6]) {
    const row = rowOf(found, 1, found[6]);
    if (row) return { is: "row", row };
  }
  const first = NAME_FIRST.exec(line);
  // Five figures in a row are of a table whatever the name before them looks like.
  if (first && (isBareName(first[1]) || (first[4] && /^\S+$/.test(first[1])))) {
    const row = rowOf(first, 2, first[1]);
    if (row) return { is: "row", row };
  }
  if (line.length < MAX_FIGURES_LINE && isFigures(line)) {
    return { is: "figures", tokens: line.match(TOKEN) ?? [] };
  }
  if (isBareName(line)) return { is: "name", ...nameOf(line) };
  return OTHER;
}

/** Figures with blanks between them; percentages may stand close. */
function isFigures(line: string): boolean {
  const parts = line.trim().split(/\s+/);
  return parts[0] !== "" && parts.every((part) => FIGURE.test(part));
}

function rowOf(found: RegExpExecArray, at: number, text: string): Row | undefined {
  const figures = figuresOf(found.slice(at, at + 5));
  const { name, inline } = nameOf(text);
  return figures && name !== "" ? { ...figures, name, inline } : undefined;
}

/** Figures of five texts, of which the third may be missing. */
export function figuresOf(texts: readonly (string | undefined)[]): Figures | undefined {
  const [flatText, flatShare, sumShare, cumText, cumShare] = texts;
  const flat = measureOf(flatText ?? "");
  const cum = measureOf(cumText ?? "");
  const flatPercent = percentOf(flatShare ?? "");
  const cumPercent = percentOf(cumShare ?? "");
  if (!flat || !cum || flatPercent === undefined || cumPercent === undefined) return undefined;
  const sumPercent = sumShare === undefined ? undefined : percentOf(sumShare);
  return { flat, flatPercent, sumPercent, cum, cumPercent };
}
