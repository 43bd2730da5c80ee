import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Motion, ZOOM_MS } from "../../../src/flamegraph/viewport/motion.js";
import type { Viewport } from "../../../src/flamegraph/viewport/viewport.js";

const viewports: fc.Arbitrary<Viewport> = fc.record({
  x: fc.integer({ min: 0, max: 1000 }),
  width: fc.integer({ min: 1, max: 1000 }),
  top: fc.integer({ min: 0, max: 5000 }),
});
const times = fc.array(fc.integer({ min: -20, max: 2 * ZOOM_MS }), { maxLength: 8 });

describe("a motion", () => {
  it("rests where it was put, and has nothing to do there", () => {
    fc.assert(
      fc.property(viewports, fc.integer(), (to, now) => {
        const motion = new Motion();
        motion.jump(to);
        expect(motion.moving).toBe(false);
        expect(motion.advance(now)).toBe(false);
        expect([motion.viewport, motion.target]).toEqual([to, to]);
      }),
    );
  });

  it("ends exactly where it leads to, whichever frames there were", () => {
    fc.assert(
      fc.property(viewports, viewports, fc.integer({ min: 0, max: 1e6 }), times, (a, b, t0, at) => {
        const motion = new Motion();
        motion.jump(a);
        motion.start(b, t0);
        for (const t of at.sort((x, y) => x - y)) {
          if (t >= ZOOM_MS) break;
          expect(motion.advance(t0 + t)).toBe(true);
          expect(motion.moving).toBe(true);
          expect(motion.target).toEqual(b);
          // Before its time nothing has moved.
          if (t <= 0) expect(motion.viewport).toEqual(a);
          for (const key of ["width", "top"] as const) {
            expect(motion.viewport[key]).toBeGreaterThanOrEqual(Math.min(a[key], b[key]) - 1e-6);
            expect(motion.viewport[key]).toBeLessThanOrEqual(Math.max(a[key], b[key]) + 1e-6);
          }
        }
        expect(motion.advance(t0 + ZOOM_MS)).toBe(true);
        expect(motion.moving).toBe(false);
        expect(motion.viewport).toEqual(b);
        expect(motion.advance(t0 + ZOOM_MS + 1)).toBe(false);
      }),
    );
  });

  it("goes on from what is seen when it is sent elsewhere on the way", () => {
    const motion = new Motion();
    motion.jump({ x: 0, width: 1000, top: 0 });
    motion.start({ x: 500, width: 10, top: 0 }, 0);
    motion.advance(ZOOM_MS / 2);
    const seen = motion.viewport;
    expect(seen.width).toBeLessThan(1000);
    expect(seen.width).toBeGreaterThan(10);
    motion.start({ x: 0, width: 1000, top: 0 }, ZOOM_MS / 2);
    motion.advance(ZOOM_MS / 2);
    expect(motion.viewport).toEqual(seen);
    motion.jump({ x: 1, width: 2, top: 3 });
    expect(motion.moving).toBe(false);
  });
});
