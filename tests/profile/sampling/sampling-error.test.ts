import { describe, expect, it } from "vitest";
import { errorText, zText } from "../../../src/profile/sampling/error-text.js";
import {
  bytesInterval,
  changeError,
  growthInErrors,
  intervalOf,
  leastSure,
  sampleVariance,
  samplingOf,
  Z95,
} from "../../../src/profile/sampling/sampling-error.js";
import { generator, R, sampledOf, scaled } from "../../leaks/go-sampler.js";
import { madeProfile } from "../../leaks/profiles.js";
import { RECORDINGS, recording } from "../../recordings.js";

const OBJECTS = 2;
const BYTES = 3;

/** A profile of many recordings of the same `count` live objects, a sample each. */
function recordings(count: number, size: number, times: number, seed: number, labels = true) {
  const random = generator(seed);
  return madeProfile({
    samples: Array.from({ length: times }, () => {
      const { objects, bytes } = scaled(sampledOf(count, size, random), size);
      return {
        stack: ["main.main"],
        values: [objects, bytes, objects, bytes],
        ...(labels && bytes > 0 ? { size } : {}),
      };
    }),
  });
}

/** Share of the recordings for which `holds` is true. */
function shareOf(
  profile: ReturnType<typeof recordings>,
  holds: (bytes: number, variance: number, s: number) => boolean,
): number {
  const variance = sampleVariance(profile, BYTES);
  const { count, values } = profile.samples;
  let covered = 0;
  for (let s = 0; s < count; s++) if (holds(values[BYTES * count + s]!, variance[s]!, s)) covered++;
  return covered / count;
}

function standardError(objects: number, bytes: number): number {
  const profile = madeProfile({
    samples: [{ stack: ["main.main"], values: [objects, bytes, objects, bytes] }],
  });
  return Math.sqrt(sampleVariance(profile, BYTES)[0]!);
}

describe("the variance of a sample", () => {
  it("is that of the worked examples", () => {
    expect(standardError(1000, 1_024_000)).toBeCloseTo(732_000, -3);
    expect(standardError(200, 200 * 368_640) / 1e6).toBeCloseTo(5.2, 1);
  });

  it("is N (1-p)/p for counts and s squared times that for bytes", () => {
    const profile = madeProfile({
      samples: [{ stack: ["main.main"], values: [300, 300 * 65_536, 200, 200 * 65_536] }],
    });
    const p = 1 - Math.exp(-65_536 / R);
    expect(sampleVariance(profile, OBJECTS)[0]).toBeCloseTo((200 * (1 - p)) / p, 6);
    expect(sampleVariance(profile, BYTES)[0]! / (65_536 ** 2 * 200)).toBeCloseTo((1 - p) / p, 9);
    expect(sampleVariance(profile, 0)[0]).toBeCloseTo((300 * (1 - p)) / p, 6);
  });

  it("takes the size of objects from the label where the file's count was rounded down", () => {
    // One object of 647,168 bytes was seen, which stands for 1.41: the file says 1 and 912,811.
    const row = { stack: ["main.main"], values: [1, 912_811, 1, 912_811] };
    const labelled = madeProfile({ samples: [{ ...row, size: 647_168 }] });
    const bare = madeProfile({ samples: [row] });
    const p = 1 - Math.exp(-647_168 / R);
    const exact = (647_168 / p) * Math.sqrt(1 - p);
    expect(Math.sqrt(sampleVariance(labelled, BYTES)[0]!)).toBeCloseTo(exact, 0);
    expect(sampleVariance(bare, BYTES)[0]).not.toBeCloseTo(exact ** 2, 0);
  });

  it("does not believe a label that bytes and count contradict", () => {
    const row = { stack: ["main.main"], values: [1000, 1_024_000, 1000, 1_024_000] };
    const odd = madeProfile({ samples: [{ ...row, size: 7 }] });
    expect(Math.sqrt(sampleVariance(odd, BYTES)[0]!)).toBeCloseTo(732_000, -3);
  });

  it("is at its largest, bytes times R, where no size is known, and none for counts", () => {
    const bytes = madeProfile({
      types: [["inuse_space", "bytes"]],
      samples: [{ stack: ["main.main"], values: [1000] }],
    });
    expect(sampleVariance(bytes, 0)[0]).toBe(1000 * R);
    const counts = madeProfile({
      types: [["inuse_objects", "count"]],
      samples: [{ stack: ["main.main"], values: [1000] }],
    });
    expect(sampleVariance(counts, 0)[0]).toBe(0);
  });

  it("is zero for what was not sampled by bytes", () => {
    const goroutines = madeProfile({
      types: [["goroutine", "count"]],
      period: 1,
      samples: [{ stack: ["main.main"], values: [12] }],
    });
    expect(sampleVariance(goroutines, 0)[0]).toBe(0);
    const all = madeProfile({ period: 1, samples: [{ stack: ["f"], values: [9, 90, 9, 90] }] });
    expect(sampleVariance(all, BYTES)[0]).toBe(0);
  });

  it.each(RECORDINGS)("is finite and not below zero on %s", async (name) => {
    const profile = await recording(name);
    for (let t = 0; t < profile.sampleTypes.length; t++) {
      for (const v of sampleVariance(profile, t)) expect(v >= 0 && Number.isFinite(v)).toBe(true);
    }
  });
});

