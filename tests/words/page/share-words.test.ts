import { describe, expect, it } from "vitest";
import { SHARE_WORDS } from "../../../src/words/page/share-words.js";

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
});
