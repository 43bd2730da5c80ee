import { useVirtualizer } from "@tanstack/react-virtual";
import { type CSSProperties, type KeyboardEvent, type RefObject, useRef } from "react";
import type { FrameNames, FunctionTable } from "../../engine/answers.js";
import { itemAt } from "../../lib/must.js";
import { useAnswer, useNames, useStore, useView } from "../../session/store.js";
import { TABLE_WORDS } from "../../words/page/table-words.js";
import { COMPACT, useMedia } from "../app/media.js";
import { useSession } from "../app/session-context.js";
import { type HiddenSides, shadowEdges, useHiddenSides } from "../controls/hidden-sides.js";
import { MoreColumns } from "../controls/MoreColumns.js";
import { fitOnPaper, useListRows } from "../controls/on-paper.js";
import { formatCount } from "../controls/page-format.js";
import { RowsLeft } from "../controls/RowsLeft.js";
import { ColumnChooser } from "./ColumnChooser.js";
import { FunctionRow } from "./FunctionRow.js";
import { TableHead } from "./TableHead.js";
import { rowGrid, TABLE_ROW } from "./table-widths.js";
import { useRowSelection } from "./use-row-selection.js";
import { type SortedRows, useRowChoice, useRows } from "./use-rows.js";

/** All functions, virtual, sortable by every column. */
export function TableTab() {
  const table = useAnswer("table");
  const names = useNames("table");
  const failure = useStore((s) => s.failures.table?.failure);
  if (failure) return <p className="empty">{failure.message}</p>;
  if (!table || !names) return <div className="table-tab" />;
  return <Functions table={table} names={names} />;
}

interface FunctionsProps {
  readonly table: FunctionTable;
  readonly names: FrameNames;
}

function Functions({ table, names }: FunctionsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const sorted = useRows(table, names, useRowChoice());
  const sides = useHiddenSides(scroller, sorted.rows.length > 0);
  return (
    <div className="table-tab">
      <Tools table={table} sorted={sorted} sides={sides} scroller={scroller} />
      <div className="table-frame" {...shadowEdges(sides)}>
        <Rows table={table} names={names} sorted={sorted} scroller={scroller} />
      </div>
    </div>
  );
}

/** The filter, how many functions there are, and which columns. */
function Tools(props: {
  readonly table: FunctionTable;
  readonly sorted: SortedRows;
  readonly sides: HiddenSides;
  readonly scroller: RefObject<HTMLElement | null>;
}) {
  const { table, sorted, sides, scroller } = props;
  const view = useView();
  const session = useSession();
  return (
    <div className="table-tools">
      <input
        className="field"
        type="search"
        placeholder={TABLE_WORDS.filterPlaceholder}
        aria-label={TABLE_WORDS.filter}
        value={view.filter}
        maxLength={500}
        onChange={(e) => session.change({ filter: e.target.value }, "replace")}
      />
      <span className="dim" aria-live="polite">
        {TABLE_WORDS.count(formatCount(sorted.rows.length), formatCount(table.frame.length))}
      </span>
      <span className="grow" />
      <MoreColumns hidden={sides} scroller={scroller} />
      <ColumnChooser columns={sorted.all} />
    </div>
  );
}

/** Head and rows. `most` is how many of them are printed. */
export function Rows(
  props: FunctionsProps & {
    readonly sorted: SortedRows;
    readonly scroller: RefObject<HTMLDivElement | null>;
    readonly most?: number;
  },
) {
  const { table, names, sorted, scroller, most } = props;
  const { rows, columns, sort } = sorted;
  const view = useView();
  const selection = useRowSelection(table, names);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => TABLE_ROW,
    overscan: 12,
  });
  const list = useListRows(virtual, rows.length, most);
  const grid = rowGrid(columns, useMedia(COMPACT));
  const walk = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 20, PageUp: -20 }[event.key];
    const at = rows.findIndex(selection.isOn);
    if (event.key === "Enter" && at >= 0) {
      selection.zoomTo(view.selection);
    } else if (by !== undefined && rows.length > 0) {
      const next = at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by));
      selection.select(itemAt(rows, next));
      virtual.scrollToIndex(next);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual table cannot be a table element
    <div
      className="table"
      role="table"
      aria-rowcount={rows.length + 1}
      aria-label={TABLE_WORDS.functions}
      ref={scroller}
      style={{ "--fit": fitOnPaper(grid.minWidth) } as CSSProperties}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows walk its rows
      tabIndex={0}
      onKeyDown={walk}
    >
      <TableHead columns={columns} sort={sort} style={grid} />
      {rows.length === 0 ? (
        <p className="empty">
          {view.filter ? TABLE_WORDS.noneFound(view.filter) : TABLE_WORDS.none}
        </p>
      ) : null}
      <div style={{ height: list.height, position: "relative", minWidth: grid.minWidth }}>
        {list.rows.map((item) => (
          <FunctionRow
            key={item.key}
            row={itemAt(rows, item.index)}
            index={item.index}
            style={{ ...grid, ...item.place }}
            {...{ table, names, sorted, selection }}
          />
        ))}
      </div>
      <RowsLeft left={list.left} />
    </div>
  );
}
