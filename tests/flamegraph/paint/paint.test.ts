import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BOX_OTHER } from "../../../src/engine/answers.js";
import { TONES } from "../../../src/flamegraph/colour/canvas-theme.js";
import { contrast } from "../../../src/flamegraph/colour/contrast.js";
import { rowSize, rowTop } from "../../../src/flamegraph/paint/paint.js";
import { ROW_HEIGHT, wholeViewport } from "../../../src/flamegraph/viewport/viewport.js";
import { recording } from "../../recordings.js";
import { pictureOf } from "../pictures.js";
import { type PaintOptions, painted, pictureOfStacks, pictures, surfaces } from "../shown.js";

const SURFACE = { width: 300, height: 190, ratio: 2 };

describe("a flame graph", () => {
  it("is the icicle mirrored, call by call", () => {
    fc.assert(
      fc.property(pictures, surfaces, (shown, surface) => {
        fc.pre(shown.picture.layout.width[0]! > 0);
        const viewport = wholeViewport(shown.picture.layout);
        const icicle = painted(shown, viewport, surface).drawing;
        const flame = painted(shown, viewport, surface, { flame: true }).drawing;
        expect(flame.marks.length).toBe(icicle.marks.length);
        const height = Math.round(surface.height * surface.ratio);
        const row = rowSize(surface);
        icicle.marks.forEach((mark, i) => {
          const other = flame.marks[i]!;
          expect({ ...other, y: 0 }).toEqual({ ...mark, y: 0 });
          if (i === 0) return;
          // Each row of the icicle is that row from below.
          const offset = mark.y - rowTopOf(mark.y);
          expect(other.y + 0).toBe(height - rowTopOf(mark.y) - row + offset + 0);
        });
        function rowTopOf(y: number): number {
          for (let r = 0; ; r++) {
            const top = rowTop(r, viewport, surface, false);
            if (y < rowTop(r + 1, viewport, surface, false)) return top;
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("stands on the lower edge", () => {
    expect(rowTop(0, { x: 0, width: 1, top: 0 }, SURFACE, true)).toBe(380 - 38);
    expect(rowTop(0, { x: 0, width: 1, top: 0 }, SURFACE, false)).toBe(0);
    expect(rowTop(2, { x: 0, width: 1, top: ROW_HEIGHT }, SURFACE, false)).toBe(38);
  });
});

describe("a block of narrow frames", () => {
  const wide = [[0]];
  const many = Array.from({ length: 5000 }, (_, i) => [1 + (i % 997), 1000 + i]);
  const shown = pictureOfStacks([...wide, ...many], [5000n, ...many.map(() => 1n)]);
  const { scene, drawing } = painted(shown, wholeViewport(shown.picture.layout), {
    ...SURFACE,
    ratio: 1,
  });

  it("is hatched once and says how many frames it stands for", () => {
    const hatched = drawing.of("hatch");
    const blocks = [...scene.blocked.subarray(0, scene.count)].filter((n) => n > 0);
    expect(hatched).toHaveLength(blocks.length);
    const counts = blocks.map((n) => `${n.toLocaleString("en-US")} frames`);
    const said = drawing.of("text").map((m) => m.text);
    expect(counts.some((c) => said.includes(c))).toBe(true);
    const all = shown.picture.layout.count - 2;
    expect(blocks[0]).toBeLessThanOrEqual(all);
    expect(blocks[0]).toBe(997 + 5000);
  });

  it("has what it says written on a plain ground, not across the hatching", () => {
    const label = drawing.marks.findIndex((m) => m.what === "text" && / frames$/.test(m.text));
    const text = drawing.marks[label]!;
    const ground = drawing.marks
      .slice(0, label)
      .findLast((m) => m.x <= text.x && m.x + m.width > text.x && m.y <= text.y && m.height > 4)!;
    expect(ground.what).toBe("rect");
    expect(contrast(ground.colour, text.colour)).toBeGreaterThanOrEqual(4.5);
    const wide = ground.x + ground.width - text.x;
    expect(wide).toBeGreaterThan(text.text.length * 4);
  });
});

describe("names in boxes", () => {
  it("stay inside of their boxes", async () => {
    const shown = pictureOf(await recording("configmap-list-storm/03-storm.pb.gz"));
    const { layout } = shown.picture;
    const surface = { width: 900, height: 600, ratio: 1 };
    const { scene, drawing } = painted(shown, wholeViewport(layout), surface);
    const cells = Array.from({ length: scene.count }, (_, i) => ({
      left: scene.left[i]!,
      right: scene.right[i]!,
      top: rowTop(scene.row[i]!, wholeViewport(layout), surface, false),
    }));
    const texts = drawing.of("text");
    expect(texts.length).toBeGreaterThan(40);
    for (const text of texts) {
      const cell = cells.find(
        (c) => c.left <= text.x && text.x <= c.right && c.top <= text.y && text.y <= c.top + 19,
      );
      expect(cell, text.text).toBeDefined();
      const width = text.text.length * 4.2;
      if (text.align === "left") expect(text.x + width).toBeLessThan(cell!.right + width * 0.35);
      else expect(text.x - width).toBeGreaterThan(cell!.left);
    }
  });

  it("say the whole value at the root and the share at wide boxes", () => {
    const shown = pictureOfStacks([[0], [1]], [3n << 20n, 1n << 20n]);
    const { drawing } = painted(shown, wholeViewport(shown.picture.layout), SURFACE);
    const said = drawing.of("text").map((m) => m.text);
    expect(said).toEqual(expect.arrayContaining(["all", "4.00 MiB", "f0", "75.0%"]));
  });
});

describe("what stands out", () => {
  const shown = pictureOfStacks(
    [
      [0, 1],
      [0, 2],
      [3, 1],
    ],
    [50n, 30n, 20n],
  );
  const viewport = wholeViewport(shown.picture.layout);
  const one = shown.names.names.indexOf("f1");
  const matches = Uint8Array.from(shown.names.names, (_, i) => (i === one ? 1 : 0));

  it("keeps its colour and gets an outline, and the rest turns grey", () => {
    const plain = painted(shown, viewport, SURFACE).drawing;
    const { drawing } = painted(shown, viewport, SURFACE, { matches });
    const outline = TONES.light.text;
    expect(drawing.of("rect").filter((m) => m.colour === outline)).toHaveLength(2);
    const own = plain.of("round").map((m) => m.colour);
    const kept = drawing.of("round").filter((m) => own.includes(m.colour));
    // f1 twice; everything else has other, grey colours.
    expect(kept).toHaveLength(2);
  });

  it("is drawn after what does not", () => {
    const { drawing } = painted(shown, viewport, SURFACE, { matches });
    const own = painted(shown, viewport, SURFACE)
      .drawing.of("round")
      .map((m) => m.colour);
    const order = drawing.of("round").map((m) => own.includes(m.colour));
    expect(order).toEqual([...order].sort((a, b) => Number(a) - Number(b)));
  });

  it("without a search is nothing: no outlines", () => {
    const { drawing } = painted(shown, viewport, SURFACE);
    expect(drawing.of("rect").filter((m) => m.colour === TONES.light.text)).toEqual([]);
  });
});

describe("a folded run", () => {
  it("is one box with its group's name and how many frames it is", () => {
    const stack = [0, 2, 4, 6, 8, 1];
    const shown = pictureOfStacks([stack], [7n], { plumbing: /^f[2468]$/ });
    const { drawing } = painted(shown, wholeViewport(shown.picture.layout), SURFACE, {
      plumbingGroups: ["HTTP filters"],
    });
    const said = drawing.of("text").map((m) => m.text);
    expect(said).toEqual(expect.arrayContaining(["HTTP filters", "· 4 frames", "f0", "f1"]));
    expect(said).not.toContain("f4");
  });
});

describe("a box that a kind has", () => {
  // Of f1 it is, of f2 it is not; f3 is too narrow for a bar of two pixels.
  const plain = pictureOfStacks([[1], [2], [3]], [500n, 480n, 12n]);
  const kindOf = (box: number) => {
    const name = plain.names.names[plain.picture.layout.frame[box]!] ?? "";
    return /f[13]$/.test(name) ? 0 : BOX_OTHER;
  };
  const { count } = plain.picture.layout;
  const picture = {
    ...plain.picture,
    kinds: ["ConfigMap"],
    boxKind: Int16Array.from({ length: count }, (_, box) => kindOf(box)),
    boxKindShare: new Float32Array(count).fill(0.6),
  };
  const shown = { ...plain, picture };
  const viewport = wholeViewport(picture.layout);
  const bars = (options: PaintOptions) =>
    painted(shown, viewport, { ...SURFACE, width: 400 }, options)
      .drawing.of("rect")
      .filter((m) => m.colour === TONES[options.theme ?? "light"].accent);

  it.each(["light", "dark"] as const)("has a bar of its hue at its left edge, %s", (theme) => {
    const widths = bars({ colouring: "kind", theme }).map((m) => m.width);
    expect(widths).toEqual([4, 2]);
  });

  it("has none where colours stand for something else, or a search edges what it found", () => {
    expect(bars({ colouring: "package" })).toEqual([]);
    const matches = new Uint8Array(plain.names.names.length);
    expect(bars({ colouring: "kind", matches })).toEqual([]);
  });

  it("keeps it in sight where it begins beyond the window", () => {
    const { layout } = picture;
    const box = [...layout.frame].findIndex((_, b) => b > 0 && kindOf(b) === 0);
    const x = layout.x[box]! + layout.width[box]! / 2;
    const inside = { x, width: layout.width[box]! / 4, top: 0 };
    const drawn = painted(shown, inside, SURFACE, { colouring: "kind" }).drawing.of("rect");
    expect(drawn.filter((m) => m.colour === TONES.light.accent).map((m) => m.x)).toEqual([0]);
  });
});
