import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bareName,
  cutLeft,
  estimatedMeter,
  Labels,
  measuredMeter,
  textWidth,
} from "../../../src/flamegraph/paint/labels.js";
import { canonicalName, shortName } from "../../../src/profile/function-name.js";
import { name } from "../../generate.js";

const METER = estimatedMeter(11.5);
const FULL = "k8s.io/api/core/v1.(*ConfigMap).Unmarshal";

describe("a label", () => {
  const labels = new Labels([FULL, "main.main"], METER);
  const at = (space: number): string => {
    const { path, text } = labels.fit(0, space);
    return path + text;
  };
  const width = (text: string): number => textWidth(text, METER);

  it("is cut from the left of the package's path: type and method are the last to go", () => {
    expect(labels.fit(0, 1000)).toEqual({
      path: "k8s.io/api/core/",
      text: "v1.(*ConfigMap).Unmarshal",
      width: width(FULL),
    });
    expect(at(width(FULL) - 1)).toBe("v1.(*ConfigMap).Unmarshal");
    expect(at(width("v1.(*ConfigMap).Unmarshal") - 1)).toBe("(*ConfigMap).Unmarshal");
    expect(at(width("(*ConfigMap).Unmarshal") - 1)).toMatch(/^….*\)\.Unmarshal$/);
    expect(at(width("…Unmarshal"))).toBe("…Unmarshal");
    expect(at(width("…shal"))).toBe("…shal");
    expect(at(5)).toBe("");
    expect(at(0)).toBe("");
  });

  it("of a vendored function is that of the function", () => {
    const vendored = new Labels([`k8s.io/kubernetes/vendor/${FULL}`], METER);
    expect(vendored.fit(0, 1000)).toEqual(labels.fit(0, 1000));
  });

  it("fits, and is the end of the name", () => {
    fc.assert(
      fc.property(name, fc.double({ min: 0, max: 400, noNaN: true }), (text, space) => {
        const label = new Labels([text], METER).fit(0, space);
        expect(label.width).toBeLessThanOrEqual(space);
        const shown = label.path + label.text;
        expect(canonicalName(text).endsWith(shown.replace(/^…/, ""))).toBe(true);
        if (shown !== "") expect(textWidth(shown, METER)).toBeCloseTo(label.width, 6);
      }),
      { numRuns: 500 },
    );
  });

  it("grows with the space there is", () => {
    let before = 0;
    for (let space = 0; space < 400; space++) {
      const { length } = at(space).replace("…", "");
      expect(length).toBeGreaterThanOrEqual(before);
      before = length;
    }
  });

  it("of a frame that has no name is empty", () => {
    expect(labels.fit(99, 100).text).toBe("");
  });
});

describe("a text cut from its left end", () => {
  it("never is cut inside of a character", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.integer({ min: 0, max: 200 }),
        (text, space) => {
          const cut = cutLeft(text, space, METER);
          expect(cut.isWellFormed()).toBe(true);
          expect(textWidth(cut, METER)).toBeLessThanOrEqual(
            Math.max(space, textWidth(text, METER)),
          );
        },
      ),
    );
    expect(cutLeft("a😀😀😀", METER.other * 4.5, METER)).toBe("…😀");
  });
});

describe("the bare name", () => {
  it.each([
    [FULL, "(*ConfigMap).Unmarshal"],
    ["main.main", "main"],
    ["runtime.mallocgc", "mallocgc"],
    ["github.com/a/b.Map[go.shape.int].Get", "Map[go.shape.int].Get"],
    ["Map[a/b.C].Get", "Map[a/b.C].Get"],
    ["_start", "_start"],
    ["odd.", "odd."],
    ["", ""],
  ])("of %s is %s", (full, bare) => {
    expect(bareName(full)).toBe(bare);
    expect(shortName(full).endsWith(bare)).toBe(true);
  });
});

describe("a meter", () => {
  it("made by measuring has the advance of each character", () => {
    const measure = (text: string): number =>
      [...text].reduce((w, c) => w + (c.charCodeAt(0) < 128 ? c.charCodeAt(0) / 10 : 14), 0);
    const meter = measuredMeter(measure);
    for (const text of ["main", "a b", "(*T).F", "…", "~!"]) {
      expect(textWidth(text, meter)).toBeCloseTo(measure(text), 3);
    }
  });
});
