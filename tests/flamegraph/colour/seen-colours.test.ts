import { describe, expect, it } from "vitest";
import { TONES } from "../../../src/flamegraph/colour/canvas-theme.js";
import { ACCENT_KIND, HUES } from "../../../src/flamegraph/colour/kind-hues.js";
import { kindColour } from "../../../src/flamegraph/colour/legend.js";
import {
  dimmedSwatches,
  frameSwatches,
  hueRamp,
  restSwatches,
} from "../../../src/flamegraph/colour/swatches.js";
import { difference, differenceOfLab, seen, VISIONS, type Vision } from "./seen-colours.js";

const visions = Object.keys(VISIONS) as Vision[];

describe("the measure of colours", () => {
  it("is CIEDE2000, by pairs that Sharma, Wu and Dalal published", () => {
    const pairs: [number[], number[], number][] = [
      [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
      [[50, 2.49, -0.001], [50, -2.49, 0.0011], 7.2195],
      [[50, 2.5, 0], [73, 25, -18], 27.1492],
      [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
      [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
      [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
    ];
    for (const [p, q, expected] of pairs) {
      const of = ([l, a, b]: number[]) => ({ l: l!, a: a!, b: b! });
      expect(differenceOfLab(of(p), of(q))).toBeCloseTo(expected, 3);
    }
  });

  it("leaves white, black and what most people see as they are", () => {
    for (const vision of visions) {
      expect(difference(seen("#ffffff", vision), "#ffffff")).toBeLessThan(1);
      expect(seen("#000000", vision)).toBe("#000000");
    }
    expect(seen("#c2255c", "usual")).toBe("#c2255c");
  });
});

describe.each(["light", "dark"] as const)("the accent on %s ground", (theme) => {
  const accent = kindColour(ACCENT_KIND, theme, ACCENT_KIND);

  it.each(visions)("is far from what is other or unknown, as seen with %s", (vision) => {
    for (const rest of ["other", "unknown"]) {
      const neighbour = kindColour(rest, theme, ACCENT_KIND);
      expect(difference(seen(accent, vision), seen(neighbour, vision))).toBeGreaterThanOrEqual(20);
    }
  });

  it.each(visions)("is told from the greys of the graph, as seen with %s", (vision) => {
    const strong = hueRamp(undefined, theme).at(-1)!.fill;
    const { other, unknown } = restSwatches(theme);
    for (const { fill } of [...other, ...unknown, ...frameSwatches(theme)]) {
      const apart = difference(seen(strong, vision), seen(fill, vision));
      expect(apart, fill).toBeGreaterThanOrEqual(20);
    }
  });

  it.each(visions)("edges each box that it colours: far from every grey, with %s", (vision) => {
    for (const { edge } of hueRamp(undefined, theme)) {
      expect(nearestGrey(edge!, vision)).toBeGreaterThanOrEqual(30);
    }
  });

  it.each(visions)("is not alone: other hues edge their boxes as well, with %s", (vision) => {
    for (const hue of HUES) {
      expect(nearestGrey(hueRamp(hue, theme)[0]!.edge!, vision), hue).toBeGreaterThanOrEqual(15);
    }
  });

  // Soft steps are of boxes near the root that hold other kinds too. Their fill cannot be as far
  // from the greys as that of the strong ones: their edge is, as docs/colours.md says.
  it.each(visions)(
    "is further from the greys the stronger it gets, in the strong half, as seen with %s",
    (vision) => {
      const apart = hueRamp(undefined, theme).map(({ fill }) => nearestGrey(fill, vision));
      const half = apart.length / 2;
      const strong = apart.slice(half);
      expect(strong).toEqual([...strong].sort((a, b) => a - b));
      expect(Math.max(...apart.slice(0, half))).toBeLessThanOrEqual(strong[0]!);
    },
  );

  it.each(visions)("edges what is lit: far from each soft step and grey, with %s", (vision) => {
    const edge = seen(TONES[theme].accent, vision);
    const ramp = hueRamp(undefined, theme);
    const soft = ramp.slice(0, ramp.length / 2);
    for (const { fill } of [...soft, ...dimmedSwatches(theme)]) {
      expect(difference(edge, seen(fill, vision)), fill).toBeGreaterThanOrEqual(20);
    }
  });

  function nearestGrey(fill: string, vision: Vision): number {
    const { other, unknown } = restSwatches(theme);
    const greys = [...other, ...unknown, ...frameSwatches(theme)];
    return Math.min(...greys.map((g) => difference(seen(fill, vision), seen(g.fill, vision))));
  }
});
