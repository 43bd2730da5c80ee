import { boxOfPath, type FlameLayout } from "../../calltree/layout/layout.js";
import { parsePath, pathText } from "../../calltree/path-hash.js";
import { clampViewport, type Surface, type Viewport } from "./viewport.js";

/** The path of a box as it stands in a view; "" for the root, which needs no name. */
export function pathOf(layout: FlameLayout, box: number): string {
  return box <= 0 ? "" : pathText(layout.pathLow[box], layout.pathHigh[box]);
}

/** The box of a path; 0 for "", -1 where there is none. */
export function boxAtPath(layout: FlameLayout, path: string): number {
  if (path === "") return 0;
  const lanes = parsePath(path);
  return lanes && layout.count > 0 ? boxOfPath(layout, lanes.low, lanes.high) : -1;
}

/** The paths of a box and of all above it, the box first, without the root. */
export function ancestry(layout: FlameLayout, box: number): string[] {
  const paths: string[] = [];
  for (let b = box; b > 0; b = layout.parent[b]) paths.push(pathOf(layout, b));
  return paths;
}

/** The first of the paths that a layout has; 0, the root, where it has none of them. */
export function nearestBox(layout: FlameLayout, paths: readonly string[]): number {
  for (const path of paths) {
    const box = boxAtPath(layout, path);
    if (box > 0) return box;
  }
  return 0;
}

/** Where one looks, told by paths so that it can be found again in another picture. */
export interface Place {
  /** the narrowest box that holds all that is seen, and those above it */
  readonly paths: readonly string[];
  /** what is seen as shares of that box's width */
  readonly from: number;
  readonly share: number;
  readonly top: number;
}

/** Notes where one looks. */
export function placeOf(layout: FlameLayout, viewport: Viewport): Place {
  const right = viewport.x + viewport.width;
  const slack = viewport.width * 1e-6;
  let box = 0;
  for (;;) {
    let child = box + 1;
    const end = layout.end[box];
    while (child < end && layout.x[child] + layout.width[child] < right - slack) {
      // Siblings come widest first: none that follows is wide enough once one is not.
      child = layout.width[child] < viewport.width - slack ? end : layout.end[child];
    }
    if (child >= end || layout.x[child] > viewport.x + slack) break;
    if (layout.width[child] < viewport.width - slack) break;
    box = child;
  }
  const wide = layout.width[box] || 1;
  return {
    paths: ancestry(layout, box),
    from: (viewport.x - layout.x[box]) / wide,
    share: viewport.width / wide,
    top: viewport.top,
  };
}

/** Finds a place again; where its box is gone, the nearest one above it that is there. */
export function viewportOfPlace(layout: FlameLayout, place: Place, surface: Surface): Viewport {
  const box = nearestBox(layout, place.paths);
  const same = box > 0 || place.paths.length === 0;
  const exact = same && pathOf(layout, box) === (place.paths[0] ?? "");
  const wide = layout.width[box];
  const x = layout.x[box] + (exact ? place.from * wide : 0);
  return clampViewport(
    { x, width: wide * (exact ? place.share : 1), top: place.top },
    layout,
    surface,
  );
}
