import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  buildCallTree,
  type CallTree,
  nodeSelf,
  nodeTotals,
} from "../../../src/calltree/call-tree.js";
import { buildFrameTable } from "../../../src/calltree/frame-table.js";
import { functionSums } from "../../../src/calltree/functions/function-table.js";
import { finish } from "../../../src/lib/steps.js";
import { valuesOf } from "../../../src/profile/profile.js";
import { profileOfStacks, stacksWithValues } from "../../generate.js";
import { RECORDINGS, recording } from "../../recordings.js";

interface Built {
  readonly tree: CallTree;
  readonly self: Float64Array;
}

function built(stacks: number[][], values: bigint[], options = {}): Built {
  const profile = profileOfStacks(stacks, values);
  const tree = finish(buildCallTree([profile], buildFrameTable([profile]), options));
  return { tree, self: nodeSelf(tree, 0, valuesOf(profile, 0)) };
}

const merged = (stacks: number[][], values: bigint[], options = {}): Built =>
  built(stacks, values, { ...options, mergeRecursion: true });

/** The functions from the root to where a sample ends, as numbers of `profileOfStacks`. */
function pathOf(tree: CallTree, sample: number): number[] {
  const path: number[] = [];
  for (let n = tree.sampleNode[0]![sample]!; n > 0; n = tree.parent[n]!) {
    path.push(Number(tree.frames.names[tree.frame[n]!]!.slice(1)));
  }
  return path.reverse();
}

/** Where one comes to who goes along a stack and, at a function seen before, back to it. */
function walked(stack: readonly number[]): number[] {
  const reached = new Map<number, number[]>();
  let at: number[] = [];
  for (const f of stack) {
    at = reached.get(f) ?? [...at, f];
    reached.set(f, at);
  }
  return at;
}

describe("a call tree with recursion merged", () => {
  it("leads a call that recurs back to where its function was called first", () => {
    const stacks = [[0, 1, 0], [0, 1, 0, 2], [3, 3, 3], [0, 1, 2, 0, 2, 4], [0, 1, 0, 1], []];
    const { tree } = merged(
      stacks,
      stacks.map(() => 1n),
    );
    expect(stacks.map((_, s) => pathOf(tree, s))).toEqual([
      [0],
      [0, 2],
      [3],
      [0, 1, 2, 4],
      [0, 1],
      [],
    ]);
  });

  it("ends each sample where a walk along its stack ends, with no function twice", () => {
    fc.assert(
      fc.property(stacksWithValues, ({ stacks, values }) => {
        const { tree } = merged(stacks, values);
        stacks.forEach((stack, s) => {
          const path = pathOf(tree, s);
          expect(path).toEqual(walked(stack));
          expect(new Set(path).size).toBe(path.length);
        });
      }),
      { numRuns: 300 },
    );
  });

  it("keeps the root, the leaf, and calls that were made", () => {
    fc.assert(
      fc.property(stacksWithValues, ({ stacks, values }) => {
        const { tree } = merged(stacks, values);
        stacks.forEach((stack, s) => {
          const path = pathOf(tree, s);
          expect(path.at(-1)).toBe(stack.at(-1));
          expect(path[0]).toBe(stack[0]);
          const calls = new Set(stack.map((f, i) => `${stack[i - 1]} ${f}`));
          for (let i = 1; i < path.length; i++)
            expect(calls).toContain(`${path[i - 1]} ${path[i]}`);
        });
      }),
    );
  });

  it("keeps the total and each function's flat, and gives none more cum than it has", () => {
    fc.assert(
      fc.property(stacksWithValues, ({ stacks, values }) => {
        const positive = values.map((v) => (v < 0n ? -v : v));
        const plain = built(stacks, positive);
        const once = merged(stacks, positive);
        const before = functionSums(plain.tree, plain.self);
        const after = functionSums(once.tree, once.self);
        expect(nodeTotals(once.tree, once.self)[0]).toBe(nodeTotals(plain.tree, plain.self)[0]);
        expect(after.flat).toEqual(before.flat);
        after.cum.forEach((cum, f) => {
          expect(cum).toBeLessThanOrEqual(before.cum[f]!);
          expect(cum).toBeGreaterThanOrEqual(before.flat[f]!);
        });
      }),
    );
  });

  it("inverted has the same stacks the other way round", () => {
    fc.assert(
      fc.property(stacksWithValues, ({ stacks, values }) => {
        const { tree } = merged(stacks, values);
        const inverted = merged(stacks, values, { inverted: true }).tree;
        stacks.forEach((_, s) => {
          expect(pathOf(inverted, s).reverse()).toEqual(pathOf(tree, s));
        });
      }),
    );
  });

  it("is as it was where nothing recurs", () => {
    fc.assert(
      fc.property(stacksWithValues, ({ stacks, values }) => {
        const straight = stacks.map((stack) => [...new Set(stack)]);
        expect(merged(straight, values).tree).toEqual(built(straight, values).tree);
      }),
    );
  });

  it.each(RECORDINGS.slice(0, 3))("keeps each function's flat in %s", async (name) => {
    const profile = await recording(name);
    const frames = buildFrameTable([profile]);
    profile.sampleTypes.forEach((_, t) => {
      const [plain, once] = [false, true].map((mergeRecursion) => {
        const tree = finish(buildCallTree([profile], frames, { mergeRecursion }));
        return functionSums(tree, nodeSelf(tree, 0, valuesOf(profile, t))).flat;
      });
      expect(once).toEqual(plain);
    });
  });
});

describe("a call tree of stacks deeper than it can number", () => {
  const deep = (length: number): number[] => Array.from({ length }, (_, i) => i % 5);

  it("holds them by the frames nearest the leaf, and says how many there were", () => {
    for (const inverted of [false, true]) {
      const stacks = [deep(70_000), [1], deep(65_536), deep(65_535)];
      const { tree, self } = built(stacks, [5n, 7n, 11n, 13n], { inverted });
      expect(tree.cutStacks).toBe(2);
      stacks.forEach((stack, s) => {
        const path = pathOf(tree, s);
        if (inverted) path.reverse();
        expect(path).toEqual(stack.slice(-65_535));
      });
      expect(nodeTotals(tree, self)[0]).toBe(36);
    }
  });

  it("keeps flat as it is", () => {
    const { tree, self } = built([deep(70_003), [1]], [5n, 7n]);
    const { flat } = functionSums(tree, self);
    const byName = new Map(tree.frames.names.map((name, f) => [name, flat[f]]));
    expect(byName.get("f2")).toBe(5);
    expect(byName.get("f1")).toBe(7);
  });

  it("cuts none whose recursion is merged, however deep it is", () => {
    const { tree } = merged([deep(300_000)], [5n]);
    expect(tree.cutStacks).toBe(0);
    expect(pathOf(tree, 0)).toEqual([0, 1, 2, 3, 4]);
  });

  it("says so where frames were left out before recursion was merged", () => {
    const { tree } = merged([[9, ...deep((1 << 20) + 5)]], [5n]);
    expect(tree.cutStacks).toBe(1);
    expect(pathOf(tree, 0)).not.toContain(9);
  });

  it("cuts none of a usual profile", () => {
    expect(built([[0, 1], []], [1n, 2n]).tree.cutStacks).toBe(0);
  });
});
