import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  standingAmongSiblings,
  stepFrom,
  stepOfKey,
} from "../../../src/flamegraph/input/box-navigation.js";
import { pictureOfStacks, pictures } from "../shown.js";

describe("a step", () => {
  it("to the parent undoes one to the child", () => {
    fc.assert(
      fc.property(pictures, ({ picture: { layout } }) => {
        for (let box = 0; box < layout.count; box++) {
          const child = stepFrom(layout, box, "child");
          if (child !== box) {
            expect(layout.parent[child]).toBe(box);
            expect(stepFrom(layout, child, "parent")).toBe(box);
          }
        }
        expect(stepFrom(layout, 0, "parent")).toBe(0);
      }),
    );
  });

  it("aside walks through all boxes of a row, there and back, and stops at its ends", () => {
    fc.assert(
      fc.property(pictures, ({ picture: { layout } }) => {
        for (let row = 0; row < layout.rowCount; row++) {
          const all = [...layout.row.keys()].filter((b) => layout.row[b] === row);
          const there = [all[0]!];
          for (let i = 0; i < all.length; i++) there.push(stepFrom(layout, there.at(-1)!, "next"));
          expect(there).toEqual([...all, all.at(-1)]);
          const back = [all.at(-1)!];
          for (let i = 0; i < all.length; i++) {
            back.push(stepFrom(layout, back.at(-1)!, "previous"));
          }
          expect(back).toEqual([...all.reverse(), all.at(-1)]);
        }
      }),
    );
  });

  it("is what the arrow shows, up being leafward in a flame graph", () => {
    expect(stepOfKey("ArrowUp", true)).toBe("child");
    expect(stepOfKey("ArrowUp", false)).toBe("parent");
    expect(stepOfKey("ArrowDown", true)).toBe("parent");
    expect(stepOfKey("ArrowDown", false)).toBe("child");
    expect(stepOfKey("ArrowLeft", true)).toBe("previous");
    expect(stepOfKey("ArrowRight", false)).toBe("next");
    expect(stepOfKey("a", false)).toBeUndefined();
  });
});

describe("the standing of a box", () => {
  it("is its level and its place among its siblings, from 1 on", () => {
    const { layout } = pictureOfStacks([[0], [1], [2], [0, 3]], [50n, 30n, 20n, 5n]).picture;
    expect(standingAmongSiblings(layout, 0)).toEqual({ level: 1, position: 1, siblings: 1 });
    expect(standingAmongSiblings(layout, 1)).toEqual({ level: 2, position: 1, siblings: 3 });
    expect(standingAmongSiblings(layout, 2)).toEqual({ level: 3, position: 1, siblings: 1 });
    expect(standingAmongSiblings(layout, 4)).toEqual({ level: 2, position: 3, siblings: 3 });
  });
});
