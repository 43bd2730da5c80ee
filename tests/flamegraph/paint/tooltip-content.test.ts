import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { standing } from "../../../src/flamegraph/paint/highlight.js";
import { factsOf, factsText } from "../../../src/flamegraph/paint/tooltip-content.js";
import { formatDelta, formatShareOf, formatValue } from "../../../src/lib/format.js";
import { FLAMEGRAPH_WORDS } from "../../../src/words/flamegraph-words.js";
import { profileOfStacks } from "../../generate.js";
import { pictureOf } from "../pictures.js";
import { pictureOfStacks, pictures } from "../shown.js";

const MIB = 1n << 20n;

describe("the facts of a box", () => {
  const stacks = [[0, 1], [0]];
  const base = profileOfStacks(stacks, [2n * MIB, 1n * MIB]);
  const now = profileOfStacks(stacks, [6n * MIB, 1n * MIB]);
  const { picture, names } = pictureOf(now, { base });
  const rowsOf = (box: number, side: "both" | "before") =>
    Object.fromEntries(
      factsOf(picture, names, [], { box, blocked: 0 }, side).rows.map((r) => [r.label, r.value]),
    );

  it("are its figures, before and after", () => {
    const f1 = picture.layout.frame.indexOf(names.names.indexOf("f1"));
    expect(rowsOf(f1, "both")).toMatchObject({
      total: "6.00 MiB",
      self: "6.00 MiB",
      before: "2.00 MiB",
      change: "+4.00 MiB",
    });
    expect(rowsOf(f1, "before")).toMatchObject({ total: "2.00 MiB", after: "6.00 MiB" });
  });

  it("are said in one sentence, with the file", () => {
    const facts = factsOf(picture, names, [], { box: 1, blocked: 0 }, "both");
    expect(facts.title).toBe("f0");
    expect(facts.file).toBe("f0.go");
    expect(factsText(facts)).toMatch(/^f0, total 7\.00 MiB 100%.*, self 1\.00 MiB 14\.3%/);
  });

  it("of a block are the sum of its boxes, on the side that is shown", () => {
    const both = factsOf(picture, names, [], { box: 1, blocked: 2 }, "both");
    expect(both.title).toBe("2 frames");
    expect(both.rows[0]).toMatchObject({ value: "7.00 MiB", aside: "100%" });
    const before = factsOf(picture, names, [], { box: 1, blocked: 2 }, "before");
    expect(before.rows[0]).toMatchObject({ value: "3.00 MiB", aside: "100%" });
  });

  it("name the members of a folded run", () => {
    const run = pictureOfStacks([[0, 2, 4, 6, 8, 1]], [7n], { plumbing: /^f[2468]$/ });
    const box = run.picture.layout.folds.box[0]!;
    const facts = factsOf(run.picture, run.names, ["Routing"], { box, blocked: 0 }, "both");
    expect(facts.title).toBe("Routing · 4 frames");
    expect(facts.notes).toEqual(expect.arrayContaining(["f2", "f4", "f6", "f8"]));
  });
});

describe("what stands out", () => {
  it("is counted alike box by box and over any range", () => {
    fc.assert(
      fc.property(pictures, fc.infiniteStream(fc.boolean()), ({ picture, names }, marks) => {
        const matches = Uint8Array.from(names.names, () => (marks.next().value ? 1 : 0));
        const boxLit = Float32Array.from(picture.boxTotal, (_, i) => (i % 3) / 2);
        const found = standing({ ...picture, boxLit }, matches, true);
        const { count } = picture.layout;
        for (const [from, to] of [
          [0, count],
          [1, count],
          [count >> 1, count],
        ] as const) {
          let matching = 0;
          let lit = 0;
          for (let b = from; b < to; b++) {
            if (found.isMatch(b)) matching++;
            if (found.isLit(b)) lit++;
          }
          expect(found.matchesIn(from, to)).toBe(matching);
          expect(found.litIn(from, to)).toBe(lit);
        }
        for (let b = 1; b < count; b++) {
          expect(found.isMatch(b)).toBe(matches[picture.layout.frame[b]!] === 1);
        }
      }),
    );
  });

  it("is everything where nothing is searched or lit", () => {
    const { picture } = pictureOfStacks([[0, 1]], [1n]);
    const none = standing(picture, undefined, false);
    expect([none.active, none.isLit(1), none.isMatch(1), none.matchesIn(0, 3)]).toEqual([
      false,
      true,
      true,
      0,
    ]);
  });
});

describe("a figure in words", () => {
  it.each<[number, string, string]>([
    [0, "bytes", "0 B"],
    [999, "bytes", "999 B"],
    [1000, "bytes", "1000 B"],
    [1536, "bytes", "1.50 KiB"],
    [1.85 * 2 ** 30, "bytes", "1.85 GiB"],
    [347 * 1024, "bytes", "347 KiB"],
    [-3.1 * 2 ** 20, "bytes", "−3.10 MiB"],
    [78412, "count", "78,412"],
    [12, "nanoseconds", "12 ns"],
  ])("for %d %s is %s", (value, unit, text) => {
    expect(formatValue(value, unit)).toBe(text);
  });

  it("has its sign where it is a change", () => {
    expect(formatDelta(2 ** 20, "bytes")).toBe("+1.00 MiB");
    expect(formatDelta(-(2 ** 20), "bytes")).toBe("−1.00 MiB");
    expect(formatDelta(0, "bytes")).toBe("±0");
  });

  it.each<[number, number, string]>([
    [474, 1000, "47.4%"],
    [3, 10000, "0.03%"],
    [1, 1e9, "<0.01%"],
    [0, 5, "0%"],
    [5, 5, "100%"],
    [5, 0, ""],
    [-1, 4, "25.0%"],
  ])("for the share %d of %d is %j", (value, whole, text) => {
    expect(formatShareOf(value, whole)).toBe(text);
  });

  it("never has more than four digits before its unit", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 60, noNaN: true }), (log2) => {
        expect(formatValue(2 ** log2 - 1, "bytes")).toMatch(/^\d{1,4}(\.\d{1,2})? (?:[KMGTP]i)?B$/);
      }),
    );
    expect(FLAMEGRAPH_WORDS.frames(1)).toBe("1 frame");
    expect(FLAMEGRAPH_WORDS.frames(1200)).toBe("1,200 frames");
  });
});
