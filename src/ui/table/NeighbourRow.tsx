// biome-ignore-all lint/a11y/useSemanticElements: rows of a virtual tree cannot be elements of a table
// biome-ignore-all lint/a11y/useFocusableInteractive: the tree itself has the focus and names its active row
import type { CSSProperties } from "react";
import type { CallersAnswer } from "../../engine/answers.js";
import { canonicalName, nameParts } from "../../profile/function-name.js";
import type { NeighbourRow as RowFigures } from "../../rows/neighbour-rows.js";
import { INLINE_MARKS, TABLE_WORDS } from "../../words/page/table-words.js";
import { formatDelta, formatExact, formatShare } from "../controls/page-format.js";
import { TotalCell, TreeOpener } from "../tree/TreeCells.js";

const WORDS = TABLE_WORDS.callers;

/** One caller or callee. */
export function NeighbourRow(props: {
  id: string;
  index: number;
  place: CSSProperties;
  row: RowFigures;
  depth: number;
  open: boolean;
  on: boolean;
  of: CallersAnswer;
  onOpen: (open: boolean) => void;
  onSelect: () => void;
  onGo: () => void;
}) {
  const { row, depth, open, on, of } = props;
  const { value, delta, share, inner, found } = row;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree itself takes the keys
    <div
      id={props.id}
      role="row"
      tabIndex={-1}
      className="tree-row neighbour-row"
      aria-rowindex={props.index + 2}
      aria-level={depth + 1}
      aria-expanded={inner ? open : undefined}
      aria-selected={on}
      data-on={on || undefined}
      data-match={found || undefined}
      data-compared={of.hasBase || undefined}
      style={props.place}
      onClick={props.onSelect}
      onDoubleClick={props.onGo}
    >
      <TotalCell value={value} unit={of.unit} share={share ?? 0} />
      <span role="gridcell" className="dim">
        {share === undefined ? "" : formatShare(share)}
      </span>
      {of.hasBase ? (
        <span role="gridcell" className="dim" title={formatExact(delta, of.unit)}>
          {formatDelta(delta, of.unit)}
        </span>
      ) : null}
      <span role="gridcell" className="tree-name">
        <span style={{ width: indentOf(depth), flex: "none" }} />
        <TreeOpener
          inner={inner}
          open={open}
          onOpen={props.onOpen}
          more={row.more ? WORDS.moreBelow : ""}
        />
        <GoButton row={row} onGo={props.onGo} />
      </span>
    </div>
  );
}

/** A neighbour's name; a press goes on to its own neighbours. */
function GoButton({ row, onGo }: { row: RowFigures; onGo: () => void }) {
  const { name, file, inlined } = row;
  const { short, path } = nameParts(canonicalName(name));
  return (
    <button
      type="button"
      className="tree-go tree-text mono"
      tabIndex={-1}
      title={[name, file, WORDS.goHint].filter(Boolean).join("\n")}
      onClick={(event) => {
        event.stopPropagation();
        onGo();
      }}
    >
      {short} <span className="dim">{path}</span>
      {inlined ? <span className="dim"> {INLINE_MARKS[1]}</span> : null}
    </button>
  );
}

/** Deep chains go straight on after some levels, so that there is room for their names. */
function indentOf(depth: number): number {
  return 12 * Math.min(depth, 6) + 3 * Math.min(20, Math.max(0, depth - 6));
}
