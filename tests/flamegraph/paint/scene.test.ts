import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { FlameLayout } from "../../../src/calltree/layout/layout.js";
import { hitColumn, hitTest, rowAt } from "../../../src/flamegraph/input/hit-test.js";
import {
  createScene,
  fillScene,
  type Scene,
  visibleRows,
} from "../../../src/flamegraph/paint/scene.js";
import {
  clampViewport,
  columnOf,
  pixelsPerUnit,
  ROW_HEIGHT,
  type Surface,
  type Viewport,
  wholeViewport,
} from "../../../src/flamegraph/viewport/viewport.js";
import type { Shown } from "../pictures.js";
import { hugePicture, painted, parts, pictures, surfaces } from "../shown.js";

function viewportOf(
  layout: FlameLayout,
  part: { at: number; share: number; down: number },
  surface: Surface,
): Viewport {
  const all = layout.width[0] || 1;
  const width = all * part.share;
  const top = part.down * layout.rowCount * ROW_HEIGHT;
  return clampViewport({ x: part.at * (all - width), width, top }, layout, surface);
}

function sceneOf(layout: FlameLayout, viewport: Viewport, surface: Surface): Scene {
  const scene = createScene(16);
  fillScene(scene, layout, viewport, surface);
  return scene;
}

/** For each row that is seen, the cell at each device pixel column; -1 for none. */
function raster(scene: Scene, columns: number, rows: number): Int32Array[] {
  const out = Array.from({ length: rows }, () => new Int32Array(columns).fill(-1));
  for (let i = 0; i < scene.count; i++) {
    const from = Math.max(0, scene.left[i]!);
    const to = Math.min(columns, scene.right[i]!);
    for (let c = from; c < to; c++) {
      expect(out[scene.row[i]!]![c], `row ${scene.row[i]} column ${c} is drawn twice`).toBe(-1);
      out[scene.row[i]!]![c] = i;
    }
  }
  return out;
}

