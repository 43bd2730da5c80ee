import { describe, expect, it } from "vitest";
import { nodeSelf } from "../../../../src/calltree/call-tree.js";
import type { Transform } from "../../../../src/engine/question.js";
import { sampleVariance } from "../../../../src/profile/sampling/sampling-error.js";
import { ask } from "../../../export/prepared.js";
import { recording } from "../../../recordings.js";

const NAME = "configmap-list-storm/03-storm.pb.gz";

/** Each question by the transforms that it has. */
const QUESTIONS: Readonly<Record<string, readonly Transform[]>> = {
  "of all samples": [],
  "of those that have a function": [{ do: "focus", pattern: "json" }],
  "of some samples of a stack and not of others": [{ do: "tagfocus", pattern: "bytes=:64b" }],
  "of stacks that end apart by a label that is a frame": [{ do: "tagleaf", pattern: "bytes" }],
  "of stacks of which nothing may be left": [{ do: "show", pattern: "json" }],
};

describe("samples put together", () => {
  it.each(Object.entries(QUESTIONS))("hold what each of them holds: %s", async (_, transforms) => {
    const { prepared, question } = ask([await recording(NAME)], { transforms });
    const { set, tree, attribution } = prepared;
    const type = set.sampleType(question.sampleType, 0);
    const values = set.values(0, type);
    const cells = prepared.cells(0);
    const sums = prepared.cellSums(0, type);
    const kept = [...values.keys()].filter((s) => tree.sampleNode[0]![s]! >= 0);

    // Of each kind at each node, and of each kind whatever filters took away.
    const held = new Map<string, number>();
    const all = new Map<number, number>();
    for (const s of values.keys()) {
      const kind = attribution.kind[0]![s]!;
      all.set(kind, (all.get(kind) ?? 0) + values[s]!);
    }
    for (const s of kept) {
      const key = `${attribution.kind[0]![s]} ${tree.sampleNode[0]![s]}`;
      held.set(key, (held.get(key) ?? 0) + values[s]!);
    }
    const found = new Map<string, number>();
    const foundInAll = new Map<number, number>();
    const whole = cells.allSumsOf(type.name, () => values);
    for (const kind of all.keys()) {
      for (let i = cells.start(kind); i < cells.end(kind); i++) {
        const c = cells.order[i]!;
        foundInAll.set(kind, (foundInAll.get(kind) ?? 0) + whole[c]!);
        const key = `${kind} ${cells.node[c]}`;
        if (cells.node[c]! >= 0) found.set(key, (found.get(key) ?? 0) + sums[c]!);
      }
    }
    expect(found).toEqual(held);
    expect(foundInAll).toEqual(all);
    expect(prepared.self([0], type)).toEqual(nodeSelf(tree, 0, values));
    expect(prepared.keptTotal(0, type)).toBe(kept.reduce((n, s) => n + Math.abs(values[s]!), 0));
    const variance = prepared.cellVariance(0, type);
    const ofCells = cells.node.reduce((n, node, c) => (node < 0 ? n : n + variance[c]!), 0);
    const ofSamples = sampleVariance(set.profiles[0]!, type.index[0]!);
    expect(ofCells / kept.reduce((n, s) => n + ofSamples[s]!, 0)).toBeCloseTo(1, 9);
  });

  it("are told apart where some of a stack are left: the filter leaves and takes of one", async () => {
    const { prepared } = ask([await recording(NAME)], {
      transforms: QUESTIONS["of some samples of a stack and not of others"]!,
    });
    const { of } = prepared.set.profiles[0]!.samples.stackOf.reduce(
      (seen, stack, s) => {
        const left = prepared.tree.sampleNode[0]![s]! >= 0 ? 1 : 2;
        seen.of.set(stack, (seen.of.get(stack) ?? 0) | left);
        return seen;
      },
      { of: new Map<number, number>() },
    );
    expect([...of.values()]).toContain(3);
  });
});
