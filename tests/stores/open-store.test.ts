import { afterEach, describe, expect, it } from "vitest";
import { finish } from "../../src/lib/steps.js";
import { unpack } from "../../src/profile/containers/unpack.js";
import { decodePprof } from "../../src/profile/pprof/decode.js";
import { type Profile, sampleTypeIndex, valuesOf } from "../../src/profile/profile.js";
import { openStore } from "../../src/stores/open-store.js";
import type { AskStore, StoreReply } from "../../src/stores/store-answer.js";
import { speak } from "../../src/words/language.js";
import { fixtureBytes, recording } from "../recordings.js";
import { PyroscopeStandIn, type Scrape } from "./pyroscope-stand-in.js";

const NOW = Date.UTC(2026, 10, 27, 12);
const total = (profile: Profile) => valuesOf(profile, 0).reduce((sum, value) => sum + value, 0);

async function opened(address: string, ask: AskStore) {
  const file = await openStore(address, NOW, ask, async (steps) => finish(steps));
  return { ...file, profile: decodePprof(await unpack(file.bytes)) };
}

const played = (name: string, status = 200): StoreReply => ({
  status,
  bytes: fixtureBytes(`stores/parca/${name}.json`),
});

/** Plays what Parca answered, and notes what it was asked. */
function parca() {
  const asked: URL[] = [];
  const ask: AskStore = async ({ url }) => {
    const at = new URL(url);
    asked.push(at);
    if (at.pathname === "/api/profiles/query_range") return played("query_range");
    if (at.pathname !== "/api/profiles/query") return played("query-nothing");
    const isMerge = at.searchParams.get("mode") === "MODE_MERGE";
    return played(isMerge ? "query-merge-pprof" : "query-single-pprof");
  };
  return { asked, ask };
}

const PARCA =
  'parca+http://h:7070/?query={job="kube-apiserver"}&from=2026-11-26T23:18:00Z&until=2026-11-26T23:20:00Z';
/** What the series of the recording has, in its order. */
const VALUES = [515_597_868, 658_987_215, 765_007_784, 765_007_784, 765_007_784, 765_007_784];

describe("a heap from a store", () => {
  afterEach(() => speak("en"));

  it("is the same file in every language, by which links know it; its name and notice are not", async () => {
    const english = await opened(PARCA, parca().ask);
    await speak("zh");
    const chinese = await opened(PARCA, parca().ask);
    expect(Buffer.compare(chinese.bytes, english.bytes)).toBe(0);
    expect(chinese.notice).toBe("2026-11-26T23:18:38Z 至 2026-11-26T23:19:28Z 6 次抓取的平均");
    expect(chinese.name).toBe(
      "kube-apiserver，2026-11-26T23:18:00Z 至 2026-11-26T23:20:00Z 的平均.pb.gz",
    );
    await expect(opened("parca+http://h/?query=up", parca().ask)).rejects.toThrow(
      "地址中没有标签选择器",
    );
  });
});

