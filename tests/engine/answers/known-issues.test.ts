import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { pathText } from "../../../src/calltree/path-hash.js";
import { Engine } from "../../../src/engine/engine.js";
import type { KnownIssueMatch } from "../../../src/engine/known-issue-match.js";
import { finish } from "../../../src/lib/steps.js";
import { PLAIN_QUESTION } from "../../question.js";
import { recording } from "../../recordings.js";

const FIXTURES = new URL("../../fixtures/", import.meta.url);
/** Which issue matches what share of which recording, as researched. */
const MATCHES: Record<string, Record<string, number>> = JSON.parse(
  readFileSync(new URL("known-issues/matches.json", FIXTURES), "utf8"),
);
const RECORDED = [...new Set(Object.values(MATCHES).flatMap(Object.keys))].sort();

async function matches(
  files: readonly string[],
  more: Partial<typeof PLAIN_QUESTION> = {},
  path = "",
): Promise<readonly KnownIssueMatch[]> {
  const engine = new Engine();
  for (const file of files) engine.library.add(file, file, await recording(file));
  const question = { ...PLAIN_QUESTION, files, shown: files.length - 1, ...more };
  return finish(engine.ask("knownIssues", question, { path })).matches;
}

const ids = (found: readonly KnownIssueMatch[]) => found.map((m) => m.id);

describe("recordings of programs that have an issue", () => {
  const told = new Map<string, readonly KnownIssueMatch[]>();
  const of = async (name: string) => {
    if (!told.has(name)) told.set(name, await matches([`known-issues/recordings/${name}.pb.gz`]));
    return told.get(name)!;
  };

  it.each(Object.keys(MATCHES))("show %s with its share", async (id) => {
    const shown: number[] = [];
    for (const [name, share] of Object.entries(MATCHES[id]!)) {
      const found = (await of(name)).find((m) => m.id === id);
      if (found) {
        shown.push(found.share);
        // Less where a frame rules some of the stacks out.
        expect(found.share).toBeLessThan(share + 0.02);
        expect(found.share).toBeGreaterThan(share / 2);
      }
    }
    expect(shown.length).toBeGreaterThan(0);
  });

  it("are not led by the issue of another", async () => {
    for (const name of RECORDED) {
      const first = (await of(name))[0];
      if (!first || first.usual) continue;
      expect(MATCHES[first.id]?.[name], `${first.id} leads on ${name}`).toBeDefined();
    }
  });

  it("of nothing that is known say nothing but what is seen in normal use too", async () => {
    const all = readdirSync(new URL("known-issues/recordings/", FIXTURES));
    const others = all.map((f) => f.replace(".pb.gz", "")).filter((f) => !RECORDED.includes(f));
    expect(others.length).toBeGreaterThan(50);
    for (const name of others) {
      expect([name, (await of(name)).filter((m) => !m.usual).map((m) => m.id)]).toEqual([name, []]);
    }
  });
});

describe("the recordings of Kubernetes", () => {
  const HOLDS: Readonly<Record<string, string>> = {
    "apiserver-1.31-configmaps/02-json-lists": "apiserver-list-json-whole-buffer",
    "apiserver-1.31-configmaps/03-json-lists": "apiserver-list-json-whole-buffer",
    "apiserver-1.31-configmaps/04-quiet": "apiserver-list-json-whole-buffer",
  };
  const folders = readdirSync(new URL("modern/", FIXTURES), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);

  it("match what they show, and nothing where all is well or mended", async () => {
    let files = 0;
    for (const folder of folders) {
      for (const file of readdirSync(new URL(`modern/${folder}/`, FIXTURES))) {
        if (!file.endsWith(".pb.gz")) continue;
        files++;
        const name = `${folder}/${file.replace(".pb.gz", "")}`;
        const found = await matches([`modern/${folder}/${file}`]);
        expect([name, ids(found)]).toEqual([name, HOLDS[name] ? [HOLDS[name]] : []]);
      }
    }
    expect(files).toBeGreaterThan(20);
  });

  it("say until which release, and which this is", async () => {
    const [found] = await matches(["modern/apiserver-1.31-configmaps/03-json-lists.pb.gz"]);
    expect(found).toMatchObject({ state: "has", mended: ["1.33.0"], usual: false });
    expect(found!.releases).toBe("until 1.33.0; this is 1.31");
    expect(found!.share).toBeGreaterThan(0.75);
  });

  it("match growth of a client's objects only where they are compared and grew", async () => {
    const leak = [0, 4].map((n) => `modern/operator-leak/0${n}.pb.gz`);
    expect(ids(await matches(leak))).toEqual([]);
    expect(ids(await matches(leak, { base: 0 }))).toEqual(["watch-objects-streamwatcher"]);
    const cache = [0, 3].map((n) => `modern/operator-cache/0${n}.pb.gz`);
    expect(ids(await matches(cache, { base: 0 }))).toEqual([]);
  });

  it("are matched by their whole stacks, cut ones joined", async () => {
    const storm = ["configmap-list-storm/06-quiet-gc.pb.gz"];
    expect(ids(await matches(storm))).toEqual(["apiserver-list-json-whole-buffer"]);
    expect(ids(await matches(["configmap-list-storm/00-baseline.pb.gz"]))).toEqual([]);
  });

  it("are matched by whole stacks whatever the filters leave", async () => {
    const file = ["modern/apiserver-1.31-configmaps/03-json-lists.pb.gz"];
    const hidden = await matches(file, {
      transforms: [{ do: "hide", pattern: "ListResource" }],
      inverted: true,
    });
    expect(ids(hidden)).toEqual(["apiserver-list-json-whole-buffer"]);
  });
});

describe("one path", () => {
  it("matches the issues that its own samples have", async () => {
    const engine = new Engine();
    const file = "modern/apiserver-1.31-configmaps/03-json-lists.pb.gz";
    engine.library.add(file, file, await recording(file));
    const question = { ...PLAIN_QUESTION, files: [file] };
    const table = finish(engine.ask("table", question, undefined));
    const { names } = engine.names(question)!;
    const at = (part: string) => {
      const row = table.frame.findIndex((f) => names[f]!.endsWith(part));
      expect(row).toBeGreaterThanOrEqual(0);
      return pathText(table.pathLow[row]!, table.pathHigh[row]!);
    };
    const of = (path: string) => ids(finish(engine.ask("knownIssues", question, { path })).matches);
    expect(of(at("mapEncoder.encode"))).toEqual(["apiserver-list-json-whole-buffer"]);
    expect(of(at("(*ConfigMap).Unmarshal"))).toEqual([]);
    expect(of("0123456789abcdef")).toEqual([]);
  });
});
