import { lab, rgb } from "d3";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  boxColours,
  growthStep,
  moduleSwatch,
} from "../../../src/flamegraph/colour/box-colours.js";
import { type Theme, TONES } from "../../../src/flamegraph/colour/canvas-theme.js";
import { AA, contrast, luminance } from "../../../src/flamegraph/colour/contrast.js";
import { CODE_GROUPS, moduleOf, originOf } from "../../../src/flamegraph/colour/go-modules.js";
import { HUES, hueOf, OTHER_FILL, UNKNOWN_FILL } from "../../../src/flamegraph/colour/kind-hues.js";
import { kindColour, legendOf } from "../../../src/flamegraph/colour/legend.js";
import {
  allSwatches,
  GROWTH_STEPS,
  growthSwatches,
  hueRamp,
  MODULE_HUES,
  moduleSwatches,
  RAMP,
  survivalSwatches,
} from "../../../src/flamegraph/colour/swatches.js";
import { recording } from "../../recordings.js";
import { pictureOf } from "../pictures.js";
import { pictureOfStacks } from "../shown.js";

const THEMES: Theme[] = ["light", "dark"];
const COLOURINGS = ["kind", "growth", "survival", "package"] as const;

/**
 * A colour as seen with deuteranopia: the matrix of full severity, in linear RGB, of Machado,
 * Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision
 * Deficiency", IEEE TVCG 15 (6), 2009, table 1.
 */
const DEUTERANOPIA = [
  [0.367322, 0.860646, -0.227968],
  [0.280085, 0.672501, 0.047413],
  [-0.01182, 0.04294, 0.968881],
];

function deuteranope(colour: string): string {
  const { r, g, b } = rgb(colour);
  const linear = [r, g, b].map((c) => {
    const v = c / 255;
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  });
  const [x, y, z] = DEUTERANOPIA.map((row) => {
    const v = Math.min(
      1,
      Math.max(
        0,
        row.reduce((s, m, i) => s + m * linear[i]!, 0),
      ),
    );
    return 255 * (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055);
  });
  return rgb(x!, y!, z!).formatHex();
}

/** CIE76 colour difference; 2.3 is just noticeable, 10 is seen at a glance. */
function difference(a: string, b: string): number {
  const p = lab(a);
  const q = lab(b);
  return Math.hypot(p.l - q.l, p.a - q.a, p.b - q.b);
}

describe("contrast", () => {
  it("is that of WCAG 2.2", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.478, 3);
    expect(luminance("#ff0000")).toBeCloseTo(0.2126, 4);
  });

  it.each(THEMES)("of every text on every fill is enough (%s)", (theme) => {
    const poor = allSwatches(theme)
      .flatMap(({ use, swatch }) => [
        { use, on: swatch.fill, text: swatch.text },
        { use, on: swatch.fill, text: swatch.dim },
      ])
      .filter(({ on, text }) => contrast(on, text) < AA);
    expect(poor).toEqual([]);
  });

  it.each(THEMES)("of every swatch that a graph can have is enough (%s)", async (theme) => {
    const now = await recording("leaking-operator/04.pb.gz");
    const shown = pictureOf(now, {
      base: await recording("leaking-operator/02.pb.gz"),
      kinds: [
        { kind: "ConfigMap", pattern: /ConfigMap/ },
        { kind: "Secret", pattern: /Secret/ },
        { kind: "Widget.example.com", pattern: /^main\./ },
      ],
    });
    const boxSurvival = Float32Array.from(shown.picture.boxTotal, (_, i) => (i % 101) / 100);
    const picture = { ...shown.picture, boxSurvival };
    for (const colouring of COLOURINGS) {
      const colours = boxColours(picture, shown.names, { colouring, theme, accentKind: "" });
      for (let box = 0; box < picture.layout.count; box++) {
        for (const at of [colours.of(box), colours.dimmed(box)]) {
          const swatch = colours.swatches[at];
          expect(swatch, `${colouring} box ${box}`).toBeDefined();
          expect(contrast(swatch!.fill, swatch!.text)).toBeGreaterThanOrEqual(AA);
          expect(contrast(swatch!.fill, swatch!.dim)).toBeGreaterThanOrEqual(AA);
        }
      }
    }
  });

  it.each(THEMES)("of the page's tones on its grounds is enough (%s)", (theme) => {
    const { ground, panel, text, dim } = TONES[theme];
    for (const on of [ground, panel]) {
      expect(contrast(on, text)).toBeGreaterThanOrEqual(AA);
      expect(contrast(on, dim)).toBeGreaterThanOrEqual(AA);
      // Outlines are no text: WCAG 1.4.11 asks for 3.
      expect(contrast(on, TONES[theme].focus)).toBeGreaterThanOrEqual(3);
    }
  });
});

