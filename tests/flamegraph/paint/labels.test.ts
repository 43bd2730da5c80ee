import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ASIDE_GAP,
  bareName,
  cutLeft,
  estimatedMeter,
  Labels,
  measuredMeter,
  shortArguments,
  textWidth,
  withoutArguments,
} from "../../../src/flamegraph/paint/labels.js";
import { canonicalName, shortName } from "../../../src/profile/function-name.js";
import { name } from "../../generate.js";

const METER = estimatedMeter(11.5);
const FULL = "k8s.io/api/core/v1.(*ConfigMap).Unmarshal";

describe("a label", () => {
  const labels = new Labels([FULL, "main.main"], METER);
  const at = (space: number): string => labels.fit(0, space).text;
  const width = (text: string): number => textWidth(text, METER);
  const SHORT = "v1.(*ConfigMap).Unmarshal";

  it("is package, type and method; the package's path stands behind where there is room", () => {
    const both = width(SHORT) + ASIDE_GAP + width("k8s.io/api/core");
    expect(labels.fit(0, 1000)).toEqual({ text: SHORT, aside: "k8s.io/api/core", width: both });
    expect(labels.fit(0, both - 1)).toEqual({ text: SHORT, aside: "", width: width(SHORT) });
  });

  it("is cut from its left end: the method is the last to go", () => {
    expect(at(width(SHORT))).toBe(SHORT);
    expect(at(width(SHORT) - 1)).toBe("…(*ConfigMap).Unmarshal");
    expect(at(width("…(*ConfigMap).Unmarshal") - 1)).toBe("(*ConfigMap).Unmarshal");
    expect(at(width("(*ConfigMap).Unmarshal") - 1)).toMatch(/^….*\)\.Unmarshal$/);
    expect(at(width("…Unmarshal"))).toBe("…Unmarshal");
    expect(at(width("…shal"))).toBe("…shal");
    expect(at(5)).toBe("");
    expect(at(0)).toBe("");
  });

  it("loses its type arguments before anything else", () => {
    const name = "k8s.io/client-go/tools/cache.(*Store[*k8s.io/api/core/v1.Pod]).Get";
    const generic = new Labels([name], METER);
    const forms = [
      "cache.(*Store[*k8s.io/api/core/v1.Pod]).Get",
      "cache.(*Store[*v1.Pod]).Get",
      "cache.(*Store[…]).Get",
      "…(*Store[…]).Get",
    ];
    for (const form of forms) expect(generic.fit(0, width(form)).text).toBe(form);
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
        const shown = label.text.replace(/^…/, "");
        const short = shortName(canonicalName(text));
        const forms = [short, shortArguments(short), withoutArguments(short)];
        expect(forms.some((form) => form.endsWith(shown))).toBe(true);
        if (label.aside !== "") expect(canonicalName(text)).toBe(`${label.aside}/${short}`);
        const aside = label.aside === "" ? 0 : ASIDE_GAP + textWidth(label.aside, METER);
        expect(textWidth(label.text, METER) + aside).toBeCloseTo(label.width, 6);
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
