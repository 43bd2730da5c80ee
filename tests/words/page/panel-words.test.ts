import { describe, expect, it } from "vitest";
import { PANEL_WORDS } from "../../../src/words/page/panel-words.js";

describe("words of the panel", () => {
  it("say what a path holds with a share and, where there is no whole, without one", () => {
    const { shareOf } = PANEL_WORDS;
    expect(shareOf("12%", "1 GiB", false)).toBe("12% of 1 GiB");
    expect(shareOf("", "0 B", false)).toBe("0 B");
    expect(shareOf("12%", "1 GiB", true)).toBe("12% of 1 GiB that changed, up and down");
  });

  it("say what a function holds over all of its paths, with a change where there is one", () => {
    const { overAll } = PANEL_WORDS.functionPaths;
    expect(overAll("3 MiB", "")).toBe("over all of them 3 MiB");
    expect(overAll("3 MiB", "+1 MiB")).toBe("over all of them 3 MiB, +1 MiB");
  });
});
