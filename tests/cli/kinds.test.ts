import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import type { Io } from "../../src/cli/command.js";
import { shortNames } from "../../src/cli/input/title-name.js";
import { main } from "../../src/cli/main.js";
import { NOTHING, writeProfile } from "../generate.js";
import { RECORDINGS } from "../recordings.js";
import { run } from "./run.js";

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
const STORM = fixture("configmap-list-storm/03-storm.pb.gz");
const CREATED = fixture("configmap-list-storm/01-created.pb.gz");

interface KindsJson {
  readonly sampleType: string;
  readonly unit: string;
  readonly total: number;
  readonly kinds: readonly {
    readonly kind: string;
    readonly group: string;
    readonly total: number;
    readonly named: number;
    readonly shaped: number;
    readonly coGrowth: number;
    readonly meanObjectBytes: number | null;
    readonly stages: Readonly<Record<string, number>>;
  }[];
  readonly other: number;
  readonly unknown: number;
  readonly stages: Readonly<Record<string, number>>;
  readonly finding: string;
  readonly program: Readonly<Record<string, unknown>>;
  readonly advice: readonly string[];
  readonly knownIssues: readonly { readonly id: string; readonly share: number }[];
}

async function json(...args: string[]): Promise<KindsJson> {
  const { status, out, err } = await run(["kinds", ...args, "--json"]);
  expect([status, err]).toEqual([0, ""]);
  expect(out.endsWith("}\n")).toBe(true);
  return JSON.parse(out);
}

async function topTotal(...args: string[]): Promise<number> {
  return JSON.parse((await run(["top", ...args, "--json"])).out).total;
}

const scratch = mkdtempSync(join(tmpdir(), "leaklens-kinds-"));
afterAll(() => rmSync(scratch, { recursive: true }));

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

function expectToAddUp(answer: KindsJson): void {
  const totals = answer.kinds.map((k) => k.total);
  expect(sum(totals) + answer.other + answer.unknown).toBe(answer.total);
  expect(sum(Object.values(answer.stages))).toBe(answer.total);
  expect(totals.map(Math.abs)).toEqual(totals.map(Math.abs).toSorted((a, b) => b - a));
  for (const kind of answer.kinds) {
    expect(sum(Object.values(kind.stages))).toBe(kind.total);
    expect(kind.named + kind.shaped + kind.coGrowth).toBe(kind.total);
    expect(kind.meanObjectBytes === null || Number.isInteger(kind.meanObjectBytes)).toBe(true);
  }
}

describe("leaklens kinds --json", () => {
  it("has the promised fields and no others that a script would trip over", async () => {
    const answer = await json(STORM);
    expect(Object.keys(answer)).toEqual([
      "sampleType",
      "unit",
      "total",
      "kinds",
      "other",
      "unknown",
      "stages",
      "finding",
      "program",
      "advice",
      "knownIssues",
    ]);
    expect(Object.keys(answer.kinds[0]!)).toEqual([
      "kind",
      "group",
      "total",
      "named",
      "shaped",
      "coGrowth",
      "meanObjectBytes",
      "stages",
    ]);
    expect([answer.sampleType, answer.unit]).toEqual(["inuse_space", "bytes"]);
  });

  it.each(RECORDINGS)("of %s adds up to pprof's total, to the byte", async (name) => {
    const answer = await json(fixture(name));
    expectToAddUp(answer);
    expect(answer.total).toBe(await topTotal(fixture(name)));
  });

  it.each([
    ["alloc_space", "bytes"],
    ["inuse_objects", "count"],
  ])("adds up in %s too", async (sample, unit) => {
    const answer = await json(STORM, "--sample", sample);
    expectToAddUp(answer);
    expect([answer.sampleType, answer.unit]).toEqual([sample, unit]);
    expect(answer.total).toBe(await topTotal(STORM, "--sample", sample));
  });

  it("blames ConfigMaps for the storm, and ClusterRoles for nothing", async () => {
    const { kinds, total } = await json(STORM);
    expect([kinds[0]!.kind, kinds[0]!.group]).toEqual(["ConfigMap", ""]);
    expect(kinds[0]!.total).toBeGreaterThan(0.9 * total);
    expect(kinds[0]!.stages["json-response"]).toBeGreaterThan(0.4 * total);
    // 347 KB of data each, and what holds it.
    expect(kinds[0]!.meanObjectBytes).toBeGreaterThan(330_000);
    expect(kinds[0]!.meanObjectBytes).toBeLessThan(400_000);
  });

  it("has differences with a base, kind by kind", async () => {
    const [after, before, change] = [
      await json(STORM),
      await json(CREATED),
      await json(STORM, "--base", CREATED),
    ];
    expectToAddUp(change);
    expect(change.total).toBe(after.total - before.total);
    expect(change.kinds[0]!.kind).toBe("ConfigMap");
    const swapped = await json(CREATED, "--base", STORM);
    expect(swapped.total).toBe(-change.total);
    expect(swapped.other).toBe(-change.other);
    const none = await json(STORM, "--base", STORM);
    expect([none.total, none.other, none.unknown]).toEqual([0, 0, 0]);
    expect(sum(none.kinds.map((k) => Math.abs(k.total)))).toBe(0);
  });

  it("knows less where stacks stay as they were cut", async () => {
    const joined = await json(STORM);
    const plain = await json(STORM, "--no-assemble");
    expect(plain.total).toBe(joined.total);
    expect(await json(STORM, "--assemble")).toEqual(joined);
    expect(plain.unknown).toBeGreaterThan(joined.unknown);
  });

  it("keeps to the filters, which part the whole", async () => {
    const [all, json_, rest] = [
      await json(STORM),
      await json(STORM, "--focus", "encoding/json"),
      await json(STORM, "--ignore", "encoding/json"),
    ];
    expectToAddUp(json_);
    expect(json_.total).toBeGreaterThan(0);
    expect(json_.total + rest.total).toBe(all.total);
    const { status, err } = await run(["kinds", STORM, "--focus", "no such frame"]);
    expect([status, err]).toEqual([0, "leaklens: the filters leave no sample\n"]);
  });

  it("answers the same from standard input", async () => {
    const bytes = new Uint8Array(readFileSync(STORM));
    const { out } = await run(["kinds", "-", "--json"], bytes);
    expect(JSON.parse(out)).toEqual(await json(STORM));
  });
});

