import { describe, expect, it, vi } from "vitest";
import { TreeBuilder } from "../../src/calltree/tree-builder.js";
import { Engine } from "../../src/engine/engine.js";
import { finish } from "../../src/lib/steps.js";
import { distinctLocations } from "../../src/profile/distinct-stacks.js";
import { ownNumbers, type Profile } from "../../src/profile/profile.js";
import { ProfileError } from "../../src/profile/profile-error.js";
import { MAX_TREE_NODES } from "../../src/profile/size-limits.js";
import { question } from "../export/prepared.js";
import { profileOfStacks, random } from "../generate.js";

// A limit that a small file is beyond: how a file is refused does not depend on how large it is.
vi.mock("../../src/profile/size-limits.js", async (original) => ({
  ...(await original<object>()),
  MAX_TREE_NODES: 1 << 16,
}));

const FUNCTIONS = 1000;
const DEPTH = 100;

/** As many different deep stacks as make a tree that is too large; of one function a few. */
function torture(): Profile {
  const base = profileOfStacks(
    Array.from({ length: FUNCTIONS }, (_, f) => [f]),
    Array.from({ length: FUNCTIONS }, () => 1n),
  );
  const count = Math.ceil(MAX_TREE_NODES / (DEPTH - 3));
  const chance = random(9);
  const stackLocations = new Uint32Array(count * DEPTH).map(() => 1 + chance() * (FUNCTIONS - 1));
  for (let s = 0; s < 3; s++) stackLocations[s * 7 * DEPTH] = 0;
  const samples = {
    ...base.samples,
    count,
    stackOf: ownNumbers(count),
    stackOffsets: new Uint32Array(count + 1).map((_, s) => s * DEPTH),
    stackLocations,
    values: new Float64Array(count * base.sampleTypes.length).fill(1),
    labelsOf: ownNumbers(count),
    labelOffsets: new Uint32Array(count + 1),
  };
  return { ...base, samples };
}

describe("a profile of more different stacks than can be drawn", () => {
  const engine = new Engine();
  engine.library.add("0", "torture", torture());
  const whole = question({ files: ["0"], joined: true });
  const joined = vi.spyOn(engine.set(whole), "joins");
  const [rare] = engine.set(whole).frames.names;

  const refusal = (ask: "picture" | "table" | "kinds" | "finding"): unknown => {
    try {
      return finish(engine.ask(ask, whole, undefined));
    } catch (error) {
      return error;
    }
  };

  it("is refused by name, before its stacks are joined", () => {
    const told = refusal("picture");
    expect(told).toBeInstanceOf(ProfileError);
    expect((told as Error).message).toBe(
      "the stacks make a call graph of more than 65536 boxes, the limit; focus on a function, or record a shorter or filtered profile",
    );
    expect(joined).not.toHaveBeenCalled();
    // What each other answer needs is not tried again.
    for (const ask of ["table", "kinds", "finding"] as const) expect(refusal(ask)).toBe(told);
  });

  it("is drawn where it is focused on a function", () => {
    const focused = { ...whole, transforms: [{ do: "focus", pattern: `^${rare}$` }] as const };
    const { layout } = finish(engine.ask("draft", focused, undefined));
    expect(layout.count).toBeGreaterThan(3 * DEPTH - 3);
    expect(layout.count).toBeLessThanOrEqual(3 * DEPTH + 1);
  });
});

describe("a tree's limit", () => {
  it("lets so many nodes be, and not one more", () => {
    const builder = new TreeBuilder(3);
    const node = builder.child(0, 1, 0);
    builder.child(node, 1, 0);
    builder.child(node, 2, 0);
    expect(builder.child(node, 2, 0)).toBe(3);
    expect(() => builder.child(node, 3, 0)).toThrow(/more than 3 boxes/);
  });
});

describe("the locations of different stacks", () => {
  const stacks = [[1, 2, 3], [1, 2], [], [1, 2, 3], [7]];
  const profile = profileOfStacks(
    stacks,
    stacks.map(() => 1n),
  );

  it("are counted once a stack", () => {
    expect(distinctLocations([profile])).toBe(6);
    expect(distinctLocations([profile, profile])).toBe(12);
  });

  it("are refused beyond a limit, with what helps", () => {
    expect(distinctLocations([profile], 6)).toBe(6);
    expect(() => distinctLocations([profile], 5)).toThrow(/6 locations.* shorter or filtered/);
    expect(() => distinctLocations([profile, profile], 11)).toThrow(/12 .*fewer of them together/);
  });
});
