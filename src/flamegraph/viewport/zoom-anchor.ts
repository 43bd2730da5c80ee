import type { FlameLayout } from "../../calltree/layout/layout.js";
import { ancestry, boxAtPath, nearestBox, placeOf, viewportOfPlace } from "./path-anchor.js";
import { clampViewport, type Surface, type Viewport, viewportOfBox } from "./viewport.js";

/**
 * Keeps what is seen at the zoomed box, or where one went by hand, while zoom and picture change:
 * boxes are known by their paths, so the same place is found in another picture.
 */
export class ZoomFollow {
  /** whether one looks elsewhere than at the zoomed box */
  free = false;
  /** paths of the zoomed box and of those above it, for pictures that lack it */
  private paths: readonly string[] = [];

  /**
   * What is seen once another box is zoomed to; where a picture lacks it, the nearest one above.
   * @param top how far down one looked, in CSS pixels
   */
  zoomed(layout: FlameLayout, zoom: string, top: number, surface: Surface): Viewport {
    const found = boxAtPath(layout, zoom);
    if (found >= 0) this.paths = ancestry(layout, found);
    const box = found >= 0 ? found : nearestBox(layout, this.paths);
    this.free = false;
    return viewportOfBox(layout, box, top, surface);
  }

  /**
   * What is seen of another picture while the zoom stays.
   * @param at what was seen of `before`
   */
  kept(
    before: FlameLayout,
    layout: FlameLayout,
    zoom: string,
    at: Viewport,
    surface: Surface,
  ): Viewport {
    if (this.free) return viewportOfPlace(layout, placeOf(before, at), surface);
    const box = nearestBox(layout, zoom === "" ? [] : [zoom, ...this.paths]);
    const x = layout.x[box];
    const width = layout.width[box];
    return clampViewport({ x, width, top: at.top }, layout, surface);
  }
}
