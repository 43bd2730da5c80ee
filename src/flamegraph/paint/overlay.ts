import type { FlameLayout } from "../../calltree/layout/layout.js";
import { type Theme, TONES } from "../colour/canvas-theme.js";
import {
  columnOf,
  maxTop,
  pixelsPerUnit,
  ROW_HEIGHT,
  type Surface,
  type Viewport,
} from "../viewport/viewport.js";
import type { Drawing } from "./drawing.js";
import { rowSize, rowTop } from "./paint.js";
import { rightColumn } from "./scene.js";

/** What is drawn above the graph: it changes with the pointer, the graph does not. */
export interface Marks {
  /** box under the pointer, -1 for none */
  readonly hover: number;
  /** -1 for none */
  readonly selection: number;
  /** box hovered in a linked graph, -1 for none */
  readonly linked: number;
  /** columns of a range being selected, in CSS pixels */
  readonly range: readonly [number, number] | undefined;
}

/** Draws the marks on a cleared surface. */
export function paintMarks(
  drawing: Drawing,
  marks: Marks,
  layout: FlameLayout,
  viewport: Viewport,
  surface: Surface,
  theme: Theme,
  flame: boolean,
): void {
  const tones = TONES[theme];
  const line = Math.max(1, Math.floor(surface.ratio));
  const veil = theme === "light" ? "rgba(0,0,0,0.07)" : "rgba(255,255,255,0.1)";
  const outline = (box: number, stroke: string, width: number, fill?: string): void => {
    const place = placeOnSurface(layout, box, viewport, surface, flame);
    if (!place) return;
    const { x, y, wide, high } = place;
    if (fill) drawing.round(x, y, wide, high, 2 * surface.ratio, fill);
    drawing.frame(x, y, wide, high, 2 * surface.ratio, stroke, width);
  };
  if (marks.hover >= 0) outline(marks.hover, tones.text, line, veil);
  if (marks.linked >= 0) outline(marks.linked, tones.text, line, veil);
  if (marks.selection >= 0) {
    // A ring of the ground around the ring makes it stand out on every fill.
    outline(marks.selection, tones.ground, 3 * line);
    outline(marks.selection, tones.focus, 2 * line);
  }
  if (marks.range) {
    const [a, b] = marks.range;
    const from = Math.round(Math.min(a, b) * surface.ratio);
    const to = Math.round(Math.max(a, b) * surface.ratio);
    const height = Math.round(surface.height * surface.ratio);
    drawing.rect(from, 0, to - from, height, theme === "light" ? "#1c7ed626" : "#74c0fc2e");
    drawing.rect(from, 0, line, height, tones.focus);
    drawing.rect(to - line, 0, line, height, tones.focus);
  }
  paintScrollbar(drawing, layout, viewport, surface, theme, flame);
}

/** A thin thumb at the right edge that says where one is; it takes no clicks. */
function paintScrollbar(
  drawing: Drawing,
  layout: FlameLayout,
  viewport: Viewport,
  surface: Surface,
  theme: Theme,
  flame: boolean,
): void {
  const most = maxTop(layout, surface);
  if (most <= 0) return;
  const { height, ratio } = surface;
  const long = Math.max(24, (height / (most + height)) * height);
  const at = (viewport.top / most) * (height - long);
  const top = flame ? height - long - at : at;
  const x = (surface.width - 4) * ratio;
  const fill = theme === "light" ? "#1d1c1a55" : "#ece9e455";
  drawing.round(x, top * ratio, 3 * ratio, long * ratio, 1.5 * ratio, fill);
}

/** Where a box is on the surface, in device pixels; undefined where it is out of sight. */
export function placeOnSurface(
  layout: FlameLayout,
  box: number,
  viewport: Viewport,
  surface: Surface,
  flame: boolean,
): { x: number; y: number; wide: number; high: number } | undefined {
  const perUnit = pixelsPerUnit(viewport, surface);
  const columns = Math.round(surface.width * surface.ratio);
  const gap = Math.max(1, Math.floor(surface.ratio));
  const left = Math.max(0, columnOf(layout.x[box], viewport, perUnit));
  const right = Math.min(columns, rightColumn(layout, box, viewport, perUnit));
  const from = layout.row[box] * ROW_HEIGHT - viewport.top;
  if (right <= 0 || left >= columns || from > surface.height || from + ROW_HEIGHT < 0) {
    return undefined;
  }
  const y = rowTop(layout.row[box], viewport, surface, flame);
  const wide = Math.max(2 * gap, right - left - gap);
  return { x: left, y, wide, high: rowSize(surface) - gap };
}
