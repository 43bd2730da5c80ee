import type { CSSProperties } from "react";
import type { FrameNames, FunctionTable } from "../../engine/answers.js";
import { tableRow } from "../../rows/table-rows.js";
import { TableCell } from "./TableCell.js";
import type { RowSelection } from "./use-row-selection.js";
import type { SortedRows } from "./use-rows.js";

/** A function of the table: a click selects it, a double click shows it in the graph. */
export function FunctionRow(props: {
  /** of the table */
  readonly row: number;
  /** among those that are shown */
  readonly index: number;
  readonly style: CSSProperties;
  readonly table: FunctionTable;
  readonly names: FrameNames;
  readonly sorted: SortedRows;
  readonly selection: RowSelection;
}) {
  const { row, index, style, table, names, sorted, selection } = props;
  const { frame, name, inline } = tableRow(table, names, row);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual table cannot be a table element
    <div
      role="row"
      aria-rowindex={index + 2}
      tabIndex={-1}
      className="table-row"
      data-on={selection.isOn(row) || undefined}
      style={style}
      onClick={() => selection.select(row)}
      onDoubleClick={() => selection.zoomToRow(row)}
      onKeyDown={(e) => {
        if (e.key === "Enter") selection.select(row);
      }}
    >
      {sorted.columns.map((column) => (
        <TableCell
          key={column.id}
          column={column}
          row={row}
          unit={table.unit}
          most={sorted.largest.get(column.id) ?? 0}
          name={name}
          inline={inline}
          found={sorted.matches?.[frame] === 1}
        />
      ))}
    </div>
  );
}
