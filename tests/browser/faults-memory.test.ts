import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { generate } from "../../bench/generate.js";
import { IN_FIREFOX } from "./browsers.js";
import { type Leaklens, STORM, withBrowser } from "./leaklens.js";

const { fresh } = withBrowser();
/** The long form, of `npm run faults`, takes minutes: its files have more than 6 MB. */
const LONG = process.env.LEAKLENS_FAULTS === "long";
const FILES = LONG ? 20 : 6;
const SAMPLES = LONG ? 430_000 : 60_000;
/** Memory after the last file over that after the first. */
const SLACK = 1.5;

const folder = mkdtempSync(join(tmpdir(), "leaklens-memory-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Megabytes of resident memory of the process that runs the page: the one that grew most. */
function largestRenderer(): number {
  let most = 0;
  for (const id of readdirSync("/proc")) {
    if (!/^\d+$/.test(id)) continue;
    try {
      if (!readFileSync(`/proc/${id}/cmdline`, "utf8").includes("--type=renderer")) continue;
      if (!isOurs(id)) continue;
      const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1];
      most = Math.max(most, Number(kilobytes ?? 0) / 1024);
    } catch {
      // It ended while it was looked at.
    }
  }
  return most;
}

/** Whether a process was started by this one, through whatever others. */
function isOurs(id: string): boolean {
  for (let at = id; at !== "0" && at !== "1" && at !== ""; ) {
    if (at === String(process.pid)) return true;
    at = /PPid:\s+(\d+)/.exec(readFileSync(`/proc/${at}/status`, "utf8"))?.[1] ?? "";
  }
  return false;
}

/**
 * Waits for a part of the page, and holds on to nothing of it: what `waitForSelector` gives keeps
 * the part, with the graph it belongs to, in memory until the test ends.
 */
async function shown(app: Leaklens, selector: string): Promise<void> {
  const found = (s: string) => document.querySelector(s) !== null;
  await app.page.waitForFunction(found, selector, { timeout: 120_000 });
  const busy = () => document.querySelector("main")?.getAttribute("aria-busy") === "true";
  await expect.poll(() => app.page.evaluate(busy), { timeout: 120_000 }).toBe(false);
}

async function openAndClose(app: Leaklens, seed: number): Promise<void> {
  const path = join(folder, `${seed}.pb.gz`);
  const bytes = generate(readFileSync(STORM[3]!), SAMPLES, seed);
  if (LONG) expect(bytes.length).toBeGreaterThan(6_000_000);
  writeFileSync(path, bytes);
  await app.page.setInputFiles("#file-input", path);
  await shown(app, ".opened");
  await app.page.click(".brand");
  await shown(app, ".start");
  rmSync(path);
}

/** Memory when garbage is collected: the browser itself is in no hurry. */
async function atRest(app: Leaklens): Promise<number> {
  const session = await app.context.newCDPSession(app.page);
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 6; i++) {
    await session.send("HeapProfiler.collectGarbage");
    await app.page.waitForTimeout(300);
    least = Math.min(least, largestRenderer());
  }
  await session.detach();
  return least;
}

it.runIf(!IN_FIREFOX && existsSync("/proc/self/status"))(
  "files that are opened and closed one by one give their memory back",
  async () => {
    const app = await fresh();
    await app.visit();
    await openAndClose(app, 1);
    const first = await atRest(app);
    for (let seed = 2; seed <= FILES; seed++) await openAndClose(app, seed);
    const last = await atRest(app);
    if (LONG)
      console.log(
        `renderer: ${first.toFixed(0)} MB after 1 file, ${last.toFixed(0)} after ${FILES}`,
      );
    expect(last / first).toBeLessThan(SLACK);
  },
  1_200_000,
);
