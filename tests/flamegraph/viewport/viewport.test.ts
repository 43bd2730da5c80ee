import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ancestry,
  boxAtPath,
  nearestBox,
  pathOf,
  placeOf,
  viewportOfPlace,
} from "../../../src/flamegraph/viewport/path-anchor.js";
import {
  between,
  clampViewport,
  maxTop,
  panBy,
  ROW_HEIGHT,
  revealBox,
  type Surface,
  topShowing,
  type Viewport,
  viewportOfBox,
  wholeViewport,
  zoomAround,
} from "../../../src/flamegraph/viewport/viewport.js";
import { pictureOfStacks, pictures, surfaces } from "../shown.js";

const SURFACE: Surface = { width: 400, height: 190, ratio: 1 };
const anyNumber = fc.oneof(
  fc.double(),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0),
);
const anyViewport: fc.Arbitrary<Viewport> = fc.record({
  x: anyNumber,
  width: anyNumber,
  top: anyNumber,
});
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe("a viewport", () => {
  it("once clamped looks nowhere beyond the graph, whatever was asked", () => {
    fc.assert(
      fc.property(pictures, surfaces, anyViewport, ({ picture: { layout } }, surface, asked) => {
        const all = layout.width[0] || 1;
        const at = clampViewport(asked, layout, surface);
        expect(at.x).toBeGreaterThanOrEqual(0);
        expect(at.width).toBeGreaterThan(0);
        expect(at.x + at.width).toBeLessThanOrEqual(all * (1 + 1e-12));
        expect(at.top).toBeGreaterThanOrEqual(0);
        expect(at.top).toBeLessThanOrEqual(maxTop(layout, surface));
        expect(clampViewport(at, layout, surface)).toEqual(at);
      }),
      { numRuns: 300 },
    );
  });

  it("that is fine stays as it is", () => {
    fc.assert(
      fc.property(pictures, share, share, ({ picture: { layout } }, at, wide) => {
        const all = layout.width[0] || 1;
        const width = Math.max(1e-6, wide) * all;
        const fine = { x: at * (all - width), width, top: 0 };
        const clamped = clampViewport(fine, layout, SURFACE);
        expect(clamped.x).toBeCloseTo(fine.x, 6);
        expect(clamped.width).toBe(width);
      }),
    );
  });

  it("zooms so that what is under the pointer stays there, and back again", () => {
    fc.assert(
      fc.property(share, fc.double({ min: 0.1, max: 10, noNaN: true }), (at, factor) => {
        const from = { x: 100, width: 1000, top: 7 };
        const px = at * SURFACE.width;
        const to = zoomAround(from, SURFACE, px, factor);
        expect(to.width).toBeCloseTo(1000 / factor, 6);
        expect(to.x + at * to.width).toBeCloseTo(from.x + at * from.width, 6);
        expect(to.top).toBe(7);
        const back = zoomAround(to, SURFACE, px, 1 / factor);
        expect(back.x).toBeCloseTo(from.x, 6);
        expect(back.width).toBeCloseTo(from.width, 6);
      }),
    );
  });

  it("pans by as much as the pointer moves", () => {
    expect(panBy({ x: 0, width: 800, top: 10 }, SURFACE, 100, 5)).toEqual({
      x: 200,
      width: 800,
      top: 15,
    });
  });

  it("moves from one place to another without leaving the way, and arrives", () => {
    fc.assert(
      fc.property(share, share, share, share, share, (a, b, c, d, t) => {
        const from = { x: a * 100, width: 1 + b * 100, top: 0 };
        const to = { x: c * 100, width: 1 + d * 100, top: 50 };
        expect(between(from, to, 0)).toBe(from);
        expect(between(from, to, 1)).toBe(to);
        const at = between(from, to, t);
        const within = (v: number, p: number, q: number): boolean =>
          v >= Math.min(p, q) - 1e-6 && v <= Math.max(p, q) + 1e-6;
        expect(within(at.width, from.width, to.width)).toBe(true);
        expect(within(at.x, from.x, to.x)).toBe(true);
        expect(within(at.x + at.width, from.x + from.width, to.x + to.width)).toBe(true);
      }),
    );
  });

  it("of a box has the box fill the width and its row in sight", () => {
    fc.assert(
      fc.property(pictures, surfaces, share, share, ({ picture: { layout } }, surface, b, t) => {
        fc.pre(layout.width[0]! > 0);
        const box = Math.floor(b * (layout.count - 1));
        const top = t * maxTop(layout, surface);
        const at = viewportOfBox(layout, box, top, surface);
        expect(at.x).toBeCloseTo(layout.x[box]!, 6);
        expect(at.width).toBe(layout.width[box]);
        expectRowInSight(layout.row[box]!, at, surface);
      }),
    );
  });

  it("that reveals a box moves no further than needed", () => {
    fc.assert(
      fc.property(pictures, surfaces, share, share, share, (shown, surface, b, at, wide) => {
        const { layout } = shown.picture;
        fc.pre(layout.width[0]! > 0);
        const all = layout.width[0]!;
        const box = Math.floor(b * (layout.count - 1));
        const width = Math.max(1e-3, wide) * all;
        const before = { x: at * (all - width), width, top: 0 };
        const after = revealBox(before, layout, box, surface);
        expectRowInSight(layout.row[box]!, after, surface);
        // Some of it is seen, and enough to be made out.
        const left = Math.max(layout.x[box]!, after.x);
        const right = Math.min(layout.x[box]! + layout.width[box]!, after.x + after.width);
        expect(((right - left) / after.width) * surface.width).toBeGreaterThan(2.5);
        const twice = revealBox(after, layout, box, surface);
        expect(twice.x).toBeCloseTo(after.x, 6);
        expect(twice.width).toBeCloseTo(after.width, 6);
        expect(twice.top).toBe(after.top);
      }),
      { numRuns: 300 },
    );
  });

  it("scrolls only where there is more than fits", () => {
    const { layout } = pictureOfStacks([[0, 1, 2]], [1n]).picture;
    expect(maxTop(layout, { ...SURFACE, height: 4 * ROW_HEIGHT })).toBe(0);
    expect(maxTop(layout, { ...SURFACE, height: 2 * ROW_HEIGHT })).toBeGreaterThan(2 * ROW_HEIGHT);
    expect(topShowing(0, 500, SURFACE)).toBe(0);
    expect(topShowing(30, 0, SURFACE)).toBe(32 * ROW_HEIGHT - 190);
  });
});

