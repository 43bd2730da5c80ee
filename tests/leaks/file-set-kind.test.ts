import { describe, expect, it } from "vitest";
import { classifySet } from "../../src/leaks/file-set-kind.js";
import type { Profile } from "../../src/profile/profile.js";
import { RECORDINGS, recording } from "../recordings.js";
import { type MadeProfile, madeProfile } from "./profiles.js";

async function folder(name: string): Promise<{ profiles: Profile[]; names: string[] }> {
  const paths = RECORDINGS.filter((path) => path.startsWith(`${name}/`));
  return {
    profiles: await Promise.all(paths.map(recording)),
    names: paths.map((path) => path.slice(name.length + 1)),
  };
}

/** A program that has been running for so long, with a function of its own for each stack. */
function life(allocated: readonly number[], options: Omit<MadeProfile, "samples"> = {}): Profile {
  return madeProfile({
    ...options,
    samples: allocated.map((bytes, i) => ({
      stack: ["runtime.main", "main.main", `main.part${i}`],
      values: [1, bytes, 1, 1],
    })),
  });
}

const NAMES = ["a.pb.gz", "b.pb.gz", "c.pb.gz", "d.pb.gz", "e.pb.gz", "f.pb.gz"];

describe("what the recordings are to each other", () => {
  it.each([
    ["configmap-list-storm", 7],
    ["leaking-operator", 6],
    ["audit-backlog", 4],
  ])("%s is a series of %i files without a restart", async (name, count) => {
    const { profiles, names } = await folder(name);
    const found = classifySet(profiles, names, undefined);
    expect(found.kind).toBe("series");
    expect(found.order).toEqual(Array.from({ length: count }, (_, i) => i));
    expect(found.restarts).toEqual([]);
    expect(found.why).toContain("one process");
  });

  it("five masters are a fleet", async () => {
    const { profiles, names } = await folder("five-masters");
    const found = classifySet(profiles, names, undefined);
    expect(found.kind).toBe("fleet");
    expect(found.restarts).toEqual([]);
    expect(found.why).toContain("several processes");
  });

  it("two of the masters are a fleet", async () => {
    const { profiles, names } = await folder("five-masters");
    for (let i = 1; i < 5; i++) {
      const pair = [profiles[i - 1]!, profiles[i]!];
      expect(classifySet(pair, names.slice(i - 1, i + 1), undefined).kind).toBe("fleet");
    }
  });

  it("an apiserver and an operator are unrelated", async () => {
    const storm = await recording("configmap-list-storm/03-storm.pb.gz");
    const operator = await recording("leaking-operator/03.pb.gz");
    const found = classifySet([storm, operator], ["storm", "operator"], undefined);
    expect(found.kind).toBe("unrelated");
    expect(found.why).toMatch(/operator and storm share \d+ of \d+ functions/);
  });

  it("any two of a series are a series, in whatever order they are opened", async () => {
    const { profiles, names } = await folder("configmap-list-storm");
    for (let i = 0; i < 7; i++) {
      for (let j = 0; j < 7; j++) {
        if (i === j) continue;
        const found = classifySet([profiles[i]!, profiles[j]!], [names[i]!, names[j]!], undefined);
        expect(found.kind).toBe("series");
        expect(found.order).toEqual(i < j ? [0, 1] : [1, 0]);
      }
    }
  });

  it("apiservers of different hours, the counters of which fall, are a series that started anew", async () => {
    const storm = await recording("configmap-list-storm/06-quiet-gc.pb.gz");
    const master = await recording("five-masters/master-2.heap.pb.gz");
    const found = classifySet([storm, master], ["before", "after"], undefined);
    expect(found.kind).toBe("series");
    expect(found.restarts).toEqual([1]);
    expect(found.why).toContain("started anew");
  });
});

describe("the order of files", () => {
  it("is that of their times, not of their names", () => {
    const found = classifySet([life([9], { time: 90 }), life([1], { time: 30 })], NAMES, undefined);
    expect(found.order).toEqual([1, 0]);
    expect(found.why).not.toContain("names");
  });

  it("is that of names, with numbers as numbers, where no file has a time, and that is said", () => {
    const profiles = [life([30]), life([10]), life([20])];
    const found = classifySet(profiles, ["heap-10.pb", "heap-2.pb", "heap-9.pb"], undefined);
    expect(found.order).toEqual([1, 2, 0]);
    expect(found.kind).toBe("series");
    expect(found.why).toContain("in order of file names, as no file carries a time");
  });

  it("is that of what had been allocated where names would make one process seem several", () => {
    const found = classifySet([life([10]), life([30]), life([20])], ["x", "y", "z"], undefined);
    expect(found.order).toEqual([0, 2, 1]);
    expect(found.kind).toBe("series");
    expect(found.why).toContain("in order of what had been allocated");
  });

  it("puts a file without a time among the others by its name where that fits their times", () => {
    const profiles = [life([10], { time: 60 }), life([30]), life([20], { time: 600 })];
    expect(classifySet(profiles, ["00", "02", "01"], undefined).order).toEqual([0, 2, 1]);
  });
});

