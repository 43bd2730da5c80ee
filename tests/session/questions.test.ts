import { describe, expect, it } from "vitest";
import { asksOf } from "../../src/session/questions.js";
import { DEFAULT_VIEW, type View } from "../../src/view/view.js";

const FILE = { hash: "0".repeat(64), name: "a", size: 1, url: "" };
const keys = (view: Partial<View>) =>
  new Map(asksOf({ ...DEFAULT_VIEW, files: [FILE], ...view }).map((a) => [a.name, a.key]));

describe("the questions that a view raises", () => {
  it("are none while nothing is open", () => {
    expect(asksOf(DEFAULT_VIEW)).toEqual([]);
  });

  it("do not change with what only the painter needs", () => {
    const plain = keys({});
    const other = keys({ orientation: "flame", zoom: "abc", colouring: "package" });
    expect(other).toEqual(plain);
  });

  it("change for all that shows figures when the sample type changes", () => {
    const plain = keys({});
    const other = keys({ sampleType: "alloc_space" });
    // Whose memory it is, and who holds it, is the same in every sample type.
    for (const name of ["program", "heldBy"] as const) plain.delete(name);
    for (const [name, key] of plain) expect(other.get(name), name).not.toBe(key);
  });

  it("ask the graph anew when it is inverted, but not the kinds", () => {
    const plain = keys({});
    const other = keys({ inverted: true });
    expect(other.get("picture")).not.toBe(plain.get("picture"));
    expect(other.get("kinds")).toBe(plain.get("kinds"));
  });

  it("have the table first while the table is seen", () => {
    const [first] = asksOf({ ...DEFAULT_VIEW, files: [FILE], tab: "table" });
    expect(first?.name).toBe("table");
  });
});
