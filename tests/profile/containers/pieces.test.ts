import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectedSize, Pieces } from "../../../src/profile/containers/pieces.js";

describe("pieces put together", () => {
  it("are all there in order, whatever size was expected", () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 8 }),
        fc.nat(200),
        (given, expected) => {
          const pieces = new Pieces(expected);
          for (const piece of given) pieces.add(piece.slice());
          expect(pieces.size).toBe(given.reduce((sum, piece) => sum + piece.length, 0));
          expect(Buffer.compare(pieces.done(), Buffer.concat(given))).toBe(0);
        },
      ),
    );
  });

  it("are held once where the size is right, and not in a large room where it is wrong", () => {
    const right = new Pieces(3000);
    for (const size of [1000, 2000]) right.add(new Uint8Array(size));
    expect(right.done().buffer.byteLength).toBe(3000);
    const wrong = new Pieces(1 << 20);
    wrong.add(new Uint8Array(1000));
    expect(wrong.done().buffer.byteLength).toBe(1000);
  });
});

describe("the size that gzip says", () => {
  const packed = new Uint8Array(gzipSync(new Uint8Array(5000).map((_, i) => i * i)));

  it("is expected", () => {
    expect(expectedSize(packed, "gzip", 1 << 20)).toBe(5000);
  });

  it("is not believed beyond the limit, of few bytes, or of other packings", () => {
    expect(expectedSize(packed, "gzip", 4999)).toBe(0);
    const bomb = new Uint8Array(gzipSync(new Uint8Array(1 << 20)));
    expect(expectedSize(bomb, "gzip", 1 << 30)).toBe(0);
    expect(expectedSize(packed, "deflate", 1 << 20)).toBe(0);
    expect(expectedSize(packed.subarray(0, 12), "gzip", 1 << 20)).toBe(0);
  });
});
