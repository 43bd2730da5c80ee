import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { type Leaklens, STORM, withBrowser } from "./leaklens.js";

const { fresh } = withBrowser();

/** Sizes of all that the page itself asks for, compressed, by path. The service worker's are not. */
function loaded(app: Leaklens): Map<string, Promise<number>> {
  const sizes = new Map<string, Promise<number>>();
  app.page.on("response", (response) => {
    if (response.request().serviceWorker()) return;
    const { pathname } = new URL(response.url());
    if (/^https?:/.test(response.url())) {
      sizes.set(
        pathname,
        response.body().then((body) => gzipSync(body, { level: 9 }).length),
      );
    }
  });
  return sizes;
}

/** Paths of what the page asked for until it was loaded, before it began to idle. */
async function startedBeforeIdle(app: Leaklens): Promise<Set<string>> {
  const paths = await app.page.evaluate(() => {
    const [page] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    const early = performance
      .getEntriesByType("resource")
      .filter((r) => r.startTime <= page!.loadEventEnd);
    return [location.href, ...early.map((r) => r.name)].map((url) => new URL(url).pathname);
  });
  return new Set(paths);
}

describe("the first load", () => {
  it("is 150 kB at most, compressed, before a file is open", async () => {
    const app = await fresh();
    const sizes = loaded(app);
    await app.visit();
    await app.page.waitForLoadState("networkidle");
    const beforeIdle = await startedBeforeIdle(app);
    const first = [...sizes].filter(([path]) => beforeIdle.has(path));
    const all = await Promise.all(first.map(([, size]) => size));
    expect(all.reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(150_000);
    expect(first.some(([path]) => path.endsWith(".js"))).toBe(true);
    expect(first.filter(([path]) => /worker|Opened|Dialogs/.test(path))).toEqual([]);
  });

  it("is followed, while the page idles, by what a file will need, once", async () => {
    const app = await fresh();
    const asked: string[] = [];
    app.page.on("request", (request) => {
      if (!request.serviceWorker()) asked.push(new URL(request.url()).pathname);
    });
    await app.visit();
    await expect.poll(() => asked.filter((path) => /\/worker-/.test(path)).length).toBe(1);
    await expect.poll(() => asked.filter((path) => /\/Opened-.*js$/.test(path)).length).toBe(1);
    await app.page.waitForLoadState("networkidle");
    await app.open(STORM[3]!);
    expect(asked.filter((path) => /\/worker-/.test(path))).toHaveLength(1);
    expect(asked.filter((path) => /\/Opened-.*js$/.test(path))).toHaveLength(1);
  });

  it("is rehearsed out of sight, and leaves nothing behind", async () => {
    const app = await fresh();
    await app.page.addInitScript(() => {
      const seen = { came: 0, left: 0 };
      Object.assign(window, { seen });
      const inert = (nodes: NodeList) => [...nodes].filter((n) => (n as HTMLElement).inert).length;
      const watch = new MutationObserver((changes) => {
        for (const { addedNodes, removedNodes } of changes) {
          seen.came += inert(addedNodes);
          seen.left += inert(removedNodes);
        }
      });
      addEventListener("DOMContentLoaded", () => watch.observe(document.body, { childList: true }));
    });
    await app.visit();
    const seen = () => app.page.evaluate("({ ...seen })");
    await expect.poll(seen, { timeout: 20_000 }).toEqual({ came: 1, left: 1 });
    const { html, hash } = await app.page.evaluate(() => ({
      html: document.body.outerHTML,
      hash: location.hash,
    }));
    expect(html).not.toContain("flamegraph");
    expect(hash).toBe("");
    expect(await app.page.title()).toBe("Leaklens");
    await app.open(STORM[3]!);
    expect(await app.page.locator(".finding").count()).toBe(1);
    expect(await seen()).toEqual({ came: 1, left: 1 });
  });

  it("is all there is where the person asked for little to be loaded", async () => {
    const app = await fresh();
    await app.page.addInitScript(() => {
      Object.defineProperty(navigator, "connection", { value: { saveData: true } });
    });
    const sizes = loaded(app);
    await app.visit();
    await app.page.waitForLoadState("networkidle");
    expect([...sizes.keys()].filter((path) => /worker|Opened|Dialogs/.test(path))).toEqual([]);
    await app.open(STORM[3]!);
    expect([...sizes.keys()].filter((path) => /worker/.test(path))).toHaveLength(1);
  });
});
