import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Question } from "../../src/engine/question.js";
import { foldedName, foldedStacks } from "../../src/export/folded-stacks.js";
import { wholeNumbers } from "../../src/export/whole-numbers.js";
import { profileOfStacks, stacksWithValues } from "../generate.js";
import { RECORDINGS, recording } from "../recordings.js";
import { ask } from "./prepared.js";

function linesOf(asked: ReturnType<typeof ask>): { stack: string; values: number[] }[] {
  const text = new TextDecoder().decode(foldedStacks(asked.prepared, asked.question));
  if (text === "") return [];
  expect(text.endsWith("\n")).toBe(true);
  return text
    .slice(0, -1)
    .split("\n")
    .map((line) => {
      const found = /^(.*?)((?: -?\d+)+)$/.exec(line)!;
      return { stack: found[1]!, values: found[2]!.trim().split(" ").map(Number) };
    });
}

describe("folded stacks", () => {
  it.each(RECORDINGS)("of %s sum up to the total, joined or not", async (name) => {
    const profile = await recording(name);
    for (const joined of [false, true]) {
      const lines = linesOf(ask([profile], { joined }));
      const sum = lines.reduce((n, l) => n + l.values[0]!, 0);
      const { count, values } = profile.samples;
      expect(sum).toBe(values.subarray(3 * count).reduce((a, b) => a + b, 0));
      expect(new Set(lines.map((l) => l.stack)).size).toBe(lines.length);
    }
  });

  it("go from root to leaf, also where the graph is inverted", () => {
    const profile = profileOfStacks([[0, 1, 2]], [7n]);
    for (const inverted of [false, true]) {
      const lines = linesOf(ask([profile], { inverted }));
      expect(lines).toEqual([{ stack: "f0;f1;f2", values: [7] }]);
    }
  });

  it("have before and after with a base, and the totals of both", () => {
    fc.assert(
      fc.property(stacksWithValues, stacksWithValues, fc.boolean(), (a, b, inverted) => {
        const before = profileOfStacks(a.stacks, a.values);
        const after = profileOfStacks(b.stacks, b.values);
        const change: Partial<Question> = { shown: 1, base: 0, inverted };
        const lines = linesOf(ask([before, after], change));
        const sum = (i: number) => lines.reduce((n, l) => n + l.values[i]!, 0);
        const total = (values: readonly bigint[]) => Number(values.reduce((x, y) => x + y, 0n));
        expect([sum(0), sum(1)]).toEqual([total(a.values), total(b.values)]);
        for (const line of lines) expect(line.values.length).toBe(2);
      }),
      { numRuns: 60 },
    );
  });

  it("keep one line a stack and the frames apart, whatever names hold", () => {
    const names = ["a;b", "c\nd 12", "e\r\u2028", "back\\slash", "plain"];
    const profile = profileOfStacks([[0, 1, 2, 3, 4]], [5n], (f) => names[f]!);
    const lines = linesOf(ask([profile]));
    expect(lines).toEqual([
      { stack: "a\\x3bb;c\\x0ad 12;e\\x0d\\u2028;back\\x5cslash;plain", values: [5] },
    ]);
    expect(foldedName("gopkg.in/yaml%2ev2.(*T).F[go.shape.int]")).toBe(
      "gopkg.in/yaml%2ev2.(*T).F[go.shape.int]",
    );
  });
});

describe("rounding many values", () => {
  it("is off by no more than one in all, and leaves whole numbers as they are", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.integer(), fc.double({ min: -1e6, max: 1e6, noNaN: true }))),
        (list) => {
          const values = Float64Array.from(list);
          const out = wholeNumbers(values);
          const sum = (a: Float64Array) => a.reduce((x, y) => x + y, 0);
          expect(Math.abs(sum(out) - sum(values))).toBeLessThanOrEqual(0.51);
          out.forEach((v, i) => {
            expect(Number.isInteger(v)).toBe(true);
            expect(Math.abs(v - values[i]!)).toBeLessThanOrEqual(1.01);
            if (Number.isInteger(values[i])) expect(v).toBe(values[i]);
          });
        },
      ),
    );
  });
});
