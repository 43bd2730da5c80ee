import { describe, expect, it } from "vitest";
import { cellsOf, padCellsEnd, padCellsStart } from "../../../src/cli/output/cells.js";

describe("cells of a terminal", () => {
  it("are two of a Chinese character and of its punctuation, one of others", () => {
    expect(cellsOf("flat%")).toBe(5);
    expect(cellsOf("资源类型")).toBe(8);
    expect(cellsOf("（占比），")).toBe(10);
    expect(cellsOf("…→−é µs")).toBe(7);
  });

  it("are none of what stands on another character, or is not seen", () => {
    expect(cellsOf("e\u0301\u200b")).toBe(1);
    expect(cellsOf("")).toBe(0);
  });

  it("are filled with spaces, and nothing is cut", () => {
    expect(padCellsEnd("总计", 6)).toBe("总计  ");
    expect(padCellsStart("总计", 6)).toBe("  总计");
    expect(padCellsEnd("总计", 3)).toBe("总计");
    expect(padCellsStart("total", 6)).toBe(" total");
  });
});
