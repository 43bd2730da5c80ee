import type { FlameLayout } from "../../calltree/layout/layout.js";
import type { BoxColours } from "../colour/box-colours.js";
import { type Theme, TONES } from "../colour/canvas-theme.js";
import type { Drawing } from "../paint/drawing.js";
import type { Standing } from "../paint/highlight.js";
import { createScene, fillScene, type Scene } from "../paint/scene.js";
import {
  clampViewport,
  maxTop,
  ROW_HEIGHT,
  type Surface,
  type Viewport,
  wholeViewport,
} from "../viewport/viewport.js";

/** Size of the minimap in CSS pixels; its height follows the number of rows. */
export const MAP_WIDTH = 176;
const MAP_HEIGHT = 96;
const MAP_ROW = 3;
/** A graph smaller than this has no room for a minimap. */
const MIN_WIDTH = 420;
const MIN_HEIGHT = 200;
/** In a graph lower than this the map would lie over frames: it shows when one looks elsewhere. */
const ROOMY_HEIGHT = 420;

/** Height of the minimap and of one of its rows, in CSS pixels. */
export function mapSize(layout: FlameLayout): { height: number; row: number } {
  const row = Math.min(MAP_ROW, MAP_HEIGHT / layout.rowCount);
  return { height: Math.max(12, Math.ceil(row * layout.rowCount)), row };
}

/** Whether there is more than fits, and room to show where one is. */
export function needsMap(layout: FlameLayout, viewport: Viewport, surface: Surface): boolean {
  if (surface.width < MIN_WIDTH || surface.height < MIN_HEIGHT) return false;
  if (viewport.width < (layout.width[0] ?? 0) * 0.999) return true;
  return maxTop(layout, surface) > 0 && (surface.height >= ROOMY_HEIGHT || viewport.top > 0);
}

/** The part of the map that is seen, in CSS pixels of the map. */
export function mapWindow(
  layout: FlameLayout,
  viewport: Viewport,
  surface: Surface,
  flame: boolean,
): { x: number; y: number; width: number; height: number } {
  const all = layout.width[0] || 1;
  const { height, row } = mapSize(layout);
  const seen = Math.min(height, (surface.height / ROW_HEIGHT) * row);
  const down = Math.min(height - seen, (viewport.top / ROW_HEIGHT) * row);
  const width = Math.max(3, (viewport.width / all) * MAP_WIDTH);
  const x = Math.min(MAP_WIDTH - width, (viewport.x / all) * MAP_WIDTH);
  return { x, y: flame ? height - seen - down : down, width, height: seen };
}

/** The viewport whose middle is at a point of the map. */
export function viewportFromMap(
  layout: FlameLayout,
  viewport: Viewport,
  surface: Surface,
  flame: boolean,
  px: number,
  py: number,
): Viewport {
  const all = layout.width[0] || 1;
  const { height, row } = mapSize(layout);
  const down = flame ? height - py : py;
  const x = (px / MAP_WIDTH) * all - viewport.width / 2;
  const top = (down / row) * ROW_HEIGHT - surface.height / 2;
  return clampViewport({ ...viewport, x, top }, layout, surface);
}

let scratch: Scene | undefined;

/** Paints the whole graph small, without text. */
export function paintMap(
  drawing: Drawing,
  layout: FlameLayout,
  colours: BoxColours,
  standing: Standing,
  theme: Theme,
  flame: boolean,
  ratio: number,
): void {
  const { height, row } = mapSize(layout);
  const surface: Surface = { width: MAP_WIDTH, height, ratio };
  scratch ??= createScene(1024);
  fillScene(scratch, layout, wholeViewport(layout), surface, row);
  drawing.rect(0, 0, MAP_WIDTH * ratio, height * ratio, TONES[theme].panel);
  const topOf = (r: number): number =>
    Math.round((flame ? height - (r + 1) * row : r * row) * ratio);
  for (let i = 0; i < scratch.count; i++) {
    const r = scratch.row[i];
    // Rows thinner than a pixel: of those that share one, the first is drawn.
    if (row * ratio < 1 && r > 0 && topOf(r) === topOf(r - 1)) continue;
    const box = scratch.box[i];
    const shown = standing.isLit(box) && standing.isMatch(box);
    const swatch = colours.swatches[shown ? colours.of(box) : colours.dimmed(box)];
    const y = topOf(r);
    const high = Math.max(1, topOf(flame ? r - 1 : r + 1) - y);
    const left = scratch.left[i];
    drawing.rect(left, y, scratch.right[i] - left, high, swatch.fill);
  }
}
