import { afterEach, describe, expect, it } from "vitest";
import { speak } from "../../../src/words/language.js";
import { PANEL_WORDS } from "../../../src/words/page/panel-words.js";

afterEach(() => speak("en"));

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

  it("keep the key to press and the share apart from the sentence, in its order", async () => {
    const { knownIssues, overview, shareOf, functionPaths } = PANEL_WORDS;
    const key = { key: "?" };
    expect(overview.select(key)).toEqual([
      "Select a frame to see its figures, its kind and what to do about it. Press ",
      key,
      " for all keys.",
    ]);
    expect(knownIssues.match(key, "matches a known issue", "Maps stay")).toEqual([
      key,
      " matches a known issue: Maps stay.",
    ]);
    await speak("zh");
    expect(overview.select(key)[1]).toBe(key);
    expect(knownIssues.match(key, "与已知问题匹配", "map 不释放")).toEqual([
      key,
      " 与已知问题匹配：map 不释放。",
    ]);
    expect(shareOf("12%", "1 GiB", false)).toBe("1 GiB 中的 12%");
    expect(shareOf("12%", "1 GiB", true)).toBe("1 GiB 变化量（增减合计）中的 12%");
    expect(shareOf("", "0 B", false)).toBe("0 B");
    expect(functionPaths.overAll("3 MiB", "+1 MiB")).toBe("全部路径合计 3 MiB，+1 MiB");
  });
});
