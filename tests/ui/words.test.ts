import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "vite";
import { describe, expect, it } from "vitest";
import { START_WORDS } from "../../src/ui/words/start-words.js";

const UI = fileURLToPath(new URL("../../src/ui", import.meta.url));

/** Rooms of the page: their words are all in src/ui/words. */
const ROOMS = readdirSync(UI, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "words")
  .map((entry) => entry.name);

/** Attributes that people read or hear. */
const READ = new Set(["title", "aria-label", "aria-description", "placeholder", "label", "alt"]);
/** Functions that take selectors and media queries. */
const SELECTING = new Set(["closest", "querySelector", "querySelectorAll", "matchMedia"]);
/** What is the same in every language. */
const NAMES = ["Leaklens", "/debug/pprof/heap"];

interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

const isSelecting = (node: Node): boolean =>
  node.type === "CallExpression" &&
  SELECTING.has((node.callee as { property?: { name?: string } }).property?.name ?? "");

const isStyle = (node: Node): boolean =>
  (node.type === "JSXAttribute" && (node.name as { name: string }).name === "style") ||
  (node.type === "Property" && (node.key as { name?: string }).name === "background");

/** Texts that a source shows of itself: text of elements, attributes that are read, sentences. */
function shownTexts(name: string, source: string): string[] {
  const out: string[] = [];
  const visit = (node: Node, isRead: boolean): void => {
    if (node.type === "ImportDeclaration" || node.type.startsWith("TS")) return;
    if (isSelecting(node) || isStyle(node)) return;
    if (node.type === "JSXText") add(node.value as string, true);
    if (node.type === "Literal" && typeof node.value === "string") add(node.value, isRead);
    if (node.type === "TemplateElement") add((node.value as { cooked: string }).cooked, isRead);
    const reads =
      node.type === "JSXAttribute"
        ? READ.has((node.name as { name: string }).name)
        : node.type === "JSXExpressionContainer"
          ? isRead
          : isRead && /^(Conditional|Logical|Template|Binary)/.test(node.type);
    for (const value of Object.values(node)) {
      for (const child of Array.isArray(value) ? value : [value]) {
        if (isNode(child)) visit(child, reads);
      }
    }
  };
  const add = (text: string, isRead: boolean): void => {
    const trimmed = text.trim();
    const sentence = /[A-Za-z]{2,}[,.;:]? [A-Za-z(]/.test(trimmed);
    if (!(isRead ? /[A-Za-z]{2}/.test(trimmed) : sentence) || NAMES.includes(trimmed)) return;
    // Commands, class names and styles are no words.
    if (/^(kubectl|curl|grf|for i) |^[a-z-]+( [a-z-]+)+$/.test(trimmed) && !isRead) return;
    out.push(trimmed);
  };
  const parsed = parseSync(name, source, { lang: name.endsWith("x") ? "tsx" : "ts" });
  visit(parsed.program as unknown as Node, false);
  return out;
}

describe("words of the page", () => {
  it.each(ROOMS)("stand in src/ui/words, none in src/ui/%s", (room) => {
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
