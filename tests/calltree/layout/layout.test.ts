import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  buildCallTree,
  type CallTree,
  nodeSelf,
  nodeTotals,
} from "../../../src/calltree/call-tree.js";
import { buildFrameTable } from "../../../src/calltree/frame-table.js";
import {
  BOX_FOLDED,
  boxOfPath,
  boxSelves,
  boxValues,
  type FlameLayout,
  layoutTree,
  MIN_FOLD,
  ownWidths,
  type WidthMode,
} from "../../../src/calltree/layout/layout.js";
import { type PathHashes, pathHashes } from "../../../src/calltree/path-hash.js";
import { finish } from "../../../src/lib/steps.js";
import { defaultSampleTypeIndex, type Profile, valuesOf } from "../../../src/profile/profile.js";
import { profileOfStacks, stacksWithValues } from "../../generate.js";
import { recording } from "../../recordings.js";

interface Placed {
  readonly tree: CallTree;
  readonly self: Float64Array;
  readonly width: Float64Array;
  readonly paths: PathHashes;
  readonly layout: FlameLayout;
}

interface Wanted {
  readonly plumbing?: (name: string) => number;
  readonly unfolded?: Uint8Array;
  readonly scale?: number;
}

function place(profile: Profile, wanted: Wanted = {}): Placed {
  const tree = finish(buildCallTree([profile], buildFrameTable([profile])));
  const values = valuesOf(profile, defaultSampleTypeIndex(profile));
  const self = nodeSelf(
    tree,
    0,
    values.map((v) => v * (wanted.scale ?? 1)),
  );
  const width = nodeTotals(tree, ownWidths(self, undefined, "after"));
  const paths = pathHashes(tree);
  const plumbing = wanted.plumbing && Uint8Array.from(tree.frames.names, wanted.plumbing);
  const layout = layoutTree(tree, width, { paths, plumbing, unfolded: wanted.unfolded });
  return { tree, self, width, paths, layout };
}

function childrenOf(layout: FlameLayout, box: number): number[] {
  const out: number[] = [];
  for (let child = box + 1; child < layout.end[box]!; child = layout.end[child]!) out.push(child);
  return out;
}

/** Checks the laws of placement; `slack` is what rounding may cost, as a share of the whole. */
function expectPlaced(layout: FlameLayout, slack: number): void {
  const { count, parent, row, end, x, width } = layout;
  const give = slack * width[0]!;
  expect([parent[0], row[0], x[0], end[0]]).toEqual([-1, 0, 0, count]);
  let rows = 0;
  let wrong = "";
  for (let box = 0; box < count; box++) {
    rows = Math.max(rows, row[box]! + 1);
    const children = childrenOf(layout, box);
    let at = x[box]!;
    let before = Number.POSITIVE_INFINITY;
    for (const child of children) {
      const says = `box ${child} in ${box}`;
      if (parent[child] !== box) wrong ||= `${says}: parent`;
      if (row[child] !== row[box]! + 1) wrong ||= `${says}: row`;
      if (!(width[child]! > 0) || width[child]! > before) wrong ||= `${says}: order of widths`;
      if (Math.abs(x[child]! - at) > give) wrong ||= `${says}: gap or overlap`;
      if (x[child]! < x[box]!) wrong ||= `${says}: begins before its parent`;
      before = width[child]!;
      at += before;
    }
    if (at > x[box]! + width[box]! + give) wrong ||= `children of ${box} are wider than it`;
    if (end[box]! <= box || end[box]! > count) wrong ||= `end of ${box}`;
    if (children.length > 0 && end[children.at(-1)!] !== end[box]) wrong ||= `last of ${box}`;
  }
  for (let box = 1; box < count; box++) {
    if (x[box]! < x[box - 1]! - give) wrong ||= `left edges fall at ${box}`;
  }
  expect(wrong).toBe("");
  expect(rows).toBe(layout.rowCount);
}

const profiles = stacksWithValues.map(({ stacks, values }) => profileOfStacks(stacks, values));
const even = (name: string): number =>
  Number(name.slice(1)) % 2 === 0 ? 1 + Number(name === "f2") : 0;

