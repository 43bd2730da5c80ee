import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Download, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { fixture, type Leaklens, STORM, withBrowser } from "./leaklens.js";
import { serve } from "./server.js";

const { fresh } = withBrowser();
/** Files that the page does not have itself, as it has those of its incidents. */
const [CREATED, LISTS] = ["01-created", "02-json-lists"].map((name) =>
  fixture(`modern/apiserver-1.31-configmaps/${name}.pb.gz`),
) as [string, string];
const LEAK = fixture("modern/operator-leak/04.pb.gz");
const fragmentOf = (page: Page) => new URL(page.url()).hash.slice(1);

/** Opens two snapshots of the storm, lit, coloured by growth and zoomed: a view worth sharing. */
async function storm(
  app: Leaklens,
  files: readonly [string, string] = [STORM[1]!, STORM[3]!],
): Promise<void> {
  await app.visit();
  await app.open(...files);
  await app.page.keyboard.press("c");
  await app.page.locator(".chip", { hasText: "ConfigMap" }).click();
  await app.settled();
}

async function text(download: Download): Promise<string> {
  return readFileSync(await download.path(), "utf8");
}

describe("a view link", () => {
  it("shows the same pixels on a second page that is given the same files", async () => {
    const first = await fresh();
    await storm(first, [CREATED, LISTS]);
    const second = await fresh();
    await second.visit(fragmentOf(first.page));
    await expect
      .poll(() => second.text(".missing"))
      .toMatch(/01-created\.pb\.gz.*02-json-lists\.pb\.gz/);
    await second.drop(LISTS);
    await expect.poll(() => second.text(".missing")).not.toContain("02-json-lists");
    await second.drop(CREATED);
    await second.page.waitForSelector(".opened");
    await second.settled();
    await expect.poll(() => second.pixels()).toBe(await first.still());
    await expect.poll(() => second.page.url()).toBe(first.page.url());
  });

  it("is restored by a reload, its files from the browser's own storage", async () => {
    const app = await fresh();
    await storm(app);
    const before = await app.still();
    await app.page.reload();
    await app.page.waitForSelector(".opened");
    await app.settled();
    await expect.poll(() => app.pixels()).toBe(before);
  });

  it("says what it cannot follow, whatever its text is", async () => {
    const app = await fresh();
    await app.visit("v=1&zoom=%%%&lit=<img src=x onerror=alert(1)>&wings=2&d=AAAA");
    await expect.poll(() => app.page.locator("img").count()).toBe(0);
    await expect.poll(() => app.page.locator(".problem").count()).toBeGreaterThan(0);
    await app.open(STORM[3]!);
    await expect.poll(() => app.foot()).toContain("1.85 GiB");
  });
});

describe("a link with addresses", () => {
  it("asks before it fetches, then shows the same", async () => {
    const first = await fresh();
    await first.visit();
    await first.open(LEAK);
    const asked: string[] = [];
    const host = await serve((request, response) => {
      asked.push(request.url ?? "");
      response.writeHead(200, { "access-control-allow-origin": "*" });
      response.end(readFileSync(LEAK));
    });
    const app = await fresh();
    const address = `${host.address}04.pb.gz`;
    await app.visit(`${fragmentOf(first.page)}&url=${encodeURIComponent(address)}`);
    await expect.poll(() => app.text(".missing")).toContain(new URL(address).host);
    await app.page.waitForTimeout(300);
    expect(asked).toEqual([]);
    await app.page.getByRole("button", { name: /^Fetch from/ }).click();
    await app.page.waitForSelector(".opened");
    await app.settled();
    expect(asked).toEqual(["/04.pb.gz"]);
    await expect.poll(() => app.pixels()).toBe(await first.still());
    app.strangers.length = 0; // the one request that was asked for
    host.server.close();
  });

  it("tells what to do when the host does not let the page read", async () => {
    const host = await serve((_, response) => response.end("no CORS here"));
    const app = await fresh();
    await app.visit(`v=1&url=${encodeURIComponent(`${host.address}heap.pb.gz`)}`);
    await app.page.getByRole("button", { name: /^Fetch from/ }).click();
    await app.page.waitForSelector(".problem");
    await expect.poll(() => app.text(".problem")).toMatch(/CORS.*drop it here/);
    app.strangers.length = 0;
    app.errors.length = 0; // the browser itself reports the refused answer
    host.server.close();
  });
});

