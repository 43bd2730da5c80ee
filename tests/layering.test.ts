import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const SRC = fileURLToPath(new URL("../src", import.meta.url));

/** Folders from the page to the profile: one imports what stands in a row below its own. */
const ROWS: readonly (readonly string[])[] = [
  ["ui", "cli"],
  ["publish", "pwa", "storage"],
  ["flamegraph"],
  ["session"],
  ["worker", "view"],
  ["link", "export"],
  ["engine"],
  ["leaks", "kubernetes", "known-issues"],
  ["calltree", "joining"],
  ["profile"],
  ["lib"],
];

/** What one folder may import of another in its own row. */
const ASIDE: Readonly<Record<string, readonly string[]>> = {
  worker: ["view"],
  leaks: ["kubernetes"],
  "known-issues": ["kubernetes"],
  joining: ["calltree"],
  export: ["link"],
};
/** Folders of one row whose types may be imported both ways. */
const TYPES_ASIDE = ["worker", "view"];

/** Folders that run unchanged in a page, a worker and a terminal. */
const PURE = [
  "lib",
  "profile",
  "joining",
  "calltree",
  "kubernetes",
  "leaks",
  "known-issues",
  "engine",
];
const PURE_PACKAGES = ["re2js", "pako", "fzstd", "fflate", "pprof-format", "@noble/hashes"];

interface Import {
  readonly from: string;
  /** a file under src, or the name of a package */
  readonly to: string;
  readonly isPackage: boolean;
  readonly isType: boolean;
}

/** Source with comments and regular expressions blanked. */
function stripped(source: string): string {
  const token =
    /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\[\s\S]|[^`\\])*`|\/(?![*/\s])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/g;
  return source.replace(token, (text, at: number) => {
    if (text.startsWith("//") || text.startsWith("/*")) return " ";
    if (text.startsWith("/")) {
      // A slash behind a value divides.
      const before =
        source
          .slice(Math.max(0, at - 20), at)
          .trimEnd()
          .at(-1) ?? "";
      return /[\w)\]}"'`]/.test(before) ? text : " ";
    }
    return text;
  });
}

function importsOf(file: string, source: string): Import[] {
  const code = stripped(source);
  const out: Import[] = [];
  const add = (name: string, isType: boolean): void => {
    const isPackage = !name.startsWith(".");
    const path = name.replace(/\?.*$/, "");
    const to = isPackage ? path : resolved(posix.join(dirname(file), path));
    out.push({ from: file, to, isPackage, isType });
  };
  const statement =
    /(?:^|[;\n}])\s*(?:import|export)\s+(type\s+)?([\w*{}\s,$]*?)\s*from\s*"([^"]+)"/g;
  for (const [, type, names, name] of code.matchAll(statement)) {
    const inBraces = names!.match(/^\{([^}]*)\}$/)?.[1];
    const listed = inBraces?.split(",").map((n) => n.trim());
    const allTypes = listed?.filter(Boolean).every((n) => n.startsWith("type ")) ?? false;
    add(name!, type !== undefined || allTypes);
  }
  for (const [, name] of code.matchAll(/(?:^|[;\n}])\s*import\s*"([^"]+)"/g)) add(name!, false);
  for (const [, name] of code.matchAll(/\bimport\(\s*"([^"]+)"\s*\)/g)) add(name!, false);
  return out;
}

function resolved(path: string): string {
  if (files.has(path)) return path;
  for (const end of [".ts", ".tsx"]) {
    const source = path.replace(/\.js$/, end);
    if (files.has(source)) return source;
  }
  return path;
}

const files = new Map<string, string>();
for (const entry of readdirSync(SRC, { recursive: true, withFileTypes: true })) {
  const path = join(entry.parentPath, entry.name);
  if (!entry.isFile() || !/\.tsx?$/.test(entry.name) || entry.name.endsWith(".d.ts")) continue;
  files.set(relative(SRC, path).replaceAll("\\", "/"), readFileSync(path, "utf8"));
}
const imports = [...files].flatMap(([file, source]) => importsOf(file, source));
const inside = imports.filter((i) => !i.isPackage && !/\.(css|json)$/.test(i.to));

function folderOf(file: string): string {
  const slash = file.indexOf("/");
  return slash < 0 ? "" : file.slice(0, slash);
}

const rowOf = (folder: string): number => ROWS.findIndex((row) => row.includes(folder));

