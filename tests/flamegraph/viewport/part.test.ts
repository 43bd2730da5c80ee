import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  parsePart,
  partOf,
  sameWidth,
  viewportOfPart,
} from "../../../src/flamegraph/viewport/part.js";
import { pathOf } from "../../../src/flamegraph/viewport/path-anchor.js";
import { clampViewport, viewportOfBox } from "../../../src/flamegraph/viewport/viewport.js";
import { pictureOfStacks } from "../shown.js";

const { layout } = pictureOfStacks(
  [[0, 1, 2], [0, 1, 3], [0, 4], [5]],
  [400n, 300n, 200n, 100n],
).picture;
const surface = { width: 1000, height: 60, ratio: 2 };
const boxes = Array.from({ length: layout.count }, (_, box) => box);

describe("a part of what is zoomed to", () => {
  it("is empty where the zoomed box is seen whole", () => {
    for (const box of boxes) {
      const seen = viewportOfBox(layout, box, 0, surface);
      expect(partOf(layout, pathOf(layout, box), seen, surface)).toBe("");
      expect(viewportOfPart(layout, pathOf(layout, box), "", surface)).toEqual(seen);
    }
  });

  it("leads back to what was seen, to a tenth of a pixel and however far one zoomed", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...boxes),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: -8, max: 0, noNaN: true }),
        fc.nat(40),
        (box, at, size, top) => {
          const all = layout.width[0]!;
          const width = all * 10 ** size;
          const seen = clampViewport({ x: at * (all - width), width, top }, layout, surface);
          const zoom = pathOf(layout, box);
          const text = partOf(layout, zoom, seen, surface);
          const found = viewportOfPart(layout, zoom, text, surface);
          const pixel = seen.width / surface.width;
          expect(Math.abs(found.x - seen.x)).toBeLessThan(0.1 * pixel);
          expect(Math.abs(found.width - seen.width)).toBeLessThan(0.1 * pixel);
          expect(Math.abs(found.top - seen.top)).toBeLessThanOrEqual(0.5);
          expect(text.length).toBeLessThan(48);
        },
      ),
    );
  });

  it("looks at the whole of the zoomed box where its text means nothing", () => {
    for (const text of ["x", "0.5", "0,0", "0,-1", "1e9,1", "0,1,2,3", "0,NaN", "∞,1"]) {
      expect(parsePart(text)).toBeUndefined();
      expect(viewportOfPart(layout, "", text, surface)).toEqual(
        viewportOfBox(layout, 0, 0, surface),
      );
    }
  });

  it("never looks beyond the graph", () => {
    const far = viewportOfPart(layout, "", "999999,0.5,999999999", surface);
    expect(far.x + far.width).toBeLessThanOrEqual(layout.width[0]!);
  });

  it("is a step to go back to where the width is another, not where one only moved", () => {
    expect(sameWidth("0.1,0.5", "0.3,0.5,80")).toBe(true);
    expect(sameWidth("", "0,1,80")).toBe(true);
    expect(sameWidth("", "0,0.5")).toBe(false);
  });
});
