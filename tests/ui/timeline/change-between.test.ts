import { describe, expect, it } from "vitest";
import type { SetAnswer } from "../../../src/engine/answers.js";
import { changeBetween } from "../../../src/ui/timeline/change-between.js";

const MIB = 1024 * 1024;
const HOUR = 3_600_000;

/** Three moments; the process started anew before the third. */
const SET = {
  kind: "series",
  order: [0, 1, 2],
  restarts: [2],
  times: [0, 2 * HOUR, 3 * HOUR],
  totals: [10 * MIB, 30 * MIB, 5 * MIB],
  unit: "bytes",
} as unknown as SetAnswer;

describe("what is said of two snapshots", () => {
  it("is how much it grew and in how long, forwards and back", () => {
    expect(changeBetween(SET, 0, 1)).toBe("+20.0 MiB in 2.0 h");
    expect(changeBetween(SET, 1, 0)).toBe("−20.0 MiB in 2.0 h");
  });

  it("has no time where a file has none", () => {
    expect(changeBetween({ ...SET, times: [0, undefined, 1] }, 0, 1)).toBe("+20.0 MiB");
  });

  it("is no growth where they are of two processes", () => {
    expect(changeBetween(SET, 1, 2)).toBe("25.0 MiB less, another process");
    expect(changeBetween(SET, 2, 1)).toBe("25.0 MiB more, another process");
  });
});
