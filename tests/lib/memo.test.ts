import { describe, expect, it } from "vitest";
import { memo, TextMemo } from "../../src/lib/memo.js";

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

describe("TextMemo", () => {
  it("finds out once what belongs to a text, until so many are known that all are forgotten", () => {
    const asked: string[] = [];
    const memo = new TextMemo((text) => {
      asked.push(text);
      return text.length;
    }, 2);
    expect(["a", "bb", "a", "bb"].map((text) => memo.of(text))).toEqual([1, 2, 1, 2]);
    expect(asked).toEqual(["a", "bb"]);
    // The third is one too many: it alone is known from then on.
    expect(["ccc", "a", "ccc"].map((text) => memo.of(text))).toEqual([3, 1, 3]);
    expect(asked).toEqual(["a", "bb", "ccc", "a"]);
  });
});
