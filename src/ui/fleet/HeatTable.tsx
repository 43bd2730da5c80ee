import { type CSSProperties, type KeyboardEvent, type MouseEvent, useRef, useState } from "react";
import type { Fleet } from "../../fleet/fleet.js";
import type { HeatMap, HeatRow } from "../../fleet/heat-map.js";
import type { TimeBuckets } from "../../fleet/time-buckets.js";
import { INDEX_WORDS } from "../../words/page/index-words.js";
import { COMPACT, useMedia } from "../app/media.js";
import { useTheme } from "../app/theme-choice.js";
import { bandColour } from "../controls/band-colour.js";
import { formatBytes } from "../controls/page-format.js";
import { clusterName, columnMark, columnText, kindName } from "./fleet-text.js";
import type { HeatGroup } from "./heat-groups.js";

const WORDS = INDEX_WORDS.heat;
/** About so many columns have a mark in the head. */
const MARKS = 10;
const MARKS_ON_PHONES = 4;

/** A cell of the map: its row, and its column. */
export interface HeatCell {
  readonly row: HeatRow;
  readonly column: number;
}

interface HeatProps {
  readonly fleet: Fleet;
  readonly buckets: TimeBuckets;
  readonly map: HeatMap;
  readonly groups: readonly HeatGroup[];
  readonly chosen: HeatCell | undefined;
  readonly onChoose: (cell: HeatCell) => void;
  readonly onUnfold: (cluster: number) => void;
}

/** Clusters and kinds down, time across: a table whose cells are shaded by what is held. */
export function HeatTable(props: HeatProps) {
  const { fleet, buckets, map, groups, chosen, onChoose } = props;
  const rows = groups.flatMap((group) => group.rows);
  const [at, setAt] = useState({ row: 0, column: buckets.count - 1 });
  const [pointed, setPointed] = useState<HeatCell>();
  const table = useRef<HTMLTableElement>(null);
  const cell = (target: EventTarget): HeatCell | undefined => {
    const { row = "", column = "" } = (target as HTMLElement).closest("td")?.dataset ?? {};
    const found = row === "" ? undefined : rows[Number(row)];
    return found && { row: found, column: Number(column) };
  };
  const move = (event: KeyboardEvent) => {
    const [down, right] = MOVES[event.key] ?? [0, 0];
    const { row, column } = (event.target as HTMLElement).dataset;
    if (row === undefined || column === undefined) return;
    const here = cell(event.target);
    if ((event.key === "Enter" || event.key === " ") && here) onChoose(here);
    else if (down === 0 && right === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const next = {
      row: Math.min(rows.length - 1, Math.max(0, Number(row) + down)),
      column: Math.min(buckets.count - 1, Math.max(0, Number(column) + right)),
    };
    setAt(next);
    const selector = `td[data-row="${next.row}"][data-column="${next.column}"]`;
    table.current?.querySelector<HTMLElement>(selector)?.focus();
  };
  const point = (event: MouseEvent) => setPointed(cell(event.target));
  const focus = { row: Math.min(at.row, rows.length - 1), column: at.column };
  return (
    <>
      <section className="heat-scroll" aria-label={WORDS.heading}>
        <table
          ref={table}
          className="heat"
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells are moved between and pressed
          role="grid"
          aria-label={WORDS.label}
          style={{ "--columns": buckets.count } as CSSProperties}
          onClick={(event) => {
            const pressed = cell(event.target);
            if (pressed) onChoose(pressed);
          }}
          onKeyDown={move}
          onMouseOver={point}
          onMouseLeave={() => setPointed(undefined)}
          onFocus={(event) => setPointed(cell(event.target))}
        >
          <Head buckets={buckets} />
          {groups.map((group, g) => (
            <Group
              key={group.cluster}
              {...props}
              group={group}
              first={groups.slice(0, g).reduce((sum, one) => sum + one.rows.length, 0)}
              focus={focus}
            />
          ))}
        </table>
      </section>
      <Readout fleet={fleet} buckets={buckets} map={map} cell={pointed ?? chosen} />
    </>
  );
}

const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  Home: [0, -1000],
  End: [0, 1000],
  PageDown: [10, 0],
  PageUp: [-10, 0],
};

