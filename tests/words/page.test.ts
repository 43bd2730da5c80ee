import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { speak } from "../../src/words/language.js";
import { START_WORDS } from "../../src/words/page/start-words.js";
import { shownTexts } from "./shown-texts.js";

const UI = fileURLToPath(new URL("../../src/ui", import.meta.url));

afterEach(() => speak("en"));

/** Rooms of the page: their words are all in src/words/page. */
const ROOMS = readdirSync(UI, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

describe("words of the page", () => {
  it.each(ROOMS)("stand in src/words/page, none in src/ui/%s", (room) => {
    const found = readdirSync(join(UI, room))
      .filter((file) => /\.tsx?$/.test(file))
      .flatMap((file) =>
        shownTexts(file, readFileSync(join(UI, room, file), "utf8")).map((t) => `${file}: ${t}`),
      );
    expect(found).toEqual([]);
  });

  it("stand in src/words/page, none in what ties the page together", () => {
    const main = readFileSync(join(UI, "../main.tsx"), "utf8");
    expect(shownTexts("main.tsx", main, true)).toEqual([]);
  });

  it("are found where they would stand in a component", () => {
    const source = `
      const a = <p title="Open" className="big card">Some text {n} and <b>more</b></p>;
      const b = <p aria-label={n > 1 ? "Close" : \`Close \${n}\`} id="it">{"It is so."}</p>;
      const c = { className: "one two", text: "Nothing is kept." };
      const e = <i style={{ background: "linear-gradient(to right, red)" }} />;
      const heat = (part) => ({ background: \`color-mix(in srgb, red \${part})\` });
      const f = target.closest("input, button") ?? <p>{"Not found, alas."}</p>;
      const d = <code>{"/debug/pprof/heap"}</code>;`;
    expect(shownTexts("a.tsx", source)).toEqual([
      "Open",
      "Some text",
      "and",
      "more",
      "Close",
      "Close",
      "It is so.",
      "Nothing is kept.",
      "Not found, alas.",
    ]);
  });

  it("are whole sentences for one, for several and for none", () => {
    const { kept, missing } = START_WORDS;
    expect([0, 1, 2, 1200].map(kept.count)).toEqual([
      "No files kept in this browser",
      "1 file kept in this browser",
      "2 files kept in this browser",
      "1,200 files kept in this browser",
    ]);
    expect(kept.total(1, "2 MiB", "")).toBe("2 MiB in 1 file");
    expect(kept.total(2, "2 MiB", "1 GiB")).toBe(
      "2 MiB in 2 files; the browser gives this page up to 1 GiB",
    );
    expect(kept.ofSet(1, "2 MiB", "today")).toBe("2 MiB · today");
    expect(kept.ofSet(3, "2 MiB", "today")).toBe("3 files, 2 MiB · today");
    expect(missing.fromHosts(1, ["a", "b"])).toBe("This link shows a file from a, b");
    expect(missing.fetchFrom(["a"])).toBe("Fetch from a");
    expect(missing.fetchFrom(["a", "b"])).toBe("Fetch from 2 hosts");
    expect(missing.drop(2)).toMatch(/Drop these files and/);
    expect(kept.deleteOldest(1, "3 MiB")).toBe(
      "Delete the oldest file (3 MiB) and keep what is open",
    );
  });

  it("are whole sentences of their own order in Chinese", async () => {
    await speak("zh");
    const { kept, missing, dropText } = START_WORDS;
    expect([0, 1, 1200].map(kept.count)).toEqual([
      "此浏览器中没有保留文件",
      "此浏览器中保留了 1 个文件",
      "此浏览器中保留了 1,200 个文件",
    ]);
    expect(kept.total(2, "2 MiB", "1 GiB")).toBe("2 个文件，共 2 MiB；浏览器最多给此页面 1 GiB");
    expect(kept.ofSet(1, "2 MiB", "今天")).toBe("2 MiB · 今天");
    expect(kept.deleteOldest(2, "3 MiB")).toBe(
      "删除最久未使用的 2 个文件 (3 MiB)，保留已打开的内容",
    );
    expect(missing.fromHosts(1, ["a", "b"])).toBe("此链接显示来自 a、b 的一个文件");
    expect(missing.fetchFrom(["a"])).toBe("从 a 抓取");
    expect(missing.fetchFrom(["a", "b"])).toBe("从 2 个主机抓取");
    const path = { code: "/debug/pprof/heap" };
    expect(dropText(path).slice(0, 2)).toEqual(["把 ", path]);
  });
});
