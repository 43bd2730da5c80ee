import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  boxesAbove,
  openAtFirst,
  rowAt,
  subtreeOf,
  treeKey,
  treeRows,
} from "../../src/rows/tree-rows.js";
import { pictureOfStacks } from "../flamegraph/shown.js";

// all > 0 > (1 > 2, 1 > 3), 4;  all > 5
const { layout } = pictureOfStacks(
  [[0, 1, 2], [0, 1, 3], [0, 4], [5]],
  [400n, 300n, 200n, 100n],
).picture;
const framesOf = (boxes: ArrayLike<number>) => Array.from(boxes, (box) => layout.frame[box]!);
const openOf = (boxes: readonly number[]) => (box: number) => boxes.includes(box);
const boxOf = (frame: number) => layout.frame.indexOf(frame);

describe("the rows of a call tree", () => {
  it("are the root and the children of what is open, widest first", () => {
    const rows = treeRows(layout, 0, openOf([0, boxOf(0)]));
    expect(framesOf(rows.box)).toEqual([-1, 0, 1, 4, 5]);
    expect([...rows.depth]).toEqual([0, 1, 2, 2, 1]);
  });

  it("are asked for one by one, and know what stands above their boxes", () => {
    const rows = treeRows(layout, 0, openOf([0, boxOf(0)]));
    expect(rowAt(rows, 2)).toEqual({ box: boxOf(1), depth: 2 });
    expect(framesOf(boxesAbove(layout, boxOf(2)))).toEqual([1, 0, -1]);
    expect(boxesAbove(layout, 0)).toEqual([]);
  });

  it("begin with what is zoomed to", () => {
    const rows = treeRows(layout, boxOf(1), () => true);
    expect(framesOf(rows.box)).toEqual([1, 2, 3]);
    expect([...rows.depth]).toEqual([0, 1, 1]);
  });

  it("are every box once when all is open, and each stands below its parent", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.nat(6), { minLength: 1, maxLength: 6 }), {
          minLength: 1,
          maxLength: 12,
        }),
        fc.func(fc.boolean()),
        (stacks, isOpen) => {
          const { layout: any } = pictureOfStacks(
            stacks,
            stacks.map((_, i) => BigInt(i + 1)),
          ).picture;
          const whole = treeRows(any, 0, () => true);
          expect([...whole.box]).toEqual(Array.from({ length: any.count }, (_, b) => b));
          const some = treeRows(any, 0, isOpen);
          for (const [i, box] of some.box.entries()) {
            if (i === 0) continue;
            const parent = some.box.indexOf(any.parent[box]!);
            expect(parent).toBeGreaterThanOrEqual(0);
            expect(some.depth[i]).toBe(some.depth[parent]! + 1);
          }
        },
      ),
    );
  });

  it("are open at first as far as one path holds most", () => {
    expect(framesOf(openAtFirst(layout, 0))).toEqual([-1, 0, 1]);
  });

  it("open all below a box by one key", () => {
    expect(framesOf(subtreeOf(layout, boxOf(0)))).toEqual([0, 1]);
  });
});

describe("keys in a call tree", () => {
  const open = openOf([0, boxOf(0)]);
  const rows = treeRows(layout, 0, open); // all, 0, 1, 4, 5
  const key = (name: string, at: number) => treeKey(name, layout, rows, at, open, 2);

  it("go up and down and stop at the ends", () => {
    expect(key("ArrowDown", 0)).toEqual({ do: "go", row: 1 });
    expect(key("ArrowDown", 4)).toEqual({ do: "go", row: 4 });
    expect(key("ArrowUp", 0)).toEqual({ do: "go", row: 0 });
    expect(key("PageDown", 1)).toEqual({ do: "go", row: 3 });
    expect(key("End", 0)).toEqual({ do: "go", row: 4 });
  });

  it("open and close to the right and left, then go in and out", () => {
    expect(key("ArrowRight", 2)).toEqual({ do: "open", box: boxOf(1) });
    expect(key("ArrowRight", 1)).toEqual({ do: "go", row: 2 });
    expect(key("ArrowLeft", 1)).toEqual({ do: "close", box: boxOf(0) });
    expect(key("ArrowLeft", 3)).toEqual({ do: "go", row: 1 });
    expect(key("*", 2)).toEqual({ do: "open-all", box: boxOf(1) });
  });

  it("begin below the box of all where none is active, and leave other keys to the page", () => {
    expect(key("ArrowDown", -1)).toEqual({ do: "go", row: 1 });
    expect(key("s", 1)).toBeUndefined();
    expect(key("s", -1)).toBeUndefined();
  });
});
