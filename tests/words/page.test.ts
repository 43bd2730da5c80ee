import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { START_WORDS } from "../../src/words/page/start-words.js";
import { shownTexts } from "./shown-texts.js";

const UI = fileURLToPath(new URL("../../src/ui", import.meta.url));

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
});
