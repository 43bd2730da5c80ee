import { describe, expect, it } from "vitest";
import { isByteUnit } from "../../src/lib/units.js";
import { companionType } from "../../src/profile/companion-type.js";

const typed = (...types: string[]) => ({
  sampleTypes: types.map((t) => {
    const [type, unit] = t.split("/");
    return { type: type!, unit: unit! };
  }),
});
const HEAP = typed(
  "alloc_objects/count",
  "alloc_space/bytes",
  "inuse_objects/count",
  "inuse_space/bytes",
);

describe("the companion of a sample type", () => {
  it("counts the objects, or the bytes, of the same state", () => {
    expect(companionType(HEAP, 3, "objects")).toBe(2);
    expect(companionType(HEAP, 0, "space")).toBe(1);
    expect(companionType(HEAP, 1, "space")).toBe(1);
  });

  it("is found under the names that C++, Node and Java give", () => {
    expect(companionType(typed("objects/count", "space/bytes"), 1, "objects")).toBe(0);
    const tlab = typed(
      "alloc_in_new_tlab_objects/count",
      "alloc_in_new_tlab_bytes/bytes",
      "alloc_outside_tlab_bytes/bytes",
    );
    expect(companionType(tlab, 1, "objects")).toBe(0);
    expect(companionType(tlab, 2, "objects")).toBe(-1);
  });

  it("is none of time, of contentions, of goroutines, and where there is no partner", () => {
    expect(companionType(typed("contentions/count", "delay/nanoseconds"), 0, "objects")).toBe(-1);
    expect(companionType(typed("contentions/count", "delay/nanoseconds"), 1, "objects")).toBe(-1);
    expect(companionType(typed("samples/count", "cpu/nanoseconds"), 1, "objects")).toBe(-1);
    expect(companionType(typed("goroutine/count"), 0, "objects")).toBe(-1);
    expect(companionType(typed("inuse_space/bytes"), 0, "objects")).toBe(-1);
  });

  it("is none where two would do, or units do not fit the name", () => {
    expect(
      companionType(typed("space/bytes", "objects/count", "objects/count"), 0, "objects"),
    ).toBe(-1);
    expect(companionType(typed("space/bytes", "objects/bytes"), 0, "objects")).toBe(-1);
  });

  it("knows every way to write a unit of bytes", () => {
    for (const unit of ["bytes", "byte", "B", "kB", "KiB", "megabytes", "GiB"]) {
      expect(isByteUnit(unit)).toBe(true);
    }
    for (const unit of ["count", "nanoseconds", "bits", "", "babies"]) {
      expect(isByteUnit(unit)).toBe(false);
    }
  });
});
