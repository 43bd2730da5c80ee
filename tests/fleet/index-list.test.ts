import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type IndexFile,
  pathOf,
  readIndexList,
  writeIndexList,
} from "../../src/fleet/index-list.js";

const TABLES = ["profiles", "kinds"];

describe("the list of an index", () => {
  it("gives back every file, and is the same text in whichever order they come", () => {
    const name = fc.stringMatching(/^[\w.=%-]{1,20}$/).filter((text) => !/^\.{1,2}$/.test(text));
    const file = fc.record({
      table: fc.constantFrom(...TABLES),
      folder: fc.array(name, { maxLength: 3 }).map((parts) => parts.join("/")),
      name,
      size: fc.integer({ min: 1, max: 1e9 }),
    });
    const files = fc.uniqueArray(file, { selector: pathOf, maxLength: 20 });
    fc.assert(
      fc.property(files, (all: IndexFile[]) => {
        const text = writeIndexList(all, TABLES);
        expect(writeIndexList([...all].reverse(), TABLES)).toBe(text);
        const byPath = (a: IndexFile, b: IndexFile) => (pathOf(a) < pathOf(b) ? -1 : 1);
        expect(readIndexList(text).sort(byPath)).toEqual([...all].sort(byPath));
      }),
    );
  });

  it.each([
    ["<!doctype html><title>Log in</title>", /web page/],
    ["PAR1", /no JSON/],
    ["[]", /no list of an index/],
    ['{"leaklens-index":2}', /newer form \(2\)/],
    [
      '{"leaklens-index":1,"tables":["kinds"],"folders":{"../up":{"a":[1]}}}',
      /"\.\.\/up".*no path/,
    ],
    ['{"leaklens-index":1,"tables":["kinds"],"folders":{"":{"http://x/":[1]}}}', /no path below/],
    ['{"leaklens-index":1,"tables":[".."],"folders":{"":{"a":[1]}}}', /no path below/],
    ['{"leaklens-index":1,"tables":["kinds"],"folders":{"":{"a":["1"]}}}', /no size of kinds\/a/],
    ['{"leaklens-index":1,"tables":["kinds"],"folders":{"":{"a":[-1]}}}', /no size of kinds\/a/],
  ])("that is none is refused: %s", (text, said) => {
    expect(() => readIndexList(text)).toThrow(said);
  });
});
