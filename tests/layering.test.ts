import { execFile } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SRC = join(ROOT, "src");
const page = readFileSync(join(SRC, "README.md"), "utf8");

/** Rooms from the page to the profile, as the page about the house has them. */
const ROWS = [...page.matchAll(/^ {4}(.+)$/gm)].map(([, row]) => row!.split(" "));
const ROOMS = ROWS.flat();

/** What one room may import of another in its own row. */
const ASIDE: Readonly<Record<string, readonly string[]>> = {
  worker: ["view"],
  leaks: ["kubernetes"],
  "known-issues": ["kubernetes"],
  joining: ["calltree"],
  export: ["link"],
};
/** What all that it shows comes with its props may not ask for, though it stands below. */
const KEPT_FROM: Readonly<Record<string, readonly string[]>> = {
  flamegraph: ["session", "worker", "view"],
};

/** Rooms that run unchanged in a page, a worker and a terminal. */
const PURE = [...ROOMS.slice(ROOMS.indexOf("stores"))];
const PURE_PACKAGES = [
  "re2js",
  "pako",
  "fzstd",
  "pprof-format",
  "@noble/hashes/sha2.js",
  "@lingui/core",
];
const OTHER_PACKAGES = ["react", "node:fs", "d3/x", "@noble/curves/x"];

const rowOf = (room: string): number => ROWS.findIndex((row) => row.includes(room));

function mayImport(from: string, to: string): boolean {
  if (from === to) return true;
  if (KEPT_FROM[from]?.includes(to)) return false;
  if (rowOf(from) === rowOf(to)) return ASIDE[from]?.includes(to) ?? false;
  return rowOf(to) > rowOf(from);
}

/** A house of the same rooms in which every room imports every other, in each form of import. */
const probe = mkdtempSync(join(tmpdir(), "leaklens-layers-"));
afterAll(() => rmSync(probe, { recursive: true, force: true }));

const forms = [
  (from: string) => `import { a } from "${from}"; use(a);`,
  (from: string) => `import type { A } from "${from}"; use<A>();`,
  (from: string) => `import "${from}";`,
  (from: string) => `export { b } from "${from}";`,
  (from: string) => `export const lazy = () => import("${from}");`,
];

/** The lines of a file of the probe that Biome refuses. */
const refused = new Map<string, Set<number>>();

interface Report {
  readonly diagnostics: readonly {
    readonly category: string;
    readonly location: { readonly path: string; readonly start: { readonly line: number } };
  }[];
}

beforeAll(async () => {
  for (const config of ["biome.json", "biome.layers.json"]) {
    copyFileSync(join(ROOT, config), join(probe, config));
  }
  const sources = [...ROOMS.map((room) => `../${room}/x.js`), ...PURE_PACKAGES, ...OTHER_PACKAGES];
  for (const room of ROOMS) {
    // One file in the room itself, and one in a room within it.
    for (const [folder, up] of [
      [room, ""],
      [`${room}/within`, "../"],
    ] as const) {
      mkdirSync(join(probe, "src", folder), { recursive: true });
      forms.forEach((form, k) => {
        const text = sources.map((s) => form(s.startsWith("../") ? up + s : s)).join("\n");
        writeFileSync(join(probe, "src", folder, `form${k}.ts`), text);
      });
    }
  }
  const biome = join(dirname(fileURLToPath(import.meta.resolve("@biomejs/biome/package.json"))));
  const args = ["lint", "--only=style/noRestrictedImports", "--max-diagnostics=none"];
  const run = promisify(execFile)(
    process.execPath,
    [join(biome, "bin/biome"), ...args, "--reporter=json", "src"],
    { cwd: probe, maxBuffer: 1 << 28 },
  );
  const { stdout } = await run.catch((error: { stdout: string }) => error);
  for (const { category, location } of (JSON.parse(stdout) as Report).diagnostics) {
    expect(category).toBe("lint/style/noRestrictedImports");
    const lines = refused.get(location.path) ?? new Set();
    refused.set(location.path, lines.add(location.start.line));
  }
}, 60_000);

/** What Biome refuses in one room, in a form of import, by the place in `sources`. */
function refusals(folder: string, form: number): ReadonlySet<number> {
  return refused.get(`src/${folder}/form${form}.ts`) ?? new Set();
}

describe("Biome", () => {
  it.each(ROOMS)("lets %s import what stands in a row below, and nothing above", (room) => {
    for (const folder of [room, `${room}/within`]) {
      for (let form = 0; form < forms.length; form++) {
        const lines = refusals(folder, form);
        const wrong = ROOMS.filter((_, k) => lines.has(k + 1));
        expect(wrong, `form ${form} in ${folder}`).toEqual(
          ROOMS.filter((to) => !mayImport(room, to)),
        );
      }
    }
  });

  it.each(PURE)("lets %s take only packages that run everywhere", (room) => {
    const packages = [...PURE_PACKAGES, ...OTHER_PACKAGES];
    for (const folder of [room, `${room}/within`]) {
      for (let form = 0; form < forms.length; form++) {
        const lines = refusals(folder, form);
        const wrong = packages.filter((_, k) => lines.has(ROOMS.length + k + 1));
        expect(wrong, `form ${form} in ${folder}`).toEqual(OTHER_PACKAGES);
      }
    }
  });
});

describe("the engine's own project", () => {
  it("compiles all parts that run everywhere, without the types of any host", () => {
    const project = JSON.parse(readFileSync(join(ROOT, "tsconfig.engine.json"), "utf8")) as {
      compilerOptions: { lib: string[]; types: string[] };
      include: string[];
    };
    expect(project.compilerOptions.lib.filter((lib) => !lib.startsWith("ES"))).toEqual([]);
    expect(project.compilerOptions.types).toEqual([]);
    for (const room of PURE) expect(project.include).toContain(`src/${room}`);
  });
});

describe("the page about the house", () => {
  it("has every room there is", () => {
    const folders = readdirSync(SRC, { withFileTypes: true }).filter((e) => e.isDirectory());
    expect([...ROOMS].sort()).toEqual(folders.map((e) => e.name).sort());
  });

  it("leads to a page in each room that names only what is there", () => {
    const missing = ROOMS.flatMap((room) => {
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