/** Probabilities of 0 to n of n. */
function binomial(n: number, p: number): number[] {
  let log = n * Math.log1p(-p);
  return Array.from({ length: n + 1 }, (_, k) => {
    const probability = Math.exp(log);
    log += Math.log((n - k) / (k + 1)) + Math.log(p / (1 - p));
    return probability;
  });
}

/** Sizes, with counts of which enough are sampled, and enough are not, for a normal interval. */
const MANY: readonly (readonly [number, number])[] = [
  [16, 6_500_000],
  [64, 1_600_000],
  [1024, 100_000],
  [8192, 13_000],
  [65_536, 1_700],
  [262_144, 500],
  [524_288, 320],
  [1_048_576, 400],
  [2_097_152, 1_500],
  [4_194_304, 40_000],
];
/** As many sizes, with counts of which only a handful is sampled. */
const FEW: readonly (readonly [number, number])[] = [
  [16, 98_000],
  [64, 24_600],
  [1024, 1_540],
  [8192, 194],
  [65_536, 26],
  [262_144, 8],
  [524_288, 5],
  [1_048_576, 4],
];
const TIMES = 4000;
/** The largest size costs a step for each of its objects. */
const timesOf = (size: number) => (size > 4_000_000 ? 500 : TIMES);

describe("what Go's sampler sees", () => {
  it.each(MANY)("of %i bytes lies within 1.96 errors of the truth in 95 of 100", (size, count) => {
    const truth = size * count;
    const profile = recordings(count, size, timesOf(size), size);
    const coverage = shareOf(
      profile,
      (bytes, variance) => Math.abs(bytes - truth) <= Z95 * Math.sqrt(variance),
    );
    expect(coverage).toBeGreaterThan(0.93);
    expect(coverage).toBeLessThan(0.97);
  });

  it.each(MANY.slice(0, -1))(
    "of %i bytes has the score interval around it as often",
    (size, count) => {
      const truth = size * count;
      const coverage = shareOf(
        recordings(count, size, timesOf(size), size + 1),
        (bytes, variance) => {
          const { low, high } = bytesInterval(bytes, variance, R);
          return low <= truth && truth <= high;
        },
      );
      expect(coverage).toBeGreaterThan(0.93);
      expect(coverage).toBeLessThan(0.97);
    },
  );

  it("needs no label for that", () => {
    const truth = 65_536 * 1_700;
    const coverage = shareOf(
      recordings(1_700, 65_536, TIMES, 5, false),
      (bytes, variance) => Math.abs(bytes - truth) <= Z95 * Math.sqrt(variance),
    );
    expect(coverage).toBeGreaterThan(0.93);
    expect(coverage).toBeLessThan(0.97);
  });

  it.each(FEW)("of few objects of %i bytes is held by the score interval", (size, count) => {
    const truth = size * count;
    const score = shareOf(recordings(count, size, TIMES, size + 2), (bytes, variance) => {
      const { low, high } = bytesInterval(bytes, variance, R);
      return low <= truth && truth <= high;
    });
    expect(score).toBeGreaterThan(0.945);
  });

  it("is held by the score interval in 94.5 of 100 at least, whatever the size and count", () => {
    for (const size of [65_536, 131_072, 262_144, R, 786_432, 1_048_576, 1_572_864, 4_194_304]) {
      const p = 1 - Math.exp(-size / R);
      for (let count = 1; count <= 250; count++) {
        const truth = size * count;
        let covered = 0;
        binomial(count, p).forEach((probability, sampled) => {
          const { bytes } = scaled(sampled, size);
          const { low, high } = bytesInterval(bytes, (size * bytes) / Math.expm1(size / R), R);
          // The file's bytes are cut to integers.
          if (low - 1 <= truth && truth <= high + 1) covered += probability;
        });
        expect(covered, `${count} objects of ${size} bytes`).toBeGreaterThan(0.945);
      }
    }
  });

  it("of few small objects is missed by the plain interval one time in five", () => {
    const coverage = shareOf(
      recordings(1_540, 1024, TIMES, 11),
      (bytes, variance) => Math.abs(bytes - 1_540 * 1024) <= Z95 * Math.sqrt(variance),
    );
    expect(coverage).toBeLessThan(0.85);
  });

  it("of many sizes together adds up with the sum of their variances", () => {
    const random = generator(99);
    const sizes = [16, 48, 512, 2304, 12_288, 65_536, 385_024, 1_048_576, 4_194_304];
    const counts = [60_000, 30_000, 4_000, 900, 300, 90, 40, 12, 5];
    const truth = sizes.reduce((sum, size, i) => sum + size * counts[i]!, 0);
    let covered = 0;
    for (let t = 0; t < TIMES; t++) {
      const profile = madeProfile({
        samples: sizes.map((size, i) => {
          const { objects, bytes } = scaled(sampledOf(counts[i]!, size, random), size);
          return { stack: [`f${i}`], values: [objects, bytes, objects, bytes], size };
        }),
      });
      const variance = sampleVariance(profile, BYTES).reduce((a, b) => a + b, 0);
      const bytes = profile.samples.values.slice(BYTES * sizes.length).reduce((a, b) => a + b, 0);
      if (Math.abs(bytes - truth) <= Z95 * Math.sqrt(variance)) covered++;
    }
    expect(covered / TIMES).toBeGreaterThan(0.93);
    expect(covered / TIMES).toBeLessThan(0.97);
  });
});

