import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NOTHING, writeProfile } from "../generate.js";
import { type GoldenTables, golden } from "../golden/golden.js";
import { run } from "./run.js";

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
const STORM = fixture("configmap-list-storm/03-storm.pb.gz");
const CREATED = fixture("configmap-list-storm/01-created.pb.gz");

describe("leaklens top --json", () => {
  it("has every function in pprof's order, with whole numbers", async () => {
    const { names, tables } = golden<GoldenTables>("figures");
    const wanted = tables.find(
      (t) => t.files[0] === "configmap-list-storm/03-storm.pb.gz" && t.type === "inuse_space",
    )!;
    const { status, out, err } = await run(["top", STORM, "--json"]);
    expect([status, err]).toEqual([0, ""]);
    const answer = JSON.parse(out);
    expect(Object.keys(answer)).toEqual(["sampleType", "unit", "total", "functions"]);
    expect([answer.sampleType, answer.unit]).toEqual(["inuse_space", "bytes"]);
    expect(answer.functions).toEqual(
      wanted.name.map((n, i) => ({ name: names[n], flat: wanted.flat[i], cum: wanted.cum[i] })),
    );
    expect(answer.total).toBe(wanted.flat.reduce((a, b) => a + b, 0));
  });

  it("is cut where that is asked for", async () => {
    const { out } = await run(["top", STORM, "--json", "-n", "3", "--cum"]);
    expect(JSON.parse(out).functions).toHaveLength(3);
  });

  it("has differences with a base, of which the total is pprof's", async () => {
    const { out } = await run(["top", STORM, "--json", "--diff-base", CREATED]);
    const answer = JSON.parse(out);
    const base = JSON.parse((await run(["top", CREATED, "--json"])).out);
    expect(answer.total).toBe(base.total);
    const own = await run(["top", STORM, "--json", "--base", STORM]);
    expect(JSON.parse(own.out)).toMatchObject({ total: 0, functions: [] });
  });
});

describe("truncated stacks", () => {
  it("are joined only where that is asked for, and keep their bytes", async () => {
    const rows = async (flag: string) => {
      const { status, out } = await run(["top", STORM, "--json", flag]);
      expect(status).toBe(0);
      return JSON.parse(out);
    };
    const plain = JSON.parse((await run(["top", STORM, "--json"])).out);
    const joined = await rows("--assemble");
    expect(await rows("--no-assemble")).toEqual(plain);
    const flats = (answer: typeof plain) =>
      new Map(answer.functions.map((f: { name: string; flat: number }) => [f.name, f.flat]));
    for (const [name, flat] of flats(plain)) expect(flats(joined).get(name)).toBe(flat);
    const cums = (answer: typeof plain) =>
      answer.functions.reduce((n: number, f: { cum: number }) => n + f.cum, 0);
    expect(cums(joined)).toBeGreaterThan(cums(plain));
  });
});

describe("names of C++ and Rust", () => {
  it.each([
    [[], "std::vector::push_back"],
    [["--symbolize=demangle=default"], "std::vector::push_back"],
    [["--symbolize=demangle=templates"], "std::vector<int, std::allocator<int> >::push_back"],
    [
      ["--symbolize", "demangle=full"],
      "std::vector<int, std::allocator<int> >::push_back(int const&)",
    ],
    [["--symbolize=demangle=none"], "_ZNSt6vectorIiSaIiEE9push_backERKi"],
    [["--symbolize=none"], "_ZNSt6vectorIiSaIiEE9push_backERKi"],
    [["--raw-names"], "_ZNSt6vectorIiSaIiEE9push_backERKi"],
  ])("are as long as %j asks for", async (flags, name) => {
    const { out } = await run(["top", fixture("cases/mangled.pb.gz"), "--json", ...flags]);
    const names = JSON.parse(out).functions.map((f: { name: string }) => f.name);
    expect(names.filter((n: string) => n.includes("push_back"))).toEqual([name]);
  });
});

describe("where FILE comes from", () => {
  let server: Server;
  let address = "";
  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.url?.startsWith("/heap")) response.end(readFileSync(CREATED));
      else {
        response.statusCode = 404;
        response.end();
      }
    });
    await new Promise<void>((done) => {
      server.listen(0, "127.0.0.1", done);
    });
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((done) => server.close(done)));

  it("may be a path, standard input or an address, with one answer", async () => {
    const bytes = new Uint8Array(readFileSync(CREATED));
    const path = await run(["top", CREATED]);
    expect(await run(["top", "-"], bytes)).toEqual(path);
    expect(await run(["top", `${address}/heap?debug=0`])).toEqual(path);
    expect(path.status).toBe(0);
  });

  it("is told when the server refuses or nothing answers, without the query's secrets", async () => {
    const refused = await run(["top", `${address}/nothing?token=secret`]);
    expect(refused).toEqual({
      status: 1,
      out: "",
      err: `leaklens: ${address}/nothing: the server answers 404 Not Found\n`,
    });
    const gone = await run(["top", "http://127.0.0.1:9/heap"]);
    expect(gone.status).toBe(1);
    expect(gone.err).toMatch(/^leaklens: http:\/\/127\.0\.0\.1:9\/heap: [^\n]+\n$/);
  });
});

