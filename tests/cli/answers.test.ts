import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { run } from "./run.js";

/**
 * What has to be said of each incident and of each recording of a program of today: see
 * tests/fixtures/README.md for the keys. The terminal is asked, since its JSON is kept for ever.
 */
interface Expectation {
  readonly files?: readonly string[];
  readonly compare?: boolean;
  readonly sample?: string;
  readonly role?: string;
  readonly name?: string;
  readonly since?: string;
  readonly until?: string;
  readonly sinceNotAfter?: string;
  readonly top?: string;
  readonly topShare?: number;
  readonly notTop?: string;
  readonly kindMax?: Readonly<Record<string, number>>;
  readonly stage?: string;
  readonly stages?: readonly string[];
  readonly stageShare?: number;
  readonly noStageOver?: Readonly<Record<string, number>>;
  readonly otherShareMax?: number;
  readonly otherShareMin?: number;
  readonly say?: string;
  readonly never?: string;
  readonly advice?: readonly string[];
  readonly noAdvice?: readonly string[];
  readonly firstClass?: readonly string[];
  readonly firstClassNot?: readonly string[];
  readonly suspectPath?: string;
  readonly set?: string;
  readonly noGrowing?: boolean;
}

interface Said {
  readonly total: number;
  readonly other: number;
  readonly finding: string;
  readonly advice: readonly string[];
  readonly set?: string;
  readonly program: Readonly<Record<"role" | "name" | "since" | "until", string | null>>;
  readonly kinds: readonly { readonly kind: string; readonly total: number }[];
  readonly stages: Readonly<Record<string, number>>;
  readonly suspects: readonly {
    readonly function: string;
    readonly path: readonly string[];
    readonly class: string;
    readonly advice: readonly string[];
  }[];
}

const DEFAULT_SHARE = 0.3;
const root = fileURLToPath(new URL("../fixtures/", import.meta.url));
const pattern = (text: string) => new RegExp(text, "i");

async function asked(args: readonly string[]): Promise<Said> {
  const { status, out, err } = await run([...args, "--json"]);
  expect([status, err]).toEqual([0, ""]);
  return JSON.parse(out) as Said;
}

async function hold(files: readonly string[], want: Expectation): Promise<void> {
  const last = files.at(-1)!;
  const sample = want.sample ? ["--sample", want.sample] : [];
  const base = want.compare ? ["--base", files[0]!] : [];
  const kinds = await asked(["kinds", last, ...base, ...sample]);
  const suspects = files.length > 1 ? await asked(["suspects", ...files]) : undefined;
  const finding = want.compare && suspects ? suspects.finding : kinds.finding;
  const first = suspects?.suspects[0];
  const advice = new Set([
    ...kinds.advice,
    ...(suspects?.advice ?? []),
    ...(suspects?.suspects ?? []).flatMap((s) => s.advice),
  ]);
  const share = (value: number | undefined) => Math.abs(value ?? 0) / (Math.abs(kinds.total) || 1);
  const kind = (name: string) => kinds.kinds.find((k) => k.kind === name)?.total;
  const { program } = kinds;
  expect(finding).not.toBe("");
  if (want.role) expect(program.role).toBe(want.role);
  if (want.name) expect(program.name).toMatch(pattern(want.name));
  if (want.since) expect(minor(program.since)).toBeGreaterThanOrEqual(minor(want.since));
  if (want.until && program.until) {
    expect(minor(program.until)).toBeGreaterThanOrEqual(minor(want.until));
  }
  if (want.sinceNotAfter && program.since) {
    expect(minor(program.since)).toBeLessThanOrEqual(minor(want.sinceNotAfter));
  }
  if (want.top) expect(kinds.kinds[0]?.kind).toBe(want.top);
  if (want.topShare) expect(share(kind(want.top!))).toBeGreaterThanOrEqual(want.topShare);
  if (want.notTop && kinds.kinds[0]?.kind === want.notTop) {
    expect(share(kinds.kinds[0].total)).toBeLessThanOrEqual(0.1);
  }
  for (const [name, most] of Object.entries(want.kindMax ?? {})) {
    expect(share(kind(name))).toBeLessThanOrEqual(most);
  }
  const least = want.stageShare ?? DEFAULT_SHARE;
  const stages = want.stages ?? (want.stage ? [want.stage] : undefined);
  if (stages) {
    const sum = stages.reduce((all, name) => all + share(kinds.stages[name]), 0);
    expect(sum).toBeGreaterThanOrEqual(least);
  }
  for (const [name, most] of Object.entries(want.noStageOver ?? {})) {
    expect(share(kinds.stages[name])).toBeLessThanOrEqual(most);
  }
  if (want.otherShareMax !== undefined) {
    expect(share(kinds.other)).toBeLessThanOrEqual(want.otherShareMax);
  }
  if (want.otherShareMin) expect(share(kinds.other)).toBeGreaterThanOrEqual(want.otherShareMin);
  if (want.say) expect(finding).toMatch(pattern(want.say));
  if (want.never) expect(finding).not.toMatch(pattern(want.never));
  for (const id of want.advice ?? []) expect([...advice]).toContain(id);
  for (const id of want.noAdvice ?? []) expect([...advice]).not.toContain(id);
  if (want.firstClass) expect(want.firstClass).toContain(first?.class);
  if (want.firstClassNot) expect(want.firstClassNot).not.toContain(first?.class);
  if (want.suspectPath) {
    expect([first?.function, ...(first?.path ?? [])].join(" ")).toMatch(pattern(want.suspectPath));
  }
  if (want.set) expect(suspects?.set).toBe(want.set);
  if (want.noGrowing) expect(suspects?.suspects.map((s) => s.class)).not.toContain("growing");
}

const minor = (release: string | null) => Number((release ?? "0.0").split(".")[1]);

function expectations(folder: string): [string, Expectation][] {
  const text = readFileSync(`${root}${folder}/expect.json`, "utf8");
  return Object.entries(JSON.parse(text) as Record<string, Expectation>);
}

/** An incident's files: NAME.pb.gz, or NAME-0, NAME-1 and so on in time. */
function incidentFiles(name: string, want: Expectation): string[] {
  const files =
    want.files?.map((file) => `${file}.pb.gz`) ??
    readdirSync(`${root}incidents`)
      .filter((file) => file.replace(/(-\d)?\.pb\.gz$/, "") === name)
      .sort();
  return files.map((file) => `${root}incidents/${file}`);
}

describe("what is said of incidents of the public record", () => {
  test.each(expectations("incidents"))("%s", async (name, want) => {
    await hold(incidentFiles(name, want), want);
  });
});

describe("what is said of programs of today", () => {
  test.each(expectations("modern"))("%s", async (_, want) => {
    await hold(
      want.files!.map((file) => `${root}modern/${file}.pb.gz`),
      want,
    );
  });
});
