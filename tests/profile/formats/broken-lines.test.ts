import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { finish } from "../../../src/lib/steps.js";
import { readProfiles } from "../../../src/profile/formats/read-profile.js";
import { type Profile, stackOfSample } from "../../../src/profile/profile.js";
import { broken, filled, prefixed } from "./pasted-forms.js";

const textOf = (name: string) =>
  readFileSync(new URL(`../../fixtures/tables/${name}`, import.meta.url), "utf8");
function only(text: string): Profile {
  const found = finish(readProfiles(new TextEncoder().encode(text)));
  expect(found).toHaveLength(1);
  return found[0]!.profile;
}

/** What windows and mails of a width make of a text. */
const WAYS: Readonly<Record<string, (text: string, width: number) => string>> = {
  "a window": broken,
  "a mail": filled,
  "a window, then quoted": (text, width) => prefixed("> ")(broken(text, width)),
  "a mail, then quoted": (text, width) => prefixed("> ")(filled(text, width)),
  "a quoted mail": (text, width) => filled(prefixed("> ")(text), width),
};
const GENERIC = [
  "pkg.Foo[go.shape.struct { X int }]",
  "k8s.io/apimachinery/pkg/runtime.DeepCopyJSONValue[map[string]interface {}]",
  "k8s.io/client-go/tools/cache.(*Store[go.shape.struct { k8s.io/api/core/v1.Pod; sync.Mutex }]).Replace",
  "main.Map[go.shape.string,go.shape.func(int, string) (bool, error)].Do",
  "main.Send[chan int,<-chan struct {}].func1.2",
  "main.keep[go.shape.interface { Get(string) ([]uint8, error); Put([]uint8) }]",
  "slices.pdqsortCmpFunc[go.shape.struct { sigs.k8s.io/structured-merge-diff/v4/value.name string; Value interface {} }]",
  "main.(*Cache[go.shape.string,map[string]interface {}]).Add",
  "encoding/json.(*decodeState).object",
  "main.main",
];
const TABLE = [
  "Type: inuse_space",
  "Showing nodes accounting for 100MB, 100% of 100MB total",
  "      flat  flat%   sum%        cum   cum%",
  ...GENERIC.map((name, i) => {
    const inline = name.startsWith("main.keep") ? " (inline)" : "";
    return `      10MB   10% ${`${(i + 1) * 10}`.padStart(5)}%       10MB   10%  ${name}${inline}`;
  }),
  "",
].join("\n");

/** Every third of some widths, and those that are usual. */
const widths = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => from + i).filter(
    (w) => w % 3 === 0 || [61, 68, 70, 72, 76, 80, 100].includes(w),
  );

describe.each(Object.entries(WAYS))("names that go on with a blank, broken by %s", (_, way) => {
  it("are put together in a table", () => {
    for (const width of widths(50, 130)) {
      const { figures, functions, strings } = only(way(TABLE, width));
      const names = Array.from(figures!.function, (f) => strings.get(functions.name[f]!));
      expect(names, `${width}`).toEqual(GENERIC);
      expect(figures!.flat.every((flat) => flat === 10 * 1048576)).toBe(true);
    }
  });
});

/** Each stack with its value. */
function stacks({ format, samples, locations, functions, strings }: Profile): string[] {
  const name = (location: number) =>
    strings.get(functions.name[locations.lineFunction[locations.lineOffsets[location]!]!]!);
  const out = Array.from({ length: samples.count }, (_, s) => {
    return `${Array.from(stackOfSample(samples, s), name).join(";")} ${samples.values[s]}`;
  });
  return [`${format}`, ...out.sort()];
}

const TREES: Readonly<Record<string, string>> = {
  tree: textOf("tree.txt"),
  peek: textOf("peek.txt"),
  "a tree with type arguments": textOf("tree.txt")
    .replaceAll(
      "k8s.io/kubernetes/vendor/github.com/json-iterator/go.(*sliceDecoder).doDecode",
      "main.doDecode[go.shape.struct { X int; Y map[string]interface {} }]",
    )
    .replaceAll(
      "main.(*releaseHistory).render",
      "main.(*H[chan int,go.shape.func(int, string) error]).render (inline)",
    ),
};

describe.each(Object.entries(TREES))("%s", (_, text) => {
  const wanted = stacks(only(text));

  it.each(Object.entries(WAYS))("has the same stacks and figures out of %s", (_, way) => {
    expect(wanted[0]).toBe("pprof-tree");
    for (const width of widths(61, 140)) {
      expect(stacks(only(way(text, width))), `${width}`).toEqual(wanted);
    }
  });

  it.each(Object.entries(WAYS))("is right or refused out of %s narrower than figures", (_, way) => {
    let refused = 0;
    for (const width of widths(40, 61)) {
      try {
        expect(stacks(only(way(text, width))), `${width}`).toEqual(wanted);
      } catch (error) {
        expect(`${error}`).toMatch(
          /tree of go tool pprof whose lines were broken .* at line \d+; copy it from a wider window/,
        );
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(0);
  });
});
