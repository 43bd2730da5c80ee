import type { Column } from "../../rows/table-columns.js";

/** Height of a row in pixels, as in panels.css. */
export const TABLE_ROW = 24;
/** Pixels between two columns, as in panels.css. */
const GAP = 8;

/** Widths of columns in pixels; that of the name is the least it has. */
const WIDTHS: Readonly<Record<Column["kind"], number>> = {
  name: 210,
  value: 120,
  delta: 134,
  share: 62,
  count: 84,
  size: 76,
  errors: 46,
};
/** The least of the name on a phone. */
const NARROW_NAME = 150;
/** Values without an error beside them need less. */
const PLAIN = 76;

/** The grid of a row, and the least width at which all of it is seen. */
export function rowGrid(
  columns: readonly Column[],
  compact: boolean,
): { gridTemplateColumns: string; minWidth: number } {
  const widths = columns.map((c) => {
    if (c.kind === "name" && compact) return NARROW_NAME;
    return c.kind === "value" && !c.error ? PLAIN : WIDTHS[c.kind];
  });
  return {
    gridTemplateColumns: widths
      .map((w, i) => (i === 0 ? `minmax(${w}px, 1fr)` : `${w}px`))
      .join(" "),
    minWidth: widths.reduce((sum, w) => sum + w + GAP, GAP),
  };
}
