import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { perturbed } from "../../bench/fleet.js";
import { index, Place } from "../cli/tables/made-index.js";
import { serious } from "./axe.js";
import { fixture, type Leaklens, withBrowser } from "./leaklens.js";

const { fresh, server: pageServer } = withBrowser();

const place = new Place();
let server: Server;
let address = "";
let cors = true;

beforeAll(async () => {
  // Recordings that the page does not have itself, an hour apart.
  const files = ["00-baseline", "02-storm", "03-storm"].map((name, i) => {
    const file = place.at(`${name}.pb.gz`);
    const time = Date.UTC(2026, 10, 20, 22 + i);
    writeFileSync(file, perturbed(`configmap-list-storm/${name}.pb.gz`, time, i));
    return file;
  });
  const known = ["--label", "cluster=prod-1", "--label", "node=master-1"];
  await index([...files, "-o", place.at("index"), ...known]);
  server = createServer((request, response) => {
    const path = place.at(decodeURIComponent(new URL(request.url ?? "", "http://x").pathname));
    if (cors) response.setHeader("access-control-allow-origin", "*");
    if (existsSync(path)) response.end(readFileSync(path));
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/index/`;
});
afterAll(() => {
  server.close();
  place.remove();
});

/** Drops the index's files and a profile as a folder, as a browser gives it. */
async function dropFolder(app: Leaklens, beside: readonly string[]): Promise<void> {
  const root = place.at("index");
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(parquet|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const files = [...paths, ...beside].map((path) => ({
    path: `/drop/${beside.includes(path) ? path.split("/").at(-1) : `index/${relative(root, path)}`}`,
    base64: readFileSync(path).toString("base64"),
  }));
  await app.page.evaluate((given) => {
    const entries = given.map(({ path, base64 }) => {
      const name = path.split("/").at(-1) ?? "";
      const file = new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name);
      const give = (done: (f: File) => void) => done(file);
      return { isFile: true, isDirectory: false, name, fullPath: path, file: give };
    });
    const left = [entries];
    const readEntries = (done: (list: unknown[]) => void) => done(left.pop() ?? []);
    const folder = {
      isFile: false,
      isDirectory: true,
      name: "drop",
      createReader: () => ({ readEntries }),
    };
    const data = new DataTransfer();
    data.items.add(new File([], "drop"));
    const prototype = Object.getPrototypeOf(data.items[0]);
    Object.defineProperty(prototype, "webkitGetAsEntry", {
      configurable: true,
      value: () => folder,
    });
    for (const type of ["dragenter", "dragover", "drop"]) {
      document.body.dispatchEvent(
        new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }),
      );
    }
  }, files);
}

describe("an index on the page", () => {
  it("is fetched from a pasted address once its host is confirmed, and leads to its profiles", async () => {
    const app = await fresh({ width: 1024, height: 700 });
    await app.visit();
    await app.page.fill("#paste", `index+${address}`);
    await app.page.click(".paste-foot .button");
    await app.page.locator(".missing", { hasText: address }).waitFor();
    expect(app.strangers).toEqual([]);
    app.origins.add(new URL(address).origin);
    await app.page.locator(".missing .primary").click();
    await app.page.locator(".heat td[data-row]").first().waitFor();
    await app.settled();
    expect(await app.text(".fleet-about")).toContain(
      "3 heap profiles of kube-apiserver in 1 cluster",
    );
    expect(await app.text(".growth-rows")).toMatch(/^ConfigMap prod-1 \+1\.\d+ GiB/);
    expect(await serious(app)).toEqual([]);

    // By keys: the first cell, one to the left of the last one of its row, and its profiles.
    await app.page.locator('.heat td[tabindex="0"]').focus();
    await app.page.keyboard.press("Home");
    expect(await app.text(".heat-readout")).toContain("of 1 profile");
    await app.page.keyboard.press("Enter");
    await app.page.locator(".cell-profiles li", { hasText: "00-baseline.pb.gz" }).waitFor();
    expect(await serious(app)).toEqual([]);

    // A file of another machine: the page says which to drop, shows it, and goes back to the index.
    await app.page.locator(".cell-profiles a").click();
    const asked = app.page.locator(".missing", { hasText: "00-baseline.pb.gz" });
    await asked.waitFor();
    await app.page.setInputFiles("#file-input", place.at("00-baseline.pb.gz"));
    await app.page.waitForSelector(".opened");
    await app.settled();
    await expect.poll(() => app.text(".header")).toContain("00-baseline");
    await app.page.getByRole("button", { name: /Index/ }).click();
    await app.page.locator(".heat").waitFor();
    expect(new URL(app.page.url()).origin).toBe(new URL(pageServer().address).origin);
  });

  it("opens as a folder that is dropped, and compares profiles that were dropped with it", async () => {
    const app = await fresh({ width: 390, height: 844, dark: true });
    await app.visit();
    await dropFolder(app, [place.at("00-baseline.pb.gz"), place.at("03-storm.pb.gz")]);
    await app.page.locator(".heat td[data-row]").first().waitFor();
    await app.settled();
    expect(await app.text(".fleet-name")).toBe("index");
    const wide = await app.page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);
    expect(await serious(app)).toEqual([]);
    await app.page.locator(".growth-rows a").first().click();
    await app.page.waitForSelector(".opened");
    await app.settled();
    await expect.poll(() => app.text(".header")).toMatch(/00-baseline.*03-storm/);
    await app.page.goBack();
    await app.page.locator(".heat").waitFor();
  });

  it("is told where its server lets no page read it, and what is open stays", async () => {
    const app = await fresh();
    await app.visit();
    await app.open(fixture("configmap-list-storm/03-storm.pb.gz"));
    app.origins.add(new URL(address).origin);
    cors = false;
    try {
      await app.follow(`v=1&url=${encodeURIComponent(`index+${address}`)}`);
      await app.page.locator(".missing .primary").click();
      const card = app.page.locator(".problem", { hasText: /does not let other pages read/ });
      await card.waitFor();
      expect(await card.innerText()).toContain("Access-Control-Allow-Origin");
    } finally {
      cors = true;
      // The browser says it, too.
      app.errors.length = 0;
    }
    await app.page.goBack();
    await expect.poll(() => app.foot()).toContain("1,983,775,191 bytes");
  });
});
