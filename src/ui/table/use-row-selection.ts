import type { FrameNames, FunctionTable } from "../../engine/answers.js";
import { pathOfRow, tableRow } from "../../rows/table-rows.js";
import { useAnswer, useView } from "../../session/store.js";
import { useSession } from "../app/session-context.js";

/** What is selected, as rows of the table. */
export interface RowSelection {
  isOn(row: number): boolean;
  select(row: number): void;
  /** Shows a row's path in the graph. */
  zoomToRow(row: number): void;
  /** Shows a path in the graph that is selected already. */
  zoomTo(path: string): void;
}

/** Ties the rows of the table to the view's selection. */
export function useRowSelection(table: FunctionTable, names: FrameNames): RowSelection {
  const view = useView();
  const session = useSession();
  const detail = useAnswer("detail");
  // A function stands in the table once, wherever in the graph it was selected.
  const selected = detail && detail.path === view.selection ? detail.name : "";
  const pathOf = (row: number) => pathOfRow(table, row);
  return {
    isOn: (row) =>
      pathOf(row) === view.selection ||
      (selected !== "" && tableRow(table, names, row).name === selected),
    select: (row) => session.change({ selection: pathOf(row) }, "replace"),
    zoomToRow: (row) => session.change({ tab: "graph", selection: pathOf(row), zoom: pathOf(row) }),
    zoomTo: (path) => session.change({ tab: "graph", zoom: path }),
  };
}
