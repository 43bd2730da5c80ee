import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { OTHER_CATEGORIES, STAGES } from "../../src/kubernetes/vocabulary.js";
import { run } from "./run.js";

const fixture = (name: string) =>
  fileURLToPath(new URL(`../fixtures/modern/${name}`, import.meta.url));
const LISTS = fixture("apiserver-1.31-configmaps/03-json-lists.pb.gz");

interface Group {
  readonly value: number;
  readonly kind: string;
  readonly evidence: string;
  readonly stage: string;
  readonly category: string;
  readonly activity: string;
  readonly handling: string;
  readonly other: string;
  readonly stack: readonly string[];
}

async function json<T>(...args: string[]): Promise<T> {
  const { status, out, err } = await run([...args, "--json"]);
  expect([status, err]).toEqual([0, ""]);
  return JSON.parse(out) as T;
}

const sum = (groups: readonly Group[]) => groups.reduce((all, g) => all + g.value, 0);

describe("leaklens rules", () => {
  it("prints groups that add up to what kinds says: the total, each kind and each stage", async () => {
    const groups = await json<Group[]>("rules", LISTS);
    const kinds = await json<{
      total: number;
      other: number;
      unknown: number;
      kinds: { kind: string; total: number }[];
      stages: Record<string, number>;
    }>("kinds", LISTS);
    expect(sum(groups)).toBe(kinds.total);
    expect(sum(groups.filter((g) => g.kind === "other"))).toBe(kinds.other);
    expect(sum(groups.filter((g) => g.kind === "unknown"))).toBe(kinds.unknown);
    expect(kinds.kinds[0]?.kind).toBe("ConfigMap");
    expect(sum(groups.filter((g) => g.kind === "ConfigMap"))).toBe(kinds.kinds[0]?.total);
    for (const stage of Object.keys(kinds.stages)) {
      expect([stage, sum(groups.filter((g) => g.stage === stage))]).toEqual([
        stage,
        kinds.stages[stage],
      ]);
    }
  });

  it("has the largest first, each of one sort, with a stage and a stack", async () => {
    const groups = await json<Group[]>("rules", LISTS);
    const sizes = groups.map((g) => g.value);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    const keys = groups.map(({ value: _, stack: __, ...sort }) =>
      JSON.stringify({ ...sort, largest: 0 }),
    );
    expect(new Set(keys).size).toBe(keys.length);
    for (const g of groups) {
      expect(STAGES).toContain(g.stage);
      if (g.kind === "other") expect(OTHER_CATEGORIES).toContain(g.category);
      else expect(g.category).toBe("");
      expect(g.stack.length).toBeGreaterThan(0);
    }
  });

  it("names the functions that tell the stage of a JSON answer", async () => {
    const { status, out } = await run(["rules", LISTS]);
    expect(status).toBe(0);
    const [head, activity, handling, stack] = out.split("\n");
    expect(head).toMatch(/^\d+(\.\d)?% [\d.]+ [KMG]iB {2}ConfigMap · shaped · json-response$/);
    expect(activity).toMatch(/^ {4}serving-list \(.*handlers\.ListResource\.func1\)$/);
    expect(handling).toMatch(/^ {4}encoded-json \(.*\)$/);
    expect(stack).toMatch(/^ {4}bytes\.growSlice < /);
  });

  it("says what is wrong with a file that is no profile", async () => {
    const { status, err } = await run(["rules", fixture("expect.json")]);
    expect(status).not.toBe(0);
    expect(err).toMatch(/expect\.json/);
  });
});
