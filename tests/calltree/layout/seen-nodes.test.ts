import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildCallTree, nodeSelf, nodeTotals } from "../../../src/calltree/call-tree.js";
import { buildFrameTable } from "../../../src/calltree/frame-table.js";
import { boxOfPath, layoutTree, ownWidths } from "../../../src/calltree/layout/layout.js";
import { boxOfNodes, layoutSeen } from "../../../src/calltree/layout/seen-nodes.js";
import { pathHashes } from "../../../src/calltree/path-hash.js";
import { finish } from "../../../src/lib/steps.js";
import { valuesOf } from "../../../src/profile/profile.js";
import { profileOfStacks } from "../../generate.js";

/** Stacks of which some are ten thousand times as wide as others, with runs of one function. */
const stacks = fc.array(
  fc.tuple(
    fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 12 }),
    fc.constantFrom(1n, 3n, 1000n, 90_000n, 10_000_000n),
  ),
  { minLength: 1, maxLength: 40 },
);

describe("the boxes that a screen shows", () => {
  it("stand where they stand among all, with all that are beside them", () => {
    fc.assert(
      fc.property(stacks, fc.nat(), fc.boolean(), (pairs, pick, folds) => {
        const profile = profileOfStacks(
          pairs.map(([stack]) => stack),
          pairs.map(([, value]) => value),
        );
        const tree = finish(buildCallTree([profile], buildFrameTable([profile])));
        const width = nodeTotals(
          tree,
          ownWidths(nodeSelf(tree, 0, valuesOf(profile, 0)), undefined, "after"),
        );
        const paths = pathHashes(tree);
        // The functions of even numbers are plumbing.
        const plumbing = folds
          ? Uint8Array.from(tree.frames.names, (_, f) => (f % 2 === 0 ? 1 : 0))
          : undefined;
        const whole = layoutTree(tree, width, { paths, plumbing });
        const zoom = pick % tree.nodeCount;
        if (!(width[zoom]! > 0)) return;
        const seen = layoutSeen(tree, width, { plumbing }, zoom);
        const places = new Map<number, number>();
        for (let box = 0; box < seen.count; box++) {
          const at = boxOfPath(whole, seen.pathLow[box]!, seen.pathHigh[box]!);
          places.set(at, box);
          expect(seen.x[box]).toBe(whole.x[at]);
          expect(seen.width[box]).toBe(whole.width[at]);
          expect(seen.row[box]).toBe(whole.row[at]);
          expect(seen.node[box]).toBe(whole.node[at]);
        }
        const zoomed = boxOfPath(whole, paths.low[zoom]!, paths.high[zoom]!);
        for (let at = 1; at < whole.count; at++) {
          const above = whole.parent[at]!;
          const isWide = whole.width[above]! >= whole.width[0]! / 8192;
          const isInside = at > zoomed && at < whole.end[zoomed]!;
          const isWideInside = isInside && whole.width[above]! >= whole.width[zoomed]! / 8192;
          if (isWide || isWideInside || above === zoomed) {
            expect(places.has(at)).toBe(true);
            expect(places.get(above)).toBe(seen.parent[places.get(at)!]);
          }
        }
      }),
    );
  });

  it("leave out what is below boxes that are no pixel wide", () => {
    const profile = profileOfStacks([[2, 1, 0], [3], [5, 4, 3]], [1n, 9000n, 7n]);
    const tree = finish(buildCallTree([profile], buildFrameTable([profile])));
    const width = nodeTotals(tree, nodeSelf(tree, 0, valuesOf(profile, 0)));
    const paths = pathHashes(tree);
    const whole = layoutTree(tree, width, { paths });
    const seen = layoutSeen(tree, width, {});
    const least = whole.width[0]! / 8192;
    const below = [...whole.parent].filter((above) => above > 0 && whole.width[above]! < least);
    expect(below.length).toBeGreaterThan(0);
    expect(seen.count).toBe(whole.count - below.length);
    // What is left out is part of the box above it.
    const boxes = boxOfNodes(tree, seen);
    for (let node = 0; node < tree.nodeCount; node++) {
      const own = seen.node.indexOf(node);
      expect(boxes[node]).toBe(own >= 0 ? own : boxes[tree.parent[node]!]);
    }
  });
});
