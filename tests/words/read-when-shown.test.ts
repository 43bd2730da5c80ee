import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "vite";
import { describe, expect, it } from "vitest";

const SRC = fileURLToPath(new URL("../../src", import.meta.url));

interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

const NAMED = /^[A-Z_]*WORDS$/;

const isGroup = ({ id, init }: Node): boolean =>
  NAMED.test(String((id as { name?: string }).name)) &&
  (init as Node | null)?.type === "MemberExpression";

/** Words that a module reads when it is loaded, in whatever language is spoken then. */
function readOnLoad(name: string, source: string): string[] {
  const out: string[] = [];
  const visit = (node: Node): void => {
    // What stands in a function, a getter or a class's method is read when that is called.
    if (/Function/.test(node.type) || node.type.startsWith("TS")) return;
    // A group of words by a name of its own: its words are read later.
    if (node.type === "VariableDeclarator" && isGroup(node)) return;
    if (node.type === "MemberExpression") {
      const object = node.object as Node;
      const isWords = object.type === "Identifier" && NAMED.test(String(object.name));
      if (isWords) out.push(source.slice(Number(node.start), Number(node.end)));
    }
    for (const value of Object.values(node)) {
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child);
    }
  };
  const parsed = parseSync(name, source, { lang: name.endsWith("x") ? "tsx" : "ts" });
  visit(parsed.program as unknown as Node);
  return out;
}

describe("words", () => {
  it("are read when they are shown, not when a module is loaded", () => {
    const found = (readdirSync(SRC, { recursive: true }) as string[])
      .filter((file) => /\.tsx?$/.test(file))
      .flatMap((file) =>
        readOnLoad(file, readFileSync(join(SRC, file), "utf8")).map((words) => `${file}: ${words}`),
      );
    expect(found).toEqual([]);
  });

  it("that would stay in the language of the load are found", () => {
    const source = `
      const COLUMNS = [{ label: TABLE_WORDS.flat, title: () => TABLE_WORDS.flatTitle }];
      const WORDS = TABLE_WORDS.columns;
      function a() { return TABLE_WORDS.cum; }
      const b = { get c() { return TABLE_WORDS.c; }, d: A_WORDS.d.e };`;
    expect(readOnLoad("a.ts", source)).toEqual(["TABLE_WORDS.flat", "A_WORDS.d"]);
  });
});
