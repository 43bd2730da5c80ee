import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { nodeTotals } from "../../src/calltree/call-tree.js";
import type { Io } from "../../src/cli/command.js";
import { main } from "../../src/cli/main.js";
import { Engine } from "../../src/engine/engine.js";
import { finish } from "../../src/lib/steps.js";
import { decodeLink } from "../../src/link/link.js";
import type { LinkContent } from "../../src/link/link-content.js";
import { profileOfLink } from "../../src/link/link-profile.js";
import { canonicalName } from "../../src/profile/function-name.js";
import { fragmentToView } from "../../src/view/url.js";
import { questionOf } from "../../src/view/view.js";
import { run } from "./run.js";

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
const STORM = fixture("configmap-list-storm/03-storm.pb.gz");
const CREATED = fixture("configmap-list-storm/01-created.pb.gz");
const AUDIT = fixture("audit-backlog/03-audit.pb.gz");
const scratch = mkdtempSync(join(tmpdir(), "leaklens-link-"));
afterAll(() => rmSync(scratch, { recursive: true }));

async function link(...args: string[]): Promise<string> {
  const { status, out } = await run(["link", ...args]);
  expect(status).toBe(0);
  expect(out.endsWith("\n")).toBe(true);
  return out.trimEnd();
}

/** Bytes below each path, before and after: sums of the folded stacks that export writes. */
async function foldedTotals(...args: string[]): Promise<Map<string, number[]>> {
  const file = join(scratch, "stacks.folded");
  expect((await run(["export", ...args, "--assemble", "-o", file])).status).toBe(0);
  const totals = new Map<string, number[]>();
  for (const line of readFileSync(file, "utf8").trimEnd().split("\n")) {
    const [, stack, numbers] = /^(.*?)((?: -?\d+)+)$/.exec(line)!;
    const values = numbers!.trim().split(" ").map(Number);
    let path = "";
    for (const name of stack!.split(";")) {
      path += `;${canonicalName(name)}`;
      const known = totals.get(path) ?? values.map(() => 0);
      totals.set(
        path,
        known.map((v, i) => v + values[i]!),
      );
    }
  }
  return totals;
}

/** The same of a link, by path; paths that are told apart by a node alone are added up. */
function linkTotals({ tree, types, files }: LinkContent): Map<string, number[]> {
  const totals = files.map((_, f) => {
    const column = f * types.length;
    const own = tree.self[column]!.map((v, n) => v + tree.rest[column]![n]!);
    return nodeTotals(tree, own);
  });
  const paths = [""];
  const out = new Map<string, number[]>();
  for (let n = 1; n < tree.parent.length; n++) {
    const path = `${paths[tree.parent[n]!]};${tree.names[tree.frame[n]!]}`;
    paths.push(path);
    const known = out.get(path) ?? files.map(() => 0);
    out.set(
      path,
      known.map((v, f) => v + totals[f]![n]!),
    );
  }
  return out;
}