describe("a layout", () => {
  it("places children inside their parents, widest first, side by side", () => {
    fc.assert(
      fc.property(profiles, fc.boolean(), (profile, folds) => {
        expectPlaced(place(profile, folds ? { plumbing: even } : {}).layout, 0);
      }),
      { numRuns: 300 },
    );
  });

  it("does so but for rounding where values are no integers", () => {
    fc.assert(
      fc.property(profiles, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (profile, scale) => {
        expectPlaced(place(profile, { scale }).layout, 1e-12);
      }),
    );
  });

  it("has a box for each node of a width above zero, and no other", () => {
    fc.assert(
      fc.property(profiles, (profile) => {
        const { layout, width } = place(profile);
        const seen = [...layout.node].sort((a, b) => a - b);
        const wanted = [...width.keys()].filter((n) => n === 0 || width[n]! > 0);
        expect(seen).toEqual(wanted);
        expect([...layout.width]).toEqual(Array.from(layout.node, (n) => width[n]));
      }),
    );
  });

  it("is nothing but the root where there is nothing", () => {
    const { layout } = place(profileOfStacks([[0, 1]], [0n]));
    expect([layout.count, layout.rowCount, layout.width[0]]).toEqual([1, 1, 0]);
  });

  it("keeps figures of boxes equal to those of their nodes", () => {
    fc.assert(
      fc.property(profiles, (profile) => {
        const { layout, tree, self } = place(profile);
        const total = nodeTotals(tree, self);
        expect([...boxValues(layout, total)]).toEqual(Array.from(layout.node, (n) => total[n]));
        expect([...boxSelves(layout, self)]).toEqual(Array.from(layout.node, (n) => self[n]));
      }),
    );
  });

  it("of a recording of thousands of boxes obeys the same laws", async () => {
    const storm = await recording("configmap-list-storm/03-storm.pb.gz");
    const { layout } = place(storm);
    expect(layout.count).toBeGreaterThan(1500);
    expectPlaced(layout, 0);
    expectPlaced(
      place(storm, { plumbing: (n) => (/^(runtime|net\/http)\./.test(n) ? 1 : 0) }).layout,
      0,
    );
  });
});

