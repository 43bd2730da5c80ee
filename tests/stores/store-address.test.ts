import { describe, expect, it } from "vitest";
import { nameOfStoreAddress, parseStoreAddress } from "../../src/stores/store-address.js";
import { momentOf } from "../../src/stores/when.js";

const NOW = Date.UTC(2026, 10, 27, 12);
const HOUR = 3_600_000;
const parse = (text: string) => parseStoreAddress(text, NOW);

describe("an address of a store", () => {
  it("names the store, the labels and the last hour", () => {
    expect(parse('pyroscope+https://p.example/?query={service_name="kube-apiserver"}')).toEqual({
      store: "pyroscope",
      base: "https://p.example",
      host: "p.example",
      type: "memory:inuse_space:bytes:space:bytes",
      selector: '{service_name="kube-apiserver"}',
      from: NOW - HOUR,
      until: NOW,
      scrape: "mean",
      user: "",
      tenant: "",
    });
  });

  it("takes a path, a name, a type, a range, a scrape and a tenant", () => {
    const text =
      "PARCA+HTTP://me:p%40ss@h:7070/parca/?query=memory:alloc_space:bytes:space:bytes%7Bjob%3D~%22a+b%22%7D&from=now-2h30m&until=2026-11-27T11:00:00Z&scrape=peak&tenant=ops";
    expect(parse(text)).toEqual({
      store: "parca",
      base: "http://h:7070/parca",
      host: "h:7070",
      type: "memory:alloc_space:bytes:space:bytes",
      selector: '{job=~"a+b"}',
      from: NOW - 2.5 * HOUR,
      until: NOW - HOUR,
      scrape: "peak",
      user: "me:p@ss",
      tenant: "ops",
    });
  });

  it.each([
    ["parca+https://h/", /no selector of labels/],
    ["parca+https://h/?query={}", /an empty one takes all/],
    ['parca+https://h/?query=heap{a="b"}', /"heap" is no type of a profile/],
    ['parca+https://h/?query={a="b"}&from=yesterday', /"yesterday" is no moment/],
    ['parca+https://h/?query={a="b"}&from=now&until=now-1h', /ends before it begins/],
    ['parca+https://h/?query={a="b"}&scrape=all', /scrape=all is none of mean, first, last, peak/],
    ['parca+https://h/?query={a="b&c"}', /the address has "c"}", which means nothing.*%26/],
    ["parca+https://", /this is no address of a store/],
    [`parca+https://h/?query={a="${"b".repeat(9000)}"}`, /this is no address of a store/],
  ])("is refused: %.60s", (text, says) => {
    expect(() => parse(text)).toThrow(says);
  });

  it("gives a file a name that tells it from another range", () => {
    const at = (rest: string) =>
      nameOfStoreAddress(`parca+https://u:p@h/?query={job="api"}${rest}`);
    expect(at("")).toBe("api, mean of now-1h to now");
    expect(at("&from=now-2h&until=now-1h&scrape=last")).toBe("api, last of now-2h to now-1h");
  });
});

describe("a moment", () => {
  it.each([
    ["now", NOW],
    ["now-90s", NOW - 90_000],
    ["now+1d", NOW + 24 * HOUR],
    ["1795780800", 1_795_780_800_000],
    ["1795780800123", 1_795_780_800_123],
    ["2026-11-27", NOW - 12 * HOUR],
    ["now-", undefined],
    ["now-1", undefined],
    ["12", undefined],
    ["2026-13-99", undefined],
    ["", undefined],
  ])("%s", (text, moment) => {
    expect(momentOf(text, NOW)).toBe(moment);
  });
});
