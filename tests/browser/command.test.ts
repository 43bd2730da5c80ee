import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { generate } from "../../bench/generate.js";
import { fixture, STORM } from "./leaklens.js";

/** The built command as a process of its own. */
const bin = fileURLToPath(new URL("../../bin/leaklens.js", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "leaklens-command-"));
afterAll(() => rmSync(scratch, { recursive: true }));

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
});

function start(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [bin, ...args], { env: { ...process.env, ...env } });
  started.push(child);
  return child;
}

/** What a process wrote, and how it ended: with a status, or by a signal. */
async function ended(child: ReturnType<typeof start>) {
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk) => {
    out += String(chunk);
  });
  child.stderr.on("data", (chunk) => {
    err += String(chunk);
  });
  const how = await new Promise<number | string | null>((resolve) => {
    child.on("close", (status, signal) => resolve(status ?? signal));
  });
  return { how, out, err };
}

describe("a reader that goes away", () => {
  it.each([
    ["top", STORM[3]!],
    ["top", STORM[3]!, "--json"],
    ["kinds", STORM[3]!],
    ["suspects", STORM[2]!, STORM[3]!],
    ["link", STORM[3]!],
    ["--help"],
  ])("ends %s quietly", async (...args) => {
    const child = start(args);
    child.stdout.destroy();
    const { how, err } = await ended(child);
    expect(how).toBe(0);
    // Of a link it is told how much it holds.
    expect(err.split("\n").filter((line) => !/characters|--app/.test(line))).toEqual([""]);
  });
});

/** Where and how a command may be run. */
const PLACES: readonly Readonly<Record<string, string>>[] = [
  { LC_ALL: "C", LANG: "C" },
  { LC_ALL: "de_DE.ISO-8859-1", LANGUAGE: "de" },
  { COLUMNS: "40", LINES: "5" },
  { TZ: "Asia/Kolkata" },
  { HOME: "/nonexistent", TMPDIR: "/nonexistent" },
  { FORCE_COLOR: "1", TERM: "xterm-256color" },
  { NODE_OPTIONS: "--max-old-space-size=64" },
];
/** The time of the recording is that of the place, as pprof prints it. */
const withoutTime = (ran: { readonly out: string }) => ({
  ...ran,
  out: ran.out.replace(/^Time: .*$/m, ""),
});

describe("what is printed", () => {
  it("has the same bytes whatever language, width and memory there are", async () => {
    const table = ["top", fixture("leaking-operator/05.pb.gz")];
    const kinds = ["kinds", fixture("leaking-operator/05.pb.gz")];
    for (const args of [table, kinds]) {
      const wanted = await ended(start(args));
      expect(wanted.how).toBe(0);
      expect(wanted.out.length).toBeGreaterThan(500);
      for (const env of PLACES) {
        const ran = await ended(start(args, env));
        expect(withoutTime(ran), JSON.stringify(env)).toEqual(withoutTime(wanted));
      }
    }
  });
});

/** Says how much memory the process had at most, in KiB, when it ends. */
const PEAK =
  'data:text/javascript,process.on("exit",()=>process.stderr.write("peak "+process.resourceUsage().maxRSS))';

describe("a large profile", () => {
  const large = join(scratch, "large.pb.gz");
  const peak = async (...args: string[]) => {
    const child = spawn(process.execPath, ["--import", PEAK, bin, ...args]);
    started.push(child);
    const { how, err } = await ended(child);
    expect(how, err).toBe(0);
    return Number(/peak (\d+)$/.exec(err)?.[1]);
  };

  it("is written with no more memory than reading it needs", async () => {
    writeFileSync(large, generate(readFileSync(STORM[3]!), 600_000));
    const read = await peak("kinds", large);
    const written = await peak("export", large, "-o", join(scratch, "written.pb.gz"));
    expect(read).toBeGreaterThan(200_000);
    expect(written).toBeLessThan(1.25 * read);
    const totals = await Promise.all(
      ["large", "written"].map(async (name) => {
        const { out } = await ended(start(["top", join(scratch, `${name}.pb.gz`), "--json"]));
        return JSON.parse(out).total;
      }),
    );
    expect(totals[1]).toBe(totals[0]);
  });
});

describe("leaklens open", () => {
  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 130],
    // Ended by the signal itself, which a shell tells as 129.
    ["SIGHUP", "SIGHUP"],
  ] as const)("ends at %s with %s", async (signal, how) => {
    const child = start(["open", STORM[3]!, "--no-browser"]);
    child.stdout.on("data", (chunk) => {
      if (/http:\/\/127/.test(String(chunk))) child.kill(signal);
    });
    const end = await ended(child);
    expect([end.how, end.err]).toEqual([how, ""]);
  });
});
