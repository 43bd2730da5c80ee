import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { buildCli } from "./built-cli.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const FIXTURES = join(ROOT, "tests/fixtures");

interface Action {
  readonly name: string;
  readonly description: string;
  readonly inputs: Record<string, { description: string; required?: boolean; default?: string }>;
  readonly outputs: Record<string, { description: string; value: string }>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly {
      readonly name: string;
      readonly id?: string;
      readonly shell: string;
      readonly env?: Record<string, string>;
      readonly run: string;
    }[];
  };
}

const action = parse(readFileSync(join(ROOT, "action.yml"), "utf8")) as Action;
const place = mkdtempSync(join(tmpdir(), "leaklens-action-"));
const heaps = join(place, "my heaps");

beforeAll(() => {
  buildCli(join(place, "action"));
  mkdirSync(heaps);
  for (const n of [0, 1, 2, 3]) {
    cpSync(join(FIXTURES, `leaking-operator/0${n}.pb.gz`), join(heaps, `0${n}.pb.gz`));
  }
}, 60_000);
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** Runs the steps as a runner does: the value of each `${{ inputs.X }}` goes to the environment. */
function act(inputs: Readonly<Record<string, string>>) {
  const files = mkdtempSync(join(place, "run-"));
  const value = (text: string) =>
    text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => {
      expect(Object.keys(action.inputs)).toContain(name);
      return inputs[name] ?? action.inputs[name]!.default ?? "";
    });
  let status = 0;
  for (const step of action.runs.steps) {
    const env = Object.entries(step.env ?? {}).map(([name, text]) => [name, value(text)]);
    const ran = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", step.run], {
      cwd: place,
      encoding: "utf8",
      env: {
        PATH: process.env.PATH,
        GITHUB_ACTION_PATH: join(place, "action"),
        GITHUB_STEP_SUMMARY: join(files, "summary.md"),
        GITHUB_OUTPUT: join(files, "output"),
        RUNNER_TEMP: files,
        ...Object.fromEntries(env),
      },
    });
    status = ran.status ?? -1;
    if (status !== 0) break;
  }
  const read = (name: string) => readFileSync(join(files, name), "utf8");
  return { status, summary: read("summary.md"), output: read("output") };
}

describe("action.yml", () => {
  it("is a composite action whose steps name their shell and take inputs by the environment", () => {
    expect(action.runs.using).toBe("composite");
    for (const { shell, run } of action.runs.steps) {
      expect(shell).toBe("bash");
      expect(run).not.toContain("${{");
    }
    for (const { description } of Object.values(action.inputs)) expect(description).not.toBe("");
    const ids = action.runs.steps.map((step) => step.id);
    for (const { value } of Object.values(action.outputs)) {
      const step = /steps\.([\w-]+)\./.exec(value)?.[1];
      if (step) expect(ids).toContain(step);
    }
  });

  it("has the inputs that docs/ci.md gives it", () => {
    const page = readFileSync(join(ROOT, "docs/ci.md"), "utf8");
    const steps = parse(/```yaml\n([\s\S]*?)```/.exec(page)![1]!) as { with?: object }[];
    const given = steps.flatMap((step) => Object.keys(step.with ?? {}));
    expect(given.length).toBeGreaterThan(3);
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(given));
    for (const [name, { required }] of Object.entries(action.inputs)) {
      if (required) expect(given).toContain(name);
    }
  });

  it("fails by the exit status of an exceeded budget, and writes summary and report", () => {
    const { status, summary, output } = act({
      base: "my heaps/00.pb.gz",
      new: "  my heaps/0[1-3].pb.gz\n\n",
      "max-growth": "10MiB",
      "max-kind": "ConfigMap=10GiB\nSecret=1GiB",
      class: "growing",
    });
    expect(status).toBe(3);
    expect(output).toBe("status=3\n");
    expect(summary).toMatch(/^### Heap check: 2 of 4 budgets exceeded$/m);
    expect(summary).toContain("`--max-growth 10.0 MiB`");
    const report = readFileSync(join(place, "leaklens-check.xml"), "utf8");
    expect(report).toMatch(/^<\?xml version="1.0"/);
    expect(report.match(/<failure /g)?.length).toBeGreaterThan(1);
  });

  it("passes where all budgets are kept", () => {
    const { status, summary } = act({ new: "my heaps/0*.pb.gz", "max-heap": "10GiB" });
    expect(status).toBe(0);
    expect(summary).toMatch(/the budget is kept/);
  });

  it("says in the summary why nothing was checked", () => {
    const { status, summary, output } = act({ new: "no such*.pb.gz", "max-heap": "1GiB" });
    expect([status, output]).toEqual([1, "status=1\n"]);
    expect(summary).toContain("no such*.pb.gz: no such file");
    expect(act({ new: "my heaps/00.pb.gz", "max-heap": "$(touch x)" }).status).toBe(2);
  });
});
