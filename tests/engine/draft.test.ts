import { describe, expect, it } from "vitest";
import { boxOfPath } from "../../src/calltree/layout/layout.js";
import { BOX_UNKNOWN } from "../../src/engine/answers.js";
import { Engine } from "../../src/engine/engine.js";
import type { Question } from "../../src/engine/question.js";
import { finish } from "../../src/lib/steps.js";
import { question } from "../export/prepared.js";
import { recording } from "../recordings.js";

async function engineOf(...names: string[]): Promise<{ engine: Engine; files: string[] }> {
  const engine = new Engine();
  for (const name of names) engine.library.add(name, name, await recording(name));
  return { engine, files: names };
}

/** Holds a first look to the graph of the stacks as recorded. */
function holds(engine: Engine, asked: Question): number {
  const draft = finish(engine.ask("draft", asked, undefined));
  const whole = finish(engine.ask("picture", { ...asked, joined: false }, undefined));
  expect(draft.total).toBe(whole.total);
  expect(draft.of).toBe(whole.of);
  expect(draft.namesId).toBe(whole.namesId);
  const { layout } = draft;
  for (let box = 0; box < layout.count; box++) {
    const at = boxOfPath(whole.layout, layout.pathLow[box]!, layout.pathHigh[box]!);
    expect(draft.boxTotal[box]).toBe(whole.boxTotal[at]);
    expect(layout.width[box]).toBe(whole.layout.width[at]);
    expect(draft.boxKind[box]).toBe(BOX_UNKNOWN);
  }
  expect(layout.count).toBeLessThanOrEqual(whole.layout.count);
  return layout.count;
}

describe("a first look", () => {
  it("has the figures of the graph as recorded, and of no kind says what it is", async () => {
    const { engine, files } = await engineOf("configmap-list-storm/03-storm.pb.gz");
    const boxes = holds(engine, question({ files, joined: true }));
    expect(boxes).toBeGreaterThan(500);
  });

  it("has them of two files, inverted and filtered, too", async () => {
    const { engine, files } = await engineOf(
      "configmap-list-storm/01-created.pb.gz",
      "configmap-list-storm/03-storm.pb.gz",
    );
    const asked = question({ files, shown: 1, base: 0, joined: true, inverted: true });
    holds(engine, asked);
    holds(engine, { ...asked, transforms: [{ do: "focus", pattern: "ListResource" }] });
  });

  it("leaves the graph that follows what it is without it", async () => {
    const name = "configmap-list-storm/03-storm.pb.gz";
    const asked = question({ files: [name], joined: true });
    const [a, b] = [await engineOf(name), await engineOf(name)];
    finish(a.engine.ask("draft", asked, undefined));
    const after = finish(a.engine.ask("picture", asked, undefined));
    const alone = finish(b.engine.ask("picture", asked, undefined));
    expect(after.boxTotal).toEqual(alone.boxTotal);
    expect(after.layout.pathLow).toEqual(alone.layout.pathLow);
    expect(after.boxKind).toEqual(alone.boxKind);
  });
});
