import { describe, expect, it } from "vitest";
import { buildCallTree, type StackFilter } from "../../../src/calltree/call-tree.js";
import { pruneStacks } from "../../../src/calltree/filter/drop-frames.js";
import { compilePattern } from "../../../src/calltree/filter/go-regexp.js";
import { stackFilter } from "../../../src/calltree/filter/stack-filter.js";
import { buildFrameTable } from "../../../src/calltree/frame-table.js";
import {
  withoutClosureNumbers,
  withoutTypeArguments,
} from "../../../src/calltree/matching/loose-match.js";
import { finish } from "../../../src/lib/steps.js";
import type { Profile } from "../../../src/profile/profile.js";
import { profileOfStacks } from "../../generate.js";

/** Stacks from the root on that a filter leaves, one a sample; undefined for one left out. */
function left(profile: Profile, filter: StackFilter | undefined): (string | undefined)[] {
  const frames = buildFrameTable([profile]);
  const tree = finish(buildCallTree([profile], frames, { filters: [filter] }));
  return [...tree.sampleNode[0]!].map((node) => {
    if (node < 0) return undefined;
    const names: string[] = [];
    for (let n = node; n > 0; n = tree.parent[n]!) names.unshift(frames.names[tree.frame[n]!]!);
    return names.join(" ");
  });
}

const NAMES = ["malloc", "new", "user", "main", "boot", "helper"];
/** Stacks leaf first. */
const named = (stacks: readonly (readonly number[])[]) =>
  profileOfStacks(
    stacks.map((stack) => [...stack].reverse()),
    stacks.map(() => 1n),
    (fn) => NAMES[fn]!,
  );
const test = (pattern: string) => [compilePattern(pattern)];

describe("focus, ignore, hide and show", () => {
  const profile = named([
    [0, 2, 3],
    [1, 5, 3],
    [0, 5, 4],
  ]);

  it("keep what has a frame that matches", () => {
    expect(left(profile, stackFilter(profile, { focus: test("^user$") }))).toEqual([
      "main user malloc",
      undefined,
      undefined,
    ]);
  });

  it("leave out what has a frame to be ignored, even where focus matches", () => {
    const filter = stackFilter(profile, { focus: test("main"), ignore: test("helper") });
    expect(left(profile, filter)).toEqual(["main user malloc", undefined, undefined]);
  });

  it("hide frames, and drop a sample of which nothing is left", () => {
    const hidden = stackFilter(profile, { hide: test("malloc|user|main") });
    expect(left(profile, hidden)).toEqual([undefined, "helper new", "boot helper"]);
    const shown = stackFilter(profile, { show: test("new|boot") });
    expect(left(profile, shown)).toEqual([undefined, "new", "boot"]);
  });

  it("judge focus by the frames as they are before hiding", () => {
    const filter = stackFilter(profile, { focus: test("user"), hide: test("user") });
    expect(left(profile, filter)).toEqual(["main malloc", undefined, undefined]);
  });

  it("must all match where there are several", () => {
    const filter = stackFilter(profile, { focus: [...test("malloc"), ...test("main")] });
    expect(left(profile, filter)).toEqual(["main user malloc", undefined, undefined]);
  });

  it("refuse a pattern that is no regular expression of Go", () => {
    expect(() => compilePattern("a(")).toThrow(/a\( is no regular expression: missing closing \)/);
    expect(() => compilePattern("(?<=a)b")).toThrow("no regular expression");
  });

  it("take linear time for a pattern that would run away elsewhere", () => {
    expect(compilePattern("(a+)+$")(`${"a".repeat(5000)}b`)).toBe(false);
  });
});

describe("drop_frames", () => {
  const profile = named([
    [0, 1, 2, 3],
    [5, 1, 2],
    [0, 1],
  ]);

  it("cut what the dropped frame called, and the frame", () => {
    const pruned = pruneStacks(profile, "new|malloc", "");
    expect(pruned && [...pruned.skipLeaf]).toEqual([2, 2, 0]);
    const filter = stackFilter(profile, { dropFrames: "new|malloc" });
    // Nothing is cut from the root on, so that no stack becomes empty.
    expect(left(profile, filter)).toEqual(["main user", "user", "new malloc"]);
  });

  it("spare what keep_frames names", () => {
    const filter = stackFilter(profile, { dropFrames: "new|malloc", keepFrames: "new" });
    expect(left(profile, filter)).toEqual(["main user new", "user new helper", "new"]);
  });

  it("match whole names without their arguments, and are passed over where they are wrong", () => {
    expect(pruneStacks(profile, "ne", "")).toBeUndefined();
    expect(pruneStacks(profile, "(", "")).toBeUndefined();
    const cpp = profileOfStacks([[1, 0]], [1n], (fn) => ["operator()(int)", "a::b(char*)"][fn]!);
    expect([...(pruneStacks(cpp, "operator\\(\\)", "")?.skipLeaf ?? [])]).toEqual([1]);
  });
});

describe("names of another build", () => {
  it("lose their type arguments", () => {
    expect(withoutTypeArguments("sync.(*Map[go.shape.string,[]int]).Load")).toBe(
      "sync.(*Map).Load",
    );
    expect(withoutTypeArguments("plain.f")).toBe("plain.f");
  });

  it("lose the numbers of closures, those within a function alone", () => {
    expect(withoutClosureNumbers("p.Serve.func12.3")).toBe("p.Serve.func.");
    expect(withoutClosureNumbers("p.(*T).Run.func1")).toBe("p.(*T).Run.func");
    expect(withoutClosureNumbers("p.glob..func4")).toBeUndefined();
    expect(withoutClosureNumbers("p.func1.Serve")).toBeUndefined();
  });
});
