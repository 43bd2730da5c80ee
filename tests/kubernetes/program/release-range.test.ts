import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { letters, nameHash } from "../../../src/kubernetes/program/name-hash.js";
import { plainName } from "../../../src/kubernetes/program/plain-names.js";
import { rangeText } from "../../../src/kubernetes/program/program-text.js";
import { factsOf, parseTable } from "../../../src/kubernetes/program/release-facts.js";
import { releaseRange } from "../../../src/kubernetes/program/release-range.js";

const OLDEST = 20;
const NEWEST = 25;
const RELEASES = Array.from({ length: NEWEST - OLDEST + 1 }, (_, i) => OLDEST + i);

/** A table of one module: each function with the first and the last release that have it. */
function facts(lives: readonly (readonly [first: number, last: number])[]) {
  const lines = lives.map(([first, last], i) => {
    let mask = 0;
    for (let r = first; r <= last; r++) mask |= 1 << (r - OLDEST);
    return `${mask.toString(36)} ${letters(nameHash(`m.f${i}`))}`;
  });
  return parseTable([`# m ${OLDEST} ${NEWEST}`, ...lines].join("\n")).get("m")!;
}

const life = fc
  .tuple(fc.integer({ min: OLDEST, max: NEWEST }), fc.integer({ min: OLDEST, max: NEWEST }))
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
  .filter(([a, b]) => a > OLDEST || b < NEWEST);

describe("the releases of a program", () => {
  it("always include the one that it is of, and nothing that a function excludes", () => {
    fc.assert(
      fc.property(
        fc.array(life, { maxLength: 30 }),
        fc.constantFrom(...RELEASES),
        (lives, built) => {
          const table = facts(lives);
          const has =
            (r: number) =>
            ([first, last]: readonly [number, number]) =>
              first <= r && r <= last;
          const names = lives.flatMap((l, i) => (has(built)(l) ? [`m.f${i}`] : []));
          const range = releaseRange([{ facts: table, names }]);
          const possible = RELEASES.filter((r) => lives.every((l) => !has(built)(l) || has(r)(l)));
          expect(range?.since ?? null).toBe(possible[0] === OLDEST ? null : possible[0]);
          expect(range?.until ?? null).toBe(possible.at(-1) === NEWEST ? null : possible.at(-1));
          if (range) expect([range.fits, range.against]).toEqual([names.length, 0]);
        },
      ),
    );
  });

  it("are not told where functions of two builds contradict each other", () => {
    const table = facts([
      [20, 21],
      [24, 25],
    ]);
    expect(releaseRange([{ facts: table, names: ["m.f0", "m.f1"] }])).toBeUndefined();
  });

  it("stand one backport among twenty functions", () => {
    const lives = Array.from({ length: 20 }, () => [22, 23] as const);
    const table = facts([...lives, [24, 25]]);
    const names = Array.from({ length: 21 }, (_, i) => `m.f${i}`);
    expect(releaseRange([{ facts: table, names }])).toEqual({
      since: 22,
      until: 23,
      fits: 20,
      against: 1,
    });
  });

  it("say nothing of functions that the table does not know", () => {
    expect(releaseRange([{ facts: facts([[20, 21]]), names: ["m.other"] }])).toBeUndefined();
    expect(releaseRange([])).toBeUndefined();
  });

  it("are worded by what is proven", () => {
    const text = (since: number | null, until: number | null) => rangeText({ since, until }, "1.");
    expect(text(34, 34)).toBe("1.34");
    expect(text(33, 34)).toBe("1.33 or 1.34");
    expect(text(33, 35)).toBe("1.33 to 1.35");
    expect(text(37, null)).toBe("1.37 or later");
    expect(text(null, 20)).toBe("1.20 or earlier");
    expect(text(null, null)).toBe("");
  });
});

describe("the table", () => {
  it("knows what came and went", () => {
    const bits = (module: string, name: string) => {
      const found = factsOf(module)!;
      const mask = found.releasesWith(name);
      return Array.from(
        { length: found.newest - found.oldest + 1 },
        (_, i) => found.oldest + i,
      ).filter((_, i) => (mask >>> i) & 1);
    };
    const json = "k8s.io/apimachinery/pkg/runtime/serializer/json.streamEncodeCollections";
    expect(bits("k8s.io/apimachinery", json)).toEqual([33, 34, 35, 36, 37]);
    const secrets = "k8s.io/client-go/kubernetes/typed/core/v1.(*secrets).List";
    expect(bits("k8s.io/client-go", secrets).at(-1)).toBe(30);
    expect(bits("go", "sync.(*WaitGroup).Go")).toEqual([25, 26]);
    expect(bits("k8s.io/client-go", "k8s.io/client-go/rest.NoSuchThing")).toEqual([]);
    expect(factsOf("example.org/none")).toBeUndefined();
  });
});

describe("a function's plain name", () => {
  it.each([
    [
      "k8s.io/kubernetes/vendor/k8s.io/apiserver/pkg/storage/etcd3.(*store).GetList",
      "(*store).GetList",
      "",
    ],
    [
      "k8s.io/apiserver/pkg/endpoints.(*APIInstaller).registerResourceHandlers.restfulListResource.func6",
      "(*APIInstaller).registerResourceHandlers",
      "",
    ],
    ["k8s.io/client-go/tools/cache.(*Reflector).list.func1", "(*Reflector).list", ""],
    [
      "k8s.io/client-go/tools/cache.(*processorListener).run.gowrap1",
      "(*processorListener).run",
      "",
    ],
    ["k8s.io/client-go/tools/cache.newReflector.deferwrap2.1", "newReflector", ""],
    [
      "k8s.io/client-go/gentype.(*alsoLister[go.shape.*uint8,go.shape.string]).List",
      "(*alsoLister).List",
      "",
    ],
    [
      "k8s.io/apiserver/pkg/server.DefaultBuildHandlerChain.TrackCompleted.trackCompleted.func22",
      "DefaultBuildHandlerChain.TrackCompleted",
      "DefaultBuildHandlerChain",
    ],
    ["k8s.io/apimachinery/pkg/util/wait.JitterUntil.func1", "JitterUntil", ""],
    ["k8s.io/apimachinery/pkg/watch.Event.DeepCopy", "Event.DeepCopy", "Event"],
    ["k8s.io/apiserver/pkg/server.(*X).serve-fm", "(*X).serve", ""],
    ["k8s.io/x/y.Walk-range1", "Walk", ""],
    ["k8s.io/x/y.run·dwrap·3", "run", ""],
    ["k8s.io/x/y.init.0", "", ""],
    ["k8s.io/x/y.glob..func3", "", ""],
  ])("of %s is %s", (raw, func, outer) => {
    expect(plainName(raw)).toMatchObject({ func, outer });
  });

  it("is found in any name without failing", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."ab./()*[]-·1 ,") }), (raw) => {
        const { func, outer } = plainName(raw);
        expect(func.startsWith(outer)).toBe(true);
      }),
    );
  });
});