describe("folding", () => {
  it("changes no figure: what is shown or hidden by a run adds up", () => {
    fc.assert(
      fc.property(profiles, (profile) => {
        const plain = place(profile);
        const { layout, self } = place(profile, { plumbing: even });
        const sum = (a: Float64Array): number => a.reduce((x, y) => x + y, 0);
        const shownSelf = sum(boxSelves(plain.layout, plain.self));
        expect(sum(boxSelves(layout, self))).toBe(shownSelf);
        expect(layout.width[0]).toBe(plain.layout.width[0]);
        // Each node is a box or a member of a run, once.
        const { folds } = layout;
        const nodes: number[] = [...folds.memberNode];
        for (let b = 0; b < layout.count; b++) if (layout.fold[b]! < 0) nodes.push(layout.node[b]!);
        expect(nodes.sort((a, b) => a - b)).toEqual([...plain.layout.node].sort((a, b) => a - b));
      }),
      { numRuns: 300 },
    );
  });

  it("folds runs of plumbing alone, four long at least, that hand on nearly all they have", () => {
    fc.assert(
      fc.property(profiles, (profile) => {
        const { layout, tree, width } = place(profile, { plumbing: even });
        const { folds } = layout;
        for (let r = 0; r < folds.count; r++) {
          const from = folds.offsets[r]!;
          const to = folds.offsets[r + 1]!;
          expect(to - from).toBeGreaterThanOrEqual(MIN_FOLD);
          expect(layout.fold[folds.box[r]!]).toBe(r);
          expect(layout.flags[folds.box[r]!]! & BOX_FOLDED).not.toBe(0);
          for (let m = from; m < to; m++) {
            const node = folds.memberNode[m]!;
            expect(tree.frame[node]).toBe(folds.memberFrame[m]);
            expect(even(tree.frames.names[folds.memberFrame[m]!]!)).toBeGreaterThan(0);
            if (m === from) continue;
            expect(tree.parent[node]).toBe(folds.memberNode[m - 1]);
            expect(width[node]!).toBeGreaterThanOrEqual(width[folds.memberNode[m - 1]!]! * 0.98);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("finds every path: the box of it, or the run that holds it", () => {
    fc.assert(
      fc.property(profiles, (profile) => {
        const { layout, paths, width } = place(profile, { plumbing: even });
        const { folds } = layout;
        const runOf = new Map<number, number>();
        for (let r = 0; r < folds.count; r++) {
          for (let m = folds.offsets[r]!; m < folds.offsets[r + 1]!; m++) {
            runOf.set(folds.memberNode[m]!, folds.box[r]!);
          }
        }
        for (let node = 0; node < width.length; node++) {
          const box = boxOfPath(layout, paths.low[node]!, paths.high[node]!);
          if (node > 0 && !(width[node]! > 0)) expect(box).toBe(-1);
          else expect(box).toBe(runOf.get(node) ?? layout.node.indexOf(node));
        }
        expect(boxOfPath(layout, 1, 2)).toBe(-1);
      }),
      { numRuns: 200 },
    );
  });

  it("names a run by the group that most of its frames belong to", () => {
    const stack = [1, 0, 2, 4, 2, 2, 2, 3];
    const { layout } = place(profileOfStacks([stack], [5n]), { plumbing: even });
    expect(layout.folds.count).toBe(1);
    expect(layout.folds.group[0]).toBe(1);
    expect(layout.folds.offsets[1]).toBe(6);
    expect(layout.count).toBe(4);
  });

  it("leaves a run of three alone, and one that splits in the middle", () => {
    expect(place(profileOfStacks([[0, 2, 4, 1]], [5n]), { plumbing: even }).layout.count).toBe(5);
    const split = profileOfStacks(
      [
        [0, 2, 4, 6, 1],
        [0, 2, 3],
      ],
      [90n, 10n],
    );
    expect(place(split, { plumbing: even }).layout.folds.count).toBe(0);
    const sliver = profileOfStacks(
      [
        [0, 2, 4, 6, 1],
        [0, 2, 3],
      ],
      [99n, 1n],
    );
    const { layout } = place(sliver, { plumbing: even });
    expect(layout.folds.count).toBe(1);
    // What leaves the run in its middle is drawn below it, after the widest.
    expect(childrenOf(layout, layout.folds.box[0]!).map((b) => layout.width[b])).toEqual([99, 1]);
  });

  it("draws an unfolded run whole, and other runs folded still", () => {
    const stacks = [
      [0, 2, 4, 6, 1],
      [3, 0, 2, 4, 6, 5],
    ];
    const profile = profileOfStacks(stacks, [60n, 40n]);
    const folded = place(profile, { plumbing: even });
    expect(folded.layout.folds.count).toBe(2);
    const first = folded.layout.node[folded.layout.folds.box[0]!]!;
    const unfolded = new Uint8Array(folded.tree.nodeCount);
    unfolded[first] = 1;
    const { layout } = place(profile, { plumbing: even, unfolded });
    expect(layout.folds.count).toBe(1);
    expect(layout.count).toBe(folded.layout.count + 3);
  });
});

describe("widths", () => {
  const modes: WidthMode[] = ["larger", "before", "after", "delta"];
  const numbers = fc.array(fc.tuple(fc.integer(), fc.integer()), { minLength: 1, maxLength: 20 });

  it("of two profiles are what the mode says, never below zero", () => {
    fc.assert(
      fc.property(numbers, fc.constantFrom(...modes), (pairs, mode) => {
        const after = Float64Array.from(pairs, ([a]) => a);
        const before = Float64Array.from(pairs, ([, b]) => b);
        const own = ownWidths(after, before, mode);
        pairs.forEach(([a, b], i) => {
          const wanted = {
            larger: Math.max(Math.abs(a), Math.abs(b)),
            before: Math.abs(b),
            after: Math.abs(a),
            delta: Math.abs(a - b),
          };
          expect(own[i]).toBe(wanted[mode]);
        });
      }),
    );
  });

  it("of one profile are its absolute values, whatever the mode", () => {
    for (const mode of modes) {
      expect([...ownWidths(Float64Array.of(3, -4, 0), undefined, mode)]).toEqual([3, 4, 0]);
    }
  });
});
