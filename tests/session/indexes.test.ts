import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readIndex } from "../../src/fleet/read-index.js";
import { pastedLink } from "../../src/session/address-input.js";
import { Indexes } from "../../src/session/indexes.js";
import type { Input } from "../../src/session/input.js";
import { Problems } from "../../src/session/problems.js";
import { makeStore } from "../../src/session/store.js";
import { fragmentToView } from "../../src/view/url.js";
import type { ReadIndex } from "../../src/worker/index-client.js";
import type { IndexAnswer } from "../../src/worker/index-protocol.js";
import { kindRow, profileRow, tableFile } from "../fleet/made-tables.js";

async function answer(): Promise<IndexAnswer> {
  const { fleet } = await readIndex([
    await tableFile("profiles", [
      profileRow("a", 1e12, { file: "recordings/m-1/heap.pb.gz" }),
      profileRow("b", 1e12 + 1, { file: "recordings/m-2/heap.pb.gz" }),
    ]),
    await tableFile("kinds", [kindRow("a", "Pod", 1, 1)]),
  ]);
  return { fleet, problems: [], failed: 0 };
}

function page(read: ReadIndex) {
  const store = makeStore();
  const atHand = new Map<string, Input>();
  let shown = 0;
  const indexes = new Indexes({
    store,
    problems: new Problems(store),
    read,
    show: () => shown++,
    source: (hash, input) => atHand.set(hash, input),
  });
  return { store, indexes, atHand, shown: () => shown };
}

const dropped = (path: string): Input => ({
  name: path.split("/").at(-1) ?? "",
  path,
  file: async () => new File([], "x"),
  read: async () => new Uint8Array(),
});
const TABLE = dropped("drop/index/profiles/day=2026-11-20/cluster=a/1.parquet");

beforeEach(() => {
  vi.stubGlobal("location", { protocol: "http:", hostname: "page.example" });
});
afterEach(() => vi.unstubAllGlobals());

describe("an index that is opened", () => {
  it("takes a drop that has tables, and keeps the profiles beside them at hand by their paths", async () => {
    const { store, indexes, atHand, shown } = page(() => answer());
    const [one, two] = ["m-1", "m-2"].map((node) => dropped(`drop/recordings/${node}/heap.pb.gz`));
    expect(indexes.takes([dropped("drop/other.pb.gz")])).toBe(false);
    expect(indexes.takes([TABLE, one!, two!])).toBe(true);
    await indexes.reading;
    expect(store.getState()).toMatchObject({ index: { name: "index", address: "" }, reading: [] });
    expect(shown()).toBe(1);
    expect([...atHand].map(([hash, input]) => [hash[0], input.path])).toEqual([
      ["a", one!.path],
      ["b", two!.path],
    ]);
  });

  it("stays open where another one cannot be read, which is told with what to try", async () => {
    let fails = false;
    const error = Object.assign(new Error("the list is no JSON"), { hint: "write it again" });
    const { store, indexes } = page(() => (fails ? Promise.reject(error) : answer()));
    indexes.takes([TABLE]);
    await indexes.reading;
    const { index } = store.getState();
    fails = true;
    const address = "index+http://host/index/";
    indexes.takes([{ name: "x", url: address, read: async () => new Uint8Array() }]);
    await indexes.reading;
    expect(store.getState().index).toBe(index);
    expect(store.getState().problems).toMatchObject([
      { of: "http://host/index/", message: "the list is no JSON", hint: "write it again" },
    ]);
  });

  it("is given up when the person cancels", async () => {
    let given: AbortSignal | undefined;
    const { store, indexes, shown } = page(async (_, signal) => {
      given = signal;
      await new Promise((done) => signal.addEventListener("abort", done));
      return answer();
    });
    indexes.takes([TABLE]);
    await new Promise((done) => setTimeout(done, 1));
    expect(store.getState().reading).toMatchObject([{ name: "index", counted: "files" }]);
    indexes.cancel();
    await indexes.reading;
    expect(given?.aborted).toBe(true);
    expect(shown()).toBe(0);
    expect(store.getState()).toMatchObject({ index: undefined, reading: [], problems: [] });
  });
});

describe("an address of an index", () => {
  it.each([
    "index+https://bucket.example/a/index/",
    "https://bucket.example/a/index/leaklens-index.json",
    "https://bucket.example/a/kinds/all.parquet?signature=1",
  ])("is offered as a link before anything is asked: %s", async (text) => {
    const fragment = await pastedLink(` ${text}\n`)?.();
    const { view, notices, extras } = fragmentToView(fragment ?? "");
    expect({ files: view.files, notices }).toEqual({ files: [], notices: [] });
    expect(extras.urls).toEqual([text.startsWith("index+") ? text : `index+${text}`]);
  });

  it("is not any address", () => {
    expect(pastedLink("https://bucket.example/heap.pb.gz")).toBeUndefined();
    expect(pastedLink("see https://bucket.example/a.parquet for it")).toBeUndefined();
  });
});
