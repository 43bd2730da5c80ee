import { describe, expect, it } from "vitest";
import { STAGES } from "../../src/kubernetes/vocabulary.js";
import {
  type Course,
  classOf,
  classOfHeld,
  isIdle,
  loadEnded,
  NATURE,
} from "../../src/leaks/suspect-class.js";
import { trendOf } from "../../src/lib/trend.js";

function course(series: readonly number[], over: Partial<Course> = {}): Course {
  return {
    nature: "open",
    before: series[0]!,
    after: series.at(-1)!,
    z: 9,
    survival: undefined,
    trend: trendOf(
      series.map((_, i) => i),
      series,
    ),
    series,
    buffers: 0,
    quiet: false,
    ...over,
  };
}

const STEADY = [0, 10, 21, 30, 39, 50];
const FLAT = [0, 30, 60, 60, 61, 60];
const WAVE = [0, 80, 5, 90, 2, 40];

describe("the class of a path", () => {
  it("is noise below two standard errors, whatever else is known", () => {
    expect(classOf(course(STEADY, { z: 1.9, survival: 1 }))).toBe("noise");
    expect(classOf(course([50, 10], { z: -1.9, nature: "own" }))).toBe("noise");
  });

  it("is in flight for what lives as long as a request, however steadily it rose", () => {
    expect(classOf(course(STEADY, { nature: "request", survival: 1 }))).toBe("in-flight");
  });

  it("is growing for a queue that grew in each of four snapshots, else in flight", () => {
    expect(classOf(course(STEADY, { nature: "backlog" }))).toBe("growing");
    expect(classOf(course(STEADY.slice(0, 3), { nature: "backlog" }))).toBe("in-flight");
    expect(classOf(course(WAVE, { nature: "backlog" }))).toBe("in-flight");
  });

  it("is cache for what is kept by design, unless it grows on and on", () => {
    expect(classOf(course(FLAT, { nature: "retained", survival: 0.5 }))).toBe("cache");
    expect(classOf(course([1, 50], { nature: "retained", survival: 1 }))).toBe("cache");
    expect(classOf(course(STEADY, { nature: "retained", survival: 0.3 }))).toBe("growing");
  });

  it("is growing for own code that rises steadily, though most that it allocates is garbage", () => {
    expect(classOf(course(STEADY, { nature: "own", survival: 0.02 }))).toBe("growing");
  });

  it("is told by survival where there are but two snapshots", () => {
    expect(classOf(course([1, 50], { survival: 0.9 }))).toBe("growing");
    expect(classOf(course([1, 50], { survival: 0.19 }))).toBe("in-flight");
    expect(classOf(course([1, 50], { nature: "own", survival: 0.14 }))).toBe("growing");
    expect(classOf(course([1, 50], { nature: "own", survival: 0.04 }))).toBe("in-flight");
    expect(classOf(course([1, 50]))).toBe("growing");
  });

  it("is cache where it grew, then was flat, and in flight where it fell again", () => {
    expect(classOf(course(FLAT, { survival: 0.6 }))).toBe("cache");
    expect(classOf(course(WAVE, { survival: 0.6 }))).toBe("in-flight");
  });

  it("is pooled for buffers that stay when the load has gone, even if they do not grow", () => {
    const left = { nature: "request", buffers: 0.95, quiet: true, z: 0.1 } as const;
    expect(classOf(course([0, 900, 880, 912], left))).toBe("pooled");
    expect(classOf(course([0, 900, 880, 912], { ...left, quiet: false }))).toBe("noise");
    expect(classOf(course([0, 900, 880, 300], left))).not.toBe("pooled");
    expect(classOf(course([0, 900, 880, 912], { ...left, buffers: 0.5 }))).not.toBe("pooled");
  });

  it("is not pooled for what waits in a queue or is kept by design", () => {
    for (const nature of ["backlog", "retained"] as const) {
      const left = course([0, 900, 912], { nature, buffers: 1, quiet: true });
      expect(classOf(left)).not.toBe("pooled");
    }
  });

  it("of one moment is what the stage's nature says, or nothing", () => {
    const held = (nature: Course["nature"]) => classOfHeld(course([5], { nature }));
    expect(held("request")).toBe("in-flight");
    expect(held("backlog")).toBe("in-flight");
    expect(held("retained")).toBe("cache");
    expect(held("own")).toBe("");
    expect(held("open")).toBe("");
    const pooled = course([5], { nature: "request", buffers: 1, quiet: true });
    expect(classOfHeld(pooled)).toBe("pooled");
  });

  it("has a nature for every stage", () => {
    expect(Object.keys(NATURE).sort()).toEqual([...STAGES].sort());
  });
});

describe("a load", () => {
  it("has ended where requests hold a fifth of what they did, and of the buffers left", () => {
    expect(loadEnded([0, 700, 20], 912)).toBe(true);
    expect(loadEnded([0, 700, 300], 912)).toBe(false);
    expect(loadEnded([0, 700, 130], 300)).toBe(false);
  });

  it("has not ended where there was none", () => {
    expect(loadEnded([0, 0, 0], 912)).toBe(false);
    expect(loadEnded([], 912)).toBe(false);
  });

  it("is idle where requests hold next to nothing beside the buffers", () => {
    expect(isIdle(10, 912)).toBe(true);
    expect(isIdle(100, 912)).toBe(false);
  });
});
