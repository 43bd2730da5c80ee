import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useMemo, useRef } from "react";
import { pathText } from "../../calltree/path-hash.js";
import { useAnswer, useNames, useStore, useView } from "../../session/store.js";
import { COMPACT, useMedia } from "../app/media.js";
import { useSession } from "../app/session-context.js";
import { shadowEdges, useHiddenSides } from "../controls/hidden-sides.js";
import { MoreColumns } from "../controls/MoreColumns.js";
import { formatCount } from "../controls/page-format.js";
import { ColumnChooser, hiddenColumns } from "./ColumnChooser.js";
import { TableCell } from "./TableCell.js";
import { TableHead } from "./TableHead.js";
import { columnsOf, rowsOf, runningShares, usableSort } from "./table-rows.js";
import { rowGrid, TABLE_ROW } from "./table-widths.js";

/** All functions, virtual, sortable by every column. */
export function TableTab() {
  const table = useAnswer("table");
  const names = useNames("table");
  const failure = useStore((s) => s.failures.table?.failure);
  const view = useView();
  const session = useSession();
  const scroller = useRef<HTMLDivElement>(null);
  const detail = useAnswer("detail");
  const found = useAnswer("search");
  const matches = view.search && found && !found.refused ? found.matches : undefined;
  const usable = table && names ? table : undefined;
  const all = useMemo(() => (usable ? columnsOf(usable) : []), [usable]);
  const columns = useMemo(() => {
    const out = hiddenColumns(view.hidden);
    return all.filter((c) => c.kind === "name" || !out.has(c.id));
  }, [all, view.hidden]);
  const sort = usableSort(columns, view.sort);
  const rows = useMemo(
    () =>
      usable && names
        ? rowsOf(usable, names, columns, sort, view.filter, matches)
        : new Int32Array(0),
    [usable, names, columns, sort, view.filter, matches],
  );
  const running = useMemo(() => (usable ? runningShares(usable) : new Float64Array(0)), [usable]);
  const largest = useMemo(() => {
    const out = new Map<string, number>();
    for (const column of columns) {
      if (!column.bar || !usable) continue;
      let most = 0;
      for (let r = 0; r < usable.frame.length; r++) most = Math.max(most, Math.abs(column.of!(r)));
      out.set(column.id, most);
    }
    return out;
  }, [columns, usable]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => TABLE_ROW,
    overscan: 12,
  });
  const compact = useMedia(COMPACT);
  const sides = useHiddenSides(scroller, rows.length > 0);
  if (failure) return <p className="empty">{failure.message}</p>;
  if (!usable || !names) return <div className="table-tab" />;
  const grid = rowGrid(columns, compact);
  // A function stands in the table once, wherever in the graph it was selected.
  const selected = detail && detail.path === view.selection ? detail.name : "";
  const isOn = (r: number) =>
    pathOf(r) === view.selection || (selected !== "" && names.names[usable.frame[r]!] === selected);
  const pathOf = (r: number) => pathText(usable.pathLow[r]!, usable.pathHigh[r]!);
  const walk = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 20, PageUp: -20 }[event.key];
    const at = rows.findIndex(isOn);
    if (event.key === "Enter" && at >= 0) {
      session.change({ tab: "graph", zoom: view.selection });
    } else if (by !== undefined && rows.length > 0) {
      const next = at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by));
      select(rows[next]!);
      virtual.scrollToIndex(next);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const select = (r: number) => session.change({ selection: pathOf(r) }, "replace");
  return (
    <div className="table-tab">
      <div className="table-tools">
        <input
          className="field"
          type="search"
          placeholder="Filter by name or file"
          aria-label="Filter functions by name or file"
          value={view.filter}
          maxLength={500}
          onChange={(e) => session.change({ filter: e.target.value }, "replace")}
        />
        <span className="dim" aria-live="polite">
          {formatCount(rows.length)} of {formatCount(usable.frame.length)} functions
        </span>
        <span className="grow" />
        <MoreColumns hidden={sides} scroller={scroller} />
        <ColumnChooser columns={all} />
      </div>
      <div className="table-frame" {...shadowEdges(sides)}>
        {/* biome-ignore lint/a11y/useSemanticElements: a virtual table cannot be a table element */}
        <div
          className="table"
          role="table"
          aria-rowcount={rows.length + 1}
          aria-label="Functions"
          ref={scroller}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows walk its rows
          tabIndex={0}
          onKeyDown={walk}
        >
          <TableHead columns={columns} sort={sort} style={grid} />
          {rows.length === 0 ? (
            <p className="empty">
              {view.filter
                ? `No function's name contains “${view.filter}”. Change the filter, or clear it.`
                : "No function has any of this sample type. Choose another sample type or remove a filter."}
            </p>
          ) : null}
          <div
            style={{
              height: virtual.getTotalSize(),
              position: "relative",
              minWidth: grid.minWidth,
            }}
          >
            {virtual.getVirtualItems().map((item) => {
              const r = rows[item.index]!;
              const path = pathOf(r);
              return (
                // biome-ignore lint/a11y/useSemanticElements: as above
                <div
                  key={item.key}
                  role="row"
                  aria-rowindex={item.index + 2}
                  tabIndex={-1}
                  className="table-row"
                  data-on={isOn(r) || undefined}
                  style={{ ...grid, transform: `translateY(${item.start}px)` }}
                  onClick={() => select(r)}
                  onDoubleClick={() =>
                    session.change({ tab: "graph", selection: path, zoom: path })
                  }
                  onKeyDown={(e) => {
                    if (e.key === "Enter") select(r);
                  }}
                >
                  {columns.map((column) => (
                    <TableCell
                      key={column.id}
                      column={column}
                      row={r}
                      unit={usable.unit}
                      running={running[r]!}
                      most={largest.get(column.id) ?? 0}
                      name={names.names[usable.frame[r]!]!}
                      inline={usable.inline[r]!}
                      found={matches?.[usable.frame[r]!] === 1}
                    />
                  ))}
                </div>
              );
            })}
          </div>
        </div>
      </div>
    </div>
  );
}
