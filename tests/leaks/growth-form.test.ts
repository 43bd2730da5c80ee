import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  FORM_DRAWINGS,
  FORM_WORDS,
  formBeside,
  type GrowthForm,
  growthForm,
} from "../../src/leaks/growth-form.js";

describe("the form of a growth", () => {
  it.each<[string, number[]]>([
    ["steady", [100, 120, 141, 160, 180, 201]],
    ["steps", [100, 100, 200, 201, 300, 300, 400]],
    ["oscillation", [100, 200, 110, 190, 100, 210]],
    ["burst", [100, 100, 500, 300, 110, 100]],
    ["plateau", [100, 200, 280, 300, 301, 300]],
    ["steady", [48, 80, 105, 130, 152, 169]],
    ["flat", [100, 101, 100, 102, 101]],
  ])("is %s", (form, values) => {
    expect(growthForm(values)).toBe(form);
    expect(FORM_WORDS[growthForm(values)!]).not.toBe("");
  });

  it("is not told of a few files", () => {
    expect(growthForm([1, 2, 3])).toBeUndefined();
  });

  it("is level where changes are within sampling noise", () => {
    expect(growthForm([100, 120, 110, 125], 20)).toBe("flat");
  });

  it("is never growth where the end is below the beginning", () => {
    const grows = ["steady", "steps", "plateau"];
    fc.assert(
      fc.property(fc.array(fc.nat(1e6), { minLength: 4, maxLength: 12 }), (values) => {
        const form = growthForm(values);
        if (form && grows.includes(form)) expect(values.at(-1)!).toBeGreaterThan(values[0]!);
      }),
    );
  });

  it("is not level where growth as before would not have shown either", () => {
    const slow = [100, 109, 118, 127, 136, 145];
    expect(growthForm(slow, 10)).not.toBe("plateau");
  });

  it("never contradicts the verdict beside it", () => {
    for (const form of ["plateau", "burst", "oscillation", "flat"] as const) {
      expect(formBeside(form, true)).toBeUndefined();
      expect(formBeside(form, false)).toBe(form);
    }
    expect(formBeside("steps", true)).toBe("steps");
    expect(formBeside(undefined, false)).toBeUndefined();
  });

  it("is what its drawing shows", () => {
    for (const [form, line] of Object.entries(FORM_DRAWINGS)) {
      const heights = Array.from({ length: 13 }, (_, i) => heightAt(line, i / 12));
      expect(growthForm(heights.map((y) => 100 + 100 * y))).toBe(form as GrowthForm);
    }
  });

  it("does not depend on the unit", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 4, maxLength: 12 }), (values) => {
        expect(growthForm(values.map((v) => v * 1024))).toBe(growthForm(values));
      }),
    );
  });
});

function heightAt(line: (typeof FORM_DRAWINGS)[GrowthForm], x: number): number {
  const to = line.findIndex(([at]) => at >= x);
  const [x1, y1] = line[to]!;
  const [x0, y0] = line[Math.max(0, to - 1)]!;
  return x1 === x0 ? y1 : y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
}
