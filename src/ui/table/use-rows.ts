import { useMemo } from "react";
import type { FrameNames, FunctionTable } from "../../engine/answers.js";
import { type Column, columnsOf, type SortOrder } from "../../rows/table-columns.js";
import { largestOf, rowsOf, usableSort } from "../../rows/table-rows.js";
import { useAnswer, useView } from "../../session/store.js";
import { hiddenColumns } from "./ColumnChooser.js";

/** The table as the view wants it. */
export interface SortedRows {
  /** every column that the table can have */
  readonly all: readonly Column[];
  /** those that are shown */
  readonly columns: readonly Column[];
  readonly sort: SortOrder;
  /** rows of the table that are shown, in order */
  readonly rows: Int32Array;
  /** the largest figure of each column that has bars */
  readonly largest: ReadonlyMap<string, number>;
  /** one for each frame that a search found; undefined where nothing is searched for */
  readonly matches: Uint8Array | undefined;
}

/** Which rows are shown: those with a text in their name, and those that a search found. */
export interface RowChoice {
  readonly filter: string;
  readonly found: Uint8Array | undefined;
}

/** The rows that the view chooses. */
export function useRowChoice(): RowChoice {
  const { filter, search } = useView();
  const found = useAnswer("search");
  return { filter, found: search && found && !found.refused ? found.matches : undefined };
}

/** Chooses columns and order of a table as the view says. */
export function useRows(
  table: FunctionTable,
  names: FrameNames,
  { filter, found: matches }: RowChoice,
): SortedRows {
  const view = useView();
  const all = useMemo(() => columnsOf(table), [table]);
  const columns = useMemo(() => {
    const out = hiddenColumns(view.hidden);
    return all.filter((c) => c.kind === "name" || !out.has(c.id));
  }, [all, view.hidden]);
  const sort = usableSort(columns, view.sort);
  const rows = useMemo(
    () => rowsOf(table, names, columns, sort, filter, matches),
    [table, names, columns, sort, filter, matches],
  );
  const largest = useMemo(() => largestOf(table, columns), [table, columns]);
  return { all, columns, sort, rows, largest, matches };
}
