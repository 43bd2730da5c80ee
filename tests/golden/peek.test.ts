import { expect, test } from "vitest";
import { functionGraph } from "../../src/calltree/functions/function-graph.js";
import { compareBytes } from "../../src/calltree/functions/function-table.js";
import { selfOfAll } from "../../src/cli/output/top-table.js";
import { valuesOf } from "../../src/profile/profile.js";
import { answerTo, type GoldenPeek, golden } from "./golden.js";

test("callers and callees equal those of pprof's -peek", async () => {
  const cases = golden<GoldenPeek[]>("peek");
  expect(cases.length).toBeGreaterThan(10);
  for (const one of cases) {
    const { tree, sides, type, table } = await answerTo(one);
    const { names } = tree.frames;
    const self = selfOfAll(
      tree,
      sides.profiles.map((p) => valuesOf(p, type)),
    );
    const graph = functionGraph(tree, self);
    const side = (here: Int32Array, there: Int32Array, frame: number) => {
      const out: [string, number, number][] = [];
      for (let e = 0; e < graph.count; e++) {
        if (here[e] === frame) out.push([names[there[e]!]!, graph.weight[e]!, graph.inline[e]!]);
      }
      return out.sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]) || compareBytes(a[0], b[0]));
    };
    const blocks = [...table.frames]
      .filter((f) => one.blocks.some((block) => block.name === names[f]))
      .map((f) => ({
        name: names[f],
        flat: table.sums.flat[f],
        cum: table.sums.cum[f],
        callers: side(graph.callee, graph.caller, f),
        callees: side(graph.caller, graph.callee, f),
      }));
    expect(one.blocks.length, one.command).toBeGreaterThan(0);
    expect(blocks, one.command).toEqual(one.blocks);
  }
});
