import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PairIndex } from "../../src/lib/pair-index.js";

const pair = fc.tuple(fc.integer(), fc.integer());
// Few different numbers, so that pairs come again and share halves.
const near = fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -3, max: 3 }));

describe("PairIndex", () => {
  it("numbers pairs in the order in which they first come, as a Map of texts does", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(pair, near)), (pairs) => {
        const index = new PairIndex(0);
        const known = new Map<string, number>();
        for (const [a, b] of pairs) {
          const key = `${a} ${b}`;
          expect(index.find(a, b)).toBe(known.get(key) ?? -1);
          if (!known.has(key)) known.set(key, known.size);
          expect(index.add(a, b)).toBe(known.get(key));
          expect(index.find(a, b)).toBe(known.get(key));
        }
        expect(index.count).toBe(known.size);
        const read = Array.from({ length: index.count }, (_, k) => [
          index.first[k],
          index.second[k],
        ]);
        expect(read.map((p) => p.join(" "))).toEqual([...known.keys()]);
      }),
    );
  });

  it("keeps what it has when it grows", () => {
    const index = new PairIndex(16);
    for (let k = 0; k < 50_000; k++) expect(index.add(k * 40_000, -k)).toBe(k);
    for (let k = 0; k < 50_000; k++) expect(index.find(k * 40_000, -k)).toBe(k);
    expect(index.find(40_000, 1)).toBe(-1);
  });
});
