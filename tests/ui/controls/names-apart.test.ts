import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutInside, namesApart } from "../../../src/ui/controls/names-apart.js";

describe("names of many snapshots", () => {
  it("leave out what all begin with, up to a whole word", () => {
    const days = [
      "heap-2026-11-23T19-40-20",
      "heap-2026-11-23T19-45-20",
      "heap-2026-11-23T20-00-20",
    ];
    expect(namesApart(days)).toEqual(["…23T19-40-20", "…23T19-45-20", "…23T20-00-20"]);
    expect(namesApart(["apiserver-master.1", "apiserver-master.12", "apiserver-master.2"])).toEqual(
      ["…1", "…12", "…2"],
    );
  });

  it("are as they are where they are few, short or share nothing", () => {
    const two = ["kube-apiserver-1.31", "kube-apiserver-1.37"];
    for (const names of [
      two,
      ["00-baseline", "01-created", "02-storm"],
      ["a".repeat(30), "b", "c"],
      [],
    ]) {
      expect(namesApart(names)).toEqual(names);
    }
  });

  it("stay as many, and apart where they were", () => {
    const name = fc.stringMatching(/^(?:heap-|pod\.)?[a-c0-2.-]{0,20}$/);
    fc.assert(
      fc.property(fc.array(name, { maxLength: 8 }), (names) => {
        const told = namesApart(names);
        expect(told.length).toBe(names.length);
        expect(new Set(told).size).toBe(new Set(names).size);
      }),
    );
  });
});

describe("a name that is too long", () => {
  it("keeps its beginning and, longer, its end", () => {
    expect(cutInside("heap-2026", 9)).toBe("heap-2026");
    expect(cutInside("kube-apiserver-master-1-heap-19-40-20", 22)).toBe("kube-api…heap-19-40-20");
  });

  it("is never longer than it may be, and no letter is halved", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.integer({ min: 4, max: 60 }),
        (name, most) => {
          const cut = cutInside(name, most);
          expect([...cut].length).toBe(Math.min([...name].length, most));
          expect(cut.isWellFormed()).toBe(true);
        },
      ),
    );
  });
});