describe("with deuteranopia", () => {
  it.each(THEMES)("more and less are told apart at every step (%s)", (theme) => {
    const ramp = growthSwatches(theme).map((s) => deuteranope(s.fill));
    for (let step = 3; step <= GROWTH_STEPS; step++) {
      const less = ramp[GROWTH_STEPS - step]!;
      const more = ramp[GROWTH_STEPS + step]!;
      expect(difference(less, more), `step ${step}`).toBeGreaterThan(10);
    }
    // Blue against orange: the same sides for every eye.
    expect(lab(ramp[0]!).b).toBeLessThan(-8);
    expect(lab(ramp.at(-1)!).b).toBeGreaterThan(8);
  });

  it.each(THEMES)("both ends of growth are told from no change (%s)", (theme) => {
    const ramp = growthSwatches(theme).map((s) => deuteranope(s.fill));
    expect(difference(ramp[0]!, ramp[GROWTH_STEPS]!)).toBeGreaterThan(20);
    expect(difference(ramp.at(-1)!, ramp[GROWTH_STEPS]!)).toBeGreaterThan(20);
  });

  it.each(THEMES)("the kinds are told apart, and from what has none (%s)", (theme) => {
    const kinds = [
      "ConfigMap",
      "Secret",
      "Event",
      "Pod",
      "Node",
      "Deployment",
      "Lease",
      "Endpoints",
    ];
    expect(new Set(kinds.map((k) => hueOf(k, ""))).size).toBe(kinds.length);
    const colours = kinds.map((k) => kindColour(k, theme, ""));
    for (const see of [(c: string) => c, deuteranope]) {
      const seen = [...colours, kindColour("unknown", theme, "")].map(see);
      let least = Number.POSITIVE_INFINITY;
      let pair = "";
      seen.forEach((a, i) => {
        seen.slice(i + 1).forEach((b, j) => {
          if (difference(a, b) >= least) return;
          least = difference(a, b);
          pair = `${[...kinds, "unknown"][i]} and ${[...kinds, "unknown"][i + 1 + j]}`;
        });
      });
      expect(least, pair).toBeGreaterThan(15);
    }
  });

  it.each(THEMES)("survival is a ramp of lightness (%s)", (theme) => {
    const ramp = survivalSwatches(theme).map((s) => lab(deuteranope(s.fill)).l);
    const sign = Math.sign(ramp.at(-1)! - ramp[0]!);
    for (let i = 1; i < ramp.length; i++)
      expect((ramp[i]! - ramp[i - 1]!) * sign).toBeGreaterThan(0);
    expect(Math.abs(ramp.at(-1)! - ramp[0]!)).toBeGreaterThan(15);
  });
});

