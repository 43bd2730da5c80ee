import { useCallback, useMemo, useState } from "react";
import type { FlameLayout } from "../../calltree/layout/layout.js";
import { boxAtPath, pathOf } from "../../flamegraph/viewport/path-anchor.js";
import { boxesAbove, openAtFirst } from "../../rows/tree-rows.js";

/** Which boxes of a tree are open. They are known by path, so they stay open in another picture. */
export interface Opened {
  isOpen(box: number): boolean;
  set(boxes: readonly number[], open: boolean): void;
}

/** What the person opened and closed, over what is open by itself. */
export function useOpened(layout: FlameLayout, root: number, selection: string): Opened {
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map());
  const bySelf = useMemo(() => {
    const open = new Set(openAtFirst(layout, root));
    // The way to the selection is open, wherever it was selected.
    const selected = boxAtPath(layout, selection);
    if (selected > 0) {
      for (const box of boxesAbove(layout, selected)) open.add(box);
    }
    return open;
  }, [layout, root, selection]);
  const isOpen = useCallback(
    (box: number) => chosen.get(pathOf(layout, box)) ?? bySelf.has(box),
    [chosen, bySelf, layout],
  );
  const set = useCallback(
    (boxes: readonly number[], open: boolean) =>
      setChosen((before) => {
        const next = new Map(before);
        for (const box of boxes) next.set(pathOf(layout, box), open);
        return next;
      }),
    [layout],
  );
  return { isOpen, set };
}
