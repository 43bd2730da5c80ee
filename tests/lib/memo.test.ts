import { describe, expect, it } from "vitest";
import { memo } from "../../src/lib/memo.js";

describe("memo", () => {
  it("makes what belongs to an object once, even where that is nothing", () => {
    let made = 0;
    const once = memo((of: { value?: number }) => {
      made++;
      return of.value;
    });
    const [one, none] = [{ value: 1 }, {}];
    expect([once(one), once(none), once(one), once(none)]).toEqual([1, undefined, 1, undefined]);
    expect(made).toBe(2);
    expect(once({ value: 1 })).toBe(1);
    expect(made).toBe(3);
  });

  it("makes it again where making failed", () => {
    let fails = true;
    const once = memo((_: object) => {
      if (fails) throw new Error("no");
      return "made";
    });
    const of = {};
    expect(() => once(of)).toThrow("no");
    fails = false;
    expect(once(of)).toBe("made");
  });
});
