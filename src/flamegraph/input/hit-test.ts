import type { FlameLayout } from "../../calltree/layout/layout.js";
import { childrenEnd, firstNarrowChild, lastBoxFrom, rightColumn } from "../paint/scene.js";
import {
  columnOf,
  pixelsPerUnit,
  ROW_HEIGHT,
  type Surface,
  type Viewport,
} from "../viewport/viewport.js";

/** What is at a point: a box, or a block of boxes too narrow to draw. */
export interface Hit {
  /** the box; of a block its first box */
  readonly box: number;
  /** boxes of the block, those below them included; 0 for a box by itself */
  readonly blocked: number;
}

/**
 * What is painted at a device pixel column of a row; undefined where there is nothing. Costs a
 * binary search and a climb to the root.
 */
export function hitColumn(
  layout: FlameLayout,
  viewport: Viewport,
  surface: Surface,
  column: number,
  row: number,
): Hit | undefined {
  if (layout.count === 0 || row < 0 || row >= layout.rowCount) return undefined;
  if (column < 0 || column >= Math.round(surface.width * surface.ratio)) return undefined;
  const perUnit = pixelsPerUnit(viewport, surface);
  let box = lastBoxFrom(layout, viewport, perUnit, column);
  if (columnOf(layout.x[box], viewport, perUnit) > column) return undefined;
  while (layout.row[box] > row) box = layout.parent[box];
  if (layout.row[box] !== row) return undefined;
  const parent = layout.parent[box];
  if (parent < 0 || layout.width[box] * perUnit >= 1) {
    const right = rightColumn(layout, box, viewport, perUnit);
    return column < right ? { box, blocked: 0 } : undefined;
  }
  if (layout.parent[parent] >= 0 && layout.width[parent] * perUnit < 1) return undefined;
  if (column >= childrenEnd(layout, parent, viewport, perUnit)) return undefined;
  const first = firstNarrowChild(layout, parent, perUnit);
  return { box: first, blocked: layout.end[parent] - first };
}

/**
 * The row at a height, in CSS pixels from the surface's upper edge; -1 outside of the graph.
 * A flame graph has its root at the lower edge, an icicle at the upper one.
 */
export function rowAt(
  y: number,
  viewport: Viewport,
  surface: Surface,
  flame: boolean,
  rowCount: number,
): number {
  const down = flame ? surface.height - y : y;
  // The last line of pixels belongs to the row it touches.
  const row = Math.floor(((flame ? down - 1e-6 : down) + viewport.top) / ROW_HEIGHT);
  return row < 0 || row >= rowCount ? -1 : row;
}

/** What is at a point given in CSS pixels. */
export function hitTest(
  layout: FlameLayout,
  viewport: Viewport,
  surface: Surface,
  flame: boolean,
  px: number,
  py: number,
): Hit | undefined {
  const row = rowAt(py, viewport, surface, flame, layout.rowCount);
  if (row < 0) return undefined;
  return hitColumn(layout, viewport, surface, Math.floor(px * surface.ratio), row);
}
