import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { otlpFile } from "../../src/export/otlp-file.js";
import { FORM_TOTALS } from "../form-totals.js";
import { tar, zip } from "../profile/containers/archives.js";
import { fixtureBytes, recording } from "../recordings.js";
import { run } from "./run.js";

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
const bytesOf = (name: string) => new Uint8Array(readFileSync(fixture(name)));
const STORM = fixture("configmap-list-storm/06-quiet-gc.pb.gz");
const scratch = mkdtempSync(join(tmpdir(), "leaklens-forms-"));
afterAll(() => rmSync(scratch, { recursive: true }));

/** What `top --json` answers to bytes on standard input, and to the same as a file. */
async function top(bytes: Uint8Array, ...args: string[]) {
  const piped = await run(["top", "-", "--json", ...args], bytes);
  expect(piped.status, piped.err).toBe(0);
  const path = join(scratch, "file");
  writeFileSync(path, bytes);
  expect((await run(["top", path, "--json", ...args])).out).toBe(piped.out);
  return JSON.parse(piped.out);
}

describe("leaklens top -", () => {
  it.each(FORM_TOTALS)("reads %s: %s in %s", async (file, type, unit, total) => {
    const answer = await top(bytesOf(file));
    expect([answer.sampleType, answer.unit, answer.total]).toEqual([type, unit, total]);
    expect(answer.functions.length > 0 || type === "threadcreate").toBe(true);
  });

  it("reads OpenTelemetry's protobuf, base64 text, tar.gz and zip with the same total", async () => {
    const profile = await recording("leaking-operator/05.pb.gz");
    const stored = fixtureBytes("leaking-operator/05.pb.gz");
    const base64 = Buffer.from(stored).toString("base64").replace(/.{76}/g, "$&\n");
    for (const bytes of [
      stored,
      otlpFile(profile),
      new TextEncoder().encode(base64),
      new Uint8Array(gzipSync(tar([["a/heap.pb.gz", stored]]))),
      zip([["a/heap.pb.gz", stored]]),
    ]) {
      expect((await top(bytes)).total).toBe(371870532);
    }
  });

  it("names functions of unsymbolised dumps by their library", async () => {
    const { functions } = await top(bytesOf("others/jemalloc.heap"));
    expect(functions.map((f: { name: string }) => f.name).sort()).toEqual([
      "[libcache.so]",
      "[server]",
    ]);
  });

  it("says of a picture what to ask for, in one line", async () => {
    const { status, err } = await run(["top", "-"], Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10));
    expect(status).toBe(1);
    expect(err).toMatch(/^leaklens: standard input: this is a PNG picture.*ask whoever made it/);
    expect(err.indexOf("\n")).toBe(err.length - 1);
  });
});

describe("a file with several profiles", () => {
  const table = fixture("tables/two-tables.md");
  const archive = join(scratch, "must-gather.tar");
  writeFileSync(
    archive,
    tar([
      ["ns/version", new TextEncoder().encode("4.15\n")],
      ["ns/before.pb.gz", bytesOf("leaking-operator/00.pb.gz")],
      ["ns/after.pb.gz", bytesOf("leaking-operator/05.pb.gz")],
    ]),
  );
  const total = async (file: string, stdin?: Uint8Array) => {
    const { status, out, err } = await run(["top", file, "--json"], stdin);
    return status === 0 ? JSON.parse(out).total : err;
  };

  it("is named with one of them by FILE#PART, by number or by name", async () => {
    expect(await total(`${table}#1`)).toBe(Math.round(1299.13 * 1048576));
    expect(await total(`${table}#table 2`)).toBe(Math.round(1891.88 * 1048576));
    expect(await total("-#1", bytesOf("tables/two-tables.md"))).toBe(Math.round(1299.13 * 1048576));
    expect(await total(`${table}#3`)).toMatch(/there is no part 3; it holds 2 profiles/);
  });

  it("may be an archive: a part of it is its number or its path", async () => {
    expect(await total(`${archive}#1`)).toBe(126902051);
    expect(await total(`${archive}#ns/before.pb.gz`)).toBe(126902051);
    expect(await total(`${archive}#ns/after.pb.gz`)).toBe(371870532);
    const { err } = await run(["top", archive]);
    expect(err).toMatch(/holds 3 files: 2 profiles opened, 1 other left alone \(ns\/version\)/);
    expect(err).toMatch(/ns\/after\.pb\.gz\); .* is taken, .*#1 names the first/);
  });

  it("compares two parts as it compares two files", async () => {
    const args = (after: string, before: string) => ["top", after, "--json", "--base", before];
    const files = ["05", "00"].map((n) => fixture(`leaking-operator/${n}.pb.gz`));
    const whole = await run(args(files[0]!, files[1]!));
    expect(JSON.parse(whole.out).functions.length).toBeGreaterThan(10);
    expect((await run(args(`${archive}#2`, `${archive}#1`))).out).toBe(whole.out);
  });
});

