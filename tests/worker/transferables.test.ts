import { describe, expect, it } from "vitest";
import { transferablesOf } from "../../src/worker/transferables.js";

describe("what is moved instead of copied", () => {
  it("is the buffer of each whole array, once, however deep it stands", () => {
    const a = new Float64Array(3);
    const b = new Uint8Array(5);
    const found = transferablesOf({ a, again: a, deep: { list: [{ b }] }, text: "x", none: null });
    expect(new Set(found)).toEqual(new Set([a.buffer, b.buffer]));
    expect(found.length).toBe(2);
  });

  it("leaves out a view of a part: moving it would take the rest along", () => {
    expect(transferablesOf({ part: new Uint8Array(16).subarray(2, 4) })).toEqual([]);
    expect(transferablesOf(new Uint8Array(0))).toEqual([]);
  });
});
