import { expect, it } from "vitest";
import type { NeighbourTree } from "../../../src/calltree/functions/neighbour-tree.js";
import { callersAnswer } from "../../../src/engine/answers/callers.js";
import { preparedOf, questionOf, setOf } from "../../golden/asking.js";
import { type GoldenPeek, golden, known } from "../../golden/golden.js";

/** The first level of a tree of neighbours: what -peek prints. */
function firstLevel(tree: NeighbourTree, names: readonly string[]) {
  return [...tree.parent.keys()]
    .filter((row) => tree.parent[row] === 0)
    .map((row) => ({
      name: names[tree.frame[row]!]!,
      value: tree.value[row]!,
      baseValue: tree.baseValue[row]!,
      inline: tree.inline[row]!,
    }));
}

it("callers and callees are those of pprof's -peek", async () => {
  for (const one of golden<GoldenPeek[]>("peek").filter((p) => !p.diffBase)) {
    const set = setOf([await known(one.files[0]!)]);
    const question = questionOf(1, { sampleType: one.type });
    const prepared = preparedOf(set, question);
    const { names } = prepared.tree.frames;
    for (const block of one.blocks) {
      const answer = callersAnswer(prepared, question, block.name);
      expect({
        name: answer.name,
        flat: answer.flat,
        cum: answer.cum,
        callers: firstLevel(answer.callers, names).map((n) => [n.name, n.value, n.inline]),
        callees: firstLevel(answer.callees, names).map((n) => [n.name, n.value, n.inline]),
      }).toEqual(block);
      expect(answer.hasBase).toBe(false);
    }
  }
});

it("with a base their differences are those of -peek -diff_base", async () => {
  for (const one of golden<GoldenPeek[]>("peek").filter((p) => p.diffBase)) {
    const set = setOf([await known(one.diffBase!), await known(one.files[0]!)]);
    const question = questionOf(2, { shown: 1, base: 0, sampleType: one.type });
    const prepared = preparedOf(set, question);
    const { names } = prepared.tree.frames;
    for (const block of one.blocks) {
      const answer = callersAnswer(prepared, question, block.name);
      expect(answer.cum - answer.baseCum).toBe(block.cum);
      expect(firstLevel(answer.callers, names).map((n) => [n.name, n.value - n.baseValue])).toEqual(
        block.callers.map(([name, value]) => [name, value]),
      );
      expect(firstLevel(answer.callees, names).map((n) => [n.name, n.value - n.baseValue])).toEqual(
        block.callees.map(([name, value]) => [name, value]),
      );
    }
  }
});

it("a function is found by its name in another build, and one that is not there is refused", async () => {
  const set = setOf([await known("configmap-list-storm/03-storm.pb.gz")]);
  const prepared = preparedOf(set, questionOf(1));
  const answer = callersAnswer(
    prepared,
    questionOf(1),
    "k8s.io/api/core/v1.(*ConfigMap).Unmarshal",
  );
  expect(answer.name).toBe("k8s.io/kubernetes/vendor/k8s.io/api/core/v1.(*ConfigMap).Unmarshal");
  expect(answer.callers.count).toBeGreaterThan(0);
  expect(() => callersAnswer(prepared, questionOf(1), "no.such")).toThrow(
    "no function of these profiles is called no.such",
  );
});
