import type { KeyboardEvent, RefObject } from "react";
import { subtreeOf, type TreeRows, type TreeShape, treeKey } from "../../rows/tree-rows.js";

/** A tree that has the focus, for the keys that walk it. */
export interface WalkedTree {
  readonly shape: TreeShape;
  readonly rows: TreeRows;
  /** the active row, -1 for none */
  readonly at: number;
  /** pixels */
  readonly rowHeight: number;
  readonly scroller: RefObject<HTMLElement | null>;
  isOpen(box: number): boolean;
  select(row: number): void;
  open(boxes: readonly number[], open: boolean): void;
  /** Goes on from the active row; false where there is nothing to go to. */
  enter(): boolean;
}

/** Lets keys walk, open and close the rows of a tree. */
export function treeKeys(tree: WalkedTree): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const done = event.key === "Enter" ? tree.enter() : walk(tree, event.key);
    if (!done) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

function walk(tree: WalkedTree, key: string): boolean {
  const { shape, rows, at, rowHeight, scroller } = tree;
  const page = Math.floor((scroller.current?.clientHeight ?? 400) / rowHeight) - 2;
  const step = treeKey(key, shape, rows, at, tree.isOpen, page);
  if (!step) return false;
  if (step.do === "go") tree.select(step.row);
  else if (step.do === "open-all") tree.open(subtreeOf(shape, step.box), true);
  else tree.open([step.box], step.do === "open");
  return true;
}
