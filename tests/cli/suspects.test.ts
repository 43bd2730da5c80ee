import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { run } from "./run.js";

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
const OPERATOR = [0, 1, 2, 3, 4, 5].map((n) => fixture(`leaking-operator/0${n}.pb.gz`));
const MASTERS = [1, 3].map((n) => fixture(`five-masters/master-${n}.heap.pb.gz`));
const STORM = fixture("configmap-list-storm/03-storm.pb.gz");
const CREATED = fixture("configmap-list-storm/01-created.pb.gz");
const HEAP = fixture("modern/operator-leak/04.pb.gz");
const HELD_BY = fixture("modern/operator-leak/04-held-by.pb.gz");

interface SuspectsJson {
  readonly explained: number;
  readonly restarted: boolean;
  readonly suspects: readonly {
    readonly function: string;
    readonly path: readonly string[];
    readonly kind: string | null;
    readonly evidence: string;
    readonly stage: string;
    readonly class: string;
    readonly before: number;
    readonly after: number;
    readonly growth: number;
    readonly standardError: number;
    readonly survival: number | null;
    readonly meanObjectBytes: number | null;
    readonly advice: readonly string[];
  }[];
}

async function json(...args: string[]): Promise<SuspectsJson> {
  const { status, out } = await run(["suspects", ...args, "--json"]);
  expect(status).toBe(0);
  return JSON.parse(out);
}

describe("leaklens suspects --json", () => {
  it("has the promised fields, bytes as whole numbers", async () => {
    const answer = await json(...OPERATOR);
    expect(Object.keys(answer)).toEqual([
      "explained",
      "restarted",
      "set",
      "finding",
      "program",
      "advice",
      "knownIssues",
      "suspects",
    ]);
    expect(answer.explained).toBeGreaterThan(0.9);
    expect(answer.explained).toBeLessThanOrEqual(1);
    expect(answer.restarted).toBe(false);
    expect(answer.suspects.length).toBeGreaterThan(0);
    for (const suspect of answer.suspects) {
      expect(Object.keys(suspect)).toEqual([
        "function",
        "path",
        "kind",
        "evidence",
        "stage",
        "class",
        "before",
        "after",
        "growth",
        "standardError",
        "survival",
        "meanObjectBytes",
        "advice",
      ]);
      expect(suspect.growth).toBe(suspect.after - suspect.before);
      for (const bytes of [suspect.before, suspect.after, suspect.standardError]) {
        expect(Number.isInteger(bytes)).toBe(true);
      }
      expect(suspect.path).toContain(suspect.function);
      expect(["named", "shaped", "co-growth", "unknown"]).toContain(suspect.evidence);
      expect(["growing", "in-flight", "pooled", "cache", "noise"]).toContain(suspect.class);
    }
  });

  it("names the operator's history first, as its own code's growth", async () => {
    const [first] = (await json(...OPERATOR)).suspects;
    expect(first!.function).toBe("main.(*releaseHistory).render");
    expect([first!.kind, first!.stage, first!.class]).toEqual([
      "ConfigMap",
      "application",
      "growing",
    ]);
    const top = async (file: string) =>
      JSON.parse((await run(["top", file, "--json"])).out).functions.find(
        (f: { name: string }) => f.name === first!.function,
      );
    const [before, after] = [await top(OPERATOR[0]!), await top(OPERATOR[5]!)];
    expect(first!.after).toBeLessThanOrEqual(after.cum);
    expect(first!.growth).toBeGreaterThan(0.9 * (after.cum - before.cum));
  });

  it("blames the storm on ConfigMaps", async () => {
    for (const suspect of (await json(CREATED, STORM)).suspects.slice(0, 2)) {
      expect(suspect.kind).toBe("ConfigMap");
    }
  });

  it("takes the order that the profiles tell, and says so", async () => {
    const mixed = [3, 0, 5, 1, 4, 2].map((n) => OPERATOR[n]!);
    const { out, err } = await run(["suspects", ...mixed, "--json"]);
    expect(JSON.parse(out)).toEqual(await json(...OPERATOR));
    expect(err).toBe(
      "leaklens: in time order: 00.pb.gz, 01.pb.gz, 02.pb.gz, 03.pb.gz, 04.pb.gz, 05.pb.gz\n",
    );
    expect((await run(["suspects", ...OPERATOR, "--json"])).err).toBe("");
  });

  it("compares other processes in the order given, without survival, and says so", async () => {
    const { status, out, err } = await run(["suspects", ...MASTERS, "--json"]);
    expect(status).toBe(0);
    expect(err).toMatch(/^leaklens: these do not look like snapshots of one process[^\n]*\n$/);
    const { suspects } = JSON.parse(out) as SuspectsJson;
    expect(suspects[0]!.kind).toBe("ConfigMap");
    expect(suspects[0]!.growth).toBeGreaterThan(0);
    expect(suspects.every((s) => s.survival === null)).toBe(true);
  });

  it("keeps to the filters and the sample type", async () => {
    const found = await json(...OPERATOR, "--ignore", "releaseHistory");
    expect(found.suspects.some((s) => s.path.join().includes("releaseHistory"))).toBe(false);
    const objects = await json(...OPERATOR, "--sample", "inuse_objects");
    const bytes = await json(...OPERATOR);
    expect(objects.suspects[0]!.after).toBeLessThan(bytes.suspects[0]!.after / 10);
  });

  it("reads one of them from standard input", async () => {
    const bytes = new Uint8Array(readFileSync(OPERATOR[5]!));
    const { out } = await run(["suspects", ...OPERATOR.slice(0, 5), "-", "--json"], bytes);
    expect(JSON.parse(out)).toEqual(await json(...OPERATOR));
  });
});

