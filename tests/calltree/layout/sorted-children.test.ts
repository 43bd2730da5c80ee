import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CallTree } from "../../../src/calltree/call-tree.js";
import { sortedChildren } from "../../../src/calltree/layout/sorted-children.js";

/** Trees of which each node hangs below an earlier one, with widths of which many are equal. */
const trees = fc
  .array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.integer({ min: 0, max: 5 })), {
    maxLength: 120,
  })
  .map((nodes) => ({
    parent: Int32Array.from([-1, ...nodes.map(([at], n) => Math.floor(at * at * (n + 1)))]),
    width: Float64Array.from([9, ...nodes.map(([, width]) => width)]),
  }));

describe("children sorted", () => {
  it("are those of a width, widest first, and of equal width in order of nodes", () => {
    fc.assert(
      fc.property(trees, ({ parent, width }) => {
        const tree = { nodeCount: parent.length, parent } as CallTree;
        const { start, list, seen } = sortedChildren(tree, width);
        const wide = [...width.keys()].filter((n) => n > 0 && width[n]! > 0);
        expect(seen).toBe(wide.length + 1);
        for (let node = 0; node < parent.length; node++) {
          const own = wide.filter((n) => parent[n] === node);
          own.sort((a, b) => width[b]! - width[a]! || a - b);
          expect([...list.subarray(start[node], start[node + 1])]).toEqual(own);
        }
      }),
      { numRuns: 200 },
    );
  });
});
