import { describe, expect, it } from "vitest";
import { crossingOf, processBytes, rateSentence, rises } from "../../src/leaks/forecast.js";
import { trendOf } from "../../src/lib/trend.js";

const GB = 2 ** 30;
const HOUR = 3_600_000;
const show = (v: number) => `${Math.round(v)}`;

describe("the forecast", () => {
  it("says when live bytes times (1 + GOGC/100) reach 60% of the limit, as a range", () => {
    // 1 GiB an hour, give or take a tenth; 16 GiB limit: 9.6 GiB of process, 4.8 GiB live.
    const trend = { slope: GB / HOUR, low: (0.9 * GB) / HOUR, high: (1.1 * GB) / HOUR, tau: 1 };
    const crossing = crossingOf(trend, 3 * GB, { limit: 16 * GB })!;
    expect(crossing.live / GB).toBeCloseTo(4.8, 10);
    expect(crossing.expected / HOUR).toBeCloseTo(1.8, 10);
    expect(crossing.earliest / HOUR).toBeCloseTo(1.8 / 1.1, 10);
    expect(crossing.latest / HOUR).toBeCloseTo(1.8 / 0.9, 10);
  });

  it("takes watermark and GOGC from whoever knows them", () => {
    const trend = { slope: 1, low: 0.5, high: 2, tau: 1 };
    const crossing = crossingOf(trend, 100, { limit: 1000, watermark: 0.9, gogc: 50 })!;
    expect(crossing.live).toBeCloseTo(600, 10);
    expect(crossing.expected).toBeCloseTo(500, 10);
    expect(crossing.latest).toBeCloseTo(1000, 10);
    expect(processBytes(100, 50)).toBe(150);
    expect(processBytes(100)).toBe(200);
  });

  it("is now where the watermark is passed already", () => {
    const trend = { slope: 1, low: 0.5, high: 2, tau: 1 };
    expect(crossingOf(trend, 900, { limit: 1000 })!.expected).toBe(0);
  });

  it("says nothing of two snapshots, of a slope that may be zero, or without a limit", () => {
    expect(crossingOf(trendOf([1, 2], [1, 2]), 1, { limit: 9 })).toBeUndefined();
    expect(crossingOf(trendOf([1, 2, 3], [5, 9, 4]), 1, { limit: 9 })).toBeUndefined();
    expect(crossingOf({ slope: 1, low: 0, high: 2, tau: 1 }, 1, { limit: 9 })).toBeUndefined();
    expect(crossingOf({ slope: 1, low: 0.5, high: 2, tau: 1 }, 1, { limit: 0 })).toBeUndefined();
    expect(rises({ slope: -1, low: -2, high: -0.5, tau: -1 })).toBe(false);
  });
});

describe("the rate in words", () => {
  const trend = { slope: 1 / 60_000, low: 0.5 / 60_000, high: 2 / 60_000, tau: 1 };

  it("is by the minute, and by the hour as what it would come to", () => {
    expect(rateSentence(trend, 30_000, true, show)).toBe(
      "+1 a minute (95% interval 1 to 2); +60 an hour (30 to 120) if it goes on like that.",
    );
  });

  it("is by the hour alone where hours were watched", () => {
    expect(rateSentence(trend, 2 * HOUR, true, show)).toBe("+60 an hour (95% interval 30 to 120).");
  });

  it("is by the snapshot where the files carry no times", () => {
    const bySnapshot = { slope: 10, low: 8, high: 12, tau: 1 };
    expect(rateSentence(bySnapshot, 0, false, show)).toBe("+10 a snapshot (95% interval 8 to 12).");
  });

  it("is no word where the slope may be zero", () => {
    expect(rateSentence({ slope: 1, low: -1, high: 3, tau: 1 }, 1, true, show)).toBe("");
    expect(rateSentence(undefined, 1, true, show)).toBe("");
  });
});
