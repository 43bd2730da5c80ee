import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { studentT95, trendOf } from "../../src/lib/trend.js";
import { generator } from "../leaks/go-sampler.js";

describe("a trend", () => {
  it("is that of R's lm on a small example", () => {
    // x <- 1:5; y <- c(2.1, 3.9, 6.2, 7.8, 10.1); confint(lm(y ~ x)), cor(x, y, method = "kendall")
    const trend = trendOf([1, 2, 3, 4, 5], [2.1, 3.9, 6.2, 7.8, 10.1])!;
    expect(trend.slope).toBeCloseTo(1.99, 10);
    expect(trend.low).toBeCloseTo(1.799721, 3);
    expect(trend.high).toBeCloseTo(2.180279, 3);
    expect(trend.tau).toBe(1);
  });

  it("is nothing for fewer than three points, one moment, or what is not finite", () => {
    expect(trendOf([1, 2], [1, 2])).toBeUndefined();
    expect(trendOf([], [])).toBeUndefined();
    expect(trendOf([7, 7, 7], [1, 2, 3])).toBeUndefined();
    expect(trendOf([1, 2, Number.NaN], [1, 2, 3])).toBeUndefined();
    expect(trendOf([1, 2, 3], [1, Number.POSITIVE_INFINITY, 3])).toBeUndefined();
  });

  it("keeps its digits on milliseconds since 1970", () => {
    const times = [0, 6038, 12_111, 18_181, 24_238, 30_282].map((t) => 1_795_462_808_143 + t);
    const trend = trendOf(
      times,
      times.map((t) => 5e8 + 12.5 * (t - times[0]!)),
    )!;
    expect(trend.slope).toBeCloseTo(12.5, 9);
    expect(trend.high - trend.low).toBeLessThan(1e-3);
  });

  it("has Kendall's tau-b with ties: flat values are no trend", () => {
    expect(trendOf([1, 2, 3, 4], [5, 5, 5, 5])!.tau).toBe(0);
    expect(trendOf([1, 2, 3, 4], [9, 7, 4, 1])!.tau).toBe(-1);
    expect(trendOf([1, 2, 3, 4], [0, 0, 0, 9])!.tau).toBeCloseTo(3 / Math.sqrt(6 * 3), 12);
  });

  it("turns with its values, and does not depend on the order of the points", () => {
    const points = fc.array(fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer()), {
      minLength: 3,
      maxLength: 40,
    });
    fc.assert(
      fc.property(points, (rows) => {
        const trend = trendOf(
          rows.map((r) => r[0]),
          rows.map((r) => r[1]),
        );
        const turned = trendOf(
          rows.map((r) => r[0]),
          rows.map((r) => -r[1]),
        );
        const back = trendOf(
          rows.toReversed().map((r) => r[0]),
          rows.toReversed().map((r) => r[1]),
        );
        if (!trend || !turned || !back) {
          expect([trend, turned, back]).toEqual([undefined, undefined, undefined]);
          return;
        }
        const near = Math.max(1, Math.abs(trend.slope), trend.high - trend.low) * 1e-6;
        expect(Math.abs(turned.slope + trend.slope)).toBeLessThan(near);
        expect(Math.abs(turned.low + trend.high)).toBeLessThan(near);
        expect(turned.tau).toBeCloseTo(-trend.tau, 12);
        expect(Math.abs(back.slope - trend.slope)).toBeLessThan(near);
        expect(back.tau).toBeCloseTo(trend.tau, 12);
        expect(trend.low).toBeLessThanOrEqual(trend.slope);
        expect(Math.abs(trend.tau)).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it("holds the true slope in 95 of 100 intervals, from three points on", () => {
    const random = generator(3);
    const noise = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    for (const n of [3, 4, 6, 12, 40]) {
      const times = Array.from({ length: n }, (_, i) => i * 7);
      let held = 0;
      for (let t = 0; t < 4000; t++) {
        const trend = trendOf(
          times,
          times.map((x) => 100 + 3 * x + 20 * noise()),
        )!;
        if (trend.low <= 3 && 3 <= trend.high) held++;
      }
      expect(held / 4000, `${n} points`).toBeGreaterThan(0.94);
      expect(held / 4000, `${n} points`).toBeLessThan(0.96);
    }
  });

  it("looks at a bounded number of pairs however many points there are", () => {
    const times = Array.from({ length: 50_000 }, (_, i) => i);
    expect(trendOf(times, times)!.tau).toBe(1);
  });
});

describe("Student's t", () => {
  it("falls towards the normal distribution without a step where the table ends", () => {
    expect(studentT95(1)).toBeCloseTo(12.706, 3);
    expect(studentT95(31)).toBeCloseTo(2.0395, 3);
    expect(studentT95(60)).toBeCloseTo(2.0003, 3);
    expect(studentT95(1e6)).toBeCloseTo(1.96, 3);
    for (let df = 2; df < 60; df++) expect(studentT95(df)).toBeLessThan(studentT95(df - 1));
  });
});
