import type { FlameLayout } from "../../calltree/layout/layout.js";

/**
 * What of a layout is seen: `width` units of the sample type from `x` on, from `top` CSS pixels
 * below the root's row on (towards the leaves, whichever way the graph grows).
 */
export interface Viewport {
  readonly x: number;
  readonly width: number;
  readonly top: number;
}

/** The area drawn on, in CSS pixels, and how many device pixels one of them is. */
export interface Surface {
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
}

/** Height of a row in CSS pixels. */
export const ROW_HEIGHT = 19;
/** Free space beyond the leaf-most row, so that it can be scrolled clear of the minimap. */
const END_SPACE = 24;
/** A viewport never shows less than this share of the whole: beyond it doubles lose the pixels. */
const MIN_SHARE = 1e-9;

/** The viewport that shows the whole width. */
export function wholeViewport(layout: FlameLayout): Viewport {
  return { x: 0, width: layout.width[0] || 1, top: 0 };
}

/** Device pixels one unit of the sample type is wide. */
export function pixelsPerUnit(viewport: Viewport, surface: Surface): number {
  return (surface.width * surface.ratio) / viewport.width;
}

/**
 * The device pixel column at which something at `x` begins. A column belongs to the box that
 * holds its middle, so boxes side by side never share a column.
 */
export function columnOf(x: number, viewport: Viewport, perUnit: number): number {
  return Math.ceil((x - viewport.x) * perUnit - 0.5);
}

/** How far down one can scroll, in CSS pixels. */
export function maxTop(layout: FlameLayout, surface: Surface): number {
  const height = layout.rowCount * ROW_HEIGHT;
  return height <= surface.height ? 0 : height + END_SPACE - surface.height;
}

/** The nearest viewport that does not look beyond the layout. */
export function clampViewport(viewport: Viewport, layout: FlameLayout, surface: Surface): Viewport {
  const all = layout.width[0] || 1;
  const asked = Number.isFinite(viewport.width) ? viewport.width : all;
  const width = Math.min(all, Math.max(all * MIN_SHARE, asked));
  const x = Number.isFinite(viewport.x) ? viewport.x : 0;
  const top = Number.isFinite(viewport.top) ? viewport.top : 0;
  return {
    x: Math.min(all - width, Math.max(0, x)),
    width,
    top: Math.min(maxTop(layout, surface), Math.max(0, top)),
  };
}

/** Zooms by `factor` (above 1 shows less) so that what is at CSS pixel `px` stays there. */
export function zoomAround(
  viewport: Viewport,
  surface: Surface,
  px: number,
  factor: number,
): Viewport {
  const at = px / surface.width;
  const width = viewport.width / factor;
  return { ...viewport, x: viewport.x + at * (viewport.width - width), width };
}

/** Moves by CSS pixels: what is seen shifts left by `dx` and rootwards by `dy`. */
export function panBy(viewport: Viewport, surface: Surface, dx: number, dy: number): Viewport {
  const x = viewport.x + (dx / surface.width) * viewport.width;
  return { ...viewport, x, top: viewport.top + dy };
}

/**
 * The way from one viewport to another at `t` from 0 to 1. The width changes by a constant factor
 * and one point stays where it is, so a zoom looks like one movement however far it goes.
 */
export function between(from: Viewport, to: Viewport, t: number): Viewport {
  if (t <= 0) return from;
  if (t >= 1) return to;
  const top = from.top + (to.top - from.top) * t;
  const grows = to.width - from.width;
  if (Math.abs(grows) < 1e-6 * Math.max(from.width, to.width)) {
    return { x: from.x + (to.x - from.x) * t, width: from.width + grows * t, top };
  }
  const width = from.width * (to.width / from.width) ** t;
  const share = (width - from.width) / grows;
  return { x: from.x + (to.x - from.x) * share, width, top };
}

/** The scroll position nearest to `top` at which a row is wholly seen, with a row to spare. */
export function topShowing(row: number, top: number, surface: Surface): number {
  const above = Math.max(0, row - 1) * ROW_HEIGHT;
  const below = (row + 2) * ROW_HEIGHT - surface.height;
  if (surface.height < ROW_HEIGHT * 3) return row * ROW_HEIGHT;
  return Math.min(Math.max(top, below), above);
}

/** The viewport in which a box fills the width, scrolled only as far as needed. */
export function viewportOfBox(
  layout: FlameLayout,
  box: number,
  top: number,
  surface: Surface,
): Viewport {
  return clampViewport(
    {
      x: layout.x[box],
      width: layout.width[box],
      top: topShowing(layout.row[box], top, surface),
    },
    layout,
    surface,
  );
}

/** A box narrower than this many CSS pixels cannot be told from its neighbours. */
const TELLABLE = 3;

/**
 * The viewport nearest to the given one in which a box can be seen: scrolled and moved as little
 * as possible, and closer when the box is too narrow to be made out.
 */
export function revealBox(
  viewport: Viewport,
  layout: FlameLayout,
  box: number,
  surface: Surface,
): Viewport {
  const x = layout.x[box];
  const wide = layout.width[box];
  const top = topShowing(layout.row[box], viewport.top, surface);
  let { width } = viewport;
  if ((wide / width) * surface.width < TELLABLE) {
    const parent = layout.parent[box];
    width = parent >= 0 ? Math.min(width, layout.width[parent]) : width;
    if ((wide / width) * surface.width < TELLABLE) width = (wide * surface.width) / 24;
  }
  let from = viewport.x;
  if (wide >= width) {
    // It is wider than the window: any part of it will do.
    from = Math.min(Math.max(from, x), x + wide - width);
  } else {
    const margin = Math.min(width * 0.04, (width - wide) / 2);
    from = Math.min(Math.max(from, x + wide + margin - width), x - margin);
  }
  return clampViewport({ x: from, width, top }, layout, surface);
}
