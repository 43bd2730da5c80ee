import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { krewManifest } from "../../scripts/krew.js";
import { pluginArgs } from "../../src/cli/kubectl-plugin.js";
import { namedAs } from "../../src/cli/program-name.js";
import { buildCli } from "../cli/check/built-cli.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const STORM = join(ROOT, "tests/fixtures/configmap-list-storm/03-storm.pb.gz");
const facts = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
  readonly version: string;
  readonly bin: Record<string, string>;
  readonly files: readonly string[];
  readonly private?: boolean;
};

const place = mkdtempSync(join(tmpdir(), "leaklens-package-"));
const source = join(place, "source");
const installed = join(place, "installed");
const env = { ...process.env, npm_config_cache: join(place, "cache"), npm_config_offline: "true" };
const npm = (args: readonly string[], cwd: string) =>
  execFileSync("npm", [...args], { cwd, env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
let tarball = "";

beforeAll(() => {
  // The package as it would be after npm run build; the page is a page of one line.
  buildCli(source);
  for (const name of ["package.json", "bin", "LICENSE", "README.md", "src", "tests/question.ts"]) {
    cpSync(join(ROOT, name), join(source, name), { recursive: true });
  }
  mkdirSync(join(source, "dist"));
  writeFileSync(join(source, "dist/index.html"), "<!doctype html><title>page</title>");
  const [made] = JSON.parse(npm(["pack", "--json", "--ignore-scripts"], source)) as {
    filename: string;
  }[];
  tarball = join(source, made!.filename);
  mkdirSync(installed);
  writeFileSync(join(installed, "package.json"), "{}");
  npm(["install", "--no-audit", "--no-fund", tarball], installed);
}, 90_000);
afterAll(() => rmSync(place, { recursive: true, force: true }));

function run(command: string, args: readonly string[], cwd = installed) {
  const { status, stdout, stderr } = spawnSync(command, [...args], { cwd, env, encoding: "utf8" });
  return { status, out: stdout, err: stderr };
}

describe("the package", () => {
  it("may be published, with what runs and what has to go along", () => {
    expect(facts.private).toBeUndefined();
    const inside = join(installed, "node_modules/leaklens");
    const files = readdirSync(inside).sort();
    expect(files).toEqual(["LICENSE", "README.md", "bin", "build", "dist", "package.json"]);
    expect(readFileSync(join(inside, "build/cli/licenses.txt"), "utf8")).toContain("hyparquet");
    for (const file of Object.values(facts.bin)) {
      const text = readFileSync(join(inside, file), "utf8");
      expect(text.startsWith("#!/usr/bin/env node\n"), file).toBe(true);
    }
  });

  it("installs nothing else, without network", () => {
    const modules = readdirSync(join(installed, "node_modules")).filter((n) => !n.startsWith("."));
    expect(modules).toEqual(["leaklens"]);
  });

  it("runs by npx from the tarball", () => {
    const elsewhere = join(place, "elsewhere");
    mkdirSync(elsewhere);
    const args = ["--yes", `--package=${tarball}`, "--", "leaklens", "--version"];
    expect(run("npx", args, elsewhere)).toMatchObject({
      status: 0,
      out: `leaklens ${facts.version}\n`,
    });
  }, 60_000);

  it("answers from profiles, writes Parquet and knows the page that it has", () => {
    const bin = join(installed, "node_modules/.bin/leaklens");
    const top = run(bin, ["top", STORM, "-n", "1"]);
    expect(top.status).toBe(0);
    expect(top.out).toContain("bytes.growSlice");
    expect(run(bin, ["index", STORM, "-o", join(place, "index")]).status).toBe(0);
    expect(existsSync(join(place, "index/profiles"))).toBe(true);
    expect(run(bin, ["record", "--rbac"]).out).toContain("kind: ClusterRole");
  });
});

describe("kubectl leaklens", () => {
  const plugin = () => join(installed, "node_modules/.bin/kubectl-leaklens");

  it("is called by kubectl's name for it in what can be typed", () => {
    const { status, out } = run(plugin(), ["--help"]);
    expect(status).toBe(0);
    expect(out).toContain("  kubectl leaklens [open] FILE");
    expect(out).toContain("  kubectl leaklens record ");
    expect(out.match(/(?<!kubectl )leaklens (?:\w+ [A-Z-]|COMMAND)/g)).toBeNull();
    expect(run(plugin(), ["top", "--help"]).out).toContain("Usage: kubectl leaklens top FILE");
    expect(run(plugin(), ["top"])).toMatchObject({
      status: 2,
      err: expect.stringContaining("see kubectl leaklens top --help"),
    });
  });

  it("passes kubectl's flags on to the command that uses them", () => {
    const config = join(place, "no-such-config");
    for (const args of [
      ["--kubeconfig", config, "record", "-o", join(place, "r"), "--count", "1"],
      ["record", "-o", join(place, "r"), "--count", "1", `--kubeconfig=${config}`],
    ]) {
      const { status, err } = run(plugin(), args);
      expect(status).toBe(1);
      expect(err).toContain("no-such-config");
    }
    expect(run(plugin(), ["-n", "team", "record", "--rbac"]).out).toContain("namespace: team");
  });

  it("moves flags alone, and only those of kubectl", () => {
    expect(pluginArgs(["--context=a", "-n", "b", "record", "-o", "x"])).toEqual([
      "record",
      "--context=a",
      "-n",
      "b",
      "-o",
      "x",
    ]);
    expect(pluginArgs(["top", "--context", "a"])).toEqual(["top", "--context", "a"]);
    expect(pluginArgs(["--help"])).toEqual(["--help"]);
    expect(pluginArgs(["--context"])).toEqual(["--context"]);
  });

  it("leaves alone what is no command", () => {
    const told =
      "no leaklens here; see leaklens kinds --help, leaklens kinds HEAP TEXT; leaklens: x";
    expect(namedAs(told, "kubectl leaklens")).toBe(
      "no leaklens here; see kubectl leaklens kinds --help, kubectl leaklens kinds HEAP TEXT; leaklens: x",
    );
    expect(namedAs(told, "leaklens")).toBe(told);
  });
});

describe("the krew manifest of a release", () => {
  it("has what krew's documentation asks for", () => {
    const bytes = readFileSync(tarball);
    const manifest = krewManifest(bytes, "https://example.org/leaklens.tar.gz");
    expect(manifest.apiVersion).toBe("krew.googlecontainertools.github.com/v1alpha2");
    expect(manifest.kind).toBe("Plugin");
    expect(manifest.metadata.name).toMatch(/^[a-z0-9][a-z0-9-]*$/);
    const { spec } = manifest;
    expect(spec.version).toBe(`v${facts.version}`);
    expect(spec.version).toMatch(/^v\d+\.\d+\.\d+(?:-[\w.]+)?$/);
    expect(spec.homepage).toMatch(/^https:\/\//);
    // krew's list is cut at 50 characters.
    expect(spec.shortDescription.length).toBeLessThanOrEqual(50);
    expect(spec.shortDescription).not.toMatch(/[.\n]$/);
    expect(spec.description).not.toBe("");
    expect(spec.platforms.length).toBeGreaterThan(0);
    for (const { selector, uri, sha256, files, bin } of spec.platforms) {
      expect(["linux", "darwin"]).toContain(selector.matchLabels.os);
      expect(["amd64", "arm64"]).toContain(selector.matchLabels.arch);
      expect(uri).toMatch(/^https:\/\/.*\.(?:tar\.gz|zip)$/);
      expect(sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
      expect(files).toEqual([{ from: "package/*", to: "." }]);
      // What krew links to is in the archive, where `files` takes it from.
      const list = execFileSync("tar", ["-tzf", tarball], { encoding: "utf8" }).split("\n");
      expect(list).toContain(`package/${bin}`);
      expect(list.every((path) => path === "" || path.startsWith("package/"))).toBe(true);
    }
  });

  it("is refused by krew for no field that it does not know", () => {
    const known = [
      "version",
      "homepage",
      "shortDescription",
      "description",
      "caveats",
      "platforms",
    ];
    const { spec } = krewManifest(readFileSync(tarball), "https://example.org/a.tar.gz");
    expect(Object.keys(spec).filter((key) => !known.includes(key))).toEqual([]);
  });
});