function Head({ buckets }: { buckets: TimeBuckets }) {
  const marks = useMedia(COMPACT) ? MARKS_ON_PHONES : MARKS;
  const every = Math.max(1, Math.ceil(buckets.count / marks));
  return (
    <thead>
      <tr>
        <th scope="col">{WORDS.head}</th>
        {Array.from({ length: buckets.count }, (_, column) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns are told apart by their place
          <th scope="col" key={column} aria-label={columnText(buckets, column)}>
            {column % every === 0 ? (
              <span className="heat-mark">{columnMark(buckets, column, every)}</span>
            ) : null}
          </th>
        ))}
        <th scope="col">{WORDS.most}</th>
      </tr>
    </thead>
  );
}

interface GroupProps extends HeatProps {
  readonly group: HeatGroup;
  /** number of its first row in the table */
  readonly first: number;
  readonly focus: { readonly row: number; readonly column: number };
}

function Group(props: GroupProps) {
  const { fleet, buckets, group, first, onUnfold } = props;
  return (
    <tbody>
      <tr className="heat-cluster">
        <th scope="rowgroup" colSpan={buckets.count + 2}>
          <span>
            {clusterName(fleet, group.cluster)}
            {group.foldable > 0 ? (
              <button
                type="button"
                className="link bare dim"
                aria-expanded={group.unfolded}
                onClick={() => onUnfold(group.cluster)}
              >
                {group.unfolded ? WORDS.fewerKinds : WORDS.moreKinds(group.foldable)}
              </button>
            ) : null}
          </span>
        </th>
      </tr>
      {group.rows.map((row, i) => (
        <Row key={row.kind} {...props} row={row} number={first + i} />
      ))}
    </tbody>
  );
}

function Row(props: GroupProps & { readonly row: HeatRow; readonly number: number }) {
  const { fleet, map, row, number, focus, chosen } = props;
  const theme = useTheme();
  const kind = fleet.kinds[row.kind];
  if (!kind) return null;
  return (
    <tr>
      <th scope="row">
        <span className="dot" style={{ background: bandColour(kind.key, theme) }} />
        {kindName(kind)}
      </th>
      {Array.from(row.cells, (value, column) => {
        const none = Number.isNaN(value);
        return (
          <td
            // biome-ignore lint/suspicious/noArrayIndexKey: columns are told apart by their place
            key={column}
            data-row={number}
            data-column={column}
            data-none={none || undefined}
            tabIndex={focus.row === number && focus.column === column ? 0 : -1}
            aria-current={(chosen?.row === row && chosen.column === column) || undefined}
            style={none ? undefined : shade(value, map.most)}
          >
            <span className="hidden-text">{none ? WORDS.none : formatBytes(value)}</span>
          </td>
        );
      })}
      <td className="heat-most">{formatBytes(row.most)}</td>
    </tr>
  );
}

/** One hue from none to full: told apart by lightness alone, whatever colours the eye sees. */
function shade(value: number, most: number): CSSProperties {
  const part = most > 0 ? Math.sqrt(Math.max(0, value) / most) : 0;
  return {
    background: `color-mix(in srgb, var(--accent) ${Math.round(part * 92)}%, var(--panel))`,
  };
}

/** What the cell that is pointed at holds, and the scale of the shades. */
function Readout(props: {
  fleet: Fleet;
  buckets: TimeBuckets;
  map: HeatMap;
  cell: HeatCell | undefined;
}) {
  const { fleet, buckets, map, cell } = props;
  const kind = cell && fleet.kinds[cell.row.kind];
  const value = cell?.row.cells[cell.column] ?? Number.NaN;
  const counted = cell ? (map.profiles[cell.row.cluster * buckets.count + cell.column] ?? 0) : 0;
  return (
    <p className="heat-readout">
      <span className="heat-said">
        {cell && kind ? (
          <>
            {WORDS.cell(
              clusterName(fleet, cell.row.cluster),
              kindName(kind),
              columnText(buckets, cell.column),
            )}{" "}
            <strong>{counted === 0 ? WORDS.none : WORDS.mean(formatBytes(value), counted)}</strong>
          </>
        ) : (
          <span className="dim">{WORDS.point}</span>
        )}
      </span>
      <span className="heat-scale dim">
        <i aria-hidden="true" />
        {WORDS.scale(formatBytes(map.most))}
      </span>
    </p>
  );
}