describe("growth in standard errors", () => {
  const ALL = [...MANY, ...FEW, [1_048_576, 1], [2_097_152, 5], [4_194_304, 50]] as const;
  it.each(ALL)("of %i bytes cries wolf at most one time in fifteen", (size, count) => {
    // Two recordings of other objects, as many before as after: any growth is noise.
    const times = timesOf(size);
    const before = recordings(count, size, times, size + 3);
    const after = recordings(count, size, times, size + 4);
    const first = sampleVariance(before, BYTES);
    const alarms = shareOf(after, (bytes, variance, s) => {
      const then = before.samples.values[BYTES * times + s]!;
      const z = growthInErrors(bytes - then, variance + first[s]!, bytes + then, R);
      return Math.abs(z) >= 2;
    });
    expect(alarms).toBeLessThan(1 / 15);
  });

  it.each(ALL.slice(0, -1))(
    "of counts of %i bytes each cries wolf no more often",
    (size, count) => {
      if (size > 4_000_000) return;
      const before = recordings(count, size, TIMES, size + 5);
      const after = recordings(count, size, TIMES, size + 6);
      const [first, second] = [sampleVariance(before, OBJECTS), sampleVariance(after, OBJECTS)];
      let alarms = 0;
      for (let s = 0; s < TIMES; s++) {
        const then = before.samples.values[OBJECTS * TIMES + s]!;
        const now = after.samples.values[OBJECTS * TIMES + s]!;
        const z = growthInErrors(now - then, first[s]! + second[s]!, now + then, 0);
        if (Math.abs(z) >= 2) alarms++;
      }
      expect(alarms / TIMES).toBeLessThan(1 / 15);
    },
  );

  it("from nothing needs five sampled objects where they are small", () => {
    const grown = (sampled: number) => {
      const { objects, bytes } = scaled(sampled, 1024);
      const profile = madeProfile({
        samples: [{ stack: ["f"], values: [objects, bytes, objects, bytes], size: 1024 }],
      });
      return growthInErrors(bytes, sampleVariance(profile, BYTES)[0]!, bytes, R);
    };
    expect(grown(4)).toBeLessThan(2);
    expect(grown(5)).toBeGreaterThan(2);
  });

  it("from nothing needs one object where it is so large that it cannot be missed", () => {
    const profile = madeProfile({
      samples: [{ stack: ["f"], values: [1, 4_195_711, 1, 4_195_711], size: 4_194_304 }],
    });
    const variance = sampleVariance(profile, BYTES)[0]!;
    expect(growthInErrors(4_195_711, variance, 4_195_711, R)).toBeGreaterThan(2);
  });

  it("is without bounds where nothing was sampled, and zero where nothing grew", () => {
    expect(growthInErrors(5, 0, 5, R)).toBe(Number.POSITIVE_INFINITY);
    expect(growthInErrors(-5, 0, 5, R)).toBe(Number.NEGATIVE_INFINITY);
    expect(growthInErrors(0, 0, 0, R)).toBe(0);
  });

  it("changes its sign with the direction", () => {
    expect(growthInErrors(-9e6, 1e12, 1e8, R)).toBe(-growthInErrors(9e6, 1e12, 1e8, R));
  });
});

