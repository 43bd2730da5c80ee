import { eastAsianWidth } from "get-east-asian-width";

const NARROW = /^[\u0020-\u007e]*$/;
/** What stands on the character before it, or is not seen. */
const NO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** How many cells of a terminal a text takes: of Chinese characters each takes two. */
export function cellsOf(text: string): number {
  if (NARROW.test(text)) return text.length;
  let cells = 0;
  for (const character of text) {
    if (!NO_WIDTH.test(character)) cells += eastAsianWidth(character.codePointAt(0) ?? 0);
  }
  return cells;
}

/** A text with spaces behind it, up to a number of cells. */
export const padCellsEnd = (text: string, cells: number): string =>
  text + " ".repeat(Math.max(0, cells - cellsOf(text)));

/** A text with spaces before it, up to a number of cells. */
export const padCellsStart = (text: string, cells: number): string =>
  " ".repeat(Math.max(0, cells - cellsOf(text))) + text;
