import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FrameIndex, neededWord } from "../../src/known-issues/frame-index.js";
import { KNOWN_ISSUES } from "../../src/known-issues/known-issues.js";
import { StackMatcher } from "../../src/known-issues/stack-matcher.js";
import { finish } from "../../src/lib/steps.js";

const PATTERNS = [
  ...new Set(KNOWN_ISSUES.flatMap(({ frames, without }) => [...frames, without ?? "^$"])),
];

describe("the word that a pattern needs", () => {
  it("stands between signs, so that names can be looked up by it", () => {
    expect(neededWord("storage/cacher\\.newCacheWatcher$")).toBe("newCacheWatcher");
    expect(neededWord("\\(\\*cacheWatcher\\)\\.process")).toBe("cacheWatcher");
    expect(neededWord("^runtime\\.malg$")).toBe("runtime");
    expect(neededWord("runtime\\.chansend1?$")).toBe("");
    expect(neededWord("(a|b)c\\d")).toBe("");
    expect(neededWord("[a-z]+\\.x\\.")).toBe("x");
  });

  it("loses no match: each pattern's own test finds what the index finds", () => {
    const index = new FrameIndex(PATTERNS);
    const word = fc.constantFrom(...new Set(PATTERNS.join(" ").match(/\w{2,}/g)!), "k8s.io", "pkg");
    const name = fc
      .tuple(
        word,
        fc.constantFrom("/", ".", ".(*", "-"),
        word,
        fc.constantFrom(").", ".", "[...])."),
        word,
      )
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(name, (text) => {
        const plain = PATTERNS.flatMap((p, i) => (new RegExp(p).test(text) ? [i] : []));
        expect(index.match(text)).toEqual(plain);
      }),
      { numRuns: 300 },
    );
  });

  it("is not searched for in a name of absurd length", () => {
    expect(new FrameIndex(["runtime\\.malg"]).match(`runtime.malg${"x".repeat(5000)}`)).toEqual([]);
  });
});

describe("a stack", () => {
  const matcher = new StackMatcher([
    { frames: ["^leaf$", "^middle", "^root$"] },
    { frames: ["^leaf$"], without: "^spoils$" },
  ]);

  it("matches where all frames are on it in order, with others between", () => {
    expect(matcher.matchStack(["leaf", "a", "middle.x", "b", "root", "c"])).toEqual([0, 1]);
    expect(matcher.matchStack(["middle.x", "leaf", "root"])).toEqual([1]);
    expect(matcher.matchStack(["leaf", "root"])).toEqual([1]);
    expect(matcher.matchStack([])).toEqual([]);
  });

  it("does not match where a frame forbids it, on either side", () => {
    expect(matcher.matchStack(["leaf", "spoils"])).toEqual([]);
    expect(matcher.matchStack(["spoils", "leaf"])).toEqual([]);
  });

  it("is judged alike by itself and in a tree", () => {
    const names = ["leaf", "middle", "root", "spoils", "other"];
    const stacks = fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 6 }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(stacks, (all) => {
        // Each stack root first, hanging at the root on its own.
        const parent = [-1];
        const frame = [-1];
        const ends = all.map((stack) => {
          let at = 0;
          for (const f of stack) {
            parent.push(at);
            frame.push(f);
            at = parent.length - 1;
          }
          return at;
        });
        const tree = {
          nodeCount: parent.length,
          parent: Int32Array.from(parent),
          frame: Int32Array.from(frame),
        };
        const { state, issues } = finish(matcher.match(tree, names));
        all.forEach((stack, i) => {
          const alone = matcher.matchStack(stack.map((f) => names[f]!).reverse());
          expect(issues[state[ends[i]!]!]).toEqual(alone);
        });
      }),
    );
  });
});
