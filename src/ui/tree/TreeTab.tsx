// biome-ignore-all lint/a11y/useSemanticElements: rows of a virtual tree cannot be elements of a table
// biome-ignore-all lint/a11y/useFocusableInteractive: the tree itself has the focus and names its active row
import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useId, useMemo, useRef } from "react";
import { matchTest } from "../../calltree/layout/box-match.js";
import type { FlameLayout } from "../../calltree/layout/layout.js";
import type { FrameNames, Picture } from "../../engine/answers.js";
import { figuresOf } from "../../flamegraph/paint/figures.js";
import { boxAtPath, pathOf } from "../../flamegraph/viewport/path-anchor.js";
import { rowAt, type TreeRows, treeRows } from "../../rows/tree-rows.js";
import { useAnswer, useNames, useStore, useView } from "../../session/store.js";
import { TREE_WORDS } from "../../words/page/tree-words.js";
import { useSession } from "../app/session-context.js";
import { useListRows } from "../controls/on-paper.js";
import { RowsLeft } from "../controls/RowsLeft.js";
import { TreeHead } from "./TreeCells.js";
import { TREE_ROW, TreeRow } from "./TreeRow.js";
import { treeKeys } from "./tree-keys.js";
import { useOpened } from "./use-opened.js";

/** The graph as text: a tree of calls that can be opened, with figures and bars. */
export function TreeTab() {
  const picture = useAnswer("picture");
  const names = useNames("picture");
  const failure = useStore((s) => s.failures.picture?.failure);
  if (failure) return <p className="empty">{failure.message}</p>;
  if (!picture || !names || names.id !== picture.namesId) return <div className="tree-tab" />;
  if (picture.layout.width[0] === 0) {
    return <p className="empty">{TREE_WORDS.nothing}</p>;
  }
  return <Tree picture={picture} names={names} />;
}

function Tree({ picture, names }: { picture: Picture; names: FrameNames }) {
  const view = useView();
  const session = useSession();
  const found = useAnswer("search");
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const { layout } = picture;
  const { rows, opened, at, list, select } = useRowsOfTree(layout, scroller);
  const matches = view.search && found && !found.refused ? found.matches : undefined;
  const isMatch = useMemo(() => matches && matchTest(layout, matches), [layout, matches]);
  const figures = useMemo(() => figuresOf(picture), [picture]);
  const walk = treeKeys({
    shape: layout,
    rows,
    at,
    rowHeight: TREE_ROW,
    scroller,
    isOpen: opened.isOpen,
    select,
    open: opened.set,
    enter: () => {
      if (at > 0) session.change({ zoom: view.selection });
      return at > 0;
    },
  });
  return (
    <div className="tree-tab">
      <div
        className="tree"
        role="treegrid"
        aria-label={view.inverted ? TREE_WORDS.leafFirst : TREE_WORDS.rootFirst}
        aria-rowcount={rows.box.length + 1}
        aria-activedescendant={at >= 0 ? `${id}${rows.box[at]}` : undefined}
        ref={scroller}
        tabIndex={0}
        onKeyDown={walk}
      >
        <TreeHead columns={TREE_WORDS.columns} compared={picture.hasBase} />
        <div role="rowgroup" style={{ height: list.height, position: "relative" }}>
          {list.rows.map((item) => {
            const { box, depth } = rowAt(rows, item.index);
            return (
              <TreeRow
                key={item.key}
                id={`${id}${box}`}
                index={item.index}
                place={item.place}
                box={box}
                depth={depth}
                open={opened.isOpen(box)}
                on={item.index === at}
                picture={picture}
                names={names}
                figures={figures}
                match={isMatch?.(box) ?? false}
                onOpen={(open) => opened.set([box], open)}
                onSelect={() => select(item.index)}
                onZoom={() => session.change({ zoom: pathOf(layout, box) })}
              />
            );
          })}
        </div>
        <RowsLeft left={list.left} />
      </div>
    </div>
  );
}

/** The rows of the tree below what is zoomed to; the selected one is kept in sight. */
function useRowsOfTree(layout: FlameLayout, scroller: RefObject<HTMLElement | null>) {
  const view = useView();
  const session = useSession();
  const root = Math.max(0, boxAtPath(layout, view.zoom));
  const opened = useOpened(layout, root, view.selection);
  const rows = useMemo(() => treeRows(layout, root, opened.isOpen), [layout, root, opened.isOpen]);
  const virtual = useVirtualizer({
    count: rows.box.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => TREE_ROW,
    overscan: 12,
  });
  const list = useListRows(virtual, rows.box.length);
  const at = rowOf(rows, view.selection === "" ? -1 : boxAtPath(layout, view.selection));
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another selection is scrolled to
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: "auto" });
  }, [view.selection, layout]);
  const select = (row: number) => {
    const { box } = rowAt(rows, row);
    session.change({ selection: box === 0 ? "" : pathOf(layout, box) }, "replace");
    virtual.scrollToIndex(row, { align: "auto" });
  };
  return { rows, opened, at, list, select };
}

function rowOf(rows: TreeRows, box: number): number {
  return box < 0 ? -1 : rows.box.indexOf(box);
}