describe("what is seen", () => {
  it("is what a point on it is said to be, pixel by pixel", () => {
    fc.assert(
      fc.property(pictures, surfaces, parts, ({ picture }, surface, part) => {
        const { layout } = picture;
        fc.pre(layout.width[0]! > 0);
        const viewport = viewportOf(layout, part, surface);
        const scene = sceneOf(layout, viewport, surface);
        const columns = Math.round(surface.width * surface.ratio);
        const rows = visibleRows(layout, viewport, surface);
        const drawn = raster(scene, columns, layout.rowCount);
        for (let row = rows.first; row <= rows.last; row++) {
          for (let column = 0; column < columns; column++) {
            const hit = hitColumn(layout, viewport, surface, column, row);
            const i = drawn[row]![column]!;
            if (i < 0) expect(hit, `row ${row} column ${column}`).toBeUndefined();
            else expect(hit).toEqual({ box: scene.box[i], blocked: scene.blocked[i] });
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it("has every box of a device pixel's width or more, at its place", () => {
    fc.assert(
      fc.property(pictures, surfaces, parts, ({ picture }, surface, part) => {
        const { layout } = picture;
        fc.pre(layout.width[0]! > 0);
        const viewport = viewportOf(layout, part, surface);
        const scene = sceneOf(layout, viewport, surface);
        const perUnit = pixelsPerUnit(viewport, surface);
        const columns = Math.round(surface.width * surface.ratio);
        const rows = visibleRows(layout, viewport, surface);
        const cells = new Map<number, number>();
        for (let i = 0; i < scene.count; i++) {
          if (scene.blocked[i] === 0) cells.set(scene.box[i]!, i);
        }
        for (let box = 0; box < layout.count; box++) {
          const row = layout.row[box]!;
          if (row < rows.first || row > rows.last) continue;
          const left = columnOf(layout.x[box]!, viewport, perUnit);
          const right = columnOf(layout.x[box]! + layout.width[box]!, viewport, perUnit);
          const inSight = right > 0 && left < columns;
          if (layout.width[box]! * perUnit >= 1.001 && inSight) {
            const i = cells.get(box);
            expect(i, `box ${box}`).toBeDefined();
            expect(scene.left[i!]).toBe(Math.max(-16, left) + 0);
            expect(scene.right[i!]).toBe(Math.min(columns + 16, right));
          } else if (layout.width[box]! * perUnit < 0.999 && box > 0) {
            expect(cells.has(box), `box ${box}`).toBe(false);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it("merges narrower neighbours into one block that counts them and all below them", () => {
    fc.assert(
      fc.property(pictures, surfaces, ({ picture }, surface) => {
        const { layout } = picture;
        fc.pre(layout.width[0]! > 0);
        const tall = { ...surface, height: 4000 };
        const scene = sceneOf(layout, wholeViewport(layout), tall);
        const perUnit = pixelsPerUnit(wholeViewport(layout), tall);
        for (let i = 0; i < scene.count; i++) {
          const blocked = scene.blocked[i]!;
          if (blocked === 0) continue;
          const box = scene.box[i]!;
          const parent = layout.parent[box]!;
          expect(box + blocked).toBe(layout.end[parent]);
          for (let b = box; b < box + blocked; b++) {
            expect(layout.width[b]! * perUnit).toBeLessThan(1);
          }
        }
        // What is neither a cell nor in a block is in a block too narrow for a pixel.
        const shown = new Uint8Array(layout.count);
        for (let i = 0; i < scene.count; i++) {
          const n = Math.max(1, scene.blocked[i]!);
          shown.fill(1, scene.box[i]!, scene.box[i]! + n);
        }
        for (let b = 0; b < layout.count; b++) {
          if (shown[b] === 0) expect(layout.width[b]! * perUnit).toBeLessThan(1);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe("a tree of 200,000 nodes", () => {
  let huge: Shown;
  beforeAll(() => {
    huge = hugePicture(220_000);
    expect(huge.picture.layout.count).toBeGreaterThan(200_000);
  });

  it("is drawn with a number of calls that follows the pixels", () => {
    const { layout } = huge.picture;
    for (const width of [100, 400, 1600]) {
      const surface = { width, height: 500, ratio: 1 };
      const { scene, drawing } = painted(huge, wholeViewport(layout), surface);
      const rows = Math.ceil(500 / ROW_HEIGHT);
      expect(scene.count).toBeLessThanOrEqual(width * rows);
      // At most: fill, hatch, name, path and share of each cell, and the ground.
      expect(drawing.marks.length).toBeLessThanOrEqual(scene.count * 5 + 1);
      expect(drawing.marks.length).toBeLessThan(layout.count / 5);
    }
  });

  it("is looked at in no more places than are drawn, wherever one looks", () => {
    const { layout } = huge.picture;
    const surface = { width: 800, height: 500, ratio: 1 };
    let looks = 0;
    // Every box that is looked at has its left edge read.
    const counted = {
      ...layout,
      x: new Proxy(layout.x, {
        get(target, key) {
          if (typeof key === "string" && /^\d+$/.test(key)) looks++;
          const value = Reflect.get(target, key);
          return typeof value === "function" ? value.bind(target) : value;
        },
      }),
    };
    const all = layout.width[0]!;
    for (const [at, share] of [
      [0, 1],
      [0.3, 0.1],
      [0.5, 1e-3],
      [0.9, 1e-5],
    ] as const) {
      looks = 0;
      const scene = createScene();
      fillScene(scene, counted, { x: at * all, width: share * all, top: 0 }, surface);
      expect(looks, `at ${at}`).toBeLessThan(20_000);
    }
  });

  it("has calls of at least a pixel, none outside of the surface but for an edge", () => {
    const surface = { width: 700, height: 400, ratio: 2 };
    const { layout } = huge.picture;
    const viewport = { x: layout.width[0]! * 0.2, width: layout.width[0]! * 0.05, top: 40 };
    const { drawing } = painted(huge, viewport, surface);
    for (const mark of drawing.of("rect", "round", "hatch")) {
      expect(mark.width).toBeGreaterThanOrEqual(1);
      expect(mark.x).toBeGreaterThanOrEqual(-16);
      expect(mark.x + mark.width).toBeLessThanOrEqual(1400 + 16);
      expect(Number.isInteger(mark.x) && Number.isInteger(mark.y)).toBe(true);
    }
    for (const mark of drawing.of("text")) {
      expect(mark.x).toBeGreaterThanOrEqual(0);
      expect(mark.x).toBeLessThanOrEqual(1400);
    }
  });
});

describe("a point", () => {
  const surface = { width: 100, height: 95, ratio: 1 };
  const viewport = { x: 0, width: 1, top: 0 };

  it("is in the row that is drawn there, in a flame graph counted from below", () => {
    expect(rowAt(0, viewport, surface, false, 5)).toBe(0);
    expect(rowAt(18.9, viewport, surface, false, 5)).toBe(0);
    expect(rowAt(19, viewport, surface, false, 5)).toBe(1);
    expect(rowAt(95, viewport, surface, true, 5)).toBe(-1);
    expect(rowAt(94.5, viewport, surface, true, 5)).toBe(0);
    expect(rowAt(0, viewport, surface, true, 5)).toBe(4);
    expect(rowAt(50, viewport, surface, false, 2)).toBe(-1);
    expect(rowAt(0, { ...viewport, top: 19 }, surface, false, 5)).toBe(1);
  });

  it("in a flame graph hits what its mirror hits in an icicle", () => {
    fc.assert(
      fc.property(
        pictures,
        fc.integer({ min: 0, max: 99 }),
        fc.integer({ min: 0, max: 94 }),
        ({ picture }, x, y) => {
          const whole = wholeViewport(picture.layout);
          const icicle = hitTest(picture.layout, whole, surface, false, x, y + 0.5);
          const flame = hitTest(picture.layout, whole, surface, true, x, 95 - (y + 0.5));
          expect(flame).toEqual(icicle);
        },
      ),
    );
  });

  it("outside of the graph hits nothing", () => {
    fc.assert(
      fc.property(pictures, ({ picture }) => {
        const whole = wholeViewport(picture.layout);
        for (const [x, y] of [
          [-1, 5],
          [100, 5],
          [5, -1],
          [5, picture.layout.rowCount * ROW_HEIGHT + 1],
        ] as const) {
          expect(hitTest(picture.layout, whole, surface, false, x, y)).toBeUndefined();
        }
      }),
    );
  });
});
