import { describe, expect, it } from "vitest";
import { plotSources, sourcesWithRoom } from "../../../src/ui/timeline/source-plot.js";

/** Ten processes of two files each: the later ones hold more. */
const sources = Array.from({ length: 10 }, (_, i) => ({
  name: `node-${i}`,
  files: [2 * i, 2 * i + 1],
}));
const set = {
  times: sources.flatMap(() => [0, 60_000]),
  totals: sources.flatMap((_, i) => [100, 100 + i]),
};

describe("small plots of several processes", () => {
  it("stand side by side within the strip, of one course of time", () => {
    const { cells } = plotSources(set, sources, 1200, [0, -1]);
    expect(cells).toHaveLength(10);
    for (const [i, cell] of cells.entries()) {
      expect(cell.left).toBeGreaterThanOrEqual(i === 0 ? 62 : cells[i - 1]!.right);
      expect(cell.right).toBeLessThanOrEqual(1200);
      const [first, last] = cell.source.files.map((file) => cell.x(file) - cell.left);
      expect(first).toBeCloseTo(7);
      expect(last).toBeCloseTo(cell.right - cell.left - 7);
    }
  });

  it("are of those that hold most now, and of those shown, where not all have room", () => {
    const right = 62 + 4 * 74 - 10;
    expect(sourcesWithRoom(right)).toBe(4);
    const { cells } = plotSources(set, sources, right, [4, -1]);
    expect(cells.map(({ source }) => source.name)).toEqual([
      "node-2",
      "node-7",
      "node-8",
      "node-9",
    ]);
    expect(plotSources(set, sources, 70, [4, 1]).cells).toHaveLength(1);
  });

  it("give the file that is nearest to a place, of the process that is there", () => {
    const { cells, nearest, x } = plotSources(set, sources, 1200, [0, -1]);
    for (const { source, left, right } of cells) {
      expect(nearest(left + 1)).toBe(source.files[0]);
      expect(nearest(right - 1)).toBe(source.files[1]);
      expect(source.files.map((file) => nearest(x(file)))).toEqual(source.files);
    }
    expect(nearest(-50)).toBe(0);
    expect(nearest(5000)).toBe(19);
  });

  it("stand where files have no time and no heap", () => {
    const bare = { times: set.times.map(() => undefined), totals: set.totals.map(() => 0) };
    const { cells, y } = plotSources(bare, sources, 1200, []);
    for (const { source, left, right, x } of cells) {
      for (const file of source.files) {
        expect(x(file)).toBeGreaterThanOrEqual(left);
        expect(x(file)).toBeLessThanOrEqual(right);
      }
    }
    expect(y(0)).toBeCloseTo(80);
  });
});
