import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FrameNaming } from "../../src/leaks/frame-roles.js";
import { explain, type Grouping, groupHoldings, OWN_SHARE } from "../../src/leaks/suspect-paths.js";
import { finish } from "../../src/lib/steps.js";

const R = 524_288;
/** Keys of the tests: two stages that frames name, and one that only own code names. */
const STAGE_A = 1;
const STAGE_B = 2;

/** A tree written as its nodes' parents, with a frame for each node. */
function treeOf(parents: readonly number[], frames: readonly number[]) {
  return { parent: Int32Array.from(parents), frame: Int32Array.from(frames) };
}

function namingOf(
  count: number,
  marks: { a?: number[]; b?: number[]; own?: number[]; module?: number[] },
): FrameNaming {
  const bytes = (on: readonly number[] = []) =>
    Uint8Array.from({ length: count }, (_, f) => (on.includes(f) ? 1 : 0));
  const stages = new Uint32Array(count);
  for (const f of marks.a ?? []) stages[f]! |= STAGE_A;
  for (const f of marks.b ?? []) stages[f]! |= STAGE_B;
  return {
    stages,
    own: bytes(marks.own),
    module: bytes(marks.module),
    buffer: bytes(),
    pooling: bytes(),
  };
}

interface Row {
  readonly node: number;
  readonly key: number;
  readonly before?: number;
  readonly after?: number;
  readonly variance?: number;
}

function holdings(rows: readonly Row[]) {
  return {
    count: rows.length,
    node: Int32Array.from(rows, (r) => r.node),
    key: Int32Array.from(rows, (r) => r.key),
    before: Float64Array.from(rows, (r) => r.before ?? 0),
    after: Float64Array.from(rows, (r) => r.after ?? 0),
    variance: Float64Array.from(rows, (r) => r.variance ?? 0),
  };
}

const KEYS = [STAGE_A, STAGE_B, 0];
const grouped = (
  tree: ReturnType<typeof treeOf>,
  rows: readonly Row[],
  naming: FrameNaming,
): Grouping => finish(groupHoldings(tree, holdings(rows), KEYS, naming, R));

