import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildCallTree, nodeSelf, nodeTotals } from "../../../src/calltree/call-tree.js";
import { buildFrameTable } from "../../../src/calltree/frame-table.js";
import { type FlameLayout, layoutTree } from "../../../src/calltree/layout/layout.js";
import { boxOfPath } from "../../../src/calltree/layout/path-index.js";
import { type PathHashes, pathHashes } from "../../../src/calltree/path-hash.js";
import { finish } from "../../../src/lib/steps.js";
import { valuesOf } from "../../../src/profile/profile.js";
import { profileOfStacks, stacksWithValues } from "../../generate.js";

const evenOnes = (name: string): number => (Number(name.slice(1)) % 2 === 0 ? 1 : 0);

/** A layout with folded runs; with `narrow`, one whose path hashes often meet in one half. */
function placed(stacks: number[][], values: bigint[], narrow = false) {
  const profile = profileOfStacks(stacks, values);
  const tree = finish(buildCallTree([profile], buildFrameTable([profile])));
  const width = nodeTotals(tree, nodeSelf(tree, 0, valuesOf(profile, 0)).map(Math.abs));
  const all = pathHashes(tree);
  const paths: PathHashes = narrow ? { low: all.low.map((l) => l & 3), high: all.high } : all;
  const plumbing = Uint8Array.from(tree.frames.names, evenOnes);
  return { layout: layoutTree(tree, width, { paths, plumbing }), paths };
}

/** The first box that has a path, else the run that holds it, by looking at all of them. */
function sought({ pathLow, pathHigh, folds }: FlameLayout, low: number, high: number): number {
  const box = pathLow.findIndex((l, b) => l === low && pathHigh[b] === high);
  if (box >= 0) return box;
  const m = folds.memberLow.findIndex((l, i) => l === low && folds.memberHigh[i] === high);
  return m < 0 ? -1 : folds.box[folds.offsets.findLastIndex((from) => from <= m)]!;
}

describe("looking for the box of a path", () => {
  it("finds the same however often it is asked", () => {
    fc.assert(
      fc.property(stacksWithValues, fc.boolean(), ({ stacks, values }, narrow) => {
        const { layout, paths } = placed(stacks, values, narrow);
        for (let round = 0; round * paths.low.length < 200; round++) {
          for (let node = 0; node < paths.low.length; node++) {
            const low = paths.low[node]!;
            const high = paths.high[node]!;
            expect(boxOfPath(layout, low, high)).toBe(sought(layout, low, high));
            expect(boxOfPath(layout, low, high ^ 1)).toBe(sought(layout, low, high ^ 1));
          }
        }
        expect(boxOfPath(layout, 0xffffffff, 7)).toBe(-1);
      }),
      { numRuns: 60 },
    );
  });

  it("looks a layout through a bounded number of times", () => {
    const { layout, paths } = placed([[0, 2, 4, 6, 8, 1], [3]], [9n, 1n]);
    let scans = 0;
    const counted = {
      ...layout,
      pathLow: Object.assign(layout.pathLow.slice(), {
        indexOf(low: number, from?: number) {
          scans++;
          return Uint32Array.prototype.indexOf.call(layout.pathLow, low, from);
        },
      }),
    };
    for (let i = 0; i < 1000; i++) boxOfPath(counted, paths.low[1]!, paths.high[1]!);
    expect(scans).toBeLessThanOrEqual(64);
    expect(boxOfPath(counted, paths.low[2]!, paths.high[2]!)).toBe(1);
  });
});
