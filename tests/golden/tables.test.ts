import { describe, expect, test } from "vitest";
import { answerTo, type GoldenTable, type GoldenTables, golden, sha256 } from "./golden.js";

/** All rows of a table are pprof's, and its text is to the byte. */
async function expectSame(expected: GoldenTable, names: readonly string[]): Promise<void> {
  const { table, tree, lines } = await answerTo(expected);
  const rows = [...table.frames].map((f) => [
    tree.frames.names[f],
    table.sums.flat[f],
    table.sums.cum[f],
    table.inline[f],
  ]);
  const wanted = expected.name.map((n, i) => [
    names[n],
    expected.flat[i],
    expected.cum[i],
    expected.inline[i],
  ]);
  expect(rows, expected.command).toEqual(wanted);
  const text = lines();
  expect(text[0], expected.command).toBe(expected.showing);
  expect(sha256(`${text.join("\n")}\n`), expected.command).toBe(expected.sha256);
}

describe.each([
  ["figures", "flat and cum of every function of every recording"],
  ["diffs", "differences of two profiles, with -base and with -diff_base"],
  ["sums", "sums of several profiles, and differences of scaled ones"],
  ["filters", "what focus, ignore, hide and show leave"],
  ["filtereddiffs", "differences of what filters leave"],
])("%s", (file, what) => {
  test(`${what} equal pprof's to the byte`, async () => {
    const { names, tables } = golden<GoldenTables>(file);
    expect(tables.length).toBeGreaterThan(0);
    for (const table of tables) await expectSame(table, names);
  });
});

test("the tables cover every recording with all four sample types", () => {
  const { tables } = golden<GoldenTables>("figures");
  expect(new Set(tables.map((t) => `${t.files.join()} ${t.type}`)).size).toBe(22 * 4);
  expect(tables.reduce((n, t) => n + t.name.length, 0)).toBeGreaterThan(20_000);
});

test("differences cover twenty pairs with all four sample types both ways", () => {
  const { tables } = golden<GoldenTables>("diffs");
  const pairs = new Set(tables.map((t) => `${t.files[0]} ${t.base ?? t.diffBase}`));
  expect(pairs.size).toBeGreaterThanOrEqual(20);
  expect(tables.length).toBe(pairs.size * 4 * 2);
});
