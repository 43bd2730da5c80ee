import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { generate } from "../../bench/generate.js";
import { OPERATOR, STORM, withBrowser } from "./leaklens.js";

const { fresh } = withBrowser();

describe("the library on disk", () => {
  it("has what was opened before: opens it, renames it, deletes it, keeps nothing when told", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(...OPERATOR);
    await app.page.click(".brand");
    await app.page.waitForSelector(".kept");
    await expect.poll(() => app.text(".kept")).toMatch(/00 … 05.*6 files/);
    await app.page.click(".kept-set");
    await app.page.waitForSelector(".opened");
    await app.settled();
    await expect.poll(() => app.text(".set-kind")).toContain("6 snapshots");
    await app.page.click(".brand");
    await app.page.getByText(/6 files kept in this browser/).click();
    await app.page.waitForSelector(".kept-list");
    await expect.poll(() => app.page.locator(".kept-list li").count()).toBe(6);
    await app.page.getByRole("button", { name: "Rename 05.pb.gz" }).click();
    await app.page.keyboard.press("Control+A");
    await app.page.keyboard.type("the last one.pb.gz");
    await app.page.keyboard.press("Enter");
    await app.page.getByText("the last one.pb.gz").waitFor();
    await app.page.getByRole("button", { name: "Delete 00.pb.gz" }).click();
    await app.page.waitForFunction(() => document.querySelectorAll(".kept-list li").length === 5);
    await expect
      .poll(() => app.text(".kept-foot"))
      .toMatch(/in 5 files; the browser gives this page up to/);
    await app.page.getByRole("button", { name: "Delete all" }).click();
    await app.page.getByRole("button", { name: "Press again" }).click();
    await app.page.getByText("Nothing is kept.").waitFor();
    await app.page.getByLabel("Keep the files that I open").uncheck();
    await app.page.keyboard.press("Escape");
    await app.open(STORM[3]!);
    const stored = await app.page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      const names: string[] = [];
      const walk = async (folder: FileSystemDirectoryHandle): Promise<void> => {
        const entries = folder as unknown as AsyncIterable<[string, FileSystemHandle]>;
        for await (const [name, handle] of entries) {
          if (handle.kind === "file") names.push(name);
          else await walk(handle as FileSystemDirectoryHandle);
        }
      };
      await walk(root);
      return names;
    });
    expect(stored).toEqual([]);
  });

  it("is not needed: where the browser refuses storage the page works and says so", async () => {
    const app = await fresh();
    await app.page.addInitScript(() => {
      const refuse = () => Promise.reject(new DOMException("refused", "SecurityError"));
      Object.defineProperty(StorageManager.prototype, "getDirectory", { value: refuse });
      Object.defineProperty(IDBFactory.prototype, "open", {
        value: () => {
          throw new DOMException("refused", "SecurityError");
        },
      });
    });
    await app.visit();
    await app.open(STORM[3]!);
    await expect.poll(() => app.foot()).toContain("1,983,775,191 bytes");
    // Said once, with what to do; what is open is not touched by it.
    await expect.poll(() => app.text("[data-storage=refused]")).toContain("Nothing is kept");
    await expect.poll(() => app.page.locator(".problem").count()).toBe(1);
    await app.page.getByRole("button", { name: "Dismiss this notice" }).click();
    await app.open(STORM[4]!);
    await expect.poll(() => app.page.locator(".problem").count()).toBe(0);
  });
});

describe("offline", () => {
  it("works from the second visit on, incidents and all", async () => {
    const app = await fresh();
    await app.visit();
    await app.page.evaluate(() => navigator.serviceWorker.ready);
    await app.page.waitForFunction(async () => {
      const names = await caches.keys();
      for (const name of names) {
        const cache = await caches.open(name);
        if ((await cache.keys()).length > 15) return true;
      }
      return false;
    });
    await app.page.reload();
    await app.settled();
    await app.context.setOffline(true);
    await app.page.reload();
    await app.settled();
    await app.page.locator(".incident", { hasText: "masters" }).click();
    await app.page.waitForSelector(".opened");
    await app.settled();
    await expect.poll(() => app.text(".finding")).toContain("master-3");
  });

  it("takes in what other programs share with the page", async () => {
    const app = await fresh();
    await app.visit();
    await app.page.evaluate(() => navigator.serviceWorker.ready);
    await app.page.reload();
    await app.settled();
    const base64 = readFileSync(STORM[3]!).toString("base64");
    const went = await app.page.evaluate(async (text) => {
      const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
      const form = new FormData();
      form.append("profiles", new File([bytes], "shared heap.pb.gz"));
      const target = new URL("share-target", document.baseURI);
      const answer = await fetch(target, { method: "POST", body: form, redirect: "follow" });
      return answer.url;
    }, base64);
    expect(went).toMatch(/\/(index\.html)?(#shared)?$/);
    await app.page.goto(`${app.address}#shared`);
    await app.page.reload();
    await app.page.waitForSelector(".opened");
    await app.settled();
    await expect.poll(() => app.foot()).toContain("1,983,775,191 bytes");
    await expect.poll(() => app.page.url()).toContain("shared%20heap");
  });
});

describe("long work", () => {
  it("shows progress that moves, and can be cancelled; what was open stays", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(OPERATOR[5]!);
    const before = await app.foot();
    const large = generate(readFileSync(STORM[3]!), 430_000);
    await app.page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      new MutationObserver(() => {
        const bar = document.querySelector(".working-bar");
        if (bar)
          seen.push(`${bar.getAttribute("aria-label")} ${bar.getAttribute("aria-valuenow")}`);
      }).observe(document.body, { subtree: true, childList: true, attributes: true });
    });
    await app.page.setInputFiles("#file-input", {
      name: "large.pb.gz",
      mimeType: "application/gzip",
      buffer: large,
    });
    const cancel = app.page.getByRole("button", { name: "Cancel" });
    await cancel.waitFor({ timeout: 20_000 });
    await cancel.click();
    await app.settled();
    const seen = await app.page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    expect(new Set(seen).size).toBeGreaterThan(2);
    await expect.poll(() => app.foot()).toBe(before);
    await expect.poll(() => app.page.url()).not.toContain("large.pb.gz");
    // The page answers at once.
    await app.page.keyboard.press("2");
    await app.settled();
    await expect.poll(() => app.foot()).toContain("alloc_space");
  });
});
