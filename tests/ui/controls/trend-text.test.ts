import { describe, expect, it } from "vitest";
import { trendText } from "../../../src/ui/controls/trend-text.js";

const KIB = 1024;
/** A KiB in a millisecond is this much in an hour. */
const HOUR = 3_600_000;

describe("what is said of a slope", () => {
  it("is bytes an hour where the times are known, and bytes a snapshot where not", () => {
    const slope = { slope: (3 * KIB) / HOUR, low: (2 * KIB) / HOUR, high: (4 * KIB) / HOUR };
    expect(trendText(slope, "bytes", true)).toBe(
      "+3.00 KiB an hour, 95% between +2.00 KiB and +4.00 KiB",
    );
    expect(trendText({ slope: -3 * KIB, low: -4 * KIB, high: -2 * KIB }, "bytes", false)).toBe(
      "−3.00 KiB a snapshot, 95% between −4.00 KiB and −2.00 KiB",
    );
  });

  it("names no size where it may as well be zero", () => {
    expect(trendText({ slope: 5, low: -1, high: 11 }, "bytes", true)).toMatch(/no steady trend/);
  });
});
