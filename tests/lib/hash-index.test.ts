import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HashIndex, hashNumbers, sameNumbers, spreadHash } from "../../src/lib/hash-index.js";

/** Numbers texts by a hash that is as bad as asked for. */
function numbersOf(texts: readonly string[], hashOf: (text: string) => number): number[] {
  const index = new HashIndex(0);
  const known: string[] = [];
  return texts.map((text) => {
    for (let n = index.first(hashOf(text)); n >= 0; n = index.next()) {
      if (known[n] === text) return n;
    }
    known.push(text);
    return index.add();
  });
}

function expected(texts: readonly string[]): number[] {
  const known = [...new Set(texts)];
  return texts.map((text) => known.indexOf(text));
}

describe("HashIndex", () => {
  it.each([
    ["tells all apart", (text: string) => hashNumbers(codes(text), 0, text.length, 7)],
    ["is the same for many", (text: string) => text.length],
    ["is the same for all", () => -1],
    ["has its differences in high bits alone", (text: string) => text.length << 28],
  ])("numbers things rightly by a hash that %s", (_, hashOf) => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 6 }), { maxLength: 200 }), (texts) => {
        expect(numbersOf(texts, hashOf)).toEqual(expected(texts));
      }),
    );
  });

  it("keeps what it has when it grows", () => {
    const texts = Array.from({ length: 20_000 }, (_, k) => `${k % 15_000}`);
    const hashOf = (text: string) => spreadHash(Number(text));
    expect(numbersOf(texts, hashOf)).toEqual(texts.map(Number));
  });
});

describe("sameNumbers", () => {
  it("compares ranges by length and content", () => {
    const values = Int32Array.of(1, 2, 3, 1, 2, 4);
    expect(sameNumbers(values, 0, 2, values, 3, 5)).toBe(true);
    expect(sameNumbers(values, 0, 3, values, 3, 6)).toBe(false);
    expect(sameNumbers(values, 0, 2, values, 3, 4)).toBe(false);
  });
});

function codes(text: string): Int32Array {
  return Int32Array.from(text, (c) => c.charCodeAt(0));
}

describe("hashNumbers", () => {
  /** All lists of 12 parts, each one of two. */
  function lists(one: readonly number[], other: readonly number[]): Int32Array[] {
    return Array.from({ length: 1 << 12 }, (_, n) =>
      Int32Array.from(Array.from({ length: 12 }, (_, k) => ((n >> k) & 1 ? one : other)).flat()),
    );
  }

  it.each([
    // Six numbers that add up to the same in powers of the golden ratio's 32 bits.
    ["were chosen for a factor that is known", [85, 122, 77, 55, 111, 102], Array(6).fill(100)],
    ["differ in their highest bits alone", [-(2 ** 31), 0], [0, 0]],
    [
      "differ in the two bits that the highest one is brought down to",
      [-(2 ** 31), 2 ** 16],
      [0, 0],
    ],
  ])("tells lists apart that %s", (_, one, other) => {
    const hashes = lists(one, other).map((list) => hashNumbers(list, 0, list.length, list.length));
    expect(new Set(hashes).size).toBeGreaterThan(4080);
  });
});
