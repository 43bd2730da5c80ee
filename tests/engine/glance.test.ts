import { describe, expect, it } from "vitest";
import { boxOfPath } from "../../src/calltree/layout/layout.js";
import { pathText } from "../../src/calltree/path-hash.js";
import type { Picture } from "../../src/engine/answers.js";
import { Engine } from "../../src/engine/engine.js";
import type { Question } from "../../src/engine/question.js";
import { createScene, fillScene, type Scene } from "../../src/flamegraph/paint/scene.js";
import { viewportOfBox } from "../../src/flamegraph/viewport/viewport.js";
import { finish } from "../../src/lib/steps.js";
import { question } from "../export/prepared.js";
import { recording } from "../recordings.js";

const BEFORE = "configmap-list-storm/01-created.pb.gz";
const STORM = "configmap-list-storm/03-storm.pb.gz";

async function engineOf(...names: string[]): Promise<Engine> {
  const engine = new Engine();
  for (const name of names) engine.library.add(name, name, await recording(name));
  return engine;
}

/** What of a picture is drawn while a box fills the width: each cell, with what it says and its colour. */
function drawn(
  { layout, ...picture }: Picture,
  box: number,
  width: number,
  ratio: number,
): string[] {
  const scene: Scene = createScene();
  const surface = { width, height: 3000, ratio };
  fillScene(scene, layout, viewportOfBox(layout, box, 0, surface), surface);
  return Array.from({ length: scene.count }, (_, i) => {
    const at = scene.box[i]!;
    const place = [scene.left[i], scene.right[i], scene.row[i]];
    if (scene.blocked[i]! > 0) return ["block", ...place].join(" ");
    const figures = [picture.boxTotal[at], picture.boxSelf[at], picture.boxError[at]];
    const kind = [
      picture.boxKind[at],
      picture.boxKindShare[at],
      layout.flags[at],
      layout.fold[at]! >= 0,
    ];
    const changes = [picture.boxBaseTotal[at], picture.boxBaseSelf[at], picture.boxDeltaError[at]];
    const path = pathText(layout.pathLow[at]!, layout.pathHigh[at]!);
    return [path, ...place, ...figures, ...changes, ...kind, picture.boxLit[at]].join(" ");
  });
}

/** Holds glances at the whole and at some boxes to the whole picture; gives the boxes of the first. */
function holds(engine: Engine, asked: Question): { glance: number; whole: number } {
  const whole = finish(engine.ask("picture", asked, undefined));
  const { layout } = whole;
  let first = 0;
  for (let box = 0; box < layout.count; box += 1 + Math.ceil(layout.count / 7)) {
    const zoom = box === 0 ? "" : pathText(layout.pathLow[box]!, layout.pathHigh[box]!);
    const glance = finish(engine.ask("glance", asked, { zoom }))!;
    first ||= glance.layout.count;
    const here = boxOfPath(glance.layout, layout.pathLow[box]!, layout.pathHigh[box]!);
    for (const [width, ratio] of [
      [1280, 1],
      [4096, 2],
    ] as const) {
      expect(drawn(glance, here, width, ratio)).toEqual(drawn(whole, box, width, ratio));
    }
    const { layout: seen, ...said } = glance;
    for (const key of ["total", "of", "kept", "baseTotal", "samples", "roots", "joined"] as const) {
      expect(said[key]).toEqual(whole[key]);
    }
    expect(seen.count).toBeLessThanOrEqual(layout.count);
    expect(glance.isGlance).toBe(true);
  }
  expect(whole.isGlance).toBeUndefined();
  return { glance: first, whole: layout.count };
}

describe("a glance at a graph", () => {
  it("is drawn as the whole is, on screens of 8,192 pixels at most", async () => {
    const engine = await engineOf(STORM);
    const files = [STORM];
    const { glance, whole } = holds(engine, question({ files, sampleType: "alloc_space" }));
    expect(glance).toBeLessThan(whole);
    holds(engine, question({ files, folded: false, inverted: true }));
    holds(engine, question({ files, joined: false, lit: "ConfigMap" }));
  });

  it("is so of a difference, too", async () => {
    const engine = await engineOf(BEFORE, STORM);
    const asked = question({ files: [BEFORE, STORM], shown: 1, base: 0 });
    for (const widths of ["larger", "delta"] as const) holds(engine, { ...asked, widths });
  });

  it("shows the whole where a path that is not there is zoomed to", async () => {
    const engine = await engineOf(STORM);
    const asked = question({ files: [STORM] });
    const all = finish(engine.ask("glance", asked, { zoom: "" }))!;
    const lost = finish(engine.ask("glance", asked, { zoom: "1" }))!;
    expect(lost.layout.pathLow).toEqual(all.layout.pathLow);
  });
});
