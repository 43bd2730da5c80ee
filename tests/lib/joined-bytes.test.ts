import fc from "fast-check";
import { expect, it } from "vitest";
import { joinedBytes } from "../../src/lib/joined-bytes.js";

it("joins pieces in their order, and copies even a single one", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array()), (pieces) => {
      expect([...joinedBytes(pieces)]).toEqual(pieces.flatMap((piece) => [...piece]));
    }),
  );
  const one = Uint8Array.of(1);
  expect(joinedBytes([one])).not.toBe(one);
});