describe("leaklens suspects", () => {
  it("is a card for each suspect, then what is not the cause, then what to do", async () => {
    const { status, out, err } = await run(["suspects", ...OPERATOR]);
    expect([status, err]).toEqual([0, ""]);
    const lines = out.split("\n");
    expect(lines[0]).toMatch(/^Program: leaky, client-go 0\.30 or earlier \(/);
    expect(lines[1]).toMatch(
      /^00\.pb\.gz → 05\.pb\.gz, 6 snapshots: these paths explain \d+\.\d% of the significant growth\.$/,
    );
    expect(lines[3]).toMatch(
      /^1\. {2}main\.\(\*releaseHistory\)\.render {2}\+\d+ MiB ± [\d.]+ MiB, \d+\.\d% of the growth$/,
    );
    expect(lines[4]).toMatch(/^ {4}ConfigMap \([\w-]+\), application, growing/);
    expect(out).toMatch(/^ {4}path: .* → main\.\(\*releaseHistory\)\.render$/m);
    expect(out).toMatch(/^2\. {2}/m);
    expect(out).toMatch(/^Not the cause\n {2}- Connections hold /m);
    expect(out).toMatch(/^What to do\n {2}- /m);
    expect(out.match(/^ {2}- .*Bound what it keeps/gm)).toHaveLength(1);
    expect(out).not.toContain("\u001b");
  });

  it("says that nothing grew where nothing did", async () => {
    const { status, out } = await run(["suspects", CREATED, STORM, "--focus", "no such frame"]);
    expect(status).toBe(0);
    expect(out).toContain("nothing grew beyond sampling noise");
  });
});

describe("leaklens suspects of chains of references", () => {
  it("takes one FILE, and says who holds memory through which field", async () => {
    const { status, out } = await run(["suspects", HELD_BY]);
    expect(status).toBe(0);
    expect(out).toMatch(/^04-held-by\.pb\.gz: who holds the memory, 217 MiB in all/m);
    expect(out).toMatch(/^1\. {2}the stores of informers, 55\.8% of the memory$/m);
    expect(out).toContain("    holds 121 MiB through field cacheStorage.items (map[string]");
    expect(out).not.toMatch(/allocat|growth|growing|survival|What to do|Not the cause/);
  });

  it("has no stage, class or advice in --json", async () => {
    const { out } = await run(["suspects", HELD_BY, "--json"]);
    const { about, advice, suspects } = JSON.parse(out);
    expect([about, advice]).toEqual(["holders", []]);
    expect(suspects[0]).toMatchObject({
      holder: "the stores of informers",
      through: "field cacheStorage.items",
      before: null,
      growth: null,
      stage: null,
      class: null,
      advice: [],
    });
    expect(suspects[0].content[0]).toMatchObject({ kind: "ConfigMap", evidence: "shaped" });
  });
});

describe("wrong use of suspects", () => {
  it.each([
    [["suspects"], 2, "suspects takes two FILEs or more"],
    [["suspects", STORM], 2, "record another profile"],
    [["suspects", STORM, CREATED, "--base", STORM], 2, "unknown option '--base'"],
    [["suspects", STORM, STORM], 1, "03-storm.pb.gz: all FILEs are this same profile"],
    [["suspects", STORM, "nowhere.pb.gz"], 1, "nowhere.pb.gz: no such file"],
    [["suspects", HEAP, HELD_BY], 1, "04-held-by.pb.gz tells its holders"],
    [["suspects", HELD_BY, HEAP], 1, "04-held-by.pb.gz: holds chains of references"],
    [["suspects", "-", "-"], 2, "standard input can be read once"],
  ] as const)("%j is one line on standard error and exit %i", async (args, wanted, why) => {
    const { status, out, err } = await run(args);
    expect([status, out]).toEqual([wanted, ""]);
    expect(err).toMatch(/^leaklens: [^\n]*\n$/);
    expect(err).toContain(why);
  });
});
