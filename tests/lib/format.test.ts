import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatBytes, formatValue } from "../../src/lib/format.js";
import { unitOf } from "../../src/lib/units.js";
import { formatExact } from "../../src/ui/controls/page-format.js";

describe("a value in words", () => {
  it.each([
    [1_983_775_191, "bytes", "1.85 GiB"],
    [2.5, "MB", "2.50 MiB"],
    [3, "kilobytes", "3.00 KiB"],
    [1, "GiB", "1.00 GiB"],
    [2_500_000_900, "nanoseconds", "2.50 s"],
    [900, "ns", "900 ns"],
    [1500, "microseconds", "1.50 ms"],
    [90, "seconds", "1.50 min"],
    [-7200, "s", "−2.00 h"],
    [445_875, "count", "445,875"],
    [1, "events", "1 event"],
    [2, "events", "2 events"],
    [1, "bytes", "1 B"],
  ])("for %d %s is %s", (value, unit, words) => {
    expect(formatValue(value, unit)).toBe(words);
  });

  it("scales whatever unit of bytes the file has as it scales bytes", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.constantFrom("B", "byte", "kB", "KiB", "MB", "megabytes", "GiB"),
        (value, unit) => {
          const { of, factor } = unitOf(unit)!;
          expect(of).toBe("bytes");
          expect(formatValue(value, unit)).toBe(formatBytes(value * factor));
        },
      ),
    );
  });

  it("never has more than four digits in front of a unit of time", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 3.6e15, noNaN: true }), (nanos) => {
        expect(formatValue(nanos, "nanoseconds")).toMatch(
          /^\d{1,4}(\.\d{1,2})? (ns|µs|ms|s|min|h)$/,
        );
      }),
    );
  });

  it("is exact on request, and says what is counted", () => {
    expect(formatExact(1, "bytes")).toBe("1 byte");
    expect(formatExact(445_875, "count", "inuse_objects")).toBe("445,875 objects");
    expect(formatExact(1, "count", "goroutine")).toBe("1 goroutine");
    expect(formatExact(12, "count", "shares")).toBe("12");
    expect(formatExact(2_500_000_900, "nanoseconds")).toBe("2,500,000,900 nanoseconds");
  });
});
