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

describe("the first load", () => {
  it("is 150 kB at most, compressed, before a file is open", async () => {
    const app = await fresh();
    const sizes = loaded(app);
    await app.visit();
    await app.page.waitForLoadState("networkidle");
    const all = await Promise.all(sizes.values());
    expect(all.reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(150_000);
    expect([...sizes.keys()].some((path) => path.endsWith(".js"))).toBe(true);
    expect([...sizes.keys()].filter((path) => path.includes("worker"))).toEqual([]);
    await app.open(STORM[3]!);
    expect([...sizes.keys()].filter((path) => /worker/.test(path))).toHaveLength(1);
  });
});
