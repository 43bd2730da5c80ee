import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FOLDERS = ["src", "tests", "scripts", "bench", "bin", "public", "types"];

const paths = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length)),
);
const names = new Set(paths.map((path) => basename(path)));

const pages = [
  "README.md",
  "README.zh-CN.md",
  "CONTRIBUTING.md",
  ...readdirSync(join(ROOT, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
  ...paths.filter((path) => /^src\/.*README\.md$/.test(path)),
];

describe("pages name sources that there are", () => {
  test.each(pages)("%s", (page) => {
    const text = readFileSync(join(ROOT, page), "utf8");
    const named = [...text.matchAll(/`([\w./-]+\.tsx?)`/g)].map(([, path]) => path!);
    const gone = named.filter((path) =>
      path.includes("/") ? !paths.some((p) => p.endsWith(path)) : !names.has(path),
    );
    expect(gone).toEqual([]);
  });
});

describe("both README files", () => {
  const read = (name: string) => readFileSync(join(ROOT, name), "utf8");
  const [en, zh] = [read("README.md"), read("README.zh-CN.md")];

  test("have the same commands in the same order", () => {
    const commands = (text: string) =>
      [...text.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block]) =>
        block!.split("\n").map((line) => line.replace(/\s{2,}#.*/, "").trim()),
      );
    expect(commands(zh)).toEqual(commands(en));
  });

  test("have the same pictures and lead to the same pages", () => {
    const targets = (text: string) =>
      [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, to]) => to!.replace("README.zh-CN", "README"));
    expect(targets(zh)).toEqual(targets(en));
  });

  test("have the same parts", () => {
    const parts = (text: string) => text.match(/^##? /gm);
    expect(parts(zh)).toEqual(parts(en));
  });
});
