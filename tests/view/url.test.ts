import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { GRANULARITIES } from "../../src/calltree/granularity.js";
import { pathText } from "../../src/calltree/path-hash.js";
import {
  BASE_MEDIAN,
  LABEL_STEPS,
  LONG_NAMES,
  NAME_STEPS,
  NO_BASE,
  SWITCH_STEPS,
  type Transform,
} from "../../src/engine/question.js";
import { fragmentToView, inLanguage, viewToFragment } from "../../src/view/url.js";
import { LIMITS } from "../../src/view/url-text.js";
import { DEFAULT_VIEW, type FileRef, TABS, type View } from "../../src/view/view.js";
import { mutated } from "./mutated.js";

const hash = fc
  .array(fc.constantFrom(..."0123456789abcdef"), { minLength: 64, maxLength: 64 })
  .map((digits) => digits.join(""));
const words = fc.string({ unit: "binary", maxLength: 60 });
const path = fc
  .tuple(fc.nat(0xffffffff), fc.nat(0xfffff))
  .map(([low, high]) => pathText(low, high));
const file: fc.Arbitrary<FileRef> = fc.record({
  hash,
  name: words,
  size: fc.nat(Number.MAX_SAFE_INTEGER).map((n) => n % 1e15),
  url: fc.oneof(fc.constant(""), fc.webUrl({ withFragments: true, withQueryParameters: true })),
});
const transform: fc.Arbitrary<Transform> = fc.oneof(
  fc.record({
    do: fc.constantFrom(...NAME_STEPS, ...LABEL_STEPS, "collapse", "drop-kind"),
    pattern: words,
  }) as fc.Arbitrary<Transform>,
  fc.constantFrom(...SWITCH_STEPS).map((step): Transform => ({ do: step })),
  fc.constantFrom(...LONG_NAMES).map((n): Transform => ({ do: "demangle", pattern: n })),
  fc.constantFrom(...GRANULARITIES).map((g): Transform => ({ do: "granularity", pattern: g })),
);

const view: fc.Arbitrary<View> = fc
  .uniqueArray(file, { maxLength: 8, selector: (f) => f.hash })
  .chain((files) => {
    const last = Math.max(0, files.length - 1);
    const bases = [NO_BASE, ...files.keys(), ...(files.length > 1 ? [BASE_MEDIAN] : [])];
    return fc.record({
      files: fc.constant(files),
      shown: fc.nat(last),
      base: fc.constantFrom(...bases),
      sum: fc.boolean(),
      set: fc.constantFrom<View["set"][]>("auto", "series", "fleet", "unrelated"),
      sampleType: words,
      inverted: fc.boolean(),
      transforms: fc.array(transform, { maxLength: 6 }),
      joined: fc.boolean(),
      folded: fc.boolean(),
      unfolded: fc.array(path, { maxLength: 6 }),
      widths: fc.constantFrom<View["widths"][]>("larger", "before", "after", "delta"),
      normalize: fc.boolean(),
      colouring: fc.constantFrom<View["colouring"][]>("kind", "growth", "survival", "package"),
      lit: words,
      litStage: words,
      tab: fc.constantFrom(...TABS),
      orientation: fc.constantFrom<View["orientation"][]>("icicle", "flame"),
      sideBySide: fc.boolean(),
      zoom: fc.oneof(fc.constant(""), path),
      part: fc.constantFrom("", "0.25,0.5", "-0.000001,2,310", "0,1,40"),
      selection: fc.oneof(fc.constant(""), path),
      callersOf: words,
      search: words,
      sort: fc.record({
        column: fc.constantFrom("flat", "cum%", "flatdelta", "name"),
        descending: fc.boolean(),
      }),
      filter: words,
      hidden: words,
      limit: words,
      watermark: words,
    });
  });

const A = "a".repeat(64);
const B = "b".repeat(64);