describe("a restart", () => {
  const times = [0, 60, 120, 180, 240, 300];
  const series = (allocated: readonly (readonly number[])[]) =>
    allocated.map((a, i) => life(a, { time: 1000 + times[i]! }));

  it("is marked at the first file after it", () => {
    const found = classifySet(
      series([
        [10, 10],
        [20, 30],
        [5, 4],
        [9, 9],
      ]),
      NAMES,
      undefined,
    );
    expect(found.kind).toBe("series");
    expect(found.restarts).toEqual([2]);
    expect(found.why).toContain("falls before c.pb.gz");
  });

  it("may come several times, if most neighbours are still of one life", () => {
    const found = classifySet(series([[9], [19], [3], [8], [1], [4]]), NAMES, undefined);
    expect(found.kind).toBe("series");
    expect(found.restarts).toEqual([2, 4]);
  });

  it("is none between files that fall all the time: those are several processes", () => {
    const found = classifySet(series([[9], [7], [5], [3]]), NAMES, undefined);
    expect(found.kind).toBe("fleet");
    expect(found.restarts).toEqual([]);
  });

  it("is told from a neighbour asked in turn by the time between two files", () => {
    const pair = (seconds: number) =>
      classifySet(
        [life([9, 9], { time: 100 }), life([7, 12], { time: 100 + seconds })],
        NAMES,
        undefined,
      );
    expect(pair(3).kind).toBe("fleet");
    expect(pair(3600).kind).toBe("series");
    expect(pair(3600).restarts).toEqual([1]);
  });

  it("is seen where a single path falls, though the whole grew", () => {
    const found = classifySet(
      series([
        [50, 50],
        [60, 60],
        [500, 20],
        [900, 30],
      ]),
      NAMES,
      undefined,
    );
    expect(found.restarts).toEqual([2]);
  });

  it("is none where a rounded figure falls by next to nothing", () => {
    const found = classifySet(
      series([
        [10_000, 10_000],
        [19_999, 9_999],
      ]),
      NAMES,
      undefined,
    );
    expect(found.kind).toBe("series");
    expect(found.restarts).toEqual([]);
  });
});

describe("what the person says", () => {
  it("overrules the kind and keeps order and restarts", () => {
    const profiles = [[10], [20], [5], [9]].map((a, i) => life(a, { time: 1000 + 60 * i }));
    for (const choice of ["fleet", "unrelated"] as const) {
      const found = classifySet(profiles, NAMES, choice);
      expect(found.kind).toBe(choice);
      expect(found.order).toEqual([0, 1, 2, 3]);
      expect(found.restarts).toEqual([2]);
      expect(found.why).toContain("chosen by hand");
    }
  });

  it("makes the falls of a fleet the restarts of a series", async () => {
    const { profiles, names } = await folder("five-masters");
    const found = classifySet(profiles, names, "series");
    expect(found.kind).toBe("series");
    expect(found.restarts).toEqual([1, 2, 3, 4]);
  });

  it("changes nothing of a single file", () => {
    expect(classifySet([life([1])], ["a"], "fleet").kind).toBe("single");
    expect(classifySet([], [], undefined).kind).toBe("single");
  });
});

describe("files without counters of what was allocated", () => {
  const live = (bytes: number, time?: number) =>
    madeProfile({
      types: [["inuse_space", "bytes"]],
      ...(time === undefined ? {} : { time }),
      samples: [{ stack: ["main.main"], values: [bytes] }],
    });

  it("are a series where they are of different times, which is not quite certain", () => {
    const found = classifySet([live(1, 1000), live(2, 9000)], NAMES, undefined);
    expect(found.kind).toBe("series");
    expect(found.why).toContain("cannot be told");
  });

  it("are a fleet where they are of one moment", () => {
    expect(classifySet([live(1, 1000), live(2, 1004)], NAMES, undefined).kind).toBe("fleet");
  });

  it("are unrelated to files that count other things", () => {
    const goroutines = madeProfile({
      types: [["goroutine", "count"]],
      samples: [{ stack: ["main.main"], values: [1] }],
    });
    const found = classifySet([live(1, 1), goroutines], NAMES, undefined);
    expect(found.kind).toBe("unrelated");
    expect(found.why).toContain("b.pb.gz counts other things (goroutine)");
  });
});
