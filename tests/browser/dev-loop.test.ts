import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createServer, type ViteDevServer } from "vite";
import { afterAll, beforeAll, expect, it } from "vitest";
import { fixture, withBrowser } from "./leaklens.js";

const { fresh } = withBrowser();
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const cache = mkdtempSync(join(tmpdir(), "leaklens-dev-"));
let server: ViteDevServer;

beforeAll(async () => {
  server = await createServer({
    root: ROOT,
    configFile: join(ROOT, "vite.config.ts"),
    cacheDir: cache,
    logLevel: "error",
    server: { port: 0, host: "127.0.0.1" },
  });
  await server.listen();
});

afterAll(async () => {
  await server.close();
  rmSync(cache, { recursive: true, force: true });
});

it("npm run dev serves the page from its sources: a file opens, and is open still a while later", async () => {
  const app = await fresh();
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error("the server of the sources has no address");
  app.address = address;
  app.origins.add(new URL(address).origin);
  await app.visit();
  await app.open(fixture("configmap-list-storm/03-storm.pb.gz"));
  await expect.poll(() => app.page.locator(".finding").innerText()).toMatch(/^ConfigMaps hold/);
  // A dependency that is found late would load the page anew, and the file would be gone.
  await new Promise((later) => setTimeout(later, 1500));
  expect(await app.page.locator(".finding").innerText()).toMatch(/^ConfigMaps hold/);
});
