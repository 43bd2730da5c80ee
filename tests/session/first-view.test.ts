import { describe, expect, it } from "vitest";
import type { FileFacts } from "../../src/engine/answers.js";
import { firstView } from "../../src/session/first-view.js";
import type { OpenFile } from "../../src/session/store.js";
import { DEFAULT_VIEW } from "../../src/view/view.js";

const HEAP = ["alloc_space", "inuse_space"];

function opened(name: string, time: number | undefined, total: number, types = HEAP) {
  const hash = name.padEnd(64, "0");
  const facts: FileFacts = {
    hash,
    sampleTypes: types.map((type) => ({ type, unit: "bytes" })),
    defaultSampleType: types.length - 1,
    samples: 1,
    time,
    period: 524288,
    periodUnit: "bytes",
    totals: types.map(() => total),
    notes: [],
    comments: [],
    docUrl: "",
    traits: { inlined: false, drops: false, mangled: false },
    isDelta: false,
    format: "pprof",
    features: { subject: "heap", stacks: "recorded", go: true },
    memStats: undefined,
  };
  return { hash, name, size: 10, facts };
}

function viewOf(...files: ReturnType<typeof opened>[]) {
  const known = new Map<string, OpenFile>(files.map((f) => [f.hash, { ...f, url: "" }]));
  return firstView(DEFAULT_VIEW, files, known);
}

describe("what is seen when files are opened", () => {
  it("is the one file alone", () => {
    const { next } = viewOf(opened("a", 5, 1));
    expect([next.shown, next.base]).toEqual([0, -1]);
  });

  it("is the later of two against the older, in whichever order they were dropped", () => {
    const { next } = viewOf(opened("late", 9, 1), opened("early", 2, 100));
    expect(next.files.map((f) => f.name)).toEqual(["early", "late"]);
    expect([next.base, next.shown]).toEqual([0, 1]);
  });

  it("is the largest of several against the first", () => {
    const { next } = viewOf(opened("a", 1, 10), opened("b", 2, 90), opened("c", 3, 40));
    expect([next.base, next.shown]).toEqual([0, 1]);
  });

  it("goes by names, numbers as numbers, where a file has no time", () => {
    const { next } = viewOf(opened("heap-10", undefined, 1), opened("heap-9", 5, 1));
    expect(next.files.map((f) => f.name)).toEqual(["heap-9", "heap-10"]);
  });

  it("keeps what one file holds in the file's order, whatever its parts are called", () => {
    const { next } = viewOf(
      opened("x#before", undefined, 1),
      opened("x#after", undefined, 1),
      opened("a", undefined, 1),
    );
    expect(next.files.map((f) => f.name)).toEqual(["a", "x#before", "x#after"]);
  });

  it("leaves out a file of other sample types, and says so", () => {
    const { next, problem } = viewOf(opened("heap", 1, 5), opened("cpu", 2, 5, ["samples", "cpu"]));
    expect(next.files.map((f) => f.name)).toEqual(["heap"]);
    expect(problem?.message).toMatch(/samples, cpu.*alloc_space, inuse_space/);
  });

  it("is no comparison of a heap with who holds it: that stands beside", () => {
    const held = opened("held-by", 9, 99);
    const chains = {
      ...held,
      facts: {
        ...held.facts,
        features: { ...held.facts.features, subject: "references" as const },
      },
    };
    const alone = viewOf(opened("heap", 1, 5), chains).next;
    expect(alone.files.map((f) => f.name)).toEqual(["heap", "held-by"]);
    expect([alone.base, alone.shown]).toEqual([-1, 0]);
    const several = viewOf(opened("a", 1, 5), opened("b", 2, 8), chains).next;
    expect([several.base, several.shown]).toEqual([0, 1]);
    expect(viewOf(chains).next.shown).toBe(0);
  });

  it("opens the same file once", () => {
    const a = opened("a", 1, 5);
    expect(viewOf(a, a).next.files.length).toBe(1);
  });
});
