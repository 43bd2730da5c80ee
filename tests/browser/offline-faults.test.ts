import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DIST } from "../../src/cli/server/page-assets.js";
import { serveFolders } from "../../src/cli/server/static-server.js";
import { type Leaklens, STORM, withBrowser } from "./leaklens.js";
import { savedFile } from "./saved-file.js";
import { serve, servePage } from "./server.js";

const { fresh } = withBrowser();

/** Waits until the service worker has kept all and answers for the page. */
async function controlled(app: Leaklens): Promise<void> {
  await app.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

describe("the service worker", () => {
  it("lets go of a port on which another program is served", async () => {
    const app = await fresh();
    const first = await servePage("");
    app.origins.add(new URL(first.address).origin);
    await app.page.goto(first.address);
    await controlled(app);
    await app.page.reload();
    await first.close();
    // The server is gone: what was kept is shown.
    await app.page.reload();
    await app.page.waitForSelector("main");
    const other = await serve((request, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      response.end(`<title>other</title><p>another program: ${request.url}</p>`);
    }, first.port);
    try {
      for (const path of ["", "", "icon.svg", "?x=1"]) {
        await app.page.goto(`${other.address}${path}`);
        await expect.poll(() => app.page.innerText("p")).toBe(`another program: /${path}`);
      }
      const left = () =>
        app.page.evaluate(async () => ({
          workers: (await navigator.serviceWorker.getRegistrations()).length,
          caches: (await caches.keys()).filter((name) => name.includes("precache")),
        }));
      // What is let go of is gone a moment later.
      await expect.poll(left, { timeout: 10_000 }).toEqual({ workers: 0, caches: [] });
    } finally {
      other.server.closeAllConnections();
      other.server.close();
    }
    app.errors.length = 0;
  });

  it("works in the very tab of the first visit, with any query, once all is kept", async () => {
    const app = await fresh();
    await app.visit();
    await controlled(app);
    await app.context.setOffline(true);
    await app.page.locator(".incident", { hasText: "masters" }).click();
    await app.page.waitForSelector(".opened");
    await app.settled();
    await expect.poll(() => app.text(".finding")).toContain("master-3");
    await app.page.goto(`${app.address}?from=bookmark`);
    await app.page.waitForSelector(".incident");
  });

  it("fetches again what the browser dropped", async () => {
    const app = await fresh();
    await app.visit();
    await controlled(app);
    const count = await app.page.evaluate(async () => {
      const [name] = await caches.keys();
      const keys = await (await caches.open(name!)).keys();
      await caches.delete(name!);
      return keys.length;
    });
    expect(count).toBeGreaterThan(15);
    await app.page.reload();
    const kept = () =>
      app.page.evaluate(async () => {
        const [name] = await caches.keys();
        return name ? (await (await caches.open(name)).keys()).length : 0;
      });
    await expect.poll(kept, { timeout: 15_000 }).toBe(count);
    await app.context.setOffline(true);
    await app.page.reload();
    await app.page.waitForSelector(".incident");
  });
});

describe("a page whose script does not come", () => {
  it("says so in words after some seconds", async () => {
    const app = await fresh();
    await app.page.route("**/assets/index-*.js", (route) => route.abort());
    await app.page.goto(app.address);
    const words = app.page.getByText("Leaklens has not started");
    await expect.poll(() => words.isVisible()).toBe(false);
    await words.waitFor({ state: "visible", timeout: 10_000 });
    app.errors.length = 0;
  });

  it("says nothing of it where the script does", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(STORM[3]!);
    await expect.poll(() => app.page.getByText("has not started").count()).toBe(0);
  });
});

