import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const json = (name: string) => JSON.parse(readFileSync(join(root, name), "utf8"));
const own = json("package.json") as Record<
  "dependencies" | "devDependencies" | "scripts",
  Record<string, string>
>;

interface Locked {
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly link?: boolean;
}

describe("the packages of package-lock.json", () => {
  const packages = Object.entries(
    json("package-lock.json").packages as Record<string, Locked>,
  ).filter(([path]) => path !== "");

  it("are each told by the hash of their bytes, and none is only linked", () => {
    expect(packages.length).toBeGreaterThan(100);
    const without = packages.filter(
      ([, p]) => p.link || !/^sha512-.{86}==/.test(p.integrity ?? ""),
    );
    expect(without.map(([path]) => path)).toEqual([]);
  });

  it("run nothing when they are installed", () => {
    expect(packages.filter(([, p]) => p.hasInstallScript).map(([path]) => path)).toEqual([]);
  });
});

/** The texts of the project's own files. */
function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "fixtures" ? [] : sources(path);
    return /\.(?:[cm]?[jt]sx?|css|html)$/.test(entry.name)
      ? [readFileSync(join(root, path), "utf8")]
      : [];
  });
}

describe("the packages of package.json", () => {
  const code = ["src", "tests", "scripts", "bench", "bin"].flatMap(sources);
  const settings = readdirSync(root).filter((name) => /^(?:ts|v|biome).*\.(?:ts|json)$/.test(name));
  const rest = settings.map((name) => readFileSync(join(root, name), "utf8"));
  const commands = Object.values(own.scripts).join("\n");

  /** Named as an import, as a command of a script, or as types of what is imported. */
  const isUsed = (name: string): boolean => {
    const bare = name.replace("@types/", "");
    if (name !== bare && (bare === "node" || isUsed(bare))) return true;
    const named = new RegExp(`["'/]${name.replace(/[/.]/g, "\\$&")}(?:["'/])`);
    return [...code, ...rest].some((text) => named.test(text)) || commandOf(name).test(commands);
  };
  /** `tsc` is TypeScript's. */
  const commandOf = (name: string) => {
    const { bin = {} } = json(`node_modules/${name}/package.json`) as { bin?: object };
    const names = Object.keys(typeof bin === "string" ? { [name]: bin } : bin);
    return new RegExp(`\\b(?:${names.join("|") || "$^"})\\b`);
  };

  it("are all of development: what is published has them built in and installs nothing", () => {
    expect(own.dependencies).toBeUndefined();
  });

  it.each(Object.keys(own.devDependencies))("are used: %s", (name) =>
    expect(isUsed(name)).toBe(true),
  );

  it("would be told where nothing used one", () => {
    expect(isUsed(["pico", "match"].join(""))).toBe(false);
  });
});