describe("a heap from Parca", () => {
  it("is the mean of the scrapes and not their sum", async () => {
    const { ask, asked } = parca();
    const { profile, notice, name } = await opened(PARCA, ask);
    const mean = VALUES.reduce((a, v) => a + v, 0) / 6;
    // Each sample is rounded to bytes.
    expect(Math.abs(total(profile) - mean)).toBeLessThan(profile.samples.count);
    expect(notice).toBe("the mean of 6 scrapes, 2026-11-26T23:18:38Z to 2026-11-26T23:19:28Z");
    expect(name).toMatch(/^kube-apiserver, mean of/);
    // A merge of Parca is of the year 1931.
    expect(new Date(Number(profile.timeNanos / 1_000_000n)).toISOString()).toBe(
      "2026-11-26T23:19:28.958Z",
    );
    expect(profile.comments).toContain(notice);
    expect(Object.fromEntries(asked[1]!.searchParams)).toEqual({
      mode: "MODE_MERGE",
      "merge.query": 'memory:inuse_space:bytes:space:bytes{job="kube-apiserver"}',
      "merge.start": "2026-11-26T23:18:00.000Z",
      "merge.end": "2026-11-26T23:20:00.000Z",
      report_type: "REPORT_TYPE_PPROF",
    });
  });

  it.each([
    ["first", "2026-11-26T23:18:38.959613783Z"],
    ["last", "2026-11-26T23:19:28.958841263Z"],
    ["peak", "2026-11-26T23:18:58.959428254Z"],
  ])("is the %s scrape where one is asked for, of its own series", async (scrape, time) => {
    const { ask, asked } = parca();
    const { profile, notice } = await opened(`${PARCA}&scrape=${scrape}`, ask);
    expect(Object.fromEntries(asked[1]!.searchParams)).toMatchObject({
      "single.time": time,
      "single.query":
        'memory:inuse_space:bytes:space:bytes{instance="127.0.0.1:16443", job="kube-apiserver", node="master-1"}',
    });
    expect(notice).toMatch(/^one scrape, of 2026-11-26T23:1/);
    const { pprof } = JSON.parse(new TextDecoder().decode(played("query-single-pprof").bytes));
    const plain = decodePprof(await unpack(Uint8Array.from(Buffer.from(pprof, "base64"))));
    expect(total(profile)).toBe(total(plain));
  });

  it.each<[string, StoreReply, RegExp]>([
    [
      "a wrong selector",
      played("query-bad-selector", 400),
      /does not understand the query: failed to parse query/,
    ],
    [
      "a selector that takes nothing",
      played("query-nothing"),
      /web page.*nothing is stored for this selector/,
    ],
    [
      "no series",
      { status: 200, bytes: new TextEncoder().encode('{"series":[]}') },
      /has nothing for \{job=/,
    ],
    [
      "401",
      { status: 401, bytes: new Uint8Array(0) },
      /does not let you in \(401\).*LEAKLENS_STORE_TOKEN/,
    ],
    [
      "403",
      { status: 403, bytes: new TextEncoder().encode("no") },
      /does not let you in \(403: no\)/,
    ],
    ["404", { status: 404, bytes: new Uint8Array(0) }, /no such interface/],
    ["503", { status: 503, bytes: new TextEncoder().encode("busy") }, /answers 503: busy/],
    ["what is no JSON", { status: 200, bytes: new TextEncoder().encode("hi") }, /no JSON/],
    [
      "JSON of something else",
      { status: 200, bytes: new TextEncoder().encode("[null,{}]") },
      /has nothing for/,
    ],
  ])("is refused in words: %s", async (_, reply, says) => {
    await expect(opened(PARCA, async () => reply)).rejects.toThrow(says);
  });

  it("is refused where the profile is damaged", async () => {
    const { ask } = parca();
    const broken: AskStore = async (request) =>
      request.url.includes("query_range")
        ? ask(request)
        : { status: 200, bytes: new TextEncoder().encode('{"pprof":"!!"}') };
    await expect(opened(PARCA, broken)).rejects.toThrow(/no base64/);
  });
});

const MINUTE = 60_000;
const PYROSCOPE = 'pyroscope+https://me:pw@p.example/?query={service_name="kube-apiserver"}';

/** One sample type of a recording: what Pyroscope keeps as a profile. */
async function inuse(n: number): Promise<Profile> {
  const profile = await recording(`leaking-operator/0${n}.pb.gz`);
  const column = sampleTypeIndex(profile, "inuse_space");
  return {
    ...profile,
    sampleTypes: [profile.sampleTypes[column]!],
    defaultSampleType: "",
    samples: { ...profile.samples, values: valuesOf(profile, column) },
  };
}

async function pods(...names: readonly string[]): Promise<readonly Scrape[]> {
  const profiles = await Promise.all([0, 1, 2, 3].map(inuse));
  return names.flatMap((pod, k) =>
    profiles.map((profile, n) => ({ pod, profile, at: NOW - (10 - n) * MINUTE + k * 1000 })),
  );
}

describe("a heap from Pyroscope", () => {
  it("is the mean of all scrapes of all processes, which is said", async () => {
    const scrapes = await pods("a", "b");
    const store = new PyroscopeStandIn(scrapes);
    const { profile, notice } = await opened(`${PYROSCOPE}&tenant=ops`, store.ask);
    expect(notice).toMatch(/^the mean of 8 scrapes of 2 processes, 2026-11-27T11:00:00Z to /);
    const mean = scrapes.reduce((sum, scrape) => sum + total(scrape.profile), 0) / 8;
    expect(Math.abs(total(profile) - mean)).toBeLessThan(profile.samples.count);
    for (const { headers } of store.asked) {
      expect(headers).toMatchObject({
        Authorization: `Basic ${Buffer.from("me:pw").toString("base64")}`,
        "X-Scope-OrgID": "ops",
      });
    }
  });

  it.each([
    ["first", 0],
    ["last", 3],
    ["peak", 3],
  ])("is the %s scrape of one process", async (scrape, n) => {
    const store = new PyroscopeStandIn(await pods("a"));
    const { profile, notice } = await opened(`${PYROSCOPE}&scrape=${scrape}`, store.ask);
    expect(total(profile)).toBe(total(await inuse(n)));
    expect(notice).toMatch(/^one scrape, of/);
  });

  it("compares two ranges, which differ by what was scraped in each", async () => {
    const store = new PyroscopeStandIn(await pods("a"));
    const range = (from: string, until: string) =>
      opened(`${PYROSCOPE}&from=${from}&until=${until}`, store.ask);
    const [before, after] = [await range("now-11m", "now-510s"), await range("now-510s", "now")];
    expect(before.notice).toContain("the mean of 2 scrapes");
    expect(after.notice).toContain("the mean of 2 scrapes");
    expect(before.name).not.toBe(after.name);
    expect(total(after.profile)).toBeGreaterThan(total(before.profile));
  });

  it("says that it is a sum where the number of scrapes cannot be known", async () => {
    const store = new PyroscopeStandIn(await pods("a"));
    const odd: AskStore = async (request) => {
      const reply = await store.ask(request);
      const isMean = new TextDecoder().decode(request.body).includes("_AVERAGE");
      return isMean ? { status: 200, bytes: new TextEncoder().encode("{}") } : reply;
    };
    const { notice, profile } = await opened(PYROSCOPE, odd);
    expect(notice).toMatch(/^the sum of scrapes.*shares hold and bytes do not/);
    expect(total(profile)).toBe(
      (await pods("a")).reduce((sum, scrape) => sum + total(scrape.profile), 0),
    );
  });

  it("is refused in words where nothing is there, or the selector is wrong", async () => {
    const store = new PyroscopeStandIn(await pods("a"));
    const none = PYROSCOPE.replace("kube-apiserver", "other");
    await expect(opened(none, store.ask)).rejects.toThrow(/p\.example has nothing for \{service/);
    const page: AskStore = async () => ({
      status: 200,
      bytes: new TextEncoder().encode("<!doctype html><title>Sign in</title>"),
    });
    await expect(opened(PYROSCOPE, page)).rejects.toThrow(/web page.*log-in/);
  });
});
