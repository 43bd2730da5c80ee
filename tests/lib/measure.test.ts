import { describe, expect, it } from "vitest";
import { fixed2, percentage, scale, scaledLabel } from "../../src/lib/measure.js";

describe("values", () => {
  it.each([
    [0, "bytes", "minimum", "0"],
    [1, "bytes", "minimum", "1B"],
    [1023, "bytes", "minimum", "1023B"],
    [1024, "bytes", "minimum", "1kB"],
    [5 * 2 ** 20, "bytes", "minimum", "5MB"],
    [512 * 1024, "bytes", "MB", "0.50MB"],
    [72_498_544, "bytes", "MB", "69.14MB"],
    [-72_498_544, "bytes", "MB", "-69.14MB"],
    [3 * 2 ** 40, "bytes", "auto", "3TB"],
    [2 ** 50, "bytes", "minimum", "1PB"],
    [100, "bytes", "GB", "0"],
    [12, "count", "minimum", "12"],
    [12, "count", "B", "12B"],
    [1e9, "nanoseconds", "auto", "1s"],
    [1500, "bytes", "foo", "1500B"],
    [2048, "bytes", "KB", "2kB"],
    [2048, "bytes", "kilobytes", "2kB"],
  ])("%d %s in %s are %s", (value, from, to, text) => {
    expect(scaledLabel(value, from, to)).toBe(text);
  });

  it("go to the even digit where they lie halfway, as in Go", () => {
    expect([0.125, 0.375, 0.625, 0.875, 2.125, -0.125, 1.005].map(fixed2)).toEqual([
      "0.12",
      "0.38",
      "0.62",
      "0.88",
      "2.12",
      "-0.12",
      "1.00",
    ]);
  });

  it("choose the largest unit of which they are at least one", () => {
    expect(scale(1048575, "bytes", "minimum").unit).toBe("kB");
    expect(scale(1048576, "bytes", "minimum").unit).toBe("MB");
    expect(scale(0, "bytes", "minimum").unit).toBe("B");
  });
});

describe("percentages", () => {
  it.each([
    [100, 100, "  100%"],
    [99.95, 100, "  100%"],
    [99.94, 100, "99.94%"],
    [100.06, 100, "100.06%"],
    [1, 100, " 1.00%"],
    [0.5, 100, "  0.5%"],
    [26, 100_000, "0.026%"],
    [996, 100_000, "    1%"],
    [994, 100_000, " 0.99%"],
    [0, 100, "    0%"],
    [5, 0, "    0%"],
    [-25, 100, "25.00%"],
    [1, 100_000_000, "1e-06%"],
    [12, 100_000, "0.012%"],
    [12, 10_000_000, "0.00012%"],
    [0.125, 100, " 0.12%"],
    [0.375, 100, " 0.38%"],
  ])("%d of %d is %s", (value, total, text) => {
    expect(percentage(value, total)).toBe(text);
  });
});