describe("leaklens kinds --json, whose memory it is", () => {
  it("names the program, its role, and the releases that its functions prove", async () => {
    const { program, finding, advice } = await json(STORM);
    expect(program).toMatchObject({
      name: "kube-apiserver",
      role: "apiserver",
      since: null,
      until: "1.21",
      go: { since: "1.19", until: "1.19" },
    });
    expect(finding).toMatch(/^ConfigMaps hold /);
    expect(advice.every((id) => /^[a-z-]+$/.test(id))).toBe(true);
    expect(advice.length).toBeGreaterThan(0);
  });
});

describe("leaklens kinds", () => {
  it("begins with the finding and lines up its tables", async () => {
    const { status, out, err } = await run(["kinds", STORM]);
    expect([status, err]).toEqual([0, ""]);
    const lines = out.split("\n");
    expect(lines[0]).toBe(
      "Program: kube-apiserver 1.21 or earlier (Kubernetes 1.21 or earlier: 70 functions fit, none contradicts. Go 1.19)",
    );
    expect(lines[1]).toMatch(/^ConfigMaps hold 9\d\.\d% of the live heap: .*mean object 3\d\d KiB/);
    const head = lines.findIndex((line) => line.startsWith("kind "));
    const end = lines.indexOf("", head);
    const rows = lines.slice(head, end);
    expect(rows[0]!.split(/\s{2,}/)).toEqual([
      "kind",
      "held",
      "share",
      "named",
      "shaped",
      "co-growth",
      "object",
    ]);
    expect(rows.map((row) => row.split(/\s{2,}/)[0])).toEqual(
      expect.arrayContaining(["ConfigMap", "no API object", "unknown", "total"]),
    );
    const edge = rows[0]!.indexOf("held") + "held".length;
    for (const row of rows.slice(1)) expect(row.slice(0, edge)).toMatch(/[kMG]?B$/);
    expect(out).toMatch(/^stage +ConfigMap .* no kind +total$/m);
    expect(out).toMatch(/^json-response +\d+ MiB/m);
    expect(out).toMatch(/^No API object: .*logging \d/m);
    expect(out).toMatch(/^Connections hold /m);
  });

  it("signs differences", async () => {
    const { out } = await run(["kinds", STORM, "--base", CREATED]);
    expect(out).toMatch(/^kind +change +share/m);
    expect(out).toMatch(/^ConfigMap +\+1\.\d\d GiB/m);
  });

  it("has colour on a terminal alone, and the same text", async () => {
    const { out: bare } = await run(["kinds", STORM]);
    expect(bare).not.toContain("\u001b");
    const coloured: string[] = [];
    const io: Io = {
      out: (text) => coloured.push(text),
      err: () => {},
      stdin: async () => new Uint8Array(0),
      env: {},
      colour: true,
      signal: new AbortController().signal,
    };
    expect(await main(["kinds", STORM], io)).toBe(0);
    const marked = coloured.join("");
    expect(marked).toContain("\u001b[1mConfigMaps\u001b[0m");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the marks of a terminal
    expect(marked.replace(/\u001b\[\d+m/g, "")).toBe(bare);
  });

  it("lets no name of a file move the terminal's cursor", async () => {
    const name = "main.\u001b]0;gotcha\u0007\u009b2J\u202ef";
    const bytes = writeProfile({
      ...NOTHING,
      sampleTypes: [{ type: "inuse_space", unit: "bytes" }],
      functions: [{ id: 1n, name, systemName: "", file: "f.go", startLine: 1n }],
      locations: [
        {
          id: 1n,
          mapping: -1,
          address: 1n,
          isFolded: false,
          lines: [{ fn: 0, line: 1n, column: 0n }],
        },
      ],
      samples: [{ stack: [0], values: [4096n], labels: [] }],
    });
    const file = join(scratch, "hostile.pb");
    writeFileSync(file, bytes);
    for (const { out } of [
      await run(["kinds", "-"], bytes),
      await run(["suspects", "-", CREATED], bytes),
    ]) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be there
      expect(out.replaceAll("\n", "")).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
    }
    const { out } = await run(["suspects", CREATED, file, "--json"]);
    // One name for a function in all answers: controls and marks stand as their codes.
    const shown = "main.\\u001b]0;gotcha\\u0007\\u009b2J\\u202ef";
    expect(JSON.parse(out).suspects.map((s: { function: string }) => s.function)).toContain(shown);
  });
});

