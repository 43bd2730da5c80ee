// biome-ignore-all lint/a11y/useSemanticElements: rows of a virtual tree cannot be elements of a table
// biome-ignore-all lint/a11y/useFocusableInteractive: the tree itself has the focus and names its active row

import { TREE_WORDS } from "../../words/page/tree-words.js";
import { formatExact, formatValue } from "../controls/page-format.js";

interface ColumnWords {
  readonly label: string;
  readonly title: string;
}

/** Names of the columns of a tree. */
export function TreeHead(props: {
  columns: {
    readonly total: ColumnWords;
    readonly share: ColumnWords;
    readonly change: ColumnWords;
    readonly self?: ColumnWords;
    readonly call: { readonly label: string };
  };
  compared: boolean;
  /** class of its rows beside that of all trees */
  row?: string;
}) {
  const { columns, compared, row } = props;
  const { total, share, change, self, call } = columns;
  const heads = [total, share, ...(compared ? [change] : []), ...(self ? [self] : [])];
  return (
    <div
      className={row ? `tree-row tree-head ${row}` : "tree-row tree-head"}
      role="row"
      data-compared={compared || undefined}
    >
      {heads.map(({ label, title }) => (
        <span key={title} role="columnheader" title={title}>
          {label}
        </span>
      ))}
      <span role="columnheader" className="tree-name">
        {call.label}
      </span>
    </div>
  );
}

/** A figure of a row with a bar as wide as its share of the whole, 0 to 1. */
export function TotalCell(props: { value: number; unit: string; share: number }) {
  const { value, unit, share } = props;
  return (
    <span role="gridcell" className="tree-figure" title={formatExact(value, unit)}>
      <i
        className="cell-bar"
        style={{ width: `${Math.min(100, Math.abs(share) * 100)}%` }}
        aria-hidden="true"
      />
      {formatValue(value, unit)}
    </span>
  );
}

/** Opens and closes a row that has others below it; the room of it where there is none. */
export function TreeOpener(props: {
  inner: boolean;
  open: boolean;
  onOpen: (open: boolean) => void;
  /** why a row without others below it may have some, "" where it has none */
  more?: string;
}) {
  const { inner, open, onOpen, more = "" } = props;
  if (!inner) {
    return (
      <span className="tree-open" title={more || undefined}>
        {more ? "…" : ""}
      </span>
    );
  }
  return (
    <button
      type="button"
      className="tree-open"
      tabIndex={-1}
      aria-label={open ? TREE_WORDS.close : TREE_WORDS.open}
      onClick={(event) => {
        event.stopPropagation();
        onOpen(!open);
      }}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      {open ? "▾" : "▸"}
    </button>
  );
}
