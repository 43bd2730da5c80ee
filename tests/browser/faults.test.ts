import { readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { generate } from "../../bench/generate.js";
import { type FaultyPage, faultyPage } from "./faulty-page.js";
import { type Leaklens, STORM, withBrowser } from "./leaklens.js";
import { serve } from "./server.js";

const { fresh } = withBrowser();
/** The long form, of `npm run faults`, waits as long as the page itself does. */
const LONG = process.env.LEAKLENS_FAULTS === "long";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** The graph as words: it is there, and it is that of the view. */
async function graphIs(app: Leaklens, words: RegExp): Promise<void> {
  await app.settled();
  await expect.poll(() => app.page.locator(".flamegraph-layers canvas").count()).toBeGreaterThan(0);
  await expect
    .poll(() => app.page.locator(".flamegraph-item").first().textContent())
    .toMatch(words);
}

/** The page with workers that can be broken, opened. */
async function withFaultyWorkers(): Promise<{ app: Leaklens; page: FaultyPage }> {
  const app = await fresh({ offline: false });
  const page = await faultyPage(app);
  closing.push(() => void page.close());
  await app.visit();
  return { app, page };
}

describe("a file that is closed and opened again", () => {
  it("has its graph: by the cross and the same file, by back, by the kept set", async () => {
    const app = await fresh();
    await app.visit();
    for (let time = 0; time < 3; time++) {
      await app.open(STORM[3]!);
      await graphIs(app, /^all, total/);
      await app.page.click(".brand");
      await app.page.waitForSelector(".start");
    }
    await app.page.goBack();
    await graphIs(app, /^all, total/);
    await app.page.keyboard.press("i");
    await graphIs(app, /^all, total/);
    await app.page.click(".brand");
    await app.page.click(".kept-set");
    await app.page.waitForSelector(".opened");
    await graphIs(app, /^all, total/);
  });
});

describe("a worker in which a timer throws", () => {
  it("goes on, without a word and without being replaced", async () => {
    const { app, page } = await withFaultyWorkers();
    await app.open(STORM[3]!);
    await page.tellWorker("throw");
    await expect.poll(() => app.errors.join()).toContain("boom");
    app.errors.length = 0;
    await app.page.keyboard.press("i");
    await graphIs(app, /^all, total/);
    await app.page.getByRole("tab", { name: "Table" }).click();
    await app.settled();
    await expect.poll(() => app.page.locator(".tab-body [role=row]").count()).toBeGreaterThan(5);
    expect(await app.page.locator(".problem").count()).toBe(0);
    expect(await page.workersMade()).toBe(1);
  });
});

describe("a worker that ends", () => {
  it("is told and replaced: the view stays, and the next key is answered", async () => {
    const { app, page } = await withFaultyWorkers();
    await app.open(STORM[2]!, STORM[3]!);
    await page.tellWorker("end");
    await app.page.waitForSelector(".problem");
    await expect
      .poll(() => app.text(".problem"))
      .toMatch(/stopped: it ended\. It was started again/);
    await app.page.keyboard.press("i");
    await graphIs(app, /^all, total/);
    await expect.poll(() => app.foot()).toContain("1,983,775,191");
    await expect.poll(() => app.page.title()).toContain("02-storm → 03-storm");
    await expect.poll(() => app.page.locator(".working").count()).toBe(0);
    await app.page.getByRole("tab", { name: "Table" }).click();
    await app.settled();
    await expect.poll(() => app.page.locator(".tab-body [role=row]").count()).toBeGreaterThan(5);
  });

  it("while a large file is read is replaced, and the file opens", async () => {
    const { app, page } = await withFaultyWorkers();
    await app.page.setInputFiles("#file-input", {
      name: "large.pb.gz",
      mimeType: "application/octet-stream",
      buffer: generate(readFileSync(STORM[3]!), 200_000),
    });
    await app.page.waitForSelector(".working");
    await page.tellWorker("end");
    await app.page.waitForSelector(".opened");
    await graphIs(app, /^all, total/);
  });

  it("that loops for ever is ended by Cancel", async () => {
    const { app, page } = await withFaultyWorkers();
    await app.open(STORM[3]!);
    await page.tellWorker("loop");
    await app.page.keyboard.press("i");
    await app.page.getByRole("button", { name: "Cancel" }).click();
    await app.page.waitForSelector(".problem");
    await expect.poll(() => app.text(".problem")).toMatch(/did not stop when it was told to/);
    await graphIs(app, /^all, total/);
    await app.page.keyboard.press("i");
    await graphIs(app, /^all, total/);
  });

  it.runIf(LONG)("that loops for ever is ended after half a minute", async () => {
    const { app, page } = await withFaultyWorkers();
    await app.open(STORM[3]!);
    await page.tellWorker("loop");
    await app.page.keyboard.press("i");
    await app.page.waitForSelector(".problem", { timeout: 40_000 });
    await graphIs(app, /^all, total/);
  });

  it("and whose script cannot be loaded is told, and tried again when one says so", async () => {
    const { app, page } = await withFaultyWorkers();
    page.serveWorker(false);
    // A worker that was started while the page idled is there already.
    await app.page.reload();
    await app.settled();
    await app.page.setInputFiles("#file-input", STORM[3]!);
    await app.page.waitForSelector(".problem");
    await app.settled();
    await expect
      .poll(() => app.text(".problems"))
      .toMatch(/03-storm.*its script could not be loaded/);
    page.serveWorker(true);
    await app.page.getByRole("button", { name: "Try again" }).first().click();
    await app.page.waitForSelector(".opened");
    await graphIs(app, /^all, total/);
    app.errors.length = 0;
  });
});

describe("a server that keeps silent", () => {
  it("is named with a Cancel that works; other files open meanwhile", async () => {
    const hanging: ServerResponse[] = [];
    const { address, server } = await serve((_, response) => void hanging.push(response));
    closing.push(() => {
      server.closeAllConnections();
      server.close();
    });
    const app = await fresh();
    const host = new URL(address).host;
    await app.page.goto(`${app.address}#v=1&url=${encodeURIComponent(`${address}heap.pb.gz`)}`);
    await app.page.getByRole("button", { name: /Fetch from/ }).click();
    const note = app.page.locator(".working-note");
    await note.waitFor();
    await expect.poll(() => note.textContent()).toContain(host);
    await app.page.setInputFiles("#file-input", STORM[3]!);
    await app.page.waitForSelector(".opened");
    await app.page.getByRole("button", { name: "Cancel" }).click();
    await graphIs(app, /^all, total/);
    await expect.poll(() => app.page.locator(".working").count()).toBe(0);
    expect(app.strangers.splice(0)).toEqual([`${address}heap.pb.gz`]);
  });

  it("of one file of an incident holds up none of the others", async () => {
    const app = await fresh({ offline: false });
    const asked: string[] = [];
    await app.page.route(/samples\//, (route) => {
      const name = new URL(route.request().url()).pathname.split("/").at(-1)!;
      if (asked.push(name) !== 2) void route.continue();
    });
    await app.visit();
    await app.page.locator(".incident").first().click();
    await app.page.waitForSelector(".opened");
    await app.page.waitForFunction(() => document.querySelector(".finding")?.textContent);
    await app.page.locator(".working-note", { hasText: asked[1]! }).waitFor();
    await app.page.getByRole("button", { name: "Cancel" }).click();
    await graphIs(app, /^all, total/);
    await app.page.unrouteAll({ behavior: "ignoreErrors" });
  });

  it.runIf(LONG)("is given up after half a minute, with a way to try again", async () => {
    const { address, server } = await serve(() => {});
    closing.push(() => {
      server.closeAllConnections();
      server.close();
    });
    const app = await fresh();
    await app.page.goto(`${app.address}#v=1&url=${encodeURIComponent(`${address}heap.pb.gz`)}`);
    await app.page.getByRole("button", { name: /Fetch from/ }).click();
    await app.page.waitForSelector(".problem", { timeout: 40_000 });
    await expect.poll(() => app.text(".problem")).toMatch(/sent nothing for 30 seconds.*Try again/);
    app.strangers.length = 0;
  });
});