describe("wrong use of kinds", () => {
  it.each([
    [["kinds"], 2, "kinds takes a FILE"],
    [["kinds", STORM, CREATED], 2, "goes behind --base"],
    [["kinds", STORM, "--base", CREATED, "--base", STORM], 2, "--base is given once"],
    [["kinds", "-", "--base", "-"], 2, "standard input can be read once"],
    [["kinds", STORM, "--sample", "heap"], 2, "--sample heap is none of"],
    [["kinds", STORM, "--focus", "a("], 2, "--focus a( is no regular expression"],
    [["kinds", STORM, "--assemble", "--no-assemble"], 2, "exclude each other"],
    [["kinds", "nowhere.pb.gz"], 1, "nowhere.pb.gz: no such file"],
    [["kinds", STORM, "--base", "nowhere.pb.gz"], 1, "nowhere.pb.gz: no such file"],
  ] as const)("%j is one line on standard error and exit %i", async (args, wanted, why) => {
    const { status, out, err } = await run(args);
    expect([status, out]).toEqual([wanted, ""]);
    expect(err).toMatch(/^leaklens: [^\n]*\n$/);
    expect(err).toContain(why);
  });
});

describe("the names that files have in answers", () => {
  it.each([
    [["/a/b/heap.pb.gz"], ["heap.pb.gz"]],
    [
      ["/tmp/one/heap.pb.gz", "/tmp/two/heap.pb.gz"],
      ["one/heap.pb.gz", "two/heap.pb.gz"],
    ],
    [
      ["http://m1:6060/debug/pprof/heap", "http://m2:6060/debug/pprof/heap"],
      ["m1:6060/debug/pprof/heap", "m2:6060/debug/pprof/heap"],
    ],
    [
      ["C:\\x\\a.pb", "C:\\x\\b.pb"],
      ["a.pb", "b.pb"],
    ],
    [
      ["x/a.pb", "x/a.pb", "x/b.pb"],
      ["a.pb", "a.pb", "b.pb"],
    ],
    [
      ["a.pb", "x/a.pb"],
      ["a.pb", "x/a.pb"],
    ],
    [["standard input"], ["standard input"]],
  ])("of %j are as short as tells them apart", (paths, names) => {
    expect(shortNames(paths)).toEqual(names);
  });
});

describe("known issues", () => {
  const LISTS = fixture("modern/apiserver-1.31-configmaps/03-json-lists.pb.gz");

  it("are told with source and mend in JSON", async () => {
    const { knownIssues } = await json(LISTS);
    expect(knownIssues).toHaveLength(1);
    expect(knownIssues[0]).toMatchObject({
      id: "apiserver-list-json-whole-buffer",
      source: "https://github.com/kubernetes/kubernetes/issues/129304",
      mended: "1.33.0",
      state: "has",
    });
    expect(knownIssues[0]!.share).toBeGreaterThan(0.7);
  });

  it("are told as matches, never as certain, with how to tell them from normal use", async () => {
    const { out } = await run(["kinds", LISTS]);
    expect(out).toMatch(/Known issues\n {2}- \d\d\.\d% matches a known issue of kube-apiserver: /);
    expect(out).toContain("    How to tell: ");
    expect(out).toContain("    Until 1.33.0; this is 1.31.\n");
    expect((await run(["kinds", CREATED])).out).not.toContain("nown issue");
  });
});
