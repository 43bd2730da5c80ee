import { amountText } from "../../kubernetes/words.js";
import { itemAt } from "../../lib/must.js";
import { cellsOf, padCellsEnd, padCellsStart } from "./cells.js";

/** Marks for a terminal, or none. */
export interface Marks {
  bold(text: string): string;
  dim(text: string): string;
}

export function marks(colour: boolean): Marks {
  const with_ = (code: number) => (text: string) =>
    colour && text !== "" ? `\u001b[${code}m${text}\u001b[0m` : text;
  return { bold: with_(1), dim: with_(2) };
}

/**
 * Text out of a file as it may go to a terminal: control characters, which could move its cursor
 * or set its title, and marks that turn the direction of writing are spaces.
 */
export function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is sought
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]+/g, " ");
}

/** A value with its sign: "+820 MiB", "−3.1 MiB", "0 B". */
export function signedText(value: number, unit: string): string {
  return `${value > 0 ? "+" : ""}${amountText(value, unit)}`;
}

/** Rows of cells as lines: the first column from the left, the others to the right. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, i) => {
      widths[i] = Math.max(widths[i] ?? 0, cellsOf(cell));
    });
  }
  return rows.map((row) =>
    row
      .map((cell, i) =>
        i === 0 ? padCellsEnd(cell, itemAt(widths, i)) : padCellsStart(cell, itemAt(widths, i)),
      )
      .join("  ")
      .trimEnd(),
  );
}
