import { describe, expect, it } from "vitest";
import { nodeTotals } from "../../../../src/calltree/call-tree.js";
import { ownWidths, type WidthMode } from "../../../../src/calltree/layout/layout.js";
import { kindShares, pickedWidths } from "../../../../src/engine/answers/kinds/kind-shares.js";
import { BOX_MIXED } from "../../../../src/engine/answers.js";
import { comparisonOf } from "../../../../src/engine/comparison.js";
import { BASE_MEDIAN, type Question } from "../../../../src/engine/question.js";
import { finish } from "../../../../src/lib/steps.js";
import { ask } from "../../../export/prepared.js";
import { recording } from "../../../recordings.js";

/** Holds the shares of each node to a plain sum over each kind's samples alone. */
async function holds(names: readonly string[], change: Partial<Question>): Promise<void> {
  const { prepared, question } = ask(await Promise.all(names.map(recording)), change);
  const compared = comparisonOf(prepared, question);
  const { self, baseSelf, mode } = compared;
  const width = nodeTotals(prepared.tree, ownWidths(self, baseSelf, mode));
  const found = finish(kindShares(compared, { parent: prepared.tree.parent, width }));
  const { attribution } = prepared;
  const kinds = [-2, -1, ...attribution.kinds.keys()];
  const held = kinds.map((k) => pickedWidths(compared, (p, s) => attribution.kind[p]![s] === k));
  let mixed = 0;
  for (let node = 0; node < width.length; node++) {
    const most = Math.max(...held.map((h) => h[node]!));
    const share = width[node]! > 0 ? most / width[node]! : 0;
    if (found.kind[node] === BOX_MIXED) {
      mixed++;
      expect(share).toBeLessThan(0.5 + 1e-6);
      continue;
    }
    expect(held[kinds.indexOf(found.kind[node]!)]![node]).toBeCloseTo(most, 3);
    expect(found.share[node]).toBeCloseTo(Math.min(1, share), 5);
  }
  expect(mixed).toBeLessThan(width.length);
}

describe("the kind that a frame belongs to", () => {
  const pair = ["configmap-list-storm/01-created.pb.gz", "configmap-list-storm/03-storm.pb.gz"];

  it("is the one that holds most of it, of one file", () => holds([pair[1]!], {}));

  it.each(["larger", "before", "after", "delta"] as const)(
    "is the one that holds most of it, of two files by %s",
    (widths: WidthMode) => holds(pair, { shown: 1, base: 0, widths }),
  );

  it("is the one that holds most of it, against the median of a fleet", () =>
    holds(
      [1, 2, 3].map((n) => `five-masters/master-${n}.heap.pb.gz`),
      { shown: 2, base: BASE_MEDIAN },
    ));
});