describe("a view in the address", () => {
  test("is the same view when it is read again", () => {
    fc.assert(
      fc.property(view, (v) => {
        const text = viewToFragment(v);
        expect(fragmentToView(text)).toEqual({ view: v, notices: [], extras: {} });
        expect(viewToFragment(fragmentToView(text).view)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  test("holds nothing that ends a link in a chat or in Markdown, nor what an address may not have", () => {
    fc.assert(
      fc.property(view, (v) => {
        expect(viewToFragment(v)).toMatch(/^[A-Za-z0-9\-_.=&:/@,%]*$/);
      }),
    );
  });

  test("is no text at all where nothing differs from the start", () => {
    expect(viewToFragment(DEFAULT_VIEW)).toBe("");
    expect(fragmentToView("")).toEqual({ view: DEFAULT_VIEW, notices: [], extras: {} });
  });

  test("says only what differs, in words", () => {
    const text = viewToFragment({
      ...DEFAULT_VIEW,
      files: [
        { hash: A, name: "01 created.pb.gz", size: 85, url: "" },
        { hash: B, name: "03-storm.pb.gz", size: 91, url: "https://a.example/x?y=1&z" },
      ],
      shown: 1,
      base: 0,
      transforms: [{ do: "focus", pattern: "ConfigMap|Secret" }],
      sort: { column: "cum", descending: false },
      folded: false,
    });
    expect(text).toBe(
      `v=1&f=${A}:85:01%20created.pb.gz&f=${B}:91:03-storm.pb.gz&url=https://a.example/x%3Fy%3D1%26z&shown=1&base=0&t=focus:ConfigMap%7CSecret&folded=0&sort=cum`,
    );
  });

  test("keeps a lone surrogate from breaking the link", () => {
    const text = viewToFragment({ ...DEFAULT_VIEW, search: "a\ud800b" });
    expect(fragmentToView(text).view.search).toBe("a\ufffdb");
  });
});

describe("text in the address that is not to be trusted", () => {
  test("whatever it is gives a view within the bounds, and never an exception", () => {
    const seeds = fc.sample(view, { numRuns: 20, seed: 7 }).map(viewToFragment);
    seeds.push("v=1&d=abc&open=/x.pb.gz&url=https://a.example/b", "v=2&new=1&tab=later");
    const next = mutated(seeds, 11);
    for (let i = 0; i < 10_000; i++) {
      const { view: v, notices, extras } = fragmentToView(next());
      expect(v.files.length).toBeLessThanOrEqual(LIMITS.files);
      expect(v.transforms.length).toBeLessThanOrEqual(LIMITS.transforms);
      expect(v.shown).toBeLessThan(Math.max(1, v.files.length));
      expect(v.base).toBeLessThan(v.files.length);
      expect(v.search.length).toBeLessThanOrEqual(LIMITS.text);
      for (const f of v.files) expect(f.url).toMatch(/^(https?:\/\/.*)?$/is);
      expect(notices.join(" ").length).toBeLessThan(6000);
      for (const open of extras.open ?? []) decodeURIComponent(open);
      // What was read can be written and read again without a word.
      expect(fragmentToView(viewToFragment(v))).toEqual({ view: v, notices: [], extras: {} });
    }
  });

  test("settings that are not known are left out and named", () => {
    const { view: v, notices } = fragmentToView("v=1&rainbow=1&search=x&depth=3");
    expect(v).toEqual({ ...DEFAULT_VIEW, search: "x" });
    expect(notices).toEqual([
      'The link has settings that this version does not know: "rainbow", "depth".',
    ]);
  });

  test("a newer form is read as far as it is known, which is told", () => {
    const { view: v, notices } = fragmentToView("v=7&tab=table&tab=hologram");
    expect(v.tab).toBe("table");
    expect(notices[0]).toContain("newer version");
    expect(notices[1]).toContain('"hologram"');
  });

  test.each([
    ["shown=1", "names 0 files"],
    [`f=${A}:1:a&base=1`, "names 1 files"],
    [`f=${A}:1:a&base=median`, "names 1 files"],
    [`f=${A}:1:a&shown=-1`, "names 1 files"],
    [`f=${A}:1:a&f=${A}:1:b`, "twice"],
    [`f=${A.slice(1)}:1:a`, "cannot be read"],
    [`f=${A}:1:%zz`, "cannot be read"],
    ["joined=yes", '"joined"'],
    ["zoom=../..", '"zoom"'],
    ["sort=<b>", '"sort"'],
    ["t=explode:x", '"explode"'],
    ["t=focus", "no pattern"],
    [`t=focus:${"x".repeat(1001)}`, "longer than 1000"],
    [`search=${"x".repeat(1001)}`, "was cut"],
    [`f=${A}:1:a&url=javascript:alert(1)`, "not http"],
    ["url=data:text/html,x", "not http"],
    ["open=//elsewhere.example/x", "own host"],
    ["open=https://elsewhere.example/x", "own host"],
    ["open=/%09/elsewhere.example/x", "own host"],
    ["open=%5C%5Celsewhere.example", "own host"],
    ["v=0", "does not exist"],
    ["x".repeat(LIMITS.fragment + 1), "2 million"],
    ["a=1&".repeat(LIMITS.parameters + 1), "settings"],
    [`unfolded=${"a,".repeat(300)}a`, "unfolds more"],
    ["t=merge-recursion&".repeat(70), "more than 64 filters"],
  ])("%# is told in a sentence", (fragment, part) => {
    const { view: v, notices } = fragmentToView(fragment);
    expect(notices.join(" ")).toContain(part);
    expect(fragmentToView(viewToFragment(v)).notices).toEqual([]);
  });

  test("at most 64 files are taken", () => {
    const many = Array.from({ length: 70 }, (_, i) => `f=${String(i).padStart(64, "0")}:1:n`);
    const { view: v, notices } = fragmentToView(many.join("&"));
    expect(v.files.length).toBe(64);
    expect(notices[0]).toContain("more than 64 files");
  });
});

describe("what an address asks for beside the view", () => {
  test("is given to whoever opens it", () => {
    const { extras } = fragmentToView(
      "v=1&d=AbC-_9&open=/p/a%20b.pb.gz&open=samples/c.pb.gz&url=https://h.example/x.pb.gz",
    );
    expect(extras).toEqual({
      data: "AbC-_9",
      open: ["/p/a b.pb.gz", "samples/c.pb.gz"],
      urls: ["https://h.example/x.pb.gz"],
    });
  });

  test("a path whose per cent sign escapes nothing can still be decoded", () => {
    const { extras } = fragmentToView("open=/p/100%25.pb.gz");
    expect(decodeURIComponent(extras.open![0]!)).toBe("/p/100%.pb.gz");
  });
});

describe("links that were ever given away", () => {
  const folder = new URL("../fixtures/links/", import.meta.url);
  const names = readdirSync(folder).filter((n) => n.endsWith(".view.json"));

  test("there are some", () => expect(names.length).toBeGreaterThan(2));

  test.each(names)("%s is read as it was", (name) => {
    const {
      fragment,
      view: wanted,
      notices,
      extras,
    } = JSON.parse(readFileSync(new URL(name, folder), "utf8"));
    const found = fragmentToView(fragment);
    expect(found.view).toEqual({ ...DEFAULT_VIEW, ...wanted });
    expect(found.notices).toEqual(notices);
    expect(found.extras).toEqual(extras);
  });
});

test("a link has a language where one asked for it", () => {
  const view = { ...DEFAULT_VIEW, search: "List" };
  const text = inLanguage(viewToFragment(view), "zh");
  expect(fragmentToView(text)).toEqual({ view, notices: [], extras: { language: "zh" } });
  expect(fragmentToView(inLanguage("", "en")).extras).toEqual({ language: "en" });
  const { extras, notices } = fragmentToView("v=1&lang=tlh");
  expect(extras).toEqual({});
  expect(notices.join()).toContain('"tlh"');
});
