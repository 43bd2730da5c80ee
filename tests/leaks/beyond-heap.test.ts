import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beyondHeap, type Outside } from "../../src/leaks/beyond-heap.js";
import type { MemStats } from "../../src/profile/mem-stats.js";

const MB = 2 ** 20;
/** What Go 1.26 printed of an operator with 6,300 goroutines. */
const OPERATOR: MemStats = {
  sys: 519_707_000,
  heapAlloc: 287_815_936,
  heapSys: 300_843_008,
  heapIdle: 4_751_360,
  heapInuse: 296_091_648,
  heapReleased: 4_751_360,
  stackInuse: 206_667_776,
  stackSys: 206_667_776,
  mSpanSys: 4_585_920,
  mCacheSys: 16_072,
  buckHashSys: 1_478_448,
  gcSys: 5_065_568,
  otherSys: 1_050_208,
  nextGC: 396_001_122,
  maxRss: 472_551_424,
};
const BARE: Outside = {
  live: 200 * MB,
  memStats: undefined,
  resident: undefined,
  limit: undefined,
  gogc: 100,
  memoryLimit: undefined,
};
const sizes = (outside: Partial<Outside>) =>
  Object.fromEntries(beyondHeap({ ...BARE, ...outside }).parts.map((p) => [p.id, p.bytes]));
const said = (outside: Partial<Outside>) =>
  beyondHeap({ ...BARE, ...outside }).said.map((r) => r.what);

describe("the memory beside the live heap", () => {
  it("is accounted for by MemStats, to the byte", () => {
    const parts = sizes({ memStats: OPERATOR, live: 250_000_000 });
    expect(parts).toMatchObject({
      live: 250_000_000,
      garbage: 37_815_936,
      fragmentation: 8_275_712,
      idle: 0,
      stacks: 206_667_776,
      runtime: 12_196_216,
      rest: null,
    });
    const { sys = 0, heapReleased = 0 } = OPERATOR;
    const own = ["live", "garbage", "fragmentation", "idle", "stacks", "runtime"];
    expect(own.reduce((sum, id) => sum + parts[id]!, 0)).toBe(sys - heapReleased);
  });

  it("never adds up to more than the runtime has, whatever is live by sampling", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (live) => {
        const parts = beyondHeap({ ...BARE, live, memStats: OPERATOR }).parts;
        for (const { bytes } of parts) if (bytes !== null) expect(bytes).toBeGreaterThanOrEqual(0);
        const sum = parts.reduce((all, p) => all + (p.bytes ?? 0), 0);
        expect(sum).toBe(OPERATOR.sys! - OPERATOR.heapReleased!);
      }),
    );
  });

  it("names stacks where they are a large part", () => {
    const { said: remarks } = beyondHeap({ ...BARE, memStats: OPERATOR, resident: 530_000_000 });
    expect(remarks[0]).toMatchObject({ what: "explained", part: "stacks" });
  });

  it("is outside of Go's runtime as far as more is resident than it has", () => {
    const resident = 8 * 2 ** 30;
    const { said: remarks, parts } = beyondHeap({ ...BARE, memStats: OPERATOR, resident });
    expect(remarks[0]).toMatchObject({ what: "outside-go", bytes: resident - 514_955_640 });
    expect(parts.find((p) => p.id === "rest")!.bytes).toBe(resident - 514_955_640);
    expect(said({ memStats: OPERATOR, resident: 400 * MB })[0]).toBe("not-resident");
  });

  it("without MemStats is garbage up to GOGC or GOMEMLIMIT, and the rest is not known", () => {
    expect(sizes({})).toMatchObject({ garbage: 200 * MB, stacks: null, idle: null });
    expect(sizes({ gogc: 50 }).garbage).toBe(100 * MB);
    expect(sizes({ memoryLimit: 220 * MB }).garbage).toBe(20 * MB);
    expect(sizes({ memoryLimit: 100 * MB }).garbage).toBe(0);
    expect(sizes({ gogc: undefined }).garbage).toBeNull();
    expect(said({ resident: 4096 * MB })).toEqual(["unexplained"]);
    expect(said({ resident: 420 * MB })).toEqual([]);
  });

  it("warns where the next collection comes after the limit", () => {
    expect(said({ memStats: OPERATOR, limit: 350_000_000 })).toContain("collects-too-late");
    expect(said({ memStats: OPERATOR, limit: 450_000_000 })).not.toContain("collects-too-late");
  });
});

describe("a profile that was taken after the peak", () => {
  it("is told by address space that the heap once used, or by the peak of the process", () => {
    const calm = { ...OPERATOR, heapSys: 1000 * MB, heapInuse: 290 * MB, maxRss: undefined };
    expect(beyondHeap({ ...BARE, memStats: calm }).said).toContainEqual({
      what: "after-peak",
      peak: 1000 * MB,
      now: 290 * MB,
      of: "heap",
    });
    expect(said({ memStats: { ...OPERATOR, maxRss: 2 ** 31 } })).toContain("after-peak");
    expect(said({ memStats: OPERATOR })).not.toContain("after-peak");
  });
});