describe("a self-contained link", () => {
  it("opens with nothing else in a fresh browser: graph, kinds, suspects, and says so", async () => {
    const app = await fresh({ clipboard: true });
    await storm(app);
    const finding = await app.text(".finding");
    await app.page.keyboard.press("s");
    const card = app.page.locator(".way-card", { hasText: "Self-contained link" });
    await card.getByText(/every path/).waitFor({ timeout: 30_000 });
    const said = await card.innerText();
    expect(said).toMatch(/every path(?:,| of at least 0\.[0-5]\d?% of the total)/);
    await card.getByRole("button", { name: "Copy link" }).click();
    const link = await app.page.evaluate(() => navigator.clipboard.readText());
    expect(link.length).toBeLessThanOrEqual(2000);
    const other = await fresh();
    await other.visit(new URL(link).hash.slice(1));
    await other.page.waitForSelector(".opened");
    await other.settled();
    await expect.poll(() => other.text(".finding")).toContain("Made from a link");
    await expect.poll(() => other.text(".finding")).toContain(finding.slice(0, 60));
    await expect.poll(() => other.foot()).toContain("1,983,775,191 bytes");
    await expect.poll(() => other.text(".panel .figure")).toContain("+1.65 GiB");
    await other.page.click('[role=tab]:has-text("Suspects")');
    await other.settled();
    await expect.poll(() => other.page.locator(".suspect").count()).toBeGreaterThan(0);
    // What is done next stays a link of its own.
    await other.page.click('[role=tab]:has-text("Graph")');
    await other.page.keyboard.press("f");
    await other.settled();
    const pixels = await other.still();
    await other.page.reload();
    await other.page.waitForSelector(".opened");
    await other.settled();
    await expect.poll(() => other.pixels()).toBe(pixels);
  });
});

describe("a self-contained page", () => {
  it("opens from disk with no network and shows the same", async () => {
    const app = await fresh();
    await storm(app);
    const pixels = await app.still();
    await app.page.keyboard.press("s");
    const [download] = await Promise.all([
      app.page.waitForEvent("download"),
      app.page.getByRole("button", { name: "Save .html" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/01-created.*03-storm.*\.html$/);
    const path = join(tmpdir(), `leaklens-${process.pid}.html`);
    await writeFile(path, readFileSync(await download.path()));
    const disk = await fresh();
    await disk.context.setOffline(true);
    const requests: string[] = [];
    disk.page.on("request", (r) => requests.push(r.url()));
    await disk.page.goto(`file://${path}`);
    await disk.page.waitForSelector(".opened", { timeout: 30_000 });
    await disk.settled();
    await expect.poll(() => disk.pixels()).toBe(pixels);
    const strangers = requests.filter((r) => !/^(file|blob|data):/.test(r));
    expect(strangers).toEqual([]);
    disk.strangers.length = 0; // file: is no origin of the server
  });
});

describe("files for other tools", () => {
  it("are saved: SVG as text, PNG at twice the size, tables, stacks, a report", async () => {
    const app = await fresh();
    await storm(app);
    await app.page.keyboard.press("s");
    const save = async (label: string): Promise<Download> => {
      const [download] = await Promise.all([
        app.page.waitForEvent("download"),
        app.page.locator(".exports").getByRole("button", { name: label, exact: true }).click(),
      ]);
      return download;
    };
    const svg = await text(await save("SVG"));
    expect(svg).toMatch(/^<svg|^<\?xml/);
    expect(svg).toContain("ListResource");
    expect(svg).not.toMatch(/<script/i);
    const png = readFileSync(await (await save("PNG")).path());
    expect([...png.subarray(1, 4)]).toEqual([..."PNG"].map((c) => c.charCodeAt(0)));
    expect(await text(await save("CSV"))).toMatch(/growSlice/);
    expect(JSON.parse(await text(await save("JSON"))).functions.length).toBeGreaterThan(300);
    expect(await text(await save("folded"))).toMatch(/ListResource.*;.* \d+/);
    const report = await text(await save("Markdown"));
    expect(report).toMatch(/ConfigMap/);
    expect(report).toContain("#v=1&");
    const pb = await save("pprof");
    expect(pb.suggestedFilename()).toMatch(/\.pb\.gz$/);
    const again = await fresh();
    await again.visit();
    await again.openBytes("again.pb.gz", readFileSync(await pb.path()));
    await expect.poll(() => again.page.locator(".problem").count()).toBe(0);
  });
});

describe("print", () => {
  it("has the graph as a drawing with its title, and takes it away again", async () => {
    const app = await fresh();
    await storm(app);
    await app.page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    const sheet = await app.page.textContent(".print-sheet");
    expect(sheet).toContain("01-created → 03-storm");
    expect(sheet).toContain("ListResource");
    await expect.poll(() => app.page.locator(".print-sheet > svg").count()).toBe(1);
    await app.page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
    await expect.poll(() => app.page.locator(".print-sheet svg").count()).toBe(0);
  });
});
