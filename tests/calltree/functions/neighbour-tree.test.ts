import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CallTree } from "../../../src/calltree/call-tree.js";
import {
  type NeighbourTree,
  neighbourTree,
} from "../../../src/calltree/functions/neighbour-tree.js";

const NAMES = ["f", "a", "b", "c"];

/** A tree of nodes given by parent and frame; each parent stands before its children. */
function treeOf(nodes: readonly (readonly [parent: number, frame: number])[]): CallTree {
  const parent = [-1, ...nodes.map(([up]) => up)];
  const frame = [-1, ...nodes.map(([, f]) => f)];
  return {
    frames: { names: NAMES, files: NAMES.map(() => "") } as unknown as CallTree["frames"],
    nodeCount: parent.length,
    parent: Int32Array.from(parent),
    frame: Int32Array.from(frame),
    depth: new Uint16Array(parent.length),
    flags: new Uint8Array(parent.length),
    sampleNode: [],
  };
}

/** The stack of a node, root first, each run of one frame once. */
function stackOf(tree: CallTree, node: number): number[] {
  const out: number[] = [];
  for (let n = node; n > 0; n = tree.parent[n]!) {
    if (out[0] !== tree.frame[n]) out.unshift(tree.frame[n]!);
  }
  return out;
}

/** The frames of a row's chain of calls, the function first. */
function chainOf(rows: NeighbourTree, row: number): number[] {
  const out: number[] = [];
  for (let r = row; r >= 0; r = rows.parent[r]!) out.unshift(rows.frame[r]!);
  return out;
}

const holds = (stack: number[], chain: number[]) =>
  stack.some((_, at) => chain.every((f, i) => stack[at + i] === f));

const trees = fc
  .array(fc.tuple(fc.nat(), fc.nat({ max: NAMES.length - 1 }), fc.nat({ max: 9 })), {
    minLength: 1,
    maxLength: 40,
  })
  .map((rows) => ({
    tree: treeOf(rows.map(([up, f], i) => [up % (i + 1), f] as const)),
    self: Float64Array.from([0, ...rows.map(([, , value]) => value)]),
  }));

describe.each(["callers", "callees"] as const)("the tree of %s", (side) => {
  it("gives each chain of calls the samples in whose stack it occurs, each once", () => {
    fc.assert(
      fc.property(trees, ({ tree, self }) => {
        const rows = neighbourTree(tree, self, 0, { side });
        const seen = new Set<string>();
        for (let row = 0; row < rows.count; row++) {
          const chain = chainOf(rows, row);
          expect(seen.has(chain.join())).toBe(false);
          seen.add(chain.join());
          const called = side === "callers" ? [...chain].reverse() : chain;
          let value = 0;
          for (let node = 1; node < tree.nodeCount; node++) {
            if (holds(stackOf(tree, node), called)) value += self[node]!;
          }
          expect(rows.value[row], called.map((f) => NAMES[f]).join(" > ")).toBe(value);
        }
        // Every chain that occurs has its row.
        for (let node = 1; node < tree.nodeCount; node++) {
          const stack = stackOf(tree, node);
          stack.forEach((f, at) => {
            if (f !== 0) return;
            const rest = side === "callers" ? stack.slice(0, at + 1).reverse() : stack.slice(at);
            rest.forEach((_, i) => {
              expect(seen.has(rest.slice(0, i + 1).join())).toBe(true);
            });
          });
        }
      }),
    );
  });

  it("stands depth first, the largest first", () => {
    fc.assert(
      fc.property(trees, ({ tree, self }) => {
        const rows = neighbourTree(tree, self, 0, { side });
        for (let row = 1; row < rows.count; row++) {
          const up = rows.parent[row]!;
          expect(up).toBeLessThan(row);
          expect(rows.end[row]).toBeLessThanOrEqual(rows.end[up]!);
          const before = [...Array(row).keys()].filter((r) => rows.parent[r] === up);
          for (const r of before) expect(rows.value[r]).toBeGreaterThanOrEqual(rows.value[row]!);
        }
      }),
    );
  });

  it("opens the heaviest where not all has room, and says which rows have more", () => {
    fc.assert(
      fc.property(trees, ({ tree, self }) => {
        const whole = neighbourTree(tree, self, 0, { side });
        const first = whole.parent.filter((up) => up === 0).length;
        const part = neighbourTree(tree, self, 0, { side, most: 6 });
        expect(part.count).toBeLessThanOrEqual(Math.max(6, 1 + first));
        expect(part.parent.filter((up) => up === 0).length).toBe(first);
        const said = part.more.some((more) => more === 1);
        expect(said).toBe(part.count < whole.count);
      }),
    );
  });
});

it("tells values before from values now", () => {
  const tree = treeOf([
    [0, 1],
    [1, 0],
    [0, 2],
    [3, 0],
  ]);
  const rows = neighbourTree(tree, Float64Array.of(0, 0, 5, 0, 1), 0, {
    side: "callers",
    baseSelf: Float64Array.of(0, 0, 2, 0, 9),
  });
  const said = [...rows.frame].map((f, r) => [NAMES[f], rows.value[r], rows.baseValue[r]]);
  // By change: b lost 8, a gained 3.
  expect(said).toEqual([
    ["f", 6, 11],
    ["b", 1, 9],
    ["a", 5, 2],
  ]);
});