/** The built page from a folder of its own, in which a newer build can be put. */
async function ownBuild() {
  const folder = mkdtempSync(join(tmpdir(), "leaklens-newer-"));
  cpSync(DIST, folder, { recursive: true });
  const served = await serveFolders({ "": folder });
  return {
    folder,
    address: served.address,
    end: async () => {
      await served.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Has the browser look for a newer service worker now. */
async function look(app: Leaklens): Promise<void> {
  await app.page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update().catch(() => {});
  });
}

describe("a newer version", () => {
  it("leaves a page without a service worker as it is; what it saves is of the new one", async () => {
    const build = await ownBuild();
    const app = await fresh({ offline: false });
    app.origins.add(new URL(build.address).origin);
    await app.page.goto(build.address);
    await app.open(STORM[3]!);
    await app.page.keyboard.press("s");
    await app.page.waitForSelector("[role=dialog]");
    appendFileSync(join(build.folder, "whole", "page.css"), ".of-the-newer-version { order: 1 }");
    const saved = await savedFile(app, () =>
      app.page.getByRole("button", { name: "Save .html" }).click(),
    );
    expect(saved.text).toContain("of-the-newer-version");
    await app.page.keyboard.press("Escape");
    await app.page.keyboard.press("i");
    await app.settled();
    await expect.poll(() => app.foot()).toContain("1,983,775,191 bytes");
    await app.page.getByRole("tab", { name: "Table" }).click();
    await app.settled();
    await expect.poll(() => app.page.locator(".tab-body [role=row]").count()).toBeGreaterThan(5);
    await build.end();
  });

  it("that another tab brought in is brought in here too", async () => {
    const build = await ownBuild();
    const app = await fresh();
    app.origins.add(new URL(build.address).origin);
    await app.page.goto(build.address);
    await controlled(app);
    await app.open(STORM[3]!);
    const other = await app.context.newPage();
    await other.goto(build.address);
    await other.waitForFunction(() => navigator.serviceWorker.controller !== null);
    appendFileSync(join(build.folder, "serviceworker.js"), "\n//");
    await look(app);
    const button = { name: "Use it now" } as const;
    await Promise.all([
      other.waitForEvent("load"),
      other.getByRole("button", button).click({ timeout: 15_000 }),
    ]);
    await other.waitForSelector(".start, .opened");
    await Promise.all([
      app.page.waitForEvent("load"),
      app.page.getByRole("button", button).click({ timeout: 15_000 }),
    ]);
    await app.page.waitForSelector(".opened");
    await app.settled();
    await expect.poll(() => app.foot()).toContain("1,983,775,191 bytes");
    await expect.poll(() => app.page.getByRole("button", button).count()).toBe(0);
    await build.end();
  });

  it("of which half is on the server leaves the old one, and is taken once it is whole", async () => {
    const build = await ownBuild();
    const app = await fresh();
    app.origins.add(new URL(build.address).origin);
    await app.page.goto(build.address);
    await controlled(app);
    const script = join(build.folder, "serviceworker.js");
    const index = join(build.folder, "index.html");
    renameSync(script, `${script}.away`);
    // The new page names scripts that are not there yet, nor is the service worker.
    writeFileSync(index, readFileSync(index, "utf8").replaceAll("assets/index-", "assets/half-"));
    await look(app);
    await app.page.reload();
    await app.page.waitForSelector(".incident");
    await app.open(STORM[3]!);
    await expect.poll(() => app.foot()).toContain("1,983,775,191 bytes");
    cpSync(join(DIST, "index.html"), index);
    renameSync(`${script}.away`, script);
    appendFileSync(script, "\n//");
    await app.page.reload();
    await app.page.getByRole("button", { name: "Use it now" }).waitFor({ timeout: 15_000 });
    app.errors.length = 0;
    await build.end();
  });

  it("that is brought in keeps what is open, also where the person keeps no files", async () => {
    const build = await ownBuild();
    const app = await fresh();
    await app.page.addInitScript(() => {
      if (location.protocol === "http:") localStorage.setItem("leaklens-keep", "off");
    });
    app.origins.add(new URL(build.address).origin);
    await app.page.goto(build.address);
    await controlled(app);
    await app.open(STORM[3]!);
    const before = await app.foot();
    // A worker whose script differs by a byte is a newer version.
    appendFileSync(join(build.folder, "serviceworker.js"), "\n//");
    await look(app);
    const use = app.page.getByRole("button", { name: "Use it now" });
    await use.waitFor();
    await Promise.all([app.page.waitForEvent("load"), use.click()]);
    await app.page.waitForSelector(".opened");
    await app.settled();
    await expect.poll(() => app.foot()).toBe(before);
    const left = () => app.page.evaluate(() => caches.keys());
    await expect.poll(async () => (await left()).filter((n) => n.includes("handover"))).toEqual([]);
    await build.end();
  });
});
