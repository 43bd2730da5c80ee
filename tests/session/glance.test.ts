import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { generate } from "../../bench/generate.js";
import type { Picture } from "../../src/engine/answers.js";
import { glanceOf } from "../../src/session/questions.js";
import { graphScreen } from "../../src/session/screen.js";
import { DEFAULT_VIEW, type View } from "../../src/view/view.js";
import { FakePage } from "./page.js";

const recorded = new URL("../fixtures/configmap-list-storm/03-storm.pb.gz", import.meta.url);

describe("another question about a large file", () => {
  it("shows what is seen of its graph first, then the whole, and is busy until then", async () => {
    const app = await new FakePage().start();
    const large = new Uint8Array(generate(readFileSync(recorded), 50_000));
    await app.open({ name: "large", read: async () => large });
    const before = app.state.answers.picture!.answer;
    expect(before.isGlance).toBeUndefined();
    const shown: { picture: Picture; busy: boolean }[] = [];
    const stop = app.session.store.subscribe(({ answers, pending }) => {
      const picture = answers.picture?.answer;
      if (!picture || picture === before || picture === shown.at(-1)?.picture) return;
      shown.push({ picture, busy: pending.size > 0 });
    });
    app.session.change({ sampleType: "alloc_objects" });
    await app.settled();
    stop();
    const [glance, whole] = shown.map((s) => s.picture);
    expect(shown).toHaveLength(2);
    expect(shown[0]!.busy).toBe(true);
    expect([glance!.isGlance, whole!.isGlance]).toEqual([true, undefined]);
    expect(glance!.sampleType).toBe("alloc_objects");
    expect(glance!.total).toBe(whole!.total);
    expect(glance!.layout.count).toBeLessThan(whole!.layout.count / 2);
    expect(graphScreen(app.state).after).toMatchObject({ kind: "graph", picture: whole });
  }, 60_000);
});

describe("a glance", () => {
  const view: View = {
    ...DEFAULT_VIEW,
    files: [{ hash: "0".repeat(64), name: "a", size: 1, url: "" }],
    zoom: "abc",
  };

  it("is at the box that fills the width", () => {
    expect(glanceOf(view, 1e6)?.with).toEqual({ zoom: "abc" });
  });

  it("is worth its work of large files alone, and where all that it leaves out is too narrow", () => {
    expect(glanceOf(view, 1000)).toBeUndefined();
    expect(glanceOf({ ...view, part: "0.2,0.001" }, 1e6)).toBeUndefined();
    expect(glanceOf({ ...view, search: "json" }, 1e6)).toBeUndefined();
    expect(glanceOf({ ...view, tab: "table" }, 1e6)).toBeUndefined();
  });
});
