import { describe, expect, it } from "vitest";
import type { NeighbourTree } from "../../src/calltree/functions/neighbour-tree.js";
import type { FrameNames } from "../../src/engine/answers.js";
import {
  chainOf,
  directCount,
  foundRows,
  neighbourRow,
  openBySelf,
  shapeOf,
} from "../../src/rows/neighbour-rows.js";

/** f: called by g (which is called by h), and by h. */
const TREE: NeighbourTree = {
  count: 4,
  frame: Int32Array.of(0, 1, 2, 2),
  parent: Int32Array.of(-1, 0, 1, 0),
  end: Int32Array.of(4, 3, 3, 4),
  value: Float64Array.of(100, 60, 60, 40),
  baseValue: Float64Array.of(90, 20, 20, 70),
  inline: Uint8Array.of(0, 1, 0, 0),
  more: Uint8Array.of(0, 0, 1, 0),
};
const NAMES = {
  names: ["main.f", "main.g", "main.h"],
  files: ["f.go", "g.go"],
} as unknown as FrameNames;

describe("a row of callers", () => {
  it("says what the function's caller holds, how that changed, and its share", () => {
    expect(neighbourRow(TREE, { cum: 100 }, NAMES, undefined, 1)).toEqual({
      name: "main.g",
      file: "g.go",
      value: 60,
      delta: 40,
      share: 0.6,
      inner: true,
      more: false,
      inlined: true,
      found: false,
    });
  });

  it("has no share of a function without a value, and no file where none was recorded", () => {
    expect(neighbourRow(TREE, { cum: 0 }, NAMES, Uint8Array.of(0, 0, 1), 2)).toMatchObject({
      file: "",
      share: undefined,
      inner: false,
      more: true,
      found: true,
    });
  });
});

describe("a tree of callers", () => {
  it("counts who calls the function directly", () => {
    expect(directCount(TREE)).toBe(2);
  });

  it("is as wide as the larger of both sides", () => {
    expect([...Array.from(shapeOf(TREE).width)]).toEqual([100, 60, 60, 70]);
  });

  it("knows a row by its chain of calls", () => {
    expect([0, 1, 2, 3].map((row) => chainOf(TREE, row))).toEqual(["0", "1>0", "2>1>0", "2>0"]);
  });

  it("opens the way to each row that a search found", () => {
    const found = foundRows(TREE, Uint8Array.of(1, 0, 1));
    expect(found).toEqual([2, 3]);
    expect(foundRows(TREE, undefined)).toEqual([]);
    expect(openBySelf(TREE, shapeOf(TREE), [2])).toContain(1);
  });
});
