import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { FindingAnswer } from "../../../src/engine/answers.js";
import { Engine, type EngineAsks } from "../../../src/engine/engine.js";
import type { Question } from "../../../src/engine/question.js";
import { finish } from "../../../src/lib/steps.js";
import { unpack } from "../../../src/profile/containers/unpack.js";
import { readProfile } from "../../../src/profile/formats/read-profile.js";
import { PLAIN_QUESTION } from "../../question.js";
import { fixtureBytes } from "../../recordings.js";

const table = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/tables/${name}`, import.meta.url)));

/** An engine with some files open, and how to ask it about them. */
function opened(...files: [string, Uint8Array][]) {
  const engine = new Engine();
  for (const [name, bytes] of files) engine.library.add(name, name, finish(readProfile(bytes)));
  const question: Question = { ...PLAIN_QUESTION, files: files.map(([name]) => name) };
  return <K extends keyof EngineAsks>(
    name: K,
    change: Partial<Question> = {},
    extra?: EngineAsks[K]["with"],
  ) => finish(engine.ask(name, { ...question, ...change }, extra as EngineAsks[K]["with"]));
}

const textOf = ({ segments, aside }: FindingAnswer) =>
  `${segments.map((s) => s.text).join("")} ${aside}`;

describe("the table of the incident that this began with", () => {
  const ask = opened(["seed", table("seed.txt")]);

  it("says ConfigMap: named 10.7%, shaped 77.0%, LIST answers in JSON, and what to record next", () => {
    const kinds = ask("kinds");
    const [top] = kinds.kinds;
    expect(top!.kind).toBe("ConfigMap");
    expect((100 * top!.named) / kinds.total).toBeCloseTo(10.7, 1);
    expect((100 * top!.shaped) / kinds.total).toBeCloseTo(77.0, 1);
    expect(top!.stages["json-response"]).toBe(top!.shaped);
    const text = textOf(ask("finding"));
    expect(text).toMatch(/ConfigMaps hold about 87\.7%/);
    expect(text).toMatch(/77\.0% shaped by json\.mapEncoder\.encode/);
    expect(text).toMatch(/10\.7% named by v1\.\(\*ConfigMap\)\.Unmarshal/);
    expect(text).toMatch(/JSON.*LIST/);
    expect(text).toMatch(/no stacks.*record the profile itself/);
    expect(text).toMatch(/does not say its sample type/);
    const advice = ask("finding").advice.map((a) => a.id);
    expect(advice[0]).toBe("record-profile");
    expect(advice).toContain("stream-json-lists");
  });

  it("adds up: kinds, other and unknown are the total, and so are the stages", () => {
    const { kinds, other, unknown, total, stages } = ask("kinds");
    expect(kinds.reduce((sum, k) => sum + k.total, 0) + other + unknown).toBe(total);
    expect(Object.values(stages).reduce((sum, v) => sum + v, 0)).toBe(total);
  });

  it("has no graph, no callers and no suspects, and says why", () => {
    for (const name of ["picture", "suspects"] as const) {
      expect(() => ask(name)).toThrow(/printed table has no stacks/);
    }
    expect(() => ask("callers", {}, { name: "bytes.makeSlice" })).toThrow(/who calls/);
    expect(() => ask("kinds", { transforms: [{ do: "focus", pattern: "json" }] })).toThrow(
      /no stacks that could be filtered/,
    );
  });

  it("shows its rows as they were printed, in pprof's order", () => {
    const { flat, cum, of, frame } = ask("table");
    expect(frame).toHaveLength(4);
    expect(of).toBe(Math.round(11616.18 * 1048576));
    expect(flat[0]).toBe(Math.round(9226.15 * 1048576));
    expect(cum[3]).toBe(Math.round(8944.02 * 1048576));
  });

  it("has a report that names no suspect", () => {
    const report = ask("report", {}, { link: "" });
    expect(report).toMatch(/ConfigMaps/);
    expect(report).toMatch(/no stacks/);
  });
});

describe("two pasted tables", () => {
  const ask = opened(["before", table("top-later.txt")], ["after", table("top.txt")]);
  const compared = { shown: 1, base: 0 };

  it("are compared function by function and kind by kind", () => {
    const kinds = ask("kinds", compared);
    expect(kinds.isDifference).toBe(true);
    expect(kinds.total).toBe(Math.round(1891.88 * 1048576) - Math.round(1299.13 * 1048576));
    const sum = kinds.kinds.reduce((all, k) => all + k.total, 0) + kinds.other + kinds.unknown;
    expect(sum).toBe(kinds.total);
    const { flat, baseFlat } = ask("table", compared);
    expect(flat[0]! - baseFlat[0]!).toBe(
      Math.round(875.64 * 1048576) - Math.round(288.34 * 1048576),
    );
    expect(textOf(ask("finding", compared))).toMatch(
      /Compared with the base the total grew by 593 MiB/,
    );
  });

  it("have a strip whose bands add up to each file's total", () => {
    const { bands, totals } = ask("set", compared);
    totals.forEach((total, p) => {
      expect(bands.reduce((sum, b) => sum + b.values[p]!, 0)).toBe(total);
    });
  });
});

it("a table can be compared with a profile, by functions", async () => {
  const profile = await unpack(fixtureBytes("configmap-list-storm/06-quiet-gc.pb.gz"));
  const ask = opened(["profile", profile], ["table", table("top.txt")]);
  const { flat, baseFlat } = ask("table", { shown: 1, base: 0 });
  const grown = Array.from(flat, (v, i) => v - baseFlat[i]!);
  // What the table printed of the profile is rounded to hundredths of a MB.
  expect(Math.abs(grown[0]! - (875.64 - 288.34) * 1048576)).toBeLessThan(0.02 * 1048576);
});

it("a table of goroutines is not said to be a heap", () => {
  const ask = opened(["goroutines", table("goroutines.txt")]);
  expect(ask("kinds").kinds).toEqual([]);
  const text = textOf(ask("finding"));
  expect(text).toMatch(/follow lies 99\.3%/);
  expect(text).not.toMatch(/heap|memory|bytes|holds/);
});

it("a table of a difference tells what grew and what shrank, and of no live heap", () => {
  const ask = opened(["difference", table("difference.txt")]);
  const text = textOf(ask("finding"));
  expect(text).toMatch(/difference of two profiles/);
  expect(text).toMatch(/Most shrank bytes\.growSlice \(−9\.82 MiB\)/);
  expect(text).not.toMatch(/live heap/);
  const { kinds, other, unknown, total } = ask("kinds");
  expect(kinds.reduce((sum, k) => sum + k.total, 0) + other + unknown).toBeCloseTo(total, 6);
});
