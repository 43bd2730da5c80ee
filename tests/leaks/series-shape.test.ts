import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fellBack, levelledOff, riseOf } from "../../src/leaks/series-shape.js";

const rise = (series: readonly number[]) =>
  riseOf(
    series.map((_, i) => i),
    series,
  );

describe("a rise", () => {
  it("begins where the series last was at its lowest", () => {
    expect(rise([0, 10, 21, 30])?.from).toBe(0);
    expect(rise([90, 60, 5, 6, 20, 35, 50])?.from).toBe(3);
    expect(rise([5, 5, 5, 20, 35, 50])?.trend.slope).toBeCloseTo(15, 9);
  });

  it("is none of fewer than three snapshots, of a wave, of a step, of a fall", () => {
    for (const series of [[], [5], [1, 50], [0, 80, 5, 90, 2, 40], [0, 50, 51], [9, 5, 1]]) {
      expect(rise(series)).toBeUndefined();
    }
  });

  it("is none of what has levelled off", () => {
    expect(rise([0, 20, 40, 60, 60, 61, 60])).toBeUndefined();
    // Growth that slows down goes on all the same.
    expect(rise([49, 97, 126, 145, 168, 169])).toBeDefined();
  });

  it("does not depend on the unit of bytes or of time", () => {
    const series = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(series, fc.integer({ min: 2, max: 99 }), (values, times) => {
        const scaled = riseOf(
          values.map((_, i) => i * 1000 * times),
          values.map((v) => v * times),
        );
        expect(scaled?.from).toBe(rise(values)?.from);
      }),
    );
  });
});

describe("a level", () => {
  it("is how many of the last snapshots are flat after a rise", () => {
    expect(levelledOff([0, 30, 60, 60, 61, 60])).toBe(4);
    expect(levelledOff([0, 58, 127, 185, 288, 288, 288])).toBe(3);
    expect(levelledOff([1, 50, 50])).toBe(2);
  });

  it("is none of a rise, nor of what never moved", () => {
    expect(levelledOff([0, 10, 21, 30, 39, 50])).toBe(0);
    expect(levelledOff([50, 50, 51, 50])).toBe(0);
    expect(levelledOff([1, 50])).toBe(0);
  });
});

describe("a fall", () => {
  it("is to less than half of what there was", () => {
    expect(fellBack([0, 90, 40])).toBe(true);
    expect(fellBack([0, 90, 50])).toBe(false);
    expect(fellBack([])).toBe(false);
  });
});