describe("the interval of an estimate", () => {
  it("of nothing goes up to five times the sampling rate, for objects of any size", () => {
    const { low, high } = bytesInterval(0, 0, R);
    expect(low).toBe(0);
    expect(high / R).toBeGreaterThan(3.69);
    expect(high / R).toBeLessThan(5);
  });

  it("is the estimate alone where nothing was sampled", () => {
    expect(bytesInterval(77, 0, 0)).toEqual({ low: 77, high: 77 });
  });

  it("comes to the plain one for many objects", () => {
    const variance = 1e10 * 0.9 * R;
    const { low, high } = bytesInterval(1e10, variance, R);
    const reach = Z95 * Math.sqrt(variance);
    expect((1e10 - low) / reach).toBeCloseTo(1, 1);
    expect((high - 1e10) / reach).toBeCloseTo(1, 1);
  });
});

describe("what is known of errors", () => {
  const heap = (over: Parameters<typeof madeProfile>[0]) => madeProfile(over);
  const rows = [{ stack: ["f"], values: [300, 300_000, 200, 200_000] }];

  it("is that a profile not sampled by bytes is exact", () => {
    const all = heap({ samples: rows, period: 1 });
    const goroutines = heap({
      types: [["goroutine", "count"]],
      period: 1,
      samples: [{ stack: ["f"], values: [12] }],
    });
    const cpu = {
      ...heap({ types: [["cpu", "nanoseconds"]], samples: [{ stack: ["f"], values: [5] }] }),
      periodType: { type: "cpu", unit: "nanoseconds" },
      period: 10_000_000,
    };
    for (const profile of [all, goroutines, cpu]) {
      const sampling = samplingOf(profile, profile.sampleTypes.length - 1);
      expect(sampling.basis).toBe("exact");
      // Today a change of such a profile was called noise in one place and sure in another.
      expect(changeError(-1, 0, 5, sampling)).toEqual({ z: Number.NaN, noise: false });
      expect(errorText(0, "count", sampling.basis)).toBe("exact");
      expect(intervalOf(5, 0, sampling)).toBeUndefined();
    }
  });

  it("is nothing where the file does not say how large the counted objects are", () => {
    const counts = heap({
      types: [["inuse_objects", "count"]],
      samples: [{ stack: ["f"], values: [1000] }],
    });
    const sampling = samplingOf(counts, 0);
    expect(sampling.basis).toBe("unknown");
    expect(changeError(5, 0, 5, sampling).noise).toBe(false);
    expect(errorText(0, "count", sampling.basis)).toBe("error unknown");
  });

  it("is a least error of a profile that is a difference itself", () => {
    const delta = heap({ samples: [{ stack: ["f"], values: [0, 0, -400, -41_943_040] }] });
    const sampling = samplingOf(delta, BYTES);
    expect(sampling).toEqual({ basis: "at-least", change: "at-least", rate: R });
    expect(errorText(1 << 20, "bytes", sampling.basis)).toMatch(/^± at least 1\.00 M/);
    expect(intervalOf(-5e7, 1e6, sampling)).toBeUndefined();
  });

  it("is of several what is known of the least sure", () => {
    expect(leastSure(["exact", "sampled"])).toBe("sampled");
    expect(leastSure(["unknown", "exact", "at-least"])).toBe("unknown");
    expect(leastSure(["exact", "exact"])).toBe("exact");
  });

  it("is told in words, without a zero and without thirty digits", () => {
    expect(zText(3.1027485352603232e35)).toBe("> 100");
    expect(zText(Number.NEGATIVE_INFINITY)).toBe("< −100");
    expect(zText(-2.04)).toBe("−2.0");
    expect(zText(Number.NaN)).toBe("");
    expect(errorText(1e-30, "count", "sampled")).toBe("exact");
    // Nothing sampled is not nothing for sure.
    expect(errorText(0, "bytes", "sampled")).toBe("");
    expect(errorText(2048, "bytes", "sampled")).toMatch(/^± 2\.00 [kK]i?B$/);
  });

  it("is one threshold, from both sides", () => {
    const sampled = samplingOf(heap({ samples: rows }), BYTES);
    const at = (change: number) => changeError(change, 1e6, 1e9, sampled);
    expect(at(1.99e6).noise).toBe(true);
    expect(at(9e6)).toMatchObject({ noise: false });
    expect(at(-9e6).z).toBe(-at(9e6).z);
  });
});
