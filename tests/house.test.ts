import { readdirSync, readFileSync } from "node:fs";
import { join, posix, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "vite";
import { describe, expect, it } from "vitest";

const SRC = fileURLToPath(new URL("../src", import.meta.url));

/** A file of more lines than this is parted. */
const MOST_LINES_OF_FILE = 400;
/** A folder of more files than this has rooms. */
const MOST_FILES = 22;
/** Words of links, frozen with the first version of them. */
const FROZEN = "link/dictionary-1.ts";
/** A function of more lines than this is parted; of the page already one that is a screen long. */
const MOST_LINES = 100;
const MOST_LINES_OF_PAGE = 80;

interface Source {
  /** below src */
  readonly name: string;
  readonly text: string;
}

const SOURCES: readonly Source[] = readdirSync(SRC, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => ({
    name: relative(SRC, path).replaceAll("\\", "/"),
    text: readFileSync(path, "utf8"),
  }));

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

const linesOf = (text: string): number => text.split("\n").length;

/** Each function of a source that is longer than `most` lines, and how long it is. */
function longFunctions({ name, text }: Source, most: number): string[] {
  const out: string[] = [];
  const visit = (node: Node): void => {
    if (/Function/.test(node.type) && isNode(node.body)) {
      const lines = linesOf(text.slice(node.start, node.end));
      const line = linesOf(text.slice(0, node.start));
      if (lines > most) out.push(`${name}:${line} has ${lines} lines`);
    }
    for (const value of Object.values(node)) {
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child);
    }
  };
  visit(
    parseSync(name, text, { lang: name.endsWith("x") ? "tsx" : "ts" }).program as unknown as Node,
  );
  return out;
}

describe("the house", () => {
  it("has no function that nobody reads at once", () => {
    const long = SOURCES.flatMap((source) =>
      longFunctions(source, source.name.startsWith("ui/") ? MOST_LINES_OF_PAGE : MOST_LINES),
    );
    expect(long).toEqual([]);
  });

  it("has no file of everything", () => {
    const long = SOURCES.filter(({ text }) => linesOf(text) > MOST_LINES_OF_FILE + 1);
    expect(long.map(({ name }) => name)).toEqual([FROZEN]);
  });

  it("has no folder in which one looks for a file for long", () => {
    const files = new Map<string, number>();
    for (const { name } of SOURCES) {
      const folder = posix.dirname(name);
      files.set(folder, (files.get(folder) ?? 0) + 1);
    }
    const full = [...files].filter(([, count]) => count > MOST_FILES);
    expect(full.map(([folder]) => folder)).toEqual([]);
  });

  it("would find a long function, a method and a component among them", () => {
    const body = "a();\n".repeat(5);
    const text = `const f = () => {\n${body}};\nclass A {\n  m() {\n${body}}\n}\n`;
    expect(longFunctions({ name: "a.ts", text }, 6)).toEqual([
      "a.ts:1 has 7 lines",
      "a.ts:9 has 7 lines",
    ]);
    expect(longFunctions({ name: "a.ts", text }, 7)).toEqual([]);
  });
});
