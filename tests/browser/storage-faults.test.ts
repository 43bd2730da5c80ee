import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { generate } from "../../bench/generate.js";
import { IN_FIREFOX } from "./browsers.js";
import { type Leaklens, STORM, withBrowser } from "./leaklens.js";

const { fresh } = withBrowser();

/** Opens files, waits until they are kept, and goes back to the start. */
async function keepTwo(app: Leaklens): Promise<void> {
  await app.visit();
  await app.open(STORM[2]!, STORM[3]!);
  await app.page.click(".brand");
  await app.page.waitForSelector(".kept-set");
}

describe("records that are damaged on disk", () => {
  it("are put aside and told; the page and what is sound stay", async () => {
    const app = await fresh();
    await keepTwo(app);
    await app.page.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((done) => {
        const opening = indexedDB.open("leaklens");
        opening.onsuccess = () => done(opening.result);
      });
      const change = database.transaction(["files", "sets"], "readwrite");
      const sets = change.objectStore("sets");
      sets.put({ id: "no files" });
      sets.put({ id: "null", files: [null], used: 1 });
      sets.put({ id: "text", files: "all of them", used: 1 });
      sets.put({ id: "late", files: [], used: 9e15 });
      const files = change.objectStore("files");
      files.put({ hash: "no name", size: 1, kept: 1, used: 1 });
      files.put({ hash: 17, name: "n", size: 1, kept: Number.NaN, used: new Date() });
      await new Promise((done) => {
        change.oncomplete = done;
      });
      database.close();
    });
    await app.page.reload();
    await app.page.waitForSelector("[data-storage=damaged]");
    await expect.poll(() => app.text(".kept")).toMatch(/02-storm, 03-storm.*2 files/);
    await app.page.getByRole("button", { name: "Kept files", exact: true }).click();
    await app.page.waitForSelector(".kept-list li");
    await expect.poll(() => app.page.locator(".kept-list li").count()).toBe(2);
    await app.page.reload();
    await app.page.waitForSelector(".kept-set");
    await expect.poll(() => app.page.locator("[data-storage]").count()).toBe(0);
    await app.page.click(".kept-set");
    await app.page.waitForSelector(".opened");
    await app.settled();
    await expect.poll(() => app.foot()).toContain("1,983,775,191 bytes");
  });
});

describe("a database without its stores", () => {
  it("is made again, and files are kept in it", async () => {
    const app = await fresh();
    await app.page.goto(`${app.address}icon.svg`);
    await app.page.evaluate(async () => {
      const made = await new Promise<IDBDatabase>((done) => {
        const opening = indexedDB.open("leaklens", 1);
        opening.onsuccess = () => done(opening.result);
      });
      made.close();
    });
    // A browser asks for the icon of a picture that is shown by itself.
    app.errors.length = 0;
    await keepTwo(app);
    await app.page.reload();
    await expect.poll(() => app.text(".kept-set")).toMatch(/02-storm, 03-storm/);
    expect(await app.page.locator("[data-storage]").count()).toBe(0);
  });
});

describe("bytes that are gone from disk", () => {
  it("are not listed, and are written again when the file is opened", async () => {
    const app = await fresh();
    await keepTwo(app);
    await app.page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      await root.removeEntry("profiles", { recursive: true });
    });
    await app.page.reload();
    await app.settled();
    await expect.poll(() => app.page.locator(".kept-set").count()).toBe(0);
    await app.open(STORM[2]!, STORM[3]!);
    const link = app.page.url();
    await app.page.click(".brand");
    await app.page.waitForSelector(".kept-set");
    await app.page.goto("about:blank");
    await app.page.goto(link);
    await app.page.waitForSelector(".opened");
  });
});

describe("a database that another tab holds up", () => {
  it("is done without after some seconds, and said; files given by hand open", async () => {
    const app = await fresh();
    await keepTwo(app);
    await app.page.click(".kept-set");
    await app.page.waitForSelector(".opened");
    await app.settled();
    const link = app.page.url();
    await app.page.goto("about:blank");
    const holder = await app.context.newPage();
    await holder.goto(new URL("icon.svg", app.address).href);
    await holder.evaluate(async () => {
      const opening = indexedDB.open("leaklens");
      await new Promise((done) => {
        opening.onsuccess = done;
      });
      Object.assign(window, { held: opening.result });
      indexedDB.deleteDatabase("leaklens");
    });
    await app.page.goto(link);
    // The page has these files itself, as those of an incident.
    await app.page.waitForSelector("[data-storage]", { timeout: 12_000 });
    await expect.poll(() => app.text("[data-storage]")).toContain("does not answer");
    await app.open(STORM[2]!, STORM[3]!);
    await expect.poll(() => app.foot()).toContain("1,983,775,191 bytes");
    // Once it answers the tab keeps files again.
    await holder.close();
    await app.page.waitForSelector("[data-storage]", { state: "detached" });
  });
});

describe("a full disk", () => {
  // Only Chromium can be told how much room there is.
  it.skipIf(IN_FIREFOX)(
    "is told, lets nothing go by itself, and keeps what is open when told to",
    async () => {
      const app = await fresh();
      await app.visit();
      // What the service worker keeps counts too, to within a megabyte or two: Chromium counts anew
      // when room is short. The files are larger than that.
      await app.page.evaluate(() => navigator.serviceWorker.ready);
      const large = generate(readFileSync(STORM[3]!), 250_000);
      const other = generate(readFileSync(STORM[4]!), 250_000);
      expect(large.length).toBeGreaterThan(4_000_000);
      const debug = await app.context.newCDPSession(app.page);
      const { origin } = new URL(app.address);
      await app.openBytes("large.pb.gz", large);
      await app.page.click(".brand");
      await app.page.waitForSelector(".kept-set");
      const { usage } = await debug.send("Storage.getUsageAndQuota", { origin });
      await debug.send("Storage.overrideQuotaForOrigin", {
        origin,
        quotaSize: usage + 0.5 * large.length,
      });
      await app.openBytes("other.pb.gz", other);
      await app.page.waitForSelector("[data-storage=full]");
      const before = await app.foot();
      await app.page.getByRole("button", { name: /Delete the oldest file/ }).click();
      await app.page.waitForSelector("[data-storage]", { state: "detached" });
      await expect.poll(() => app.foot()).toBe(before);
      await app.page.reload();
      await app.page.waitForSelector(".opened");
      await app.settled();
      await expect.poll(() => app.foot()).toBe(before);
    },
  );
});
