import fc from "fast-check";
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
import { overall, verdictOf } from "../../src/leaks/verdict.js";

function course(series: readonly number[], over: Partial<Course> = {}): Course {
  return {
    nature: "open",
    before: series[0]!,
    after: series.at(-1)!,
    z: 9,
    survival: undefined,
    oneLife: true,
    series,
    times: series.map((_, i) => i),
    load: series.map(() => 0),
    received: series,
    buffers: 0,
    ...over,
  };
}

const STEADY = [0, 10, 21, 30, 39, 50];
const FLAT = [0, 30, 60, 60, 61, 60];
const WAVE = [0, 80, 5, 90, 2, 40];
/** A load that came and went, in the snapshots of a storm. */
const STORM_LOAD = [0, 300, 700, 600, 20];

describe("the class of a path", () => {
  it("is noise below two standard errors, whatever else is known", () => {
    expect(classOf(course(STEADY, { z: 1.9, survival: 1 }))).toBe("noise");
    expect(classOf(course([50, 10], { z: -1.9, nature: "own" }))).toBe("noise");
  });

  it("is in flight for what lives as long as a request, however steadily it rose", () => {
    expect(classOf(course(STEADY, { nature: "request", survival: 1 }))).toBe("in-flight");
  });

  it("of what watches decoded is that of all that watches and informers hold", () => {
    const received = (series: readonly number[], all: readonly number[]) =>
      classOf(course(series, { nature: "received", received: all, survival: 0.02 }));
    expect(received(STEADY, STEADY)).toBe("growing");
    // The watch's part rises as each object is changed for the first time; the sum does not.
    expect(received(STEADY, [100, 101, 99, 100, 101, 100])).toBe("cache");
    expect(received(STEADY, [100, 103, 106, 104, 111, 109])).toBe("cache");
    expect(received(STEADY, [100, 130, 160, 160, 161, 160])).toBe("cache");
    expect(received([0, 20], [100, 120])).toBe("undecided");
    expect(received(WAVE, [100, 180, 105, 190, 102, 40])).toBe("in-flight");
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

  it("is cache for a window of changes, which has an end, however steadily it fills", () => {
    expect(classOf(course(STEADY, { nature: "bounded", survival: 1 }))).toBe("cache");
  });

  it("is growing for own code that rises steadily, though most that it allocates is garbage", () => {
    expect(classOf(course(STEADY, { nature: "own", survival: 0.02 }))).toBe("growing");
  });

  it("is undecided where there are but two snapshots, unless nearly all of it was garbage", () => {
    expect(classOf(course([1, 50], { survival: 0.9 }))).toBe("undecided");
    expect(classOf(course([1, 50]))).toBe("undecided");
    expect(classOf(course([1, 50], { nature: "own", survival: 0.14 }))).toBe("undecided");
    expect(classOf(course([1, 50], { survival: 0.19 }))).toBe("in-flight");
    expect(classOf(course([1, 50], { nature: "own", survival: 0.04 }))).toBe("in-flight");
  });

  it("is growing for three snapshots that rise by like steps, not for a step and a rest", () => {
    expect(classOf(course([10, 30, 48]))).toBe("growing");
    expect(classOf(course([10, 30, 31]))).toBe("undecided");
    expect(classOf(course([10, 9, 48]))).toBe("undecided");
  });

  it("is cache where it grew, then was flat, and in flight where it fell again", () => {
    expect(classOf(course(FLAT, { survival: 0.6 }))).toBe("cache");
    expect(classOf(course(WAVE, { survival: 0.6 }))).toBe("in-flight");
  });

  it("sees a leak that begins in the midst of the series", () => {
    expect(classOf(course([5, 5, 5, 5, 5, 14, 25, 36, 45]))).toBe("growing");
  });

  it("is pooled for buffers that stay when the load has gone, even if they do not grow", () => {
    const left = { nature: "request", buffers: 0.95, z: 0.1, load: STORM_LOAD } as const;
    expect(classOf(course([0, 500, 900, 880, 912], left))).toBe("pooled");
    const busy = { ...left, load: [0, 300, 700, 600, 500] };
    expect(classOf(course([0, 500, 900, 880, 912], busy))).toBe("noise");
    expect(classOf(course([0, 500, 900, 880, 300], left))).not.toBe("pooled");
    expect(classOf(course([0, 500, 900, 880, 912], { ...left, buffers: 0.5 }))).not.toBe("pooled");
  });

  it("is pooled whichever of the snapshots are compared, as long as one shows it", () => {
    const series = [0, 500, 900, 880, 912];
    for (const z of [9, -9, 0.1]) {
      const seen = course(series, { nature: "request", buffers: 1, load: STORM_LOAD, z });
      expect(classOf(seen)).toBe("pooled");
      expect(classOfHeld(seen)).toBe("pooled");
    }
  });

  it("of buffers under load is undecided: they may be at work or in a pool", () => {
    const busy = { nature: "request", buffers: 0.95, load: [0, 300, 700] } as const;
    expect(classOf(course([0, 500, 900], busy))).toBe("undecided");
    expect(classOf(course([0, 500, 900], { ...busy, buffers: 0.3 }))).toBe("in-flight");
  });

  it("is not pooled for what waits in a queue or is kept by design", () => {
    for (const nature of ["backlog", "retained", "bounded"] as const) {
      const left = course([0, 500, 900, 880, 912], { nature, buffers: 1, load: STORM_LOAD });
      expect(classOf(left)).not.toBe("pooled");
    }
  });

  it("is none beside another process", () => {
    expect(classOf(course([50], { before: 10, oneLife: false }))).toBe("");
  });

  it("of one moment is what the stage's nature says, or nothing", () => {
    const held = (nature: Course["nature"]) =>
      classOfHeld(course([5], { nature, load: [700], times: [0] }));
    expect(held("request")).toBe("in-flight");
    expect(held("backlog")).toBe("in-flight");
    expect(held("retained")).toBe("cache");
    expect(held("bounded")).toBe("cache");
    expect(held("own")).toBe("");
    expect(held("open")).toBe("");
    expect(classOfHeld(course([5], { nature: "request", buffers: 1 }))).toBe("pooled");
  });

  it("has a nature for every stage", () => {
    expect(Object.keys(NATURE).sort()).toEqual([...STAGES].sort());
  });

  it("never is growing for less than three snapshots, nor for what has levelled off", () => {
    const value = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(
        fc.constantFrom("request", "backlog", "retained", "bounded", "own", "open"),
        fc.array(value, { minLength: 1, maxLength: 2 }),
        fc.array(value, { minLength: 2, maxLength: 5 }),
        (nature, few, rise) => {
          expect(classOf(course(few, { nature } as Partial<Course>))).not.toBe("growing");
          const top = Math.max(...rise) + 1;
          const level = [...rise, top, top, top, top, top];
          expect(classOf(course(level, { nature } as Partial<Course>))).not.toBe("growing");
        },
      ),
    );
  });
});

describe("the verdict", () => {
  const part = (told: string, stage: string, weight: number) => ({ class: told, stage, weight });

  it("is what most of the memory is", () => {
    const found = overall(
      [part("pooled", "json-response", 900), part("cache", "watch-etcd", 300)],
      7,
    );
    expect(found).toEqual({ verdict: "pooled", share: 0.75, decides: "" });
  });

  it("is a leak only for what nobody keeps by design", () => {
    expect(verdictOf("growing", "application")).toBe("leak");
    expect(verdictOf("growing", "connections")).toBe("leak");
    expect(verdictOf("growing", "informer")).toBe("cache");
    expect(verdictOf("growing", "audit")).toBe("backlog");
    expect(verdictOf("in-flight", "audit")).toBe("backlog");
    expect(verdictOf("in-flight", "storage-decode")).toBe("traffic");
    expect(verdictOf("", "other")).toBe("");
  });

  it("says which snapshot would decide", () => {
    const two = overall([part("undecided", "application", 5)], 2);
    expect(two).toMatchObject({ verdict: "undecided" });
    expect(two.decides).toMatch(/^Two snapshots cannot tell a leak from a step: a third /);
    const busy = overall([part("undecided", "json-response", 5)], 4);
    expect(busy.decides).toMatch(/a snapshot after the load has ended/);
  });

  it("of nothing is nothing", () => {
    expect(overall([], 3)).toEqual({ verdict: "", share: 0, decides: "" });
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
    expect(isIdle(2, 912)).toBe(true);
    // Answers out of a cache hold little beside their buffers while they are at work.
    expect(isIdle(10, 912)).toBe(false);
  });
});