describe("growth", () => {
  it("is blue where less, orange where more, and grey where nothing or noise", () => {
    expect(growthStep(0, 1, 100)).toBe(0);
    expect(growthStep(50, 1.99, 100)).toBe(0);
    expect(growthStep(50, 2, 100)).toBeGreaterThan(0);
    expect(growthStep(Number.NaN, 9, 100)).toBe(0);
    expect(growthStep(5, 9, 0)).toBe(0);
    expect(growthStep(100, 9, 100)).toBe(GROWTH_STEPS);
    expect(growthStep(-100, -9, 100)).toBe(-GROWTH_STEPS);
  });

  it("of figures without an error has all of its colour", () => {
    expect(growthStep(100, Number.NaN, 100)).toBe(GROWTH_STEPS);
  });

  it("is stronger the larger and the surer the change is, and turns with its sign", () => {
    const number = fc.double({ min: 0.01, max: 1000, noNaN: true });
    fc.assert(
      fc.property(number, number, number, number, (delta, z, most, times) => {
        const step = growthStep(delta, z, most);
        expect(Math.abs(step)).toBeLessThanOrEqual(GROWTH_STEPS);
        expect(step).toBeGreaterThanOrEqual(0);
        expect(growthStep(-delta, -z, most) + step).toBe(0);
        const more = Math.max(1, times);
        expect(growthStep(delta * more, z, most)).toBeGreaterThanOrEqual(step);
        expect(growthStep(delta, z / more, most)).toBeLessThanOrEqual(step);
      }),
      { numRuns: 300 },
    );
  });

  it("without a base is nothing: all boxes are plain", () => {
    const shown = pictureOfStacks([[0, 1]], [1n]);
    const colours = boxColours(shown.picture, shown.names, {
      colouring: "growth",
      theme: "light",
      accentKind: "",
    });
    expect([0, 1, 2].map((b) => colours.of(b))).toEqual([0, 1, 0]);
  });
});

describe("the kind that has the accent", () => {
  it("is ConfigMap unless another is asked for, which leaves its hue to ConfigMap", () => {
    expect(hueOf("ConfigMap", "")).toBeUndefined();
    expect(hueOf("Secret", "")).toBe("violet");
    expect(hueOf("Secret", "Secret")).toBeUndefined();
    expect(hueOf("ConfigMap", "Secret")).toBe("violet");
    expect(hueOf("Deployment.apps", "")).toBe(hueOf("Deployment", ""));
  });

  it("leaves every kind a hue, always the same", () => {
    fc.assert(
      fc.property(fc.string(), (kind) => {
        fc.pre(kind !== "ConfigMap");
        expect(HUES).toContain(hueOf(kind, ""));
        expect(hueOf(kind, "")).toBe(hueOf(kind, ""));
      }),
    );
  });

  it("deepens with depth and with the kind's share", () => {
    const theme = "light";
    const depth = Array.from({ length: 12 }, (_, i) => i);
    const shown = pictureOfStacks([depth], [9n], {
      kinds: [{ kind: "ConfigMap", pattern: /^f0$/ }],
    });
    const colours = boxColours(shown.picture, shown.names, {
      colouring: "kind",
      theme,
      accentKind: "",
    });
    const steps = depth.map((d) => colours.of(d + 1));
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    const ramp = hueRamp(undefined, theme);
    expect(colours.swatches[steps.at(-1)!]).toEqual(ramp[RAMP - 1]);
    const half = { ...shown.picture, boxKindShare: shown.picture.boxKindShare.map(() => 0.5) };
    const softer = boxColours(half, shown.names, { colouring: "kind", theme, accentKind: "" });
    expect(softer.of(12)).toBeLessThan(colours.of(12));
  });
});