describe("leaklens link", () => {
  it.each([
    ["a profile", [STORM]],
    ["a comparison", [STORM, "--base", CREATED]],
    ["an audit backlog in little room", [AUDIT, "--max", "700"]],
  ])("carries the values of the nodes it keeps, of %s", async (_, args) => {
    const content = decodeLink(await link(...args));
    const wanted = await foldedTotals(...args.filter((a) => a !== "--max" && a !== "700"));
    const kept = linkTotals(content);
    expect(kept.size).toBeGreaterThan(20);
    for (const [path, totals] of kept) expect([path, totals]).toEqual([path, wanted.get(path)]);
    expect(content.types[0]!.type).toBe("inuse_space");
  });

  it.each([
    [2000, []],
    [2000, ["--app", "https://leaklens.example/some/where/index.html?x=1"]],
    [900, ["--max", "900", "--app", "https://leaklens.example/"]],
    [500, ["--max", "500"]],
  ] as const)("is no longer than %i characters with %j", async (most, args) => {
    for (const file of [STORM, AUDIT]) {
      const text = await link(file, ...args);
      expect(text.length).toBeLessThanOrEqual(most);
      expect(text.length).toBeGreaterThan(most / 3);
    }
  });

  it("uses the room that it is given", async () => {
    const of = async (max: number) => decodeLink(await link(AUDIT, "--max", String(max)));
    const [small, large] = [await of(700), await of(4000)];
    expect(large.tree.parent.length).toBeGreaterThan(small.tree.parent.length);
    expect(small.threshold).toBeGreaterThan(0);
  });

  it("begins with the page's address, of --app or of the variable, else with #", async () => {
    expect(await link(STORM)).toMatch(/^#v=1&d=[\w-]+$/);
    const named = await link(STORM, "--app", "https://leaklens.example/x#old");
    expect(named).toMatch(/^https:\/\/leaklens\.example\/x#v=1&d=[\w-]+$/);
    const bare = await link(STORM, "--app", "https://leaklens.example");
    expect(bare.startsWith("https://leaklens.example/#v=1")).toBe(true);
    let out = "";
    const io: Io = {
      out: (line) => {
        out += line;
      },
      err: () => {},
      stdin: async () => new Uint8Array(0),
      env: { LEAKLENS_APP: "http://tools.example/leaks/" },
      colour: false,
      signal: new AbortController().signal,
    };
    expect(await main(["link", STORM], io)).toBe(0);
    expect(out).toMatch(/^http:\/\/tools\.example\/leaks\/#v=1&d=[\w-]+\n$/);
    expect(out.length).toBeLessThanOrEqual(2001);
    out = "";
    expect(await main(["link", STORM, "--app", ""], io)).toBe(0);
    expect(out).toMatch(/^#v=1/);
  });

  it("opens as what was compared, under names without folders", async () => {
    const text = await link(STORM, "--base", CREATED, "--focus", "ConfigMap");
    const { extras } = fragmentToView(text.slice(1));
    const { profiles, view } = profileOfLink(decodeLink(extras.data!));
    expect(profiles.map((p) => p.name)).toEqual(["01-created.pb.gz", "03-storm.pb.gz"]);
    const opened = fragmentToView(view);
    expect(opened.notices).toEqual([]);
    expect([opened.view.base, opened.view.shown]).toEqual([0, 1]);
    const engine = new Engine();
    for (const { hash, name, profile } of profiles) {
      engine.library.add(hash, name, profile);
    }
    const picture = finish(engine.ask("picture", questionOf(opened.view), undefined));
    const total = async (file: string) =>
      JSON.parse((await run(["kinds", file, "--focus", "ConfigMap", "--json"])).out).total;
    expect(picture.total).toBe(await total(STORM));
    expect(picture.baseTotal).toBe(await total(CREATED));
  });

  it("shows the sample type asked for", async () => {
    const { types } = decodeLink(await link(STORM, "--sample", "alloc_space"));
    expect(types[0]!.type).toBe("alloc_space");
  });

  it("tells its length and fidelity, on standard error or as JSON", async () => {
    const { out, err } = await run(["link", AUDIT, "--max", "700"]);
    expect(err).toMatch(
      /^leaklens: \d+ characters: every path of at least [\d.]+%, \d+ nodes; [\d.]+% of the bytes summed up\nleaklens: put it behind [^\n]*\n$/,
    );
    const asked = await run(["link", AUDIT, "--max", "700", "--json"]);
    expect(asked.err).toBe("");
    const facts = JSON.parse(asked.out);
    expect(facts.link).toBe(out.trimEnd());
    expect(facts.chars).toBe(facts.link.length);
    const content = decodeLink(facts.link);
    expect(facts.nodes).toBe(content.tree.parent.length - 1);
    expect([facts.threshold, facts.restShare]).toEqual([content.threshold, content.restShare]);
  });
});

describe("wrong use of link", () => {
  it.each([
    [["link"], 2, "link takes a FILE"],
    [["link", STORM, "--max", "many"], 2, "--max takes a whole number"],
    [["link", STORM, "--max", "60"], 2, "--max 60: a link of"],
    [["link", STORM, "--max", "30", "--app", "https://leaklens.example/"], 2, "--max 30"],
    [["link", STORM, "--app", "leaklens.example"], 2, "--app leaklens.example is no address"],
    [["link", STORM, "--app", "javascript:alert(1)"], 2, "is no address of a page"],
    [["link", "nowhere.pb.gz"], 1, "nowhere.pb.gz: no such file"],
  ] as const)("%j is one line on standard error and exit %i", async (args, wanted, why) => {
    const { status, out, err } = await run(args);
    expect([status, out]).toEqual([wanted, ""]);
    expect(err).toMatch(/^leaklens: [^\n]*\n$/);
    expect(err).toContain(why);
  });
});
