import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Engine } from "../../../src/engine/engine.js";
import { KindTotals } from "../../../src/kubernetes/attribution/kind-totals.js";
import { PathTree } from "../../../src/kubernetes/attribution/path-tree.js";
import { finish } from "../../../src/lib/steps.js";
import { unpack } from "../../../src/profile/containers/unpack.js";
import { readProfile } from "../../../src/profile/formats/read-profile.js";
import { PLAIN_QUESTION } from "../../question.js";
import { fixtureBytes } from "../../recordings.js";

const A = 0;
const B = 1;

/** A tree of stacks given as numbers of frames, root first. */
function tree(...stacks: readonly (readonly number[])[]): [PathTree, readonly number[]] {
  const made = new PathTree();
  return [made, stacks.map((stack) => made.add(Int32Array.from(stack), stack.length))];
}

describe("the kind of a path", () => {
  it("is that of the path above where too little of the same kind is known below", () => {
    const [paths, [decoded, encoded]] = tree([1, 2, 3], [1, 2, 4]);
    const totals = new KindTotals(paths, undefined);
    totals.ask(encoded!, 1000);
    totals.add(decoded!, A, 100);
    totals.add(encoded!, A, 1);
    expect(totals.decide()[encoded!]).toBe(A);
  });

  it("is not where what little is known below is of another kind", () => {
    const [paths, [decoded, encoded]] = tree([1, 2, 3], [1, 2, 4]);
    const totals = new KindTotals(paths, undefined);
    totals.ask(encoded!, 1000);
    totals.add(decoded!, A, 100);
    totals.add(encoded!, B, 1);
    expect(totals.decide()[encoded!]).toBe(-1);
  });

  it("is of none where too little is known above as well", () => {
    const [paths, [decoded, encoded]] = tree([1, 2, 3], [1, 2, 4]);
    const totals = new KindTotals(paths, undefined);
    totals.ask(encoded!, 1000);
    totals.add(decoded!, A, 40);
    totals.add(encoded!, A, 1);
    expect(totals.decide()[encoded!]).toBe(-1);
  });
});

describe("bytes of which nothing is known", () => {
  const root = new URL("../../fixtures/modern/", import.meta.url);
  const folders = readdirSync(root).filter((name) => /^(?:apis|cont|etcd|oper)/.test(name));

  it.each(folders)("are below 5% of each recording of %s", async (folder) => {
    const names = readdirSync(new URL(`${folder}/`, root)).filter(
      (name) => name.endsWith(".pb.gz") && !name.includes("held-by"),
    );
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      const engine = new Engine();
      const bytes = await unpack(fixtureBytes(`modern/${folder}/${name}`));
      engine.library.add("a", "a", finish(readProfile(bytes)));
      const question = { ...PLAIN_QUESTION, files: ["a"], joined: true };
      const kinds = finish(engine.ask("kinds", question, undefined));
      expect(kinds.unknown / kinds.total, name).toBeLessThan(0.05);
    }
  });
});
