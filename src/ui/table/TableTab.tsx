import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useMemo, useRef } from "react";
import { pathText } from "../../calltree/path-hash.js";
import { zText } from "../../profile/error-text.js";
import { shortName } from "../../profile/function-name.js";
import { useAnswer, useNames, useStore, useView } from "../../session/store.js";
import { useSession } from "../app/session-context.js";
import {
  formatCount,
  formatDelta,
  formatExact,
  formatShare,
  formatValue,
} from "../controls/page-format.js";
import { type Column, columnsOf, rowsOf, runningShares, usableSort } from "./table-rows.js";

const ROW = 24;
/** Pixels between two columns, as in panels.css. */
const GAP = 12;

/** All functions, virtual, sortable by every column. */
export function TableTab() {
  const table = useAnswer("table");
  const names = useNames("table");
  const failure = useStore((s) => s.failures.table?.failure);
  const view = useView();
  const session = useSession();
  const scroller = useRef<HTMLDivElement>(null);
  const usable = table && names ? table : undefined;
  const columns = useMemo(() => (usable ? columnsOf(usable) : []), [usable]);
  const sort = usableSort(columns, view.sort);
  const rows = useMemo(
    () => (usable && names ? rowsOf(usable, names, columns, sort, view.filter) : new Int32Array(0)),
    [usable, names, columns, sort, view.filter],
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
    estimateSize: () => ROW,
    overscan: 12,
  });
  if (failure) return <p className="empty">{failure.message}</p>;
  if (!usable || !names) return <div className="table-tab" />;
  const widths = columns.map((c) => (c.kind === "value" && !c.error ? PLAIN : WIDTHS[c.kind]));
  const template = widths.map((w, i) => (i === 0 ? `minmax(${w}px, 1fr)` : `${w}px`)).join(" ");
  const minWidth = widths.reduce((sum, w) => sum + w + GAP, GAP);
  const pathOf = (r: number) => pathText(usable.pathLow[r]!, usable.pathHigh[r]!);
  const walk = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 20, PageUp: -20 }[event.key];
    const at = rows.findIndex((r) => pathOf(r) === view.selection);
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
          placeholder="Filter by name"
          aria-label="Filter functions by name"
          value={view.filter}
          maxLength={500}
          onChange={(e) => session.change({ filter: e.target.value }, "replace")}
        />
        <span className="dim" aria-live="polite">
          {formatCount(rows.length)} of {formatCount(usable.frame.length)} functions
        </span>
      </div>
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
        {/* biome-ignore lint/a11y/useSemanticElements: as above */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
        <div className="table-head" role="row" style={{ gridTemplateColumns: template, minWidth }}>
          {columns.map((column) => (
            // biome-ignore lint/a11y/useSemanticElements: as above
            // biome-ignore lint/a11y/useFocusableInteractive: the button in it takes the focus
            <span
              key={column.id}
              role="columnheader"
              className={column.kind === "name" ? "cell name" : "cell"}
              aria-sort={
                sort.column === column.id ? (sort.descending ? "descending" : "ascending") : "none"
              }
            >
              {column.id === "sum%" ? (
                <span title={column.title}>{column.label}</span>
              ) : (
                <button
                  type="button"
                  title={column.title}
                  onClick={() =>
                    session.change({
                      sort: {
                        column: column.id,
                        descending: sort.column === column.id ? !sort.descending : true,
                      },
                    })
                  }
                >
                  {column.label}
                  {sort.column === column.id ? (sort.descending ? " ↓" : " ↑") : ""}
                </button>
              )}
            </span>
          ))}
        </div>
        {rows.length === 0 ? (
          <p className="empty">
            {view.filter
              ? `No function's name contains “${view.filter}”. Change the filter, or clear it.`
              : "No function has any of this sample type. Choose another sample type or remove a filter."}
          </p>
        ) : null}
        <div style={{ height: virtual.getTotalSize(), position: "relative", minWidth }}>
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
                data-on={path === view.selection || undefined}
                style={{
                  gridTemplateColumns: template,
                  minWidth,
                  transform: `translateY(${item.start}px)`,
                }}
                onClick={() => select(r)}
                onDoubleClick={() => session.change({ tab: "graph", selection: path, zoom: path })}
                onKeyDown={(e) => {
                  if (e.key === "Enter") select(r);
                }}
              >
                {columns.map((column) => (
                  <Cell
                    key={column.id}
                    column={column}
                    row={r}
                    unit={usable.unit}
                    running={running[r]!}
                    most={largest.get(column.id) ?? 0}
                    name={names.names[usable.frame[r]!]!}
                    inline={usable.inline[r]!}
                  />
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** Widths of columns in pixels; that of the name is the least it has. */
const WIDTHS: Readonly<Record<Column["kind"], number>> = {
  name: 250,
  value: 116,
  delta: 132,
  share: 62,
  count: 84,
  size: 76,
  errors: 52,
};

/** Values without an error beside them need less. */
const PLAIN = 76;

function Cell(props: {
  column: Column;
  row: number;
  unit: string;
  running: number;
  most: number;
  name: string;
  inline: number;
}) {
  const { column, row, unit } = props;
  if (column.kind === "name") {
    return (
      // biome-ignore lint/a11y/useSemanticElements: cells of a virtual table
      <span role="cell" className="cell name mono" title={props.name}>
        <NameCell name={props.name} inline={props.inline} />
      </span>
    );
  }
  const value = column.of ? column.of(row) : props.running;
  const error = column.error?.(row) ?? 0;
  const quiet = column.quietError?.(row) ?? 0;
  const text = Number.isNaN(value)
    ? "–"
    : column.kind === "share"
      ? formatShare(value)
      : column.kind === "count"
        ? formatCount(value)
        : column.kind === "size"
          ? formatValue(value, "bytes")
          : column.kind === "errors"
            ? zText(value)
            : column.kind === "delta"
              ? formatDelta(value, unit)
              : formatValue(value, unit);
  const noise = column.noise?.(row) ?? false;
  const tone = column.kind !== "delta" || value === 0 || noise ? "" : value > 0 ? " more" : " less";
  return (
    // biome-ignore lint/a11y/useSemanticElements: cells of a virtual table
    <span
      role="cell"
      className={`cell${tone}${noise ? " dim" : ""}`}
      title={
        column.kind === "value" || column.kind === "delta"
          ? `${formatExact(value, unit)}${quiet > 0 ? ` ± ${formatValue(quiet, unit)}` : ""}`
          : undefined
      }
    >
      {column.bar && props.most > 0 ? (
        <i
          className="cell-bar"
          style={{ width: `${(Math.abs(value) / props.most) * 100}%` }}
          aria-hidden="true"
        />
      ) : null}
      {text}
      {error >= 0.5 && Math.abs(value) > 0 ? (
        <span className="error"> ±{formatValue(error, unit).replace(" ", "")}</span>
      ) : null}
    </span>
  );
}

const INLINE = ["", " (inline)", " (partial-inline)"];

/** Type and method first, the path of the package dim behind them. */
function NameCell({ name, inline }: { name: string; inline: number }) {
  const short = shortName(name);
  return (
    <>
      {short}
      <span className="path">
        {INLINE[inline]} {name.slice(0, name.length - short.length)}
      </span>
    </>
  );
}