describe("modules", () => {
  it.each([
    ["k8s.io/api/core/v1.(*Pod).Unmarshal", "k8s.io/api"],
    ["k8s.io/kubernetes/vendor/k8s.io/api/core/v1.(*Pod).Unmarshal", "k8s.io/api"],
    ["github.com/gogo/protobuf/proto.Marshal", "github.com/gogo/protobuf"],
    ["golang.org/x/net/http2.(*Framer).ReadFrame", "golang.org/x/net"],
    ["google.golang.org/grpc/internal.F", "google.golang.org/grpc"],
    ["runtime.mallocgc", "std"],
    ["net/http.(*conn).serve", "std"],
    ["main.main", "main"],
  ])("of %s is %s", (name, module) => {
    expect(originOf(name).module).toBe(module);
  });

  it("are of one of the groups", () => {
    expect(originOf("runtime.mallocgc").group).toBe("runtime");
    expect(originOf("encoding/json.Unmarshal").group).toBe("encoding");
    expect(originOf("github.com/gogo/protobuf/proto.Marshal").group).toBe("encoding");
    expect(originOf("x/y/vendor/github.com/spf13/cobra.F").group).toBe("library");
    expect(originOf("main.main").group).toBe("application");
    expect(moduleOf("")).toBe("");
  });

  it("have the same hue in every profile, whatever else is in it, vendored or not", async () => {
    const seen = new Map<string, string>();
    for (const file of ["configmap-list-storm/03-storm.pb.gz", "audit-backlog/02-audit.pb.gz"]) {
      const { picture, names } = pictureOf(await recording(file));
      const colours = boxColours(picture, names, {
        colouring: "package",
        theme: "light",
        accentKind: "",
      });
      for (let box = 1; box < picture.layout.count; box++) {
        const { module, group } = originOf(names.names[picture.layout.frame[box]!]!);
        const { fill } = colours.swatches[colours.of(box)]!;
        const key = `${module} ${group}`;
        expect(seen.get(key) ?? fill, key).toBe(fill);
        seen.set(key, fill);
      }
    }
    expect(seen.size).toBeGreaterThan(15);
    const bare = "k8s.io/api/core/v1.(*Pod).Unmarshal";
    const hue = (name: string): number => moduleSwatch(name) % MODULE_HUES;
    expect(hue(`k8s.io/kubernetes/vendor/${bare}`)).toBe(hue(bare));
  });

  it.each(THEMES)("of different groups differ in lightness (%s)", (theme) => {
    const swatches = moduleSwatches(theme);
    const means = CODE_GROUPS.map((_, g) => {
      const own = swatches.slice(g * MODULE_HUES, (g + 1) * MODULE_HUES);
      return own.reduce((sum, s) => sum + lab(s.fill).l, 0) / own.length;
    });
    for (let a = 0; a < means.length; a++) {
      for (let b = a + 1; b < means.length; b++) {
        expect(
          Math.abs(means[a]! - means[b]!),
          `${CODE_GROUPS[a]} ${CODE_GROUPS[b]}`,
        ).toBeGreaterThan(2);
      }
    }
  });
});

describe("the legend", () => {
  it.each(THEMES)("names the colours that the graph has (%s)", async (theme) => {
    const shown = pictureOf(await recording("leaking-operator/04.pb.gz"), {
      base: await recording("leaking-operator/02.pb.gz"),
      kinds: [{ kind: "ConfigMap", pattern: /ConfigMap/ }],
    });
    for (const colouring of COLOURINGS) {
      const legend = legendOf(colouring, shown.picture, {
        theme,
        accentKind: "",
        names: shown.names,
      });
      expect(legend.items.length, colouring).toBeGreaterThan(2);
      expect(legend.note).not.toBe("");
    }
    const growth = legendOf("growth", shown.picture, { theme, accentKind: "", names: shown.names });
    const ramp = growthSwatches(theme);
    expect(growth.items[0]!.colour).toBe(ramp[0]!.fill);
    expect(growth.items.at(-1)!.colour).toBe(ramp.at(-1)!.fill);
    const kinds = legendOf("kind", shown.picture, {
      theme,
      accentKind: "",
      names: shown.names,
    }).items;
    expect(kinds.map((i) => i.colour)).toEqual(
      expect.arrayContaining([OTHER_FILL[theme], UNKNOWN_FILL[theme], TONES[theme].accent]),
    );
  });

  it.each(THEMES)("names modules with the colour that their boxes have (%s)", async (theme) => {
    const shown = pictureOf(await recording("leaking-operator/04.pb.gz"), {});
    const { picture, names } = shown;
    const options = { theme, accentKind: "" };
    const { items } = legendOf("package", picture, { ...options, names });
    expect(items.map((i) => i.label)).toEqual(expect.arrayContaining(["k8s.io/apimachinery"]));
    const colours = boxColours(picture, names, { ...options, colouring: "package" });
    const drawn = new Set<string>();
    for (let box = 1; box < picture.layout.count; box++) {
      drawn.add(colours.swatches[colours.of(box)]!.fill);
    }
    for (const { colour, label } of items) expect(drawn.has(colour), label).toBe(true);
  });

  it("says of what there is more or less where nothing grew", async () => {
    const shown = pictureOf(await recording("leaking-operator/04.pb.gz"), {
      base: await recording("leaking-operator/02.pb.gz"),
    });
    const options = { theme: "light", accentKind: "", names: shown.names } as const;
    expect(legendOf("growth", shown.picture, options).title).toBe("Growth since the base");
    const { title } = legendOf("growth", shown.picture, { ...options, against: "the median" });
    expect(title).toBe("More or less than the median");
  });
});
