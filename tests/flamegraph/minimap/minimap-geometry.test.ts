import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  MAP_WIDTH,
  mapSize,
  mapWindow,
  needsMap,
  paintMap,
  viewportFromMap,
} from "../../../src/flamegraph/minimap/minimap-geometry.js";
import { clampViewport, wholeViewport } from "../../../src/flamegraph/viewport/viewport.js";
import type { Shown } from "../pictures.js";
import { RecordingDrawing } from "../recording-drawing.js";
import { hugePicture, paintingOf, pictureOfStacks, pictures } from "../shown.js";

const SURFACE = { width: 800, height: 300, ratio: 2 };

function mapOf(shown: Shown, flame: boolean): RecordingDrawing {
  const { colours, standing } = paintingOf(shown);
  const drawing = new RecordingDrawing();
  paintMap(drawing, shown.picture.layout, colours, standing, "light", flame, SURFACE.ratio);
  return drawing;
}

describe("the minimap", () => {
  it("is drawn with calls that follow its pixels, however many boxes and rows there are", () => {
    const deep = Array.from({ length: 4000 }, (_, i) => i % 7);
    for (const shown of [hugePicture(60_000), pictureOfStacks([deep], [1n])]) {
      const { height } = mapSize(shown.picture.layout);
      expect(height).toBeLessThanOrEqual(96);
      for (const flame of [false, true]) {
        const { marks } = mapOf(shown, flame);
        expect(marks.length).toBeLessThanOrEqual(1 + MAP_WIDTH * 2 * height * 2);
        for (const mark of marks) {
          expect(mark.y).toBeGreaterThanOrEqual(0);
          expect(mark.y + mark.height).toBeLessThanOrEqual(height * 2 + 1);
        }
      }
    }
    const rows = new Set(mapOf(pictureOfStacks([deep], [1n]), false).marks.map((m) => m.y));
    expect(mapOf(pictureOfStacks([deep], [1n]), false).marks.length).toBe(rows.size + 1);
  });

  it("shows where one is, inside of itself, and goes there when clicked", () => {
    const share = fc.double({ min: 0.01, max: 1, noNaN: true });
    fc.assert(
      fc.property(pictures, share, share, fc.boolean(), ({ picture: { layout } }, a, b, flame) => {
        fc.pre(layout.width[0]! > 0);
        const all = layout.width[0]!;
        const width = a * all;
        const at = clampViewport({ x: b * (all - width), width, top: b * 500 }, layout, SURFACE);
        const { height } = mapSize(layout);
        const seen = mapWindow(layout, at, SURFACE, flame);
        expect(seen.x).toBeGreaterThanOrEqual(0);
        expect(seen.x + seen.width).toBeLessThanOrEqual(MAP_WIDTH + 1e-9);
        expect(seen.y).toBeGreaterThanOrEqual(-1e-9);
        expect(seen.y + seen.height).toBeLessThanOrEqual(height + 1e-9);
        const middle = seen.x + seen.width / 2;
        const again = viewportFromMap(layout, at, SURFACE, flame, middle, seen.y + seen.height / 2);
        expect(again.width).toBe(at.width);
        // To within the least width that the window is drawn with.
        expect(Math.abs(again.x - at.x)).toBeLessThanOrEqual((3 / MAP_WIDTH) * all);
      }),
    );
  });

  it("is shown only when there is more than fits, and room for it", () => {
    const { layout } = pictureOfStacks([[0, 1]], [1n]).picture;
    const whole = wholeViewport(layout);
    expect(needsMap(layout, whole, SURFACE)).toBe(false);
    expect(needsMap(layout, { ...whole, width: whole.width / 2 }, SURFACE)).toBe(true);
    expect(needsMap(layout, { ...whole, width: 0.5 }, { ...SURFACE, width: 300 })).toBe(false);
  });
});