/** Why an import goes the wrong way; "" where it does not. */
function wrongWay({ from, to, isType }: Import): string {
  const a = folderOf(from);
  const b = folderOf(to);
  if (a === "" || a === b) return "";
  if (rowOf(a) < 0 || rowOf(b) < 0) return `${from} imports ${to}, which is in no row`;
  if (rowOf(b) > rowOf(a)) return "";
  if (rowOf(a) === rowOf(b)) {
    if (ASIDE[a]?.includes(b)) return "";
    if (isType && TYPES_ASIDE.includes(a) && TYPES_ASIDE.includes(b)) return "";
  }
  return `${from} imports ${to}`;
}

describe("imports", () => {
  it("are all found", () => {
    expect(files.size).toBeGreaterThan(80);
    expect(imports.length).toBeGreaterThan(300);
    expect(inside.filter((i) => !files.has(i.to)).map((i) => `${i.from}: ${i.to}`)).toEqual([]);
  });

  it("point one way, from the page to the profile", () => {
    expect(inside.map(wrongWay).filter(Boolean)).toEqual([]);
  });

  it("of the parts that run everywhere are of packages that run everywhere", () => {
    const wrong = imports.filter(
      (i) =>
        i.isPackage &&
        PURE.includes(folderOf(i.from)) &&
        !PURE_PACKAGES.some((p) => i.to === p || i.to.startsWith(`${p}/`)),
    );
    expect(wrong.map((i) => `${i.from} imports ${i.to}`)).toEqual([]);
  });
});

describe("the engine's own project", () => {
  it("compiles all parts that run everywhere, without the types of any host", () => {
    const project = JSON.parse(
      readFileSync(fileURLToPath(new URL("../tsconfig.engine.json", import.meta.url)), "utf8"),
    ) as { compilerOptions: { lib: string[]; types: string[] }; include: string[] };
    expect(project.compilerOptions.lib.filter((lib) => !lib.startsWith("ES"))).toEqual([]);
    expect(project.compilerOptions.types).toEqual([]);
    for (const folder of PURE) expect(project.include).toContain(`src/${folder}`);
  });
});

describe("the page about the house", () => {
  const page = readFileSync(join(SRC, "README.md"), "utf8");

  it("has the rows in their order", () => {
    const rows = [...page.matchAll(/^ {4}(.+)$/gm)].map(([, row]) => row!.split(" "));
    expect(rows).toEqual(ROWS);
  });

  it("leads to a page in each room that names only what is there", () => {
    const missing = ROWS.flat().flatMap((room) => {
      const text = readFileSync(join(SRC, room, "README.md"), "utf8");
      const named = [...text.matchAll(/`((?:[\w-]+\/)*[\w-]+(?:\.tsx?|\/))`/g)].map(
        ([, path]) => path!,
      );
      expect(named, room).not.toEqual([]);
      return named
        .filter((path) => !existsSync(join(SRC, room, path)))
        .map((path) => `${room}/${path}`);
    });
    expect(missing).toEqual([]);
  });
});

describe("the checks themselves", () => {
  const found = (source: string) =>
    importsOf("engine/a.ts", source).map((i) => `${i.isType ? "type " : ""}${i.to}`);

  it("see every form of import", () => {
    const source = [
      'import { a, b as c } from "x";',
      'import type { T } from "../leaks/y.js";',
      'import { type A, type B } from "z";',
      'import { type A, b } from "../ui/w.js";',
      'import "side";',
      'export * from "../view/all.js";',
      'export { q } from "q";',
      'import {\n  long,\n  list,\n} from "lines";',
      'const lazy = () => import("lazy");',
      '// import { no } from "comment";',
    ].join("\n");
    expect(found(source)).toEqual([
      "x",
      "type leaks/y.js",
      "type z",
      "ui/w.js",
      "view/all.js",
      "q",
      "lines",
      "side",
      "lazy",
    ]);
  });

  it("find the wrong way, in types too", () => {
    const from = (from: string, to: string, isType = false) =>
      wrongWay({ from, to, isPackage: false, isType });
    expect(from("profile/a.ts", "calltree/b.ts")).not.toBe("");
    expect(from("engine/a.ts", "view/b.ts", true)).not.toBe("");
    expect(from("kubernetes/a.ts", "leaks/b.ts")).not.toBe("");
    expect(from("leaks/a.ts", "kubernetes/b.ts")).toBe("");
    expect(from("view/a.ts", "worker/b.ts", true)).toBe("");
    expect(from("view/a.ts", "worker/b.ts")).not.toBe("");
    expect(from("cli/a.ts", "engine/b.ts")).toBe("");
    expect(from("main.tsx", "ui/b.tsx")).toBe("");
    expect(from("elsewhere/a.ts", "ui/b.tsx")).not.toBe("");
  });
});
