import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { TipPlace } from "../../../src/flamegraph/input/tooltip-position.js";

afterEach(() => vi.unstubAllGlobals());

interface Page {
  readonly window: { readonly width: number; readonly height: number };
  readonly host: { readonly left: number; readonly top: number };
  readonly tip: { readonly width: number; readonly height: number };
}

/** Where the tooltip's upper left corner comes to lie. */
function placed(page: Page, move: (place: TipPlace) => void): { left: number; top: number } {
  vi.stubGlobal("window", { innerWidth: page.window.width, innerHeight: page.window.height });
  const style = { transform: "" };
  const host = { getBoundingClientRect: () => page.host };
  const tip = { offsetWidth: page.tip.width, offsetHeight: page.tip.height, style };
  move(new TipPlace(host as unknown as HTMLElement, tip as unknown as HTMLElement));
  const [, left, top] = /^translate\((-?[\d.]+)px, (-?[\d.]+)px\)$/.exec(style.transform)!;
  return { left: Number(left), top: Number(top) };
}

const pages: fc.Arbitrary<Page> = fc.record({
  window: fc.record({
    width: fc.integer({ min: 320, max: 2000 }),
    height: fc.integer({ min: 300, max: 1200 }),
  }),
  host: fc.record({
    left: fc.integer({ min: -50, max: 300 }),
    top: fc.integer({ min: -400, max: 1300 }),
  }),
  tip: fc.record({
    width: fc.integer({ min: 40, max: 300 }),
    height: fc.integer({ min: 20, max: 280 }),
  }),
});

describe("the tooltip", () => {
  it("stays inside of the window, wherever the pointer or the box is", () => {
    const point = fc.integer({ min: -100, max: 2200 });
    fc.assert(
      fc.property(pages, point, point, fc.boolean(), (page, x, y, below) => {
        const { left, top } = placed(page, (place) =>
          below ? place.below(x, y, 19) : place.follow(x, y),
        );
        expect(left).toBeGreaterThanOrEqual(8);
        expect(top).toBeGreaterThanOrEqual(8);
        expect(left + page.tip.width).toBeLessThanOrEqual(page.window.width);
        expect(top + page.tip.height).toBeLessThanOrEqual(page.window.height);
      }),
      { numRuns: 500 },
    );
  });

  it("never covers the point that it is about where there is room on any side of it", () => {
    fc.assert(
      fc.property(
        pages,
        fc.integer({ min: 0, max: 1900 }),
        fc.integer({ min: 0, max: 1100 }),
        (page, x, y) => {
          const at = { x: page.host.left + x, y: page.host.top + y };
          const { width, height } = page.tip;
          fc.pre(at.x >= 0 && at.y >= 0 && at.x < page.window.width && at.y < page.window.height);
          const room = 30;
          fc.pre(
            at.x + width + room < page.window.width ||
              at.x - width - room > 0 ||
              at.y + height + room < page.window.height ||
              at.y - height - room > 0,
          );
          const { left, top } = placed(page, (place) => place.follow(x, y));
          const covers =
            left <= at.x && at.x <= left + width && top <= at.y && at.y <= top + height;
          expect(covers).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });

  const page: Page = {
    window: { width: 1000, height: 600 },
    host: { left: 10, top: 100 },
    tip: { width: 200, height: 100 },
  };

  it("is beside the pointer, and above it where there is no room below", () => {
    expect(placed(page, (p) => p.follow(50, 60))).toEqual({ left: 74, top: 174 });
    const low = placed(page, (p) => p.follow(50, 450));
    expect(low.top + page.tip.height).toBeLessThan(550);
  });

  it("is below a box, and above it where there is no room, never upon it", () => {
    const under = placed(page, (p) => p.below(0, 100, 19));
    expect(under.top).toBeGreaterThanOrEqual(219);
    const over = placed(page, (p) => p.below(0, 450, 19));
    expect(over.top + page.tip.height).toBeLessThanOrEqual(550);
  });
});
