import { expect, it } from "vitest";
import { search } from "../../../src/engine/answers/search.js";
import { preparedOf, questionOf, setOf } from "../../golden/asking.js";
import { known } from "../../golden/golden.js";

const question = questionOf(1, { sampleType: "inuse_space" });
const found = async (pattern: string) => {
  const prepared = preparedOf(setOf([await known("leaking-operator/05.pb.gz")]), question);
  const { matches, refused, share } = search(prepared, question, pattern);
  const { names, files } = prepared.tree.frames;
  const at = [...matches.keys()].filter((f) => matches[f] === 1);
  return { names: at.map((f) => names[f]!), files: at.map((f) => files[f]!), refused, share };
};

it("functions are found by their file's name as by their own", async () => {
  const { names, files, share } = await found("iter_str.go");
  expect(names.length).toBeGreaterThan(1);
  expect(names.every((name) => !name.includes("iter_str"))).toBe(true);
  expect(files.every((file) => file.endsWith("/iter_str.go"))).toBe(true);
  expect(share).toBeGreaterThan(0.4);
});

it("a folder is looked for where the pattern has a slash, else every file would be found", async () => {
  expect((await found("cmd/leaky/")).files.every((f) => f.includes("cmd/leaky/"))).toBe(true);
  expect((await found("cmd/leaky/")).names.length).toBeGreaterThan(0);
  expect((await found("leaky")).names).toEqual([]);
});

it("regular expressions see files too, and a wrong one is refused", async () => {
  expect((await found("/^iter_.*[.]go$/")).names.length).toBeGreaterThan(1);
  expect((await found("/a(/")).refused).toMatch(/missing closing \)/);
});
