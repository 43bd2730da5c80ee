import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { crc32 } from "../../../src/lib/crc32.js";
import { fromBase64Url, toBase64Url } from "../../../src/link/coding/base64url.js";
import { BitDecoder, BitEncoder } from "../../../src/link/coding/bit-coder.js";
import { Contexts, codeBelow, codePlain, NumberModel } from "../../../src/link/coding/contexts.js";

describe("bits coded by their probability", () => {
  test("are read as they were written, however wrong the probability was", () => {
    const bits = fc.array(fc.tuple(fc.nat(1), fc.integer({ min: 1, max: 65535 })), {
      maxLength: 3000,
    });
    fc.assert(
      fc.property(bits, (list) => {
        const encoder = new BitEncoder();
        for (const [bit, one] of list) encoder.code(bit, one);
        const decoder = new BitDecoder(encoder.done());
        for (const [bit, one] of list) expect(decoder.code(0, one)).toBe(bit);
      }),
    );
  });

  test("cost what theory says: 10,000 bits of which one in 64 is set, 1,163 bits and a bit", () => {
    const encoder = new BitEncoder();
    for (let i = 0; i < 10_000; i++) encoder.code(i % 64 === 0 ? 1 : 0, 1024);
    expect(encoder.done().length).toBeLessThan(152);
  });

  test("numbers of every size come back, by every way they are written", () => {
    const number = fc.oneof(
      fc.nat(40),
      fc.nat(),
      fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
      fc.double({ min: 2 ** 53, max: 2 ** 62, noNaN: true }).map(Math.floor),
    );
    fc.assert(
      fc.property(fc.array(number, { maxLength: 60 }), (list) => {
        const write = (coder: BitEncoder | BitDecoder) => {
          const model = new NumberModel(2);
          const contexts = new Contexts(64);
          return list.map((n, i) => [
            model.code(coder, n, 2 ** 63, i % 2),
            codeBelow(coder, (n % 1e6) + 1 + (i % 7), n % 1e6),
            codePlain(coder, 20, n % 1048576),
            contexts.codeTree(coder, 0, 6, n % 64),
          ]);
        };
        const encoder = new BitEncoder();
        const said = write(encoder);
        expect(write(new BitDecoder(encoder.done()))).toEqual(said);
        expect(said.map((row) => row[0])).toEqual(list);
      }),
    );
  });
});

describe("bytes as text", () => {
  test("come back, in base64url as Node writes it", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const text = toBase64Url(bytes);
        expect(text).toBe(Buffer.from(bytes).toString("base64url"));
        expect(fromBase64Url(text)).toEqual(bytes);
      }),
    );
  });

  test("are checked by the CRC-32 of gzip", () => {
    expect(crc32(new TextEncoder().encode("123456789"))).toBe(0xcbf43926);
  });
});
