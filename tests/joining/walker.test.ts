import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SHORTEST } from "../../src/joining/index-range.js";
import { SURE_ENOUGH } from "../../src/joining/walker.js";
import { type Made, walked, walkedPlainly } from "./pools.js";

/** The numbers from `from` on. */
const run = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i);

/** What is added to the first of some stacks, which is cut. */
const addedTo = (stack: number[], others: Made[]) => walked([{ stack, cut: true }, ...others])[0]!;

describe("a cut stack", () => {
  it("is followed to the root of the one stack that goes on from its end, which is just enough", () => {
    const added = addedTo(run(0, 20), [{ stack: run(12, 18) }]);
    expect(added.locations).toEqual(run(20, 10));
    expect(added.sure).toBeCloseTo(SURE_ENOUGH, 8);
    expect(added.sure).toBeGreaterThanOrEqual(SURE_ENOUGH);
  });

  it("is left open where one stack that shares 24 locations is against three that share 8", () => {
    const end = run(0, 24);
    const others = [100, 101, 102].map((leaf) => ({ stack: [leaf, ...end.slice(-8), 60, 61] }));
    expect(addedTo(end, [{ stack: [...end, 50, 51] }, ...others]).locations).toEqual([]);
  });

  it("goes the way of the longer window where as many stacks have it and the shorter is a fork", () => {
    const end = run(0, 24);
    const others = [100, 101].map((leaf) => ({ stack: [leaf, ...end.slice(-8), 60, 61] }));
    const ours = run(200, 30).map((leaf) => ({ stack: [leaf, ...end, 50, 51] }));
    expect(addedTo(end, [...ours, ...others]).locations).toEqual([50, 51]);
  });

  it("is left open at a fork of two stacks, however much one of them holds", () => {
    const end = run(0, 12);
    const heavy = { stack: [...end, 50], weight: 1e9 };
    expect(addedTo(end, [heavy, { stack: [...end, 60] }]).locations).toEqual([]);
    expect(addedTo(end, [heavy, { stack: [99, ...end, 50] }]).locations).toEqual([50]);
  });

  it("is followed to the only caller that its last location ever has", () => {
    const other = { stack: [90, 91, 19, 50, 51] };
    expect(addedTo(run(0, 20), [other]).locations).toEqual([50, 51]);
    expect(addedTo(run(0, 20), [other, { stack: [92, 19, 60] }]).locations).toEqual([]);
    expect(addedTo(run(0, 20), [other, { stack: [92, 19] }]).locations).toEqual([]);
  });

  it("is followed by windows again where those are known after an only caller", () => {
    const end = run(0, 20);
    const caller = { stack: [90, 91, 19, 50, 51], cut: true };
    const beyond = { stack: [16, 17, 18, 19, 50, 51, 52, 53] };
    expect(addedTo(end, [caller, beyond]).locations).toEqual([50, 51, 52, 53]);
  });

  it("takes no evidence from its own end, nor from that of another cut stack", () => {
    const end = run(0, 20);
    expect(addedTo(end, [{ stack: [99, ...end], cut: true }]).locations).toEqual([]);
  });
});

const NEVER = Number.POSITIVE_INFINITY;
/**
 * Walks after which stacks are made a tree, and after which all windows are indexed: never, from the
 * beginning, and in between.
 */
const INDEXED = [
  [NEVER, NEVER],
  [0, NEVER],
  [0, 0],
  [0, 3],
  [1, 1],
  [1, 3],
] as const;

describe("what is indexed", () => {
  const made = (locations: number, most: number): fc.Arbitrary<Made[]> =>
    fc
      .array(
        fc.record({
          stack: fc.array(fc.integer({ min: 0, max: locations }), {
            minLength: 1,
            maxLength: most,
          }),
          weight: fc.integer({ min: 1, max: 50 }),
          cut: fc.boolean(),
        }),
        { minLength: 2, maxLength: 24 },
      )
      .map((all) => all.map((m) => ({ ...m, cut: m.cut && m.stack.length >= SHORTEST })));

  it("tells of random stacks the same as looking through all of them", () => {
    fc.assert(
      fc.property(made(2, 40), (stacks) => {
        const plain = walkedPlainly(stacks);
        for (const after of INDEXED) expectSame(walked(stacks, ...after), plain);
      }),
    );
  });

  it("tells of stacks spliced from one another the same as looking through all of them", () => {
    const spliced = fc
      .tuple(
        fc.array(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 20, maxLength: 60 }), {
          minLength: 2,
          maxLength: 4,
        }),
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat(), fc.boolean()), {
          minLength: 4,
          maxLength: 30,
        }),
      )
      .map(([sources, cuts]) =>
        cuts.map(([a, b, at, weight, cut]): Made => {
          const leaves = sources[a % sources.length]!;
          const roots = sources[b % sources.length]!;
          const middle = at % 20;
          const whole = [...leaves.slice(middle, middle + 18), ...roots.slice(middle)];
          const stack = cut ? whole.slice(0, 32) : whole;
          return { stack, weight: 1 + (weight % 9), cut: cut && stack.length >= SHORTEST };
        }),
      );
    let added = 0;
    fc.assert(
      fc.property(spliced, (stacks) => {
        const ours = walked(stacks);
        const plain = walkedPlainly(stacks);
        expectSame(ours, plain);
        for (const after of INDEXED) expectSame(walked(stacks, ...after), plain);
        for (const { locations } of ours) added += locations.length;
      }),
      { numRuns: 300 },
    );
    expect(added).toBeGreaterThan(1000);
  });
});

function expectSame(ours: ReturnType<typeof walked>, plain: ReturnType<typeof walked>) {
  expect(ours.map((a) => a.locations)).toEqual(plain.map((a) => a.locations));
  ours.forEach((a, s) => {
    expect(a.sure).toBeCloseTo(plain[s]!.sure, 9);
  });
}