describe("inputs that cannot be read", () => {
  it("say of a name that is not UTF-8 how its file can be given", async () => {
    // What Node makes of the name's bytes before any program sees them.
    const { status, err } = await run(["top", "heap-\ufffd.pb.gz"]);
    expect(status).toBe(1);
    expect(err).toContain("its name is not UTF-8: give the file by standard input");
  });

  const scratch = mkdtempSync(join(tmpdir(), "leaklens-cli-"));
  afterAll(() => rmSync(scratch, { recursive: true }));
  const bytes = readFileSync(STORM);

  it.each([
    ["a file that is not there", undefined, "no such file"],
    ["an empty file", Buffer.alloc(0), "the file is empty; record it again"],
    ["a file that was cut", bytes.subarray(0, bytes.length >> 1), "ends before its end mark"],
    ["a text", Buffer.from("hello, this is a note to myself\n"), ""],
  ])("%s is one line on standard error and exit 1", async (_, content, why) => {
    const file = join(scratch, "heap.pb.gz");
    rmSync(file, { force: true });
    if (content) writeFileSync(file, content);
    const { status, out, err } = await run(["top", file]);
    expect([status, out]).toEqual([1, ""]);
    expect(err.startsWith(`leaklens: ${file}: `)).toBe(true);
    expect(err.indexOf("\n")).toBe(err.length - 1);
    expect(err).toContain(why);
  });

  it("a folder is named as one", async () => {
    expect((await run(["top", scratch])).err).toBe(
      `leaklens: ${scratch}: it is a folder, name its files\n`,
    );
  });
});

describe("wrong use", () => {
  it.each([
    [[], "name a file"],
    [["top"], "top takes a FILE"],
    [["top", STORM, "--nonsense"], "unknown option '--nonsense'"],
    [["top", STORM, "--sample", "heap"], "--sample heap is none of alloc_objects, alloc_space"],
    [["top", STORM, "--focus", "a("], "--focus a( is no regular expression: missing closing )"],
    [
      ["top", STORM, "--nodecount", "many"],
      '--nodecount takes a whole number of at least 0, not "many"',
    ],
    [["top", STORM, "-n", "-3"], ""],
    [["top", STORM, "--nodefraction=x"], "--nodefraction takes a number of at least 0"],
    [["top", STORM, "--base", CREATED, "--diff-base", CREATED], "exclude each other"],
    [["top", STORM, "--normalize"], "--normalize needs --base or --diff-base"],
    [["top", STORM, "--symbolize=local"], "--symbolize takes demangle=default, templates"],
    [["top", STORM, "--assemble", "--no-assemble"], "exclude each other"],
    [["open", STORM, "--port", "no"], "--port takes a whole number"],
    [["open", STORM, "--port", "70000"], "--port takes a number up to 65535"],
  ])("%j is one line on standard error and exit 2", async (args, why) => {
    const { status, out, err } = await run(args);
    expect([status, out]).toEqual([2, ""]);
    expect(err.startsWith("leaklens: ")).toBe(true);
    expect(err.indexOf("\n")).toBe(err.length - 1);
    expect(err).toContain(why);
  });

  it("--help and --version answer on standard output", async () => {
    const help = await run(["--help"]);
    expect(help.status).toBe(0);
    expect(help.out).toContain("leaklens top FILE... [--base FILE]");
    const top = await run(["top", "--help"]);
    expect(top.out).toMatch(/^Usage: leaklens top FILE/);
    for (const line of top.out.split("\n")) expect(line.length).toBeLessThan(90);
    expect((await run(["--version"])).out).toMatch(/^leaklens \d+\.\d+\.\d+\n$/);
    expect((await run(["top", "--version"])).out).toBe((await run(["--version"])).out);
  });
});

it("profiles of different sample types are not compared", async () => {
  const bytes = writeProfile({
    ...NOTHING,
    sampleTypes: [{ type: "cpu", unit: "nanoseconds" }],
  });
  const { status, err } = await run(["top", STORM, "--base", "-"], bytes);
  expect(status).toBe(1);
  expect(err).toContain("do not have the same sample types");
});
