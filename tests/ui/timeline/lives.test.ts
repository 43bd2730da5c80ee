import { describe, expect, it } from "vitest";
import { comparedWith, whyNoGrowth } from "../../../src/ui/controls/compared-with.js";
import { isOneLife, livesOf } from "../../../src/ui/timeline/lives.js";
import { coursesOf } from "../../../src/ui/timeline/timeline-layers.js";
import { DEFAULT_VIEW, type View } from "../../../src/view/view.js";

const series = { kind: "series", order: [2, 0, 1, 3], restarts: [1] } as const;

describe("the files of a series", () => {
  it("are parted where a process started anew", () => {
    expect(livesOf(series)).toEqual([
      [2, 0],
      [1, 3],
    ]);
    expect(isOneLife(series, 2, 0)).toBe(true);
    expect(isOneLife(series, 0, 1)).toBe(false);
  });

  it("are one each in a fleet", () => {
    expect(livesOf({ ...series, kind: "fleet" })).toEqual([[2], [0], [1], [3]]);
  });

  it("have no line from one process to the next", () => {
    const set = { ...series, totals: [10, 20, 30, 40] };
    const layers = [{ key: "other", fill: "#888", values: [10, 20, 30, 40] }];
    const courses = coursesOf(
      set,
      layers,
      (i) => 100 * i,
      (v) => v,
    );
    expect(courses.map((c) => c.line)).toEqual(["M200,30L0,10", "M100,20L300,40"]);
    const alone = coursesOf(
      { ...set, kind: "fleet" },
      layers,
      (i) => 100 * i,
      (v) => v,
    );
    expect(alone.map((c) => c.line)).toEqual([
      "M195,30L205,30",
      "M-5,10L5,10",
      "M95,20L105,20",
      "M295,40L305,40",
    ]);
  });
});

describe("what figures are compared with", () => {
  const files = ["a", "b", "c", "d"].map((name) => ({
    hash: name,
    name: `${name}.pb.gz`,
    size: 1,
  }));
  const view: View = { ...DEFAULT_VIEW, files: files as unknown as View["files"] };
  const set = { ...series } as unknown as Parameters<typeof comparedWith>[1];

  it("is no earlier moment beside a median, another process or nothing", () => {
    expect(comparedWith({ ...view, base: 2, shown: 0 }, set)).toBeUndefined();
    expect(comparedWith({ ...view, base: 0, shown: 1 }, set)).toBe("a");
    expect(comparedWith({ ...view, base: -2, shown: 1 }, set)).toBe("the median");
    expect(comparedWith({ ...view, base: -1, shown: 1 }, set)).toBeUndefined();
  });

  it("is missing with a sum, and the reason is told", () => {
    expect(whyNoGrowth({ ...view, base: 0, sum: true }, false)).toMatch(/sum of all files/);
    expect(whyNoGrowth({ ...view, base: -1 }, false)).toMatch(/choose a base/);
    expect(whyNoGrowth({ ...view, base: -1 }, true)).toBe("");
    expect(whyNoGrowth({ ...view, base: 0 }, false)).toBe("");
  });
});
