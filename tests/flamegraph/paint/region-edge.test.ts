import { describe, expect, it } from "vitest";
import { TONES } from "../../../src/flamegraph/colour/canvas-theme.js";
import { rowSize, rowTop } from "../../../src/flamegraph/paint/paint.js";
import { wholeViewport } from "../../../src/flamegraph/viewport/viewport.js";
import type { RecordingDrawing } from "../recording-drawing.js";
import { painted, pictureOfStacks } from "../shown.js";

const SURFACE = { width: 400, height: 100, ratio: 1 };

/** The colours that are seen in the end, by pixel. */
function raster(drawing: RecordingDrawing): string[][] {
  const pixels = Array.from({ length: SURFACE.height }, () =>
    new Array<string>(SURFACE.width).fill(""),
  );
  for (const { x, y, width, height, colour } of drawing.of("rect", "round")) {
    for (let row = Math.max(0, y); row < Math.min(SURFACE.height, y + height); row++) {
      for (let at = Math.max(0, x); at < Math.min(SURFACE.width, x + width); at++) {
        pixels[row]![at] = colour;
      }
    }
  }
  return pixels;
}

describe.each([false, true])("the edge of what stands out, as a flame: %s", (flame) => {
  // Below f0 three functions of which the middle one does not match; f1 and f3 do.
  const shown = pictureOfStacks(
    [
      [0, 1],
      [0, 2],
      [0, 3],
    ],
    [50n, 30n, 20n],
  );
  const matches = Uint8Array.from(shown.names.names, (name) => (/f2$/.test(name) ? 0 : 1));
  const viewport = wholeViewport(shown.picture.layout);
  const { scene, drawing } = painted(shown, viewport, SURFACE, {
    matches,
    flame,
  });
  const pixels = raster(drawing);
  const edge = TONES.light.text;
  const cellOf = (name: RegExp) => {
    for (let i = 0; i < scene.count; i++) {
      const frame = shown.picture.layout.frame[scene.box[i]!]!;
      if (frame >= 0 && name.test(shown.names.names[frame]!)) return i;
    }
    throw new Error(`${name} is not drawn`);
  };

  it("is drawn, and not round an island between two that match", () => {
    expect(pixels.flat()).toContain(edge);
    const island = cellOf(/f2$/);
    const top = rowTop(scene.row[island]!, viewport, SURFACE, flame);
    const own = pixels.slice(top, top + rowSize(SURFACE) - 1);
    const rows = own.map((row) => row.slice(scene.left[island]! - 1, scene.right[island]!));
    expect(rows.flat()).not.toContain(edge);
  });
});
