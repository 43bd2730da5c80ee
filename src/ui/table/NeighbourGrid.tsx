// biome-ignore-all lint/a11y/useSemanticElements: rows of a virtual tree cannot be elements of a table
// biome-ignore-all lint/a11y/useFocusableInteractive: the tree itself has the focus and names its active row
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import type { NeighbourTree } from "../../calltree/functions/neighbour-tree.js";
import type { CallersAnswer, FrameNames } from "../../engine/answers.js";
import { plural } from "../controls/page-format.js";
import { subtreeOf, treeKey, treeRows } from "../tree/tree-rows.js";
import { NeighbourHead, NeighbourRow } from "./NeighbourRow.js";
import { chainOf, foundRows, openBySelf, shapeOf } from "./neighbour-shape.js";

/** Height of a row in pixels, as in tree.css. */
const ROW = 22;

/** Callers or callees of a function as a tree that can be opened, with figures and bars. */
export function NeighbourGrid(props: {
  title: "Callers" | "Callees";
  tree: NeighbourTree;
  of: CallersAnswer;
  names: FrameNames;
  matches: Uint8Array | undefined;
  onGo: (name: string) => void;
}) {
  const { title, tree, of, names, matches, onGo } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [active, setActive] = useState("");
  const shape = useMemo(() => shapeOf(tree), [tree]);
  const found = useMemo(() => foundRows(tree, matches), [tree, matches]);
  const rows = useMemo(() => {
    const bySelf = openBySelf(tree, shape, found);
    const isOpen = (row: number) =>
      row === 0 || (chosen.get(chainOf(tree, row)) ?? bySelf.has(row));
    const all = treeRows(shape, 0, isOpen);
    // The function itself stands above the tree.
    return { isOpen, box: all.box.subarray(1), depth: all.depth.subarray(1) };
  }, [tree, shape, found, chosen]);
  const at = active === "" ? -1 : rows.box.findIndex((row) => chainOf(tree, row) === active);
  const virtual = useVirtualizer({
    count: rows.box.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
  });
  // What is searched for is shown, whatever was closed before.
  useEffect(() => {
    if (found.length > 0) setChosen(new Map());
  }, [found]);
  const nearest = found.length > 0 ? rows.box.indexOf(found[0]!) : -1;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another search is scrolled to
  useEffect(() => {
    if (nearest >= 0) virtual.scrollToIndex(nearest, { align: "auto" });
  }, [found]);
  const set = (boxes: readonly number[], open: boolean) =>
    setChosen((before) => {
      const next = new Map(before);
      for (const row of boxes) next.set(chainOf(tree, row), open);
      return next;
    });
  const select = (index: number) => {
    setActive(chainOf(tree, rows.box[index]!));
    virtual.scrollToIndex(index, { align: "auto" });
  };
  const walk = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" && at >= 0) onGo(names.names[tree.frame[rows.box[at]!]!]!);
    else {
      const page = Math.floor((scroller.current?.clientHeight ?? 400) / ROW) - 2;
      const step = treeKey(event.key, shape, rows, at, rows.isOpen, page);
      if (!step) return;
      if (step.do === "go") select(step.row);
      else if (step.do === "open-all") set(subtreeOf(shape, step.box), true);
      else set([step.box], step.do === "open");
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const direct = tree.parent.reduce((n, up) => n + (up === 0 ? 1 : 0), 0);
  return (
    <section className="neighbours" aria-label={title}>
      <h2 className="overline">
        {title} <span className="dim">{direct}</span>
        {matches ? <span className="dim"> · {plural(found.length, "row")} found</span> : null}
      </h2>
      {direct === 0 ? (
        <p className="dim">
          {title === "Callers"
            ? "None: its stacks begin here, or were cut here by the recorder."
            : "None: all of it is allocated in the function itself."}
        </p>
      ) : (
        <div
          className="tree"
          role="treegrid"
          aria-label={`${title}, several levels`}
          aria-rowcount={rows.box.length + 1}
          aria-activedescendant={at >= 0 ? `${id}${rows.box[at]}` : undefined}
          ref={scroller}
          tabIndex={0}
          onKeyDown={walk}
        >
          <NeighbourHead compared={of.hasBase} />
          <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: "relative" }}>
            {virtual.getVirtualItems().map((item) => {
              const row = rows.box[item.index]!;
              return (
                <NeighbourRow
                  key={item.key}
                  id={`${id}${row}`}
                  index={item.index}
                  top={item.start}
                  depth={rows.depth[item.index]! - 1}
                  open={rows.isOpen(row)}
                  on={item.index === at}
                  match={matches?.[tree.frame[row]!] === 1}
                  {...{ row, tree, of, names }}
                  onOpen={(open) => set([row], open)}
                  onSelect={() => select(item.index)}
                  onGo={() => onGo(names.names[tree.frame[row]!]!)}
                />
              );
            })}
          </div>
        </div>
      )}
    </section>
  );
}
