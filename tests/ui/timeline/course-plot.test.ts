import { describe, expect, it } from "vitest";
import { plotCourse } from "../../../src/ui/timeline/course-plot.js";

const plot = (times: (number | undefined)[], totals = times.map(() => 1)) =>
  plotCourse({ order: times.map((_, i) => i), times, totals }, 500);

describe("the plot of a series", () => {
  it("places files by their times", () => {
    const { x } = plot([0, 10, 100]);
    expect((x(1) - x(0)) / (x(2) - x(0))).toBeCloseTo(0.1);
  });

  it("places files at even steps where one of them has no time", () => {
    const { x } = plot([0, undefined, 100]);
    expect(x(1) - x(0)).toBeCloseTo(x(2) - x(1));
  });

  it("places files of one and the same moment, and values of nothing, at places that exist", () => {
    const { x, y } = plot([7, 7], [0, 0]);
    expect([x(0), x(1), y(0)].every(Number.isFinite)).toBe(true);
  });

  it("finds the file that is nearest to a place", () => {
    const { x, nearest } = plot([0, 10, 100]);
    expect([-5, x(1) + 1, (x(1) + x(2)) / 2 + 1, 9999].map(nearest)).toEqual([0, 1, 2, 2]);
  });
});
