import type { FlameLayout } from "../../calltree/layout/layout.js";
import {
  columnOf,
  pixelsPerUnit,
  ROW_HEIGHT,
  type Surface,
  type Viewport,
} from "../viewport/viewport.js";

/** Cells reach this many device pixels beyond the surface at most; what is further is cut. */
const BEYOND = 16;

/**
 * What is seen of a layout, in drawing order (parents before children, left before right). Cell
 * `i` covers the device pixel columns `left[i] .. right[i]` of its row; it is a box, or a block of
 * boxes each narrower than a device pixel. Columns are longer than `count` and are used again.
 */
export interface Scene {
  count: number;
  /** the box; of a block its first box */
  box: Int32Array;
  left: Int32Array;
  right: Int32Array;
  row: Uint16Array;
  /** boxes of a block, those below them included; 0 for a box by itself */
  blocked: Int32Array;
}

/** An empty scene, to be filled by `fillScene` again and again. */
export function createScene(room = 4096): Scene {
  return {
    count: 0,
    box: new Int32Array(room),
    left: new Int32Array(room),
    right: new Int32Array(room),
    row: new Uint16Array(room),
    blocked: new Int32Array(room),
  };
}

/** The rows that are seen at least in part, first and last. */
export function visibleRows(
  layout: FlameLayout,
  viewport: Viewport,
  surface: Surface,
  rowHeight = ROW_HEIGHT,
): { first: number; last: number } {
  const first = Math.max(0, Math.floor(viewport.top / rowHeight));
  const last = Math.ceil((viewport.top + surface.height) / rowHeight) - 1;
  return { first, last: Math.min(layout.rowCount - 1, last) };
}

/**
 * The last box, in the layout's order, that begins at or before a device pixel column. Left edges
 * never decrease in that order, so the box and its ancestors are all there is at the column.
 */
export function lastBoxFrom(
  layout: FlameLayout,
  viewport: Viewport,
  perUnit: number,
  column: number,
): number {
  const { x, count } = layout;
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (columnOf(x[middle], viewport, perUnit) <= column) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The child of `parent` that holds `box`, or is it. */
function childHolding(layout: FlameLayout, parent: number, box: number): number {
  let child = box;
  while (layout.parent[child] !== parent) child = layout.parent[child];
  return child;
}

/** The first child of a box that is narrower than a device pixel; -1 where all are wider. */
export function firstNarrowChild(layout: FlameLayout, parent: number, perUnit: number): number {
  // Siblings are in order of width, so "its child of `parent` is narrow" holds from one box on.
  let low = parent + 1;
  let high = layout.end[parent];
  while (low < high) {
    const middle = (low + high) >> 1;
    const child = childHolding(layout, parent, middle);
    if (layout.width[child] * perUnit < 1) high = child === middle ? middle : child;
    else low = layout.end[child];
  }
  return low < layout.end[parent] ? low : -1;
}

/** The column at which a box ends; the next sibling's beginning where there is one. */
export function rightColumn(
  layout: FlameLayout,
  box: number,
  viewport: Viewport,
  perUnit: number,
): number {
  const parent = layout.parent[box];
  const next = layout.end[box];
  if (parent >= 0 && next < layout.end[parent]) return columnOf(layout.x[next], viewport, perUnit);
  let right = layout.x[box] + layout.width[box];
  if (parent >= 0) right = Math.min(right, layout.x[parent] + layout.width[parent]);
  return columnOf(right, viewport, perUnit);
}

/** The column at which the children of a box end. */
export function childrenEnd(
  layout: FlameLayout,
  parent: number,
  viewport: Viewport,
  perUnit: number,
): number {
  const last = childHolding(layout, parent, layout.end[parent] - 1);
  return rightColumn(layout, last, viewport, perUnit);
}

/**
 * Collects what is seen. A box narrower than a device pixel ends its row of siblings (they come
 * widest first): it and all that follow become one block, and nothing below them is looked at. So
 * the cost follows the number of pixels, not that of boxes.
 */
export function fillScene(
  scene: Scene,
  layout: FlameLayout,
  viewport: Viewport,
  surface: Surface,
  rowHeight = ROW_HEIGHT,
): void {
  scene.count = 0;
  if (layout.count === 0 || !(layout.width[0] > 0)) return;
  const perUnit = pixelsPerUnit(viewport, surface);
  const columns = Math.round(surface.width * surface.ratio);
  const rows = visibleRows(layout, viewport, surface, rowHeight);
  const { x, width, end, parent, row } = layout;
  const chain = boxesAtColumn(layout, viewport, perUnit, 0);
  let box = 0;
  while (box < layout.count) {
    const above = parent[box];
    const left = columnOf(x[box], viewport, perUnit);
    if (left >= columns) {
      // Siblings further right are out of sight too.
      box = above < 0 ? layout.count : end[above];
      continue;
    }
    const r = row[box];
    if (width[box] * perUnit < 1 && above >= 0) {
      const until = end[above];
      if (r >= rows.first) {
        const right = childrenEnd(layout, above, viewport, perUnit);
        const first = left <= 0 ? firstNarrowChild(layout, above, perUnit) : box;
        const from = first === box ? left : columnOf(x[first], viewport, perUnit);
        if (right > from && right > 0)
          addCell(scene, first, from, right, r, until - first, columns);
      }
      box = until;
      continue;
    }
    const right = rightColumn(layout, box, viewport, perUnit);
    if (right <= 0) {
      box = end[box];
      continue;
    }
    if (r >= rows.first && right > left) addCell(scene, box, left, right, r, 0, columns);
    if (r >= rows.last || box + 1 === end[box]) {
      box = end[box];
    } else if (left >= 0) {
      box++;
    } else {
      // Cut at the left: go straight to the child there instead of past all before it.
      const child = chain[r + 1];
      box = child !== undefined && parent[child] === box ? child : end[box];
    }
  }
}

/** The boxes at a device pixel column, one a row, root first. */
function boxesAtColumn(
  layout: FlameLayout,
  viewport: Viewport,
  perUnit: number,
  column: number,
): Int32Array {
  let box = lastBoxFrom(layout, viewport, perUnit, column);
  const chain = new Int32Array(layout.row[box] + 1);
  for (; box >= 0; box = layout.parent[box]) chain[layout.row[box]] = box;
  return chain;
}

function addCell(
  scene: Scene,
  box: number,
  left: number,
  right: number,
  row: number,
  blocked: number,
  columns: number,
): void {
  if (scene.count === scene.box.length) grow(scene);
  const i = scene.count++;
  scene.box[i] = box;
  scene.left[i] = Math.max(-BEYOND, left);
  scene.right[i] = Math.min(columns + BEYOND, right);
  scene.row[i] = row;
  scene.blocked[i] = blocked;
}

function grow(scene: Scene): void {
  const room = scene.box.length * 2;
  const wider = (from: Int32Array): Int32Array => {
    const to = new Int32Array(room);
    to.set(from);
    return to;
  };
  scene.box = wider(scene.box);
  scene.left = wider(scene.left);
  scene.right = wider(scene.right);
  scene.blocked = wider(scene.blocked);
  const row = new Uint16Array(room);
  row.set(scene.row);
  scene.row = row;
}
