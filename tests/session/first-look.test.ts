import { describe, expect, it } from "vitest";
import type { Picture } from "../../src/engine/answers.js";
import { draftOf } from "../../src/session/questions.js";
import { DEFAULT_VIEW, type View } from "../../src/view/view.js";
import { FakePage, storm } from "./page.js";

const drafts = (app: FakePage) => app.worker.asked.filter((name) => name === "draft").length;

describe("a first look", () => {
  it("of a small file is asked for while no graph was made before, and the whole graph follows", async () => {
    const app = await new FakePage().start();
    const shown: { key: string; answer: Picture }[] = [];
    app.session.store.subscribe(({ answers: { picture } }) => {
      if (picture && picture.answer !== shown.at(-1)?.answer) shown.push(picture);
    });
    await app.open(storm("03-storm"));
    expect(drafts(app)).toBe(1);
    const [look, whole] = shown;
    expect(shown).toHaveLength(2);
    expect([look!.key, whole!.key].map((key) => JSON.parse(key)[0])).toEqual(["draft", "picture"]);
    expect(look!.answer.total).toBe(whole!.answer.total);
  });

  it("of a small file is not worth its work once a graph was made", async () => {
    const app = await new FakePage().start();
    await app.open(storm("02-storm"));
    app.session.change(DEFAULT_VIEW);
    await app.open(storm("03-storm"));
    expect(app.state.answers.picture).toBeDefined();
    expect(drafts(app)).toBe(1);
  });

  it("of a small file is not worth its work once the worker has warmed up", async () => {
    const app = await new FakePage().start();
    await app.session.warmUp();
    await app.open(storm("03-storm"));
    expect(app.state.answers.picture).toBeDefined();
    expect(drafts(app)).toBe(0);
  });

  const view: View = {
    ...DEFAULT_VIEW,
    files: [{ hash: "0".repeat(64), name: "a", size: 1, url: "" }],
  };

  it("is always worth its work of a large file, and never where no graph is seen", () => {
    expect(draftOf(view, 1e6, true)).toBeDefined();
    expect(draftOf(view, 1000, true)).toBeUndefined();
    expect(draftOf({ ...view, tab: "table" }, 1e6, false)).toBeUndefined();
    expect(draftOf(DEFAULT_VIEW, 0, false)).toBeUndefined();
  });
});