describe("pasted tables", () => {
  it("say their kinds in words, and what a table cannot tell", async () => {
    const { status, out } = await run(["kinds", "-"], bytesOf("tables/seed.txt"));
    expect(status).toBe(0);
    expect(out).toMatch(/ConfigMap/);
    expect(out).toMatch(/77\.0%/);
    expect(out).toMatch(/10\.7%/);
    expect(out).toMatch(/JSON/);
    expect(out).toMatch(/record/i);
  });

  it("are compared with each other and with a profile", async () => {
    const [before, after] = ["tables/top-later.txt", "tables/top.txt"].map(fixture);
    const diff = async (base: string) =>
      JSON.parse((await run(["top", after!, "--json", "--diff-base", base])).out);
    const tables = await diff(before!);
    const row = tables.functions.find((f: { name: string }) => f.name === "bytes.growSlice");
    const flat = async (file: string) =>
      JSON.parse((await run(["top", file, "--json"])).out).functions.find(
        (f: { name: string }) => f.name === "bytes.growSlice",
      ).flat;
    expect(row.flat).toBe((await flat(after!)) - (await flat(before!)));
    const { status, err } = await run(["top", after!, "--diff-base", STORM]);
    expect(status).toBe(2);
    expect(err).toMatch(/compared with printed tables alone; `leaklens kinds` compares it/);
    const kinds = await run(["kinds", after!, "--base", STORM]);
    expect(kinds.out).toMatch(/Compared with the base the total (?:grew|shrank|fell|stayed)/);
  });

  it("are refused what they cannot answer, with the reason", async () => {
    const { status, err } = await run(
      ["top", "-", "--focus", "ConfigMap"],
      bytesOf("tables/top.txt"),
    );
    expect(status).toBe(2);
    expect(err).toMatch(/a printed table has no stacks that could be filtered/);
  });

  it("of other programs than Go's have no kinds of Kubernetes", async () => {
    for (const name of ["others/leak.dhat.json", "others/node.heapprofile"]) {
      const { out } = await run(["kinds", "-"], bytesOf(name));
      expect(out, name).not.toMatch(/ConfigMap|Secret|Pod\b/);
    }
  });
});

it("the runtime's own figures of a heap text are shown under their own names", async () => {
  const { status, out } = await run(["beyond", fixture("leaking-operator/06.debug1.txt")]);
  expect(status).toBe(0);
  const text = readFileSync(fixture("leaking-operator/06.debug1.txt"), "utf8");
  const counted = (name: string) => new RegExp(`^# ${name} = (\\d+)`, "m").exec(text)![1];
  const shown = (name: string) => new RegExp(`^${name} +(\\S.*)$`, "m").exec(out)?.[1];
  expect(shown("NumGC")).toBe(counted("NumGC"));
  for (const name of ["HeapAlloc", "HeapIdle", "HeapReleased", "GCSys"]) {
    const mebibytes = Number(counted(name)) / 1048576;
    expect(Math.abs(Number.parseFloat(shown(name)!) - mebibytes), name).toBeLessThan(1);
  }
  expect(shown("StackInuse")).toMatch(/KiB|MiB/);
  expect(shown("PauseTotal")).toMatch(/ (?:µs|ms|s)$/);
});
