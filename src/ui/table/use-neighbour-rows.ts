import { useEffect, useMemo, useState } from "react";
import type { NeighbourTree } from "../../calltree/functions/neighbour-tree.js";
import { chainOf, foundRows, openBySelf, shapeOf } from "../../rows/neighbour-rows.js";
import { rowAt, type TreeRows, type TreeShape, treeRows } from "../../rows/tree-rows.js";

/** The rows of a tree of callers or callees as they stand on the page. */
export interface NeighbourRows extends TreeRows {
  readonly shape: TreeShape;
  /** rows of the tree that a search found */
  readonly found: readonly number[];
  /** the active one among the rows of the page, -1 for none */
  readonly at: number;
  isOpen(row: number): boolean;
  /** Opens or closes rows of the tree. */
  open(rows: readonly number[], open: boolean): void;
  /** Makes a row of the page the active one. */
  activate(index: number): void;
}

/** Remembers by their chains which rows are open and which is active, whatever the figures are. */
export function useNeighbourRows(
  tree: NeighbourTree,
  matches: Uint8Array | undefined,
): NeighbourRows {
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
  // What is searched for is shown, whatever was closed before.
  useEffect(() => {
    if (found.length > 0) setChosen(new Map());
  }, [found]);
  return {
    ...rows,
    shape,
    found,
    at: active === "" ? -1 : rows.box.findIndex((row) => chainOf(tree, row) === active),
    open: (changed, open) =>
      setChosen((before) => {
        const next = new Map(before);
        for (const row of changed) next.set(chainOf(tree, row), open);
        return next;
      }),
    activate: (index) => setActive(chainOf(tree, rowAt(rows, index).box)),
  };
}
