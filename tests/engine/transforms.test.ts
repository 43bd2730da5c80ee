import { expect, it } from "vitest";
import { nodeSelf, nodeTotals } from "../../src/calltree/call-tree.js";
import { pickKind } from "../../src/engine/answers/kinds/kind-filter.js";
import { functionTable } from "../../src/engine/answers/table.js";
import type { Transform } from "../../src/engine/question.js";
import { QuestionError } from "../../src/engine/question-error.js";
import { packageOf } from "../../src/profile/function-name.js";
import { preparedOf, questionOf, setOf } from "../golden/asking.js";
import { type GoldenTables, golden, known } from "../golden/golden.js";

const STORM = "configmap-list-storm/03-storm.pb.gz";

it("focus, ignore, hide and show leave what pprof leaves, in whatever order they are given", async () => {
  const { names, tables } = golden<GoldenTables>("filters");
  for (const one of tables) {
    const transforms: Transform[] = (["show", "hide", "ignore", "focus"] as const).flatMap(
      (what) => (one[what] ? [{ do: what, pattern: one[what] }] : []),
    );
    const set = setOf([await known(one.files[0]!)]);
    const question = questionOf(1, { transforms, sampleType: one.type });
    const prepared = preparedOf(set, question);
    const table = functionTable(prepared, question);
    const rows = Array.from(table.frame, (f, r) => [
      prepared.tree.frames.names[f],
      table.flat[r],
      table.cum[r],
    ]);
    expect(rows, one.command).toEqual(one.name.map((n, i) => [names[n], one.flat[i], one.cum[i]]));
    // Percentages stay those of the whole.
    expect(table.of).toBe(set.entries[0]!.facts.totals[3]);
  }
});

it("a pattern that is no regular expression is refused with its place and reason", async () => {
  const set = setOf([await known(STORM)]);
  const asked = () =>
    preparedOf(set, questionOf(1, { transforms: [{ do: "hide", pattern: "a[" }] }));
  expect(asked).toThrow(QuestionError);
  expect(asked).toThrow(/the hide filter a\[ is no regular expression: missing closing \]/);
});

it("a kind that is dropped takes its samples away and no others", async () => {
  const set = setOf([await known(STORM)]);
  const whole = preparedOf(set, questionOf(1));
  const question = questionOf(1, { transforms: [{ do: "drop-kind", pattern: "ConfigMap" }] });
  const rest = preparedOf(set, question);
  const pick = pickKind(whole.attribution, "ConfigMap", "");
  const type = set.sampleType("inuse_space", 0);
  const values = set.values(0, type);
  let others = 0;
  values.forEach((v, s) => {
    const dropped = pick(0, s);
    expect(rest.tree.sampleNode[0]![s]! < 0).toBe(dropped);
    if (!dropped) others += v;
  });
  expect(nodeTotals(rest.tree, rest.self([0], type))[0]).toBe(others);
  expect(others).toBeLessThan(values.reduce((a, b) => a + b, 0) * 0.2);
});

it("a collapsed package is one frame, runs of it are drawn once, and totals stay", async () => {
  const set = setOf([await known(STORM)]);
  const transforms: Transform[] = [{ do: "collapse", pattern: "encoding/json" }];
  const whole = preparedOf(set, questionOf(1));
  const less = preparedOf(set, questionOf(1, { transforms }));
  const { tree } = less;
  const type = set.sampleType("inuse_space", 0);
  const frame = tree.frames.names.indexOf("encoding/json");
  expect(frame).toBe(set.frames.names.length);
  expect(tree.nodeCount).toBeLessThan(whole.tree.nodeCount);
  for (let node = 1; node < tree.nodeCount; node++) {
    expect(packageOf(tree.frames.names[tree.frame[node]!]!)).not.toBe("encoding/json");
    if (tree.frame[node] === frame) expect(tree.frame[tree.parent[node]!]).not.toBe(frame);
  }
  expect(tree.frame).toContain(frame);
  const total = (p: typeof less) => nodeTotals(p.tree, nodeSelf(p.tree, 0, set.values(0, type)))[0];
  expect(total(less)).toBe(total(whole));
});