function expectRowInSight(row: number, at: Viewport, surface: Surface): void {
  const above = row * ROW_HEIGHT - at.top;
  expect(above).toBeGreaterThanOrEqual(-1e-9);
  if (surface.height >= ROW_HEIGHT) {
    expect(above + ROW_HEIGHT).toBeLessThanOrEqual(surface.height + 1e-9);
  }
}

describe("a place", () => {
  it("is found again in the same picture", () => {
    fc.assert(
      fc.property(
        pictures,
        surfaces,
        share,
        share,
        ({ picture: { layout } }, surface, at, wide) => {
          fc.pre(layout.width[0]! > 0);
          const all = layout.width[0]!;
          const width = Math.max(1e-3, wide) * all;
          const viewport = clampViewport({ x: at * (all - width), width, top: 3 }, layout, surface);
          const again = viewportOfPlace(layout, placeOf(layout, viewport), surface);
          expect(again.x).toBeCloseTo(viewport.x, 4);
          expect(again.width).toBeCloseTo(viewport.width, 4);
          expect(again.top).toBe(viewport.top);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("in another picture is where the same function is, whatever it weighs there", () => {
    const stacks = [
      [0, 1],
      [2, 3],
    ];
    const before = pictureOfStacks(stacks, [10n, 90n]).picture.layout;
    const after = pictureOfStacks(stacks, [70n, 30n]).picture.layout;
    const box = boxAtPath(after, pathOf(before, 3));
    const place = placeOf(before, viewportOfBox(before, 3, 0, SURFACE));
    const seen = viewportOfPlace(after, place, SURFACE);
    expect([seen.x, seen.width]).toEqual([after.x[box], after.width[box]]);
  });

  it("falls back to the nearest frame above that is there", () => {
    const before = pictureOfStacks([[0, 1, 2]], [1n]).picture.layout;
    const after = pictureOfStacks([[0, 3], [4]], [5n, 95n]).picture.layout;
    const paths = ancestry(before, 3);
    expect(paths).toHaveLength(3);
    const box = nearestBox(after, paths);
    expect(after.width[box]).toBe(5);
    expect(nearestBox(after, [])).toBe(0);
    const place = placeOf(before, wholeViewport(before));
    const seen = viewportOfPlace(after, { ...place, paths }, SURFACE);
    expect([seen.x, seen.width]).toEqual([after.x[box], after.width[box]]);
  });

  it("of every box is found by its path", () => {
    fc.assert(
      fc.property(pictures, ({ picture: { layout } }) => {
        for (let box = 0; box < layout.count; box++) {
          expect(boxAtPath(layout, pathOf(layout, box))).toBe(box);
        }
        expect(boxAtPath(layout, "no path!")).toBe(-1);
      }),
    );
  });
});