describe("the node that speaks for what grew", () => {
  // root 0 - 1 - 2 - 3 - 4
  const line = treeOf([-1, 0, 1, 2, 3], [-1, 0, 1, 2, 3]);

  it("is the highest that names its stage", () => {
    const { groups } = grouped(line, [{ node: 4, key: 0, after: 9 }], namingOf(4, { a: [1, 2] }));
    expect(groups).toHaveLength(1);
    expect(groups[0]).toMatchObject({ frame: 1, nodes: [2], growth: 9 });
  });

  it("is the program's own function nearest to the allocation where no stage names it", () => {
    const { groups } = grouped(line, [{ node: 4, key: 2, after: 9 }], namingOf(4, { own: [0, 2] }));
    expect(groups[0]).toMatchObject({ frame: 2, nodes: [3] });
  });

  it("is a module's code rather than Go's library, and the leaf where there is neither", () => {
    const rows = [{ node: 4, key: 2, after: 9 }];
    expect(grouped(line, rows, namingOf(4, { module: [1] })).groups[0]!.frame).toBe(1);
    expect(grouped(line, rows, namingOf(4, {})).groups[0]!.frame).toBe(3);
  });

  it("merges no two stages: above a fork of them it goes no higher than their own branch", () => {
    // 0 - 1 - 2 (A) - 3, and 1 - 4 (B) - 5; 1 is a step of both
    const fork = treeOf([-1, 0, 1, 2, 1, 4], [-1, 0, 1, 2, 3, 4]);
    const naming = namingOf(5, { a: [0, 1], b: [0, 3] });
    const rows = [
      { node: 3, key: 0, after: 60 },
      { node: 5, key: 1, after: 40 },
    ];
    const { groups } = grouped(fork, rows, naming);
    expect(groups.map((g) => [g.frame, g.nodes, g.growth])).toEqual([
      [1, [2], 60],
      [3, [4], 40],
    ]);
  });

  it("may stand above a little of another stage, a fifth at most", () => {
    const fork = treeOf([-1, 0, 1, 2, 1, 4], [-1, 0, 1, 2, 3, 4]);
    const naming = namingOf(5, { a: [0, 1], b: [3] });
    const at = (other: number) =>
      grouped(
        fork,
        [
          { node: 3, key: 0, after: 100 },
          { node: 5, key: 1, after: other },
        ],
        naming,
      ).groups[0]!.frame;
    expect(at(24)).toBe(0);
    expect(at(26)).toBe(1);
    expect(100 / 126).toBeLessThan(OWN_SHARE);
  });

  it("is the same suspect by whatever path its function is reached", () => {
    // Two callers of frame 2; one of the paths shrinks as the other takes over.
    const two = treeOf([-1, 0, 1, 0, 3], [-1, 0, 2, 1, 2]);
    const rows = [
      { node: 2, key: 2, before: 48, after: 21 },
      { node: 4, key: 2, before: 0, after: 148 },
    ];
    const { groups, groupOf } = grouped(two, rows, namingOf(3, { own: [2] }));
    expect(groups).toHaveLength(1);
    expect(groups[0]).toMatchObject({ before: 48, after: 169, growth: 121, nodes: [4, 2] });
    expect([...groupOf]).toEqual([0, 0]);
  });

  it("holds each entry once, whatever the tree", () => {
    const arbitrary = fc.integer({ min: 2, max: 40 }).chain((n) =>
      fc.record({
        parents: fc.tuple(
          ...Array.from({ length: n - 1 }, (_, i) => fc.integer({ min: 0, max: i })),
        ),
        frames: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: n - 1, maxLength: n - 1 }),
        rows: fc.array(
          fc.record({
            node: fc.integer({ min: 0, max: n - 1 }),
            key: fc.integer({ min: 0, max: 2 }),
            before: fc.integer({ min: 0, max: 1000 }),
            after: fc.integer({ min: 0, max: 1000 }),
            variance: fc.integer({ min: 0, max: 1000 }),
          }),
          { maxLength: 60 },
        ),
        a: fc.subarray([0, 1, 2, 3, 4, 5]),
        own: fc.subarray([0, 1, 2, 3, 4, 5]),
      }),
    );
    fc.assert(
      fc.property(arbitrary, ({ parents, frames, rows, a, own }) => {
        const tree = treeOf([-1, ...(parents as number[])], [-1, ...frames]);
        const { groups, groupOf } = grouped(tree, rows, namingOf(6, { a, own }));
        const total = (of: (r: Row) => number) => rows.reduce((sum, r) => sum + of(r), 0);
        const sum = (of: (g: Grouping["groups"][number]) => number) =>
          groups.reduce((s, g) => s + of(g), 0);
        expect(sum((g) => g.before)).toBe(total((r) => r.before!));
        expect(sum((g) => g.after)).toBe(total((r) => r.after!));
        expect(sum((g) => g.variance)).toBe(total((r) => r.variance!));
        rows.forEach((row, i) => {
          const group = groups[groupOf[i]!]!;
          expect(group.key).toBe(row.key);
          // One of the group's nodes is the entry's node or above it.
          let node = row.node;
          while (node > 0 && !group.nodes.includes(node)) node = tree.parent[node]!;
          expect(group.nodes).toContain(node);
          for (const n of group.nodes) expect(tree.frame[n]).toBe(group.frame);
        });
      }),
    );
  });
});

describe("the explanation", () => {
  const group = (growth: number, z = 9) => ({
    key: 0,
    frame: 0,
    nodes: [1],
    before: 0,
    after: growth,
    growth,
    variance: 1,
    z,
  });

  it("is the fewest that make nine tenths of what grew significantly", () => {
    const found = explain([group(5), group(60), group(-80, -9), group(35), group(50, 1.5)], 20);
    expect(found.picked).toEqual([1, 3]);
    expect(found.significant).toBe(100);
    expect(found.explained).toBeCloseTo(0.95, 12);
  });

  it("is nothing where nothing grew significantly", () => {
    expect(explain([group(10, 1), group(-10, -9)], 20)).toEqual({
      picked: [],
      significant: 0,
      explained: 0,
    });
  });

  it("stops at its bound and says how little that explains", () => {
    const found = explain(
      Array.from({ length: 100 }, () => group(1)),
      20,
    );
    expect(found.picked).toHaveLength(20);
    expect(found.explained).toBeCloseTo(0.2, 12);
  });
});
