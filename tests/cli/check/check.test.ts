import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { statusOf } from "../../../src/cli/check/finding.js";
import { run } from "../run.js";

const fixture = (name: string) => fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url));
const CREATED = fixture("configmap-list-storm/01-created.pb.gz");
const STORM = fixture("configmap-list-storm/03-storm.pb.gz");
const CACHE = [0, 1, 2, 3, 4].map((n) => fixture(`shop-operator/cache-${n}.pb.gz`));
const COPIES = [0, 1, 2, 3, 4].map((n) => fixture(`shop-operator/kept-copies-${n}.pb.gz`));
const MASTERS = [1, 2, 3, 4, 5].map((n) => fixture(`five-masters/master-${n}.heap.pb.gz`));

const place = mkdtempSync(join(tmpdir(), "leaklens-check-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

interface CheckJson {
  readonly status: string;
  readonly base: { readonly files: readonly string[]; readonly taken: string } | null;
  readonly new: { readonly files: readonly string[]; readonly taken: string };
  readonly findings: readonly {
    readonly budget: string;
    readonly limit?: number;
    readonly kind?: string;
    readonly class?: string;
    readonly status: string;
    readonly figure: number;
    readonly standardError: number;
    readonly before: number | null;
    readonly after: number | null;
    readonly sentence: string;
    readonly notes: readonly string[];
    readonly stack: {
      readonly function: string;
      readonly path: readonly string[];
      readonly kind: string | null;
      readonly class: string;
    } | null;
  }[];
}

async function json(...args: string[]): Promise<[number, CheckJson]> {
  const { status, out } = await run(["check", "--json", ...args]);
  return [status, JSON.parse(out)];
}

describe("leaklens check BASE NEW", () => {
  it("fails with a status of its own where the growth is above the budget", async () => {
    const [status, told] = await json(CREATED, STORM, "--max-growth", "50MiB");
    expect([status, told.status]).toEqual([3, "exceeded"]);
    const [finding] = told.findings;
    const total = async (file: string) =>
      JSON.parse((await run(["kinds", file, "--json"])).out).total as number;
    expect(finding!.before).toBe(await total(CREATED));
    expect(finding!.after).toBe(await total(STORM));
    expect(finding!.figure).toBe(finding!.after! - finding!.before!);
    expect(finding!.limit).toBe(50 * 2 ** 20);
    expect(finding!.standardError).toBeGreaterThan(0);
    expect(finding!.stack).toMatchObject({ kind: "ConfigMap", class: "undecided" });
    expect(finding!.stack!.path).toContain(finding!.stack!.function);
  });

  it("keeps a budget that is large enough, and one of another direction", async () => {
    expect((await run(["check", CREATED, STORM, "--max-growth", "10GiB"])).status).toBe(0);
    expect((await run(["check", STORM, CREATED])).status).toBe(0);
  });

  it("takes any growth beyond the sampling error where no budget is given", async () => {
    expect((await run(["check", CREATED, STORM])).status).toBe(3);
    expect((await run(["check", STORM, STORM])).status).toBe(0);
  });

  it("does not fail for growth inside the sampling error, and says so", async () => {
    const [status, told] = await json(CACHE[0]!, CACHE[4]!, "--max-growth", "0");
    expect([status, told.status]).toEqual([0, "unsure"]);
    const [finding] = told.findings;
    expect(finding!.figure).toBeGreaterThan(0);
    expect(finding!.figure).toBeLessThan(2 * finding!.standardError);
    expect(finding!.notes.join()).toContain("within the sampling error");
    const { out } = await run(["check", CACHE[0]!, CACHE[4]!]);
    expect(out).toContain("within the sampling error");
  });

  it("holds kinds and the whole heap against budgets of their own, largest first", async () => {
    const [status, told] = await json(
      CREATED,
      STORM,
      ...["--max-kind", "configmap=100MiB", "--max-kind", "Secret=1GiB"],
      ...["--max-heap", "1GiB", "--max-growth", "100GiB"],
    );
    expect(status).toBe(3);
    expect(told.findings.map(({ budget, status }) => [budget, status])).toEqual([
      ["heap", "exceeded"],
      ["kind", "exceeded"],
      ["growth", "within"],
      ["kind", "within"],
    ]);
    const kinds = JSON.parse((await run(["kinds", STORM, "--json"])).out).kinds as {
      kind: string;
      total: number;
    }[];
    const of = (name: string) => kinds.find((row) => row.kind === name)!.total;
    expect(told.findings[1]!.figure).toBe(of("ConfigMap"));
    expect(told.findings[1]!.standardError).toBeLessThan(of("ConfigMap") / 10);
  });

  it("says that no frame tells of a kind rather than that it is kept", async () => {
    const [, told] = await json(STORM, "--max-kind", "Gizmo=1MiB");
    expect(told.findings[0]!.notes.join()).toContain("no frame tells of Gizmo");
  });
});

describe("classes in leaklens check", () => {
  it("fails for a suspect of the class, and names each with its class", async () => {
    const [status, told] = await json("--class", "growing", "--", ...COPIES);
    expect(status).toBe(3);
    expect(told.findings.length).toBeGreaterThan(1);
    for (const finding of told.findings) {
      expect(finding).toMatchObject({ budget: "class", class: "growing", status: "exceeded" });
      expect(finding.stack!.class).toBe("growing");
    }
    const sizes = told.findings.map((finding) => finding.figure);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });

  it("passes where the cache has levelled off", async () => {
    const [status] = await json("--class", "growing", CACHE[0]!, "--", ...CACHE.slice(1));
    expect(status).toBe(0);
  });

  it("does not call a leak absent that two snapshots cannot tell", async () => {
    const { status, out, err } = await run(["check", "--class", "growing", COPIES[0]!, COPIES[1]!]);
    expect(status).toBe(1);
    expect(out).toContain("growing needs three snapshots");
    expect(err).toBe("leaklens: the budget cannot be told\n");
  });
});

describe("the sides of leaklens check", () => {
  it("are the mean of runs, whose differences count as its error", async () => {
    const [status, told] = await json(
      ...[
        "--base",
        MASTERS[0]!,
        "--base",
        MASTERS[1]!,
        ...MASTERS.slice(2),
        "--max-growth",
        "1MiB",
      ],
    );
    expect(told.base!.taken).toBe("mean");
    expect(told.base!.files).toHaveLength(2);
    expect(told.new).toMatchObject({ taken: "mean", files: MASTERS.slice(2) });
    expect([status, told.findings[0]!.status]).toEqual([0, "unsure"]);
    expect(told.findings[0]!.notes.join()).toContain("differ by more than sampling");
  });

  it("are the last snapshot of one process for growth; for the heap each file counts", async () => {
    const [, last] = await json("--max-growth=1GiB", COPIES[0]!, "--", ...COPIES.slice(1));
    expect(last.new.taken).toBe("last");
    const [status, heaps] = await json("--max-heap=800MiB", "--", STORM, CREATED);
    expect(status).toBe(3);
    expect(heaps.findings[0]!.sentence).toContain("03-storm");
  });

  it.each([
    [["a", "b", "c"], "which are the BASE"],
    [["--base", "a", "b", "--", "c"], "by --base or before --"],
    [["a", "--"], "there is no NEW"],
    [["a", "--", "b", "--max-heap=1"], "stands after --"],
    [["a"], "or takes a budget for NEW alone"],
    [["a", "--max-growth", "1MiB"], "there is none"],
    [["a", "b", "--max-growth", "much"], "takes a size"],
    [["a", "b", "--max-kind", "ConfigMap"], "KIND=SIZE"],
    [["a", "b", "--class", "leaking"], "none of growing"],
    [["a", "b", "--json", "--markdown"], "exclude each other"],
    [[], "takes a BASE and a NEW"],
  ])("are told where they are unclear: %j", async (args, why) => {
    const { status, out, err } = await run(["check", ...args]);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toContain(why);
  });

  it("are heaps: a difference and chains of references are refused", async () => {
    const chains = fixture("modern/operator-leak/04-held-by.pb.gz");
    expect(await run(["check", chains, "--max-heap", "1GiB"])).toMatchObject({
      status: 1,
      out: "",
    });
    const table = fixture("tables/top.txt");
    expect((await run(["check", table, table])).err).toContain("is a printed table");
    const negative = fixture("cases/negatives.pb.gz");
    const { status, err } = await run(["check", negative, negative]);
    expect(status).toBe(1);
    expect(err).toContain("itself a difference");
  });
});

describe("the outputs of leaklens check", () => {
  it("are well-formed JUnit, a case for each finding", async () => {
    const file = join(place, "report.xml");
    const args = [
      "check",
      CREATED,
      STORM,
      "--max-growth=1MiB",
      "--max-heap=4GiB",
      "--class=growing",
    ];
    const { status } = await run([...args, "--junit", file]);
    expect(status).toBe(3);
    const xml = readFileSync(file, "utf8");
    expect(xml).toContain('tests="3" failures="1" errors="1"');
    expect(xml.match(/<testcase /g)).toHaveLength(3);
    // Each tag that is opened is closed, and nothing else looks like one.
    const open: string[] = [];
    for (const [, close, name, , self] of xml
      .replace(/<\?.*?\?>/, "")
      .matchAll(/<(\/?)([\w-]+)((?:\s[\w]+="[^"<]*")*)(\/?)>/g)) {
      if (close) expect(open.pop()).toBe(name);
      else if (!self) open.push(name!);
    }
    expect(open).toEqual([]);
    expect(xml.match(/</g)?.length).toBe(xml.match(/>/g)?.length);
  });

  it("are Markdown with the stack that grew most", async () => {
    const { out } = await run(["check", CREATED, STORM, "--max-growth=1MiB", "--markdown"]);
    expect(out).toMatch(/^### Heap check: the budget is exceeded$/m);
    expect(out).toContain("| ❌ exceeded | `--max-growth 1.00 MiB` |");
    expect(out).toContain("handlers.transformResponseObject");
  });

  it("leave no report where a file cannot be read", async () => {
    const file = join(place, "none.xml");
    const bad = join(place, "bad.pb.gz");
    writeFileSync(bad, "no profile");
    const { status } = await run(["check", CREATED, bad, "--junit", file]);
    expect(status).toBe(1);
    expect(() => readFileSync(file)).toThrow("ENOENT");
  });
});

describe("a figure above its budget", () => {
  const sampled = { basis: "sampled", change: "sampled", rate: 524288 } as const;
  it("is exceeded only beyond two standard errors", () => {
    expect(statusOf(100e6, 10e6, 50e6, 300e6, sampled)).toBe("exceeded");
    expect(statusOf(100e6, 30e6, 50e6, 300e6, sampled)).toBe("unsure");
    expect(statusOf(50e6, 1, 50e6, 300e6, sampled)).toBe("within");
  });
  it("is exceeded by anything where nothing was sampled", () => {
    const exact = { basis: "exact", change: "exact", rate: 0 } as const;
    expect(statusOf(101, 0, 100, 101, exact)).toBe("exceeded");
  });
});
