import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { fetchFromStore } from "../../src/session/fetch-store.js";
import { isStoreAddress } from "../../src/stores/store-scheme.js";
import { fixtureBytes } from "../recordings.js";
import { FakePage } from "./page.js";

beforeEach(() => at("http://127.0.0.1:1/"));
afterEach(() => void vi.unstubAllGlobals());

function at(address: string): void {
  const { origin, protocol, href } = new URL(address);
  vi.stubGlobal("location", { origin, protocol, href });
}

const RANGE = "from=2026-11-26T23:18:00Z&until=2026-11-26T23:20:00Z";
const ADDRESS = `parca+http://me:pw@127.0.0.1:7070/?query={job="kube-apiserver"}&${RANGE}`;
const control = { signal: new AbortController().signal, onBytes: () => {} };

/** Plays Parca's answers, and notes how it is asked. */
function parca() {
  const asked: { url: string; init: RequestInit }[] = [];
  vi.stubGlobal("fetch", async (url: URL, init: RequestInit) => {
    asked.push({ url: url.href, init });
    const isMerge = url.searchParams.get("mode") === "MODE_MERGE";
    const isSeries = url.pathname.endsWith("/query_range");
    const name = isSeries ? "query_range" : isMerge ? "query-merge-pprof" : "query-single-pprof";
    return new Response(fixtureBytes(`stores/parca/${name}.json`) as Uint8Array<ArrayBuffer>);
  });
  return asked;
}

it("a pasted address of a store is confirmed first, then opened as the mean of its scrapes", async () => {
  const asked = parca();
  const page = new FakePage();
  await page.session.start(page.keeper);
  await page.session.openText(`${ADDRESS}\n`);
  const { offered } = page.store.getState();
  expect(asked).toEqual([]);
  expect(offered.length).toBe(1);
  expect(isStoreAddress(offered[0]!)).toBe(true);
  await page.session.fetchOffered();
  const { view, files, problems } = page.store.getState();
  expect(problems).toEqual([]);
  expect(view.files.map(({ name }) => name)).toEqual(["kube-apiserver at 127.0.0.1:7070"]);
  // A link to it asks for the same range, whenever it is opened, and has nobody's password.
  expect(view.files[0]!.url).toBe(
    "parca+http://127.0.0.1:7070/?query=%7Bjob%3D%22kube-apiserver%22%7D&from=2026-11-26T23:18:00.000Z&until=2026-11-26T23:20:00.000Z",
  );
  const { totals, comments } = files.get(view.files[0]!.hash)!.facts;
  expect(Math.abs(totals[0]! / 705_769_370 - 1)).toBeLessThan(1e-4);
  expect(comments).toContain("the mean of 6 scrapes, 2026-11-26T23:18:38Z to 2026-11-26T23:19:28Z");
  for (const { init } of asked) {
    expect(init).toMatchObject({ credentials: "omit", referrerPolicy: "no-referrer" });
  }
});

it("an address with a mistake is told, and asks nobody", async () => {
  const asked = parca();
  const page = new FakePage();
  await page.session.start(page.keeper);
  await page.session.openText("pyroscope+https://h/?query={}");
  expect(page.store.getState().problems[0]!.message).toMatch(/no selector of labels/);
  expect(page.store.getState().offered).toEqual([]);
  expect(asked).toEqual([]);
});

it("says what lets a page read a store where the browser does not", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
  await expect(fetchFromStore(ADDRESS, control)).rejects.toMatchObject({
    message: expect.stringContaining("(CORS)"),
    hint: expect.stringContaining("--cors-allowed-origins"),
  });
});

it("says that a page that came by https may not ask by http", async () => {
  at("https://leaklens.example/");
  const address = ADDRESS.replace("127.0.0.1", "parca.example");
  await expect(fetchFromStore(address, control)).rejects.toThrow(/may not fetch from an http/);
});

it("tells a web page's answer as what it may be", async () => {
  vi.stubGlobal("fetch", async () => new Response("<html></html>"));
  await expect(fetchFromStore(ADDRESS, control)).rejects.toThrow(/nothing is stored for this/);
});
