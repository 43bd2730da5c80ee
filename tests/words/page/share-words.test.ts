import { afterEach, describe, expect, it } from "vitest";
import { speak } from "../../../src/words/language.js";
import { SHARE_WORDS } from "../../../src/words/page/share-words.js";

afterEach(() => speak("en"));

describe("words of sharing", () => {
  it("say of one file and of several what is in a view link", () => {
    const { about } = SHARE_WORDS.view;
    expect(about("210", 1, "3 MiB")).toMatch(
      /^210 characters: .* the file's name with hashes\..* the same file \(3 MiB\) .* asked for it\.$/,
    );
    expect(about("210", 3, "3 MiB")).toMatch(
      /the names of 3 files with hashes\..* the same files \(3 MiB\) .* asked for them\.$/,
    );
  });

  it("say what a link holds and what it leaves out", () => {
    const { holds } = SHARE_WORDS.link;
    expect(holds("", "40", "")).toBe(": every path, 40 nodes; nothing left out.");
    expect(holds("0.5%", "40", "3%")).toBe(
      ": every path of at least 0.5% of the total, 40 nodes; 3% of the bytes in rest nodes, totals stay exact.",
    );
  });

  it("say how far an export is where that is known", () => {
    const { making } = SHARE_WORDS.exports;
    expect(making("CSV", undefined)).toBe("making CSV…");
    expect(making("CSV", 40)).toBe("making CSV · 40%");
  });

  it("choose in Chinese too, where one and several have one plural", async () => {
    await speak("zh");
    const { view, link, exports, page } = SHARE_WORDS;
    expect(view.about("210", 1, "3 MiB")).toMatch(/以及文件的名称和哈希值。.*提供该文件。$/);
    expect(view.about("210", 3, "3 MiB")).toMatch(/以及 3 个文件的名称和哈希值。.*提供这些文件。$/);
    expect(page.about(1, "3 MiB")).toMatch(/和该 profile（共 3 MiB，/);
    expect(link.holds("", "40", "")).toBe("：全部路径，40 个节点；没有省略任何内容。");
    expect(link.holds("0.5%", "40", "3%")).toBe(
      "：占总计至少 0.5% 的所有路径，40 个节点；3% 的字节归入 rest 节点，总计仍然精确。",
    );
    expect(exports.making("CSV", undefined)).toBe("正在生成 CSV…");
    expect(exports.making("CSV", 40)).toBe("正在生成 CSV · 40%");
  });
});