describe("a host that sends on to another one", () => {
  it("is not followed before the person says so", async () => {
    let asked = 0;
    const cors = { "access-control-allow-origin": "*" };
    const second = await serve((_, response) => {
      asked++;
      response.writeHead(200, cors).end(readFileSync(STORM[3]!));
    });
    const first = await serve((_, response) =>
      response.writeHead(302, { ...cors, location: `${second.address}heap.pb.gz` }).end(),
    );
    closing.push(
      () => first.server.close(),
      () => second.server.close(),
    );
    const app = await fresh();
    const url = encodeURIComponent(`${first.address}heap.pb.gz`);
    await app.page.goto(`${app.address}#v=1&url=${url}`);
    await app.page.getByRole("button", { name: /Fetch from/ }).click();
    await app.page.waitForSelector(".problem");
    await expect.poll(() => app.text(".problem")).toContain("sends the page on to another address");
    expect(asked).toBe(0);
    await app.page.getByRole("button", { name: "Follow it" }).click();
    await app.page.waitForSelector(".opened");
    await graphIs(app, /^all, total/);
    expect(asked).toBe(1);
    app.strangers.length = 0;
  });
});

describe("a browser that refuses", () => {
  it("changes of the address shows the figures of what the title names", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(STORM[2]!, STORM[3]!, STORM[4]!);
    await app.page.evaluate(() => {
      history.pushState = () => {
        throw new DOMException("too many calls", "SecurityError");
      };
    });
    const before = await app.foot();
    await app.page.keyboard.press(",");
    await app.settled();
    await expect.poll(() => app.foot()).not.toBe(before);
    await expect.poll(() => app.page.title()).toContain("03-storm");
    await expect.poll(() => app.foot()).toContain("1,983,775,191");
  });

  it("to draw loses one part of the page and no other", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(STORM[3]!);
    await app.page.getByRole("tab", { name: "Kubernetes" }).click();
    await app.settled();
    await app.page.evaluate(() => {
      const { prototype } = HTMLCanvasElement;
      Object.assign(window, { getContextBefore: prototype.getContext });
      prototype.getContext = () => {
        throw new Error("no canvas today");
      };
    });
    await app.page.getByRole("tab", { name: "Graph" }).click();
    await app.page.waitForSelector(".room-failed");
    await app.settled();
    await expect
      .poll(() => app.text(".room-failed"))
      .toMatch(/The graph could not be shown.*no canvas today/);
    await expect.poll(() => app.text(".finding")).toContain("ConfigMaps hold");
    await app.page.evaluate(() => {
      const { getContextBefore } = window as never as { getContextBefore: never };
      HTMLCanvasElement.prototype.getContext = getContextBefore;
    });
    await app.page.getByRole("button", { name: "Try again" }).click();
    await graphIs(app, /^all, total/);
    app.errors.length = 0;
  });

  it("one entry of a drop opens the others and names the one", async () => {
    const app = await fresh();
    await app.visit();
    await app.page.evaluate(() => {
      DataTransferItem.prototype.webkitGetAsEntry = function () {
        const held = this.getAsFile()!;
        const entry = {
          isFile: true,
          name: held.name,
          file: (found: (file: File) => void, failed: (error: Error) => void) =>
            held.name.startsWith("02") ? failed(new Error("not allowed")) : found(held),
        };
        return entry as never;
      };
    });
    await app.drop(STORM[2]!, STORM[3]!);
    await app.page.waitForSelector(".opened");
    await graphIs(app, /^all, total/);
    await expect
      .poll(() => app.text(".problem"))
      .toMatch(/02-storm\.pb\.gz.*cannot be read: not allowed/);
  });
});
