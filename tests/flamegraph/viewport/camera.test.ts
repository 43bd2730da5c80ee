import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FlameLayout } from "../../../src/calltree/layout/layout.js";
import { Camera } from "../../../src/flamegraph/viewport/camera.js";
import { ZOOM_MS } from "../../../src/flamegraph/viewport/motion.js";
import { pathOf } from "../../../src/flamegraph/viewport/path-anchor.js";
import {
  maxTop,
  ROW_HEIGHT,
  type Surface,
  type Viewport,
} from "../../../src/flamegraph/viewport/viewport.js";
import { pictureOfStacks, pictures, surfaces } from "../shown.js";

const SURFACE: Surface = { width: 400, height: 190, ratio: 2 };

interface Set {
  readonly camera: Camera;
  /** how often it was told that something else is seen */
  readonly changes: { count: number };
  now: number;
}

function cameraOn(surface: Surface, still = false): Set {
  const changes = { count: 0 };
  const set: { now: number } = { now: 0 };
  const camera = new Camera(surface, {
    now: () => set.now,
    still: () => still,
    changed: () => {
      changes.count++;
    },
  });
  return Object.assign(set, { camera, changes });
}

const layoutOf = (stacks: number[][], values: bigint[]): FlameLayout =>
  pictureOfStacks(stacks, values).picture.layout;

const WIDE = layoutOf(
  [
    [0, 1, 2, 3],
    [0, 4],
    [5, 6],
  ],
  [60n, 20n, 20n],
);
/** The same stacks with one more beside them, so that all boxes lie elsewhere. */
const SHIFTED = layoutOf(
  [
    [0, 1, 2, 3],
    [0, 4],
    [5, 6],
    [7, 8],
  ],
  [60n, 20n, 20n, 300n],
);
const DEEP = layoutOf([Array.from({ length: 60 }, (_, i) => i), [0, 70]], [90n, 10n]);

function boxOf(layout: FlameLayout, frame: number): number {
  return layout.frame.indexOf(frame);
}

/** The share of what is seen that a box is, and where it begins, in widths of what is seen. */
function seen(layout: FlameLayout, box: number, { x, width }: Viewport): number[] {
  return [(layout.x[box]! - x) / width, layout.width[box]! / width];
}

const path = (layout: FlameLayout, frame: number): string => pathOf(layout, boxOf(layout, frame));

