// biome-ignore-all lint/a11y/useSemanticElements: rows of a virtual tree cannot be elements of a table
// biome-ignore-all lint/a11y/useFocusableInteractive: the tree itself has the focus and names its active row
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useId, useRef } from "react";
import type { NeighbourTree } from "../../calltree/functions/neighbour-tree.js";
import type { CallersAnswer, FrameNames } from "../../engine/answers.js";
import { directCount, neighbourRow } from "../../rows/neighbour-rows.js";
import { rowAt } from "../../rows/tree-rows.js";
import { TABLE_WORDS } from "../../words/page/table-words.js";
import { useListRows } from "../controls/on-paper.js";
import { RowsLeft } from "../controls/RowsLeft.js";
import { TreeHead } from "../tree/TreeCells.js";
import { treeKeys } from "../tree/tree-keys.js";
import { NeighbourRow } from "./NeighbourRow.js";
import { type NeighbourRows, useNeighbourRows } from "./use-neighbour-rows.js";

/** Height of a row in pixels, as in tree.css. */
const ROW = 22;
const WORDS = TABLE_WORDS.callers;

interface NeighbourGridProps {
  readonly which: "callers" | "callees";
  readonly tree: NeighbourTree;
  readonly of: CallersAnswer;
  readonly names: FrameNames;
  readonly matches: Uint8Array | undefined;
  readonly onGo: (name: string) => void;
}

/** Callers or callees of a function as a tree that can be opened, with figures and bars. */
export function NeighbourGrid(props: NeighbourGridProps) {
  const { which, tree, matches } = props;
  const title = WORDS.titles[which];
  const rows = useNeighbourRows(tree, matches);
  const direct = directCount(tree);
  return (
    <section className="neighbours" aria-label={title}>
      <h2 className="overline">
        {title} <span className="dim">{direct}</span>
        {matches ? <span className="dim">{WORDS.rowsFound(rows.found.length)}</span> : null}
      </h2>
      {direct === 0 ? (
        <p className="dim">{which === "callers" ? WORDS.noCallers : WORDS.noCallees}</p>
      ) : (
        <Grid {...props} rows={rows} />
      )}
    </section>
  );
}

function Grid(props: NeighbourGridProps & { readonly rows: NeighbourRows }) {
  const { which, tree, of, names, matches, onGo, rows } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const { at, found } = rows;
  const virtual = useVirtualizer({
    count: rows.box.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
  });
  const list = useListRows(virtual, rows.box.length);
  const [first] = found;
  const nearest = first === undefined ? -1 : rows.box.indexOf(first);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another search is scrolled to
  useEffect(() => {
    if (nearest >= 0) virtual.scrollToIndex(nearest, { align: "auto" });
  }, [found]);
  const figuresOf = (row: number) => neighbourRow(tree, of, names, matches, row);
  const select = (index: number) => {
    rows.activate(index);
    virtual.scrollToIndex(index, { align: "auto" });
  };
  const walk = treeKeys({
    shape: rows.shape,
    rows,
    at,
    rowHeight: ROW,
    scroller,
    isOpen: rows.isOpen,
    select,
    open: rows.open,
    enter: () => {
      if (at >= 0) onGo(figuresOf(rowAt(rows, at).box).name);
      return at >= 0;
    },
  });
  return (
    <div
      className="tree"
      role="treegrid"
      aria-label={WORDS.levels(WORDS.titles[which])}
      aria-rowcount={rows.box.length + 1}
      aria-activedescendant={at >= 0 ? `${id}${rows.box[at]}` : undefined}
      ref={scroller}
      tabIndex={0}
      onKeyDown={walk}
    >
      <TreeHead columns={WORDS.columns} compared={of.hasBase} row="neighbour-row" />
      <div role="rowgroup" style={{ height: list.height, position: "relative" }}>
        {list.rows.map(({ key, index, place }) => {
          const { box, depth } = rowAt(rows, index);
          const row = figuresOf(box);
          return (
            <NeighbourRow
              key={key}
              id={`${id}${box}`}
              index={index}
              place={place}
              depth={depth - 1}
              open={rows.isOpen(box)}
              on={index === at}
              {...{ row, of }}
              onOpen={(open) => rows.open([box], open)}
              onSelect={() => select(index)}
              onGo={() => onGo(row.name)}
            />
          );
        })}
      </div>
      <RowsLeft left={list.left} />
    </div>
  );
}
