import { describe, expect, it } from "vitest";
import { release } from "../../src/lib/release.js";

describe("memory that is given back", () => {
  it("is gone at once, with all that views it", () => {
    const column = new Float64Array(1 << 14);
    const view = column.subarray(3);
    release(column);
    expect([column.length, view.length, column.buffer.byteLength]).toEqual([0, 0, 0]);
  });

  it("may be nothing, may have gone already, and is left alone where it is small", () => {
    const gone = new Uint8Array(1 << 16);
    const small = new Uint8Array(64).fill(7);
    release(gone, undefined, gone, small);
    release(gone);
    expect(gone.length).toBe(0);
    expect(small.at(-1)).toBe(7);
  });
});
