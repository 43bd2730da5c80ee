import type { FlameLayout } from "../../calltree/layout/layout.js";

/** Where an arrow key leads, in terms of the graph. */
export type Step = "parent" | "child" | "next" | "previous";

/**
 * The box one step from another: its parent, its widest child, or the neighbour in its row, which
 * may belong to another parent. The box itself where there is none.
 */
export function stepFrom(layout: FlameLayout, box: number, step: Step): number {
  const { row, end, parent, count } = layout;
  const r = row[box];
  switch (step) {
    case "parent":
      return Math.max(0, parent[box]);
    case "child":
      return box + 1 < end[box] ? box + 1 : box;
    case "next": {
      let next = end[box];
      while (next < count && row[next] !== r) next++;
      return next < count ? next : box;
    }
    case "previous": {
      let previous = box - 1;
      while (previous > 0 && row[previous] !== r) previous--;
      return previous > 0 ? previous : box;
    }
  }
}

/** What an arrow key means; undefined for any other key. A flame graph is the icicle mirrored. */
export function stepOfKey(key: string, flame: boolean): Step | undefined {
  switch (key) {
    case "ArrowUp":
      return flame ? "child" : "parent";
    case "ArrowDown":
      return flame ? "parent" : "child";
    case "ArrowLeft":
      return "previous";
    case "ArrowRight":
      return "next";
    default:
      return undefined;
  }
}

/** How a box stands among its siblings, for assistive technology; counted from 1. */
export function standingAmongSiblings(
  layout: FlameLayout,
  box: number,
): { level: number; position: number; siblings: number } {
  const level = layout.row[box] + 1;
  const parent = layout.parent[box];
  if (parent < 0) return { level, position: 1, siblings: 1 };
  let position = 1;
  let siblings = 0;
  for (let child = parent + 1; child < layout.end[parent]; child = layout.end[child]) {
    siblings++;
    if (child === box) position = siblings;
  }
  return { level, position, siblings };
}