describe("a camera", () => {
  it("begins at the zoomed box, at once", () => {
    const { camera, changes } = cameraOn(SURFACE);
    camera.show(WIDE, false, path(WIDE, 1), true);
    expect(camera.moving).toBe(false);
    expect(changes.count).toBe(1);
    expect(seen(WIDE, boxOf(WIDE, 1), camera.viewport)).toEqual([0, 1]);
  });

  it("moves to another box within its time, or jumps where less movement is asked for", () => {
    for (const still of [false, true]) {
      const set = cameraOn(SURFACE, still);
      const { camera } = set;
      camera.show(WIDE, false, "", true);
      set.now = 1000;
      camera.show(WIDE, false, path(WIDE, 4), true);
      expect(camera.moving).toBe(!still);
      camera.advance(1000 + ZOOM_MS);
      expect(camera.moving).toBe(false);
      expect(seen(WIDE, boxOf(WIDE, 4), camera.viewport)).toEqual([0, 1]);
    }
  });

  it("stays at the zoomed box when the picture changes, and at the one above where it is gone", () => {
    const { camera } = cameraOn(SURFACE);
    camera.show(WIDE, false, path(WIDE, 1), true);
    camera.show(SHIFTED, false, path(WIDE, 1), false);
    expect(camera.moving).toBe(false);
    expect(seen(SHIFTED, boxOf(SHIFTED, 1), camera.viewport)).toEqual([0, 1]);
    const without = layoutOf([[0, 4], [5]], [10n, 5n]);
    camera.show(without, false, path(WIDE, 1), false);
    expect(seen(without, boxOf(without, 0), camera.viewport)).toEqual([0, 1]);
    // And finds it again in a picture that has it.
    camera.show(SHIFTED, false, path(WIDE, 1), false);
    expect(seen(SHIFTED, boxOf(SHIFTED, 1), camera.viewport)).toEqual([0, 1]);
  });

  it("keeps the place that one went to by hand when the picture changes", () => {
    const { camera } = cameraOn(SURFACE);
    camera.show(WIDE, false, "", true);
    camera.moveToPart(WIDE.x[boxOf(WIDE, 1)]! + 15, 30);
    camera.advance(ZOOM_MS);
    const before = seen(WIDE, boxOf(WIDE, 1), camera.viewport);
    camera.show(SHIFTED, false, "", false);
    const after = seen(SHIFTED, boxOf(SHIFTED, 1), camera.viewport);
    expect(after[0]).toBeCloseTo(before[0]!);
    expect(after[1]).toBeCloseTo(before[1]!);
    camera.returnTo(0);
    camera.advance(ZOOM_MS);
    camera.show(WIDE, false, "", false);
    expect(camera.viewport).toEqual({ x: 0, width: 100, top: 0 });
  });

  it("scrolls without leaving the zoomed box, and not where there is nothing to scroll to", () => {
    const { camera } = cameraOn(SURFACE);
    expect(camera.scroll(0, 10)).toBe(false);
    camera.show(WIDE, false, "", true);
    expect([camera.scroll(0, 10), camera.scroll(10, 0)]).toEqual([false, false]);
    camera.show(DEEP, false, "", false);
    expect([camera.scroll(10, 0), camera.scroll(0, 50)]).toEqual([false, true]);
    expect(camera.viewport.top).toBe(50);
    camera.zoomAt(200, 2);
    expect(camera.scroll(10, 0)).toBe(true);
    camera.show(DEEP, false, path(DEEP, 70), true);
    camera.advance(ZOOM_MS);
    camera.scroll(0, 5);
    const wider = layoutOf([Array.from({ length: 60 }, (_, i) => i), [0, 70]], [50n, 50n]);
    camera.show(wider, false, path(DEEP, 70), false);
    expect(seen(wider, boxOf(wider, 70), camera.viewport)).toEqual([0, 1]);
  });

  it("scrolls a flame graph the way the picture moves: down leads to the root", () => {
    const { camera } = cameraOn(SURFACE);
    camera.show(DEEP, true, "", true);
    camera.scroll(0, -60);
    expect(camera.viewport.top).toBe(60);
    camera.pan(0, 20);
    expect(camera.viewport.top).toBe(40);
  });

  it("ends a movement where it leads to when the surface changes", () => {
    const { camera } = cameraOn(SURFACE);
    camera.show(WIDE, false, "", true);
    camera.show(WIDE, false, path(WIDE, 4), true);
    camera.advance(ZOOM_MS / 3);
    camera.resize({ ...SURFACE, width: 300 });
    expect(camera.moving).toBe(false);
    expect(seen(WIDE, boxOf(WIDE, 4), camera.viewport)).toEqual([0, 1]);
  });

  it("moves to the columns between which one dragged, whichever way", () => {
    for (const [a, b] of [
      [100, 300],
      [300, 100],
    ] as const) {
      const { camera } = cameraOn(SURFACE, true);
      camera.show(WIDE, false, "", true);
      camera.moveToColumns(a, b);
      expect(camera.viewport).toEqual({ x: 25, width: 50, top: 0 });
      camera.moveToColumns(-50, 1000);
      expect(camera.viewport).toEqual({ x: 25, width: 50, top: 0 });
    }
  });

  it("says where a box will be at rest, and hits it there", () => {
    const { camera } = cameraOn(SURFACE);
    camera.show(WIDE, false, "", true);
    camera.show(WIDE, false, path(WIDE, 4), true);
    const box = boxOf(WIDE, 4);
    const place = camera.placeOf(box)!;
    expect([place.x, place.y]).toEqual([0, 2 * ROW_HEIGHT]);
    expect(camera.hitAt(place.x + 1, place.y + 1)?.box).not.toBe(box);
    camera.advance(ZOOM_MS);
    expect(camera.hitAt(place.x + 1, place.y + 1)).toEqual({ box, blocked: 0 });
    camera.show(WIDE, false, path(WIDE, 5), true);
    expect(camera.placeOf(boxOf(WIDE, 1))).toBeUndefined();
  });

  it("brings any box into sight, wide enough to be told, and never beyond the graph", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(pictures, surfaces, share, share, ({ picture: { layout } }, surface, at, box) => {
        fc.pre(layout.count > 1 && surface.height >= 3 * ROW_HEIGHT);
        const { camera } = cameraOn(surface, true);
        camera.show(layout, false, "", true);
        camera.zoomAt(at * surface.width, 50);
        const wanted = Math.min(layout.count - 1, Math.floor(box * layout.count));
        camera.reveal(wanted);
        const { x, width, top } = camera.viewport;
        expect(layout.x[wanted]!).toBeLessThan(x + width);
        expect(layout.x[wanted]! + layout.width[wanted]!).toBeGreaterThan(x);
        const y = layout.row[wanted]! * ROW_HEIGHT - top;
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y + ROW_HEIGHT).toBeLessThanOrEqual(surface.height);
        expect(top).toBeLessThanOrEqual(maxTop(layout, surface));
      }),
    );
  });

  it("that has nothing to show does nothing", () => {
    const { camera, changes } = cameraOn(SURFACE);
    camera.pan(1, 1);
    camera.zoomAt(5, 2);
    camera.moveToColumns(1, 2);
    camera.reveal(3);
    camera.returnTo(0);
    camera.resize({ ...SURFACE, width: 1 });
    expect([camera.hitAt(1, 1), camera.placeOf(0)]).toEqual([undefined, undefined]);
    expect(changes.count).toBe(0);
  });
});
