import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  buildCallTree,
  type CallTree,
  NODE_INLINED,
  nodeSelf,
  nodeTotals,
} from "../../src/calltree/call-tree.js";
import { buildFrameTable } from "../../src/calltree/frame-table.js";
import { finish } from "../../src/lib/steps.js";
import { canonicalName } from "../../src/profile/function-name.js";
import { decodePprof } from "../../src/profile/pprof/decode.js";
import { type Profile, stackOfSample, valuesOf } from "../../src/profile/profile.js";
import {
  profileModel,
  profileOfStacks,
  readProfile,
  stacksWithValues,
  writeProfile,
} from "../generate.js";
import { RECORDINGS, recording } from "../recordings.js";

function treeOf(profiles: readonly Profile[], options = {}): CallTree {
  return finish(buildCallTree(profiles, buildFrameTable(profiles), options));
}

/** The names from the root to a node. */
function pathTo(tree: CallTree, node: number): string[] {
  const names: string[] = [];
  for (let n = node; n > 0; n = tree.parent[n]!) names.push(tree.frames.names[tree.frame[n]!]!);
  return names.reverse();
}

/** What is below each path, by its canonical names; paths of nothing are left out. */
function byPath(tree: CallTree, values: Float64Array): Map<string, number> {
  const out = new Map<string, number>();
  for (let node = 0; node < tree.nodeCount; node++) {
    const path = pathTo(tree, node).map(canonicalName).join("\n");
    out.set(path, (out.get(path) ?? 0) + values[node]!);
  }
  for (const [path, value] of out) if (value === 0) out.delete(path);
  return out;
}

/** The stack of each sample, root first, worked out without the tree. */
function stacksOf(profile: Profile, tree: CallTree, p: number): string[][] {
  const { samples, locations } = profile;
  const { names, ofLine, ofBareLocation } = tree.frames;
  return Array.from({ length: samples.count }, (_, s) => {
    const stack: string[] = [];
    for (const l of stackOfSample(samples, s)) {
      const from = locations.lineOffsets[l]!;
      const to = locations.lineOffsets[l + 1]!;
      if (from === to) stack.push(names[ofBareLocation[p]![l]!]!);
      for (let k = from; k < to; k++) stack.push(names[ofLine[p]![k]!]!);
    }
    return stack.reverse();
  });
}

const sum = (values: Iterable<number>): number => [...values].reduce((a, b) => a + b, 0);

describe("a call tree", () => {
  it("keeps the total of each sample type, whichever way it is built", () => {
    fc.assert(
      fc.property(readProfile, fc.boolean(), fc.boolean(), (profile, inverted, mergeRecursion) => {
        const tree = treeOf([profile], { inverted, mergeRecursion });
        profile.sampleTypes.forEach((_, t) => {
          const values = valuesOf(profile, t);
          const self = nodeSelf(tree, 0, values);
          expect(sum(self)).toBe(sum(values));
          expect(nodeTotals(tree, self)[0]).toBe(sum(values));
        });
      }),
    );
  });

  it("ends each sample at the node of its stack", () => {
    fc.assert(
      fc.property(readProfile, fc.boolean(), (profile, inverted) => {
        const tree = treeOf([profile], { inverted });
        stacksOf(profile, tree, 0).forEach((stack, s) => {
          const path = pathTo(tree, tree.sampleNode[0]![s]!);
          expect(inverted ? path.reverse() : path).toEqual(stack);
        });
      }),
    );
  });

  it("numbers parents before children, with their depth, and no two alike under one parent", () => {
    fc.assert(
      fc.property(fc.array(readProfile, { minLength: 1, maxLength: 3 }), (profiles) => {
        const tree = treeOf(profiles);
        const seen = new Set<string>();
        expect([tree.parent[0], tree.frame[0], tree.depth[0]]).toEqual([-1, -1, 0]);
        for (let node = 1; node < tree.nodeCount; node++) {
          const parent = tree.parent[node]!;
          expect(parent).toBeLessThan(node);
          expect(tree.depth[node]).toBe(tree.depth[parent]! + 1);
          seen.add(`${parent} ${tree.frame[node]}`);
        }
        expect(seen.size).toBe(tree.nodeCount - 1);
      }),
    );
  });

  it("has at each node what the samples through its path have, counted once a sample", () => {
    fc.assert(
      fc.property(stacksWithValues, ({ stacks, values }) => {
        const profile = profileOfStacks(stacks, values);
        const tree = treeOf([profile]);
        const total = nodeTotals(tree, nodeSelf(tree, 0, valuesOf(profile, 0)));
        const expected = new Map<string, number>();
        stacks.forEach((stack, s) => {
          for (let depth = 0; depth <= stack.length; depth++) {
            const path = stack
              .slice(0, depth)
              .map((f) => `f${f}`)
              .join("\n");
            expected.set(path, (expected.get(path) ?? 0) + Number(values[s]));
          }
        });
        for (const [path, value] of expected) if (value === 0) expected.delete(path);
        expect(byPath(tree, total)).toEqual(expected);
      }),
    );
  });

  it("inverted twice has the totals that it had", () => {
    fc.assert(
      fc.property(stacksWithValues, ({ stacks, values }) => {
        const once = treeOf([profileOfStacks(stacks, values)], { inverted: true });
        // The samples of the inverted tree as stacks of their own.
        const turned = stacks.map((_, s) =>
          pathTo(once, once.sampleNode[0]![s]!).map((name) => Number(name.slice(1))),
        );
        const again = profileOfStacks(turned, values);
        const twice = treeOf([again], { inverted: true });
        const plain = profileOfStacks(stacks, values);
        const direct = treeOf([plain]);
        const totals = (tree: CallTree, profile: Profile) =>
          byPath(tree, nodeTotals(tree, nodeSelf(tree, 0, valuesOf(profile, 0))));
        expect(totals(twice, again)).toEqual(totals(direct, plain));
      }),
    );
  });

  it("inverted has below the root what each function has by itself", () => {
    fc.assert(
      fc.property(stacksWithValues, ({ stacks, values }) => {
        const profile = profileOfStacks(stacks, values);
        const tree = treeOf([profile], { inverted: true });
        const total = nodeTotals(tree, nodeSelf(tree, 0, valuesOf(profile, 0)));
        const flat = new Map<string, number>();
        stacks.forEach((stack, s) => {
          const leaf = stack.at(-1);
          if (leaf === undefined) return;
          flat.set(`f${leaf}`, (flat.get(`f${leaf}`) ?? 0) + Number(values[s]));
        });
        for (let node = 1; node < tree.nodeCount; node++) {
          if (tree.parent[node] !== 0) continue;
          expect(total[node]).toBe(flat.get(tree.frames.names[tree.frame[node]!]!));
        }
      }),
    );
  });

  it("of several profiles has in each what that profile has alone", () => {
    fc.assert(
      fc.property(fc.array(readProfile, { minLength: 2, maxLength: 3 }), (profiles) => {
        const together = treeOf(profiles);
        fc.pre((together.frames.loosened ?? []).length === 0);
        profiles.forEach((profile, p) => {
          const alone = treeOf([profile]);
          profile.sampleTypes.forEach((_, t) => {
            const values = valuesOf(profile, t);
            const a = byPath(together, nodeTotals(together, nodeSelf(together, p, values)));
            const b = byPath(alone, nodeTotals(alone, nodeSelf(alone, 0, values)));
            expect(a).toEqual(b);
          });
        });
      }),
    );
  });

  it("marks a node as inlined only where every stack through it has it inlined", () => {
    const tree = treeOf([INLINED]);
    const flags = new Map<string, number>();
    for (let n = 1; n < tree.nodeCount; n++) {
      flags.set(pathTo(tree, n).join(">"), tree.flags[n]! & NODE_INLINED);
    }
    expect(flags).toEqual(
      new Map([
        ["outer", 0],
        ["outer>always", NODE_INLINED],
        ["outer>partly", 0],
      ]),
    );
  });

  it("leaves out the samples that a filter leaves out", () => {
    fc.assert(
      fc.property(stacksWithValues, fc.infiniteStream(fc.boolean()), ({ stacks, values }, keep) => {
        const keepSample = Uint8Array.from(stacks, () => (keep.next().value ? 1 : 0));
        const profile = profileOfStacks(stacks, values);
        const tree = treeOf([profile], { filters: [{ keepSample, keepLine: undefined }] });
        const self = nodeSelf(tree, 0, valuesOf(profile, 0));
        expect(sum(self)).toBe(sum(values.map((v, s) => (keepSample[s] ? Number(v) : 0))));
        expect(Array.from(tree.sampleNode[0]!, (n) => (n < 0 ? 0 : 1))).toEqual([...keepSample]);
      }),
    );
  });

  it.each(RECORDINGS.slice(0, 3))("keeps every total of %s", async (name) => {
    const profile = await recording(name);
    const tree = treeOf([profile]);
    profile.sampleTypes.forEach((_, t) => {
      const values = valuesOf(profile, t);
      expect(nodeTotals(tree, nodeSelf(tree, 0, values))[0]).toBe(sum(values));
    });
    const stacks = stacksOf(profile, tree, 0);
    for (let s = 0; s < stacks.length; s += 97) {
      expect(pathTo(tree, tree.sampleNode[0]![s]!)).toEqual(stacks[s]);
    }
  });
});

const INLINED = decodePprof(
  writeProfile({
    ...fc.sample(profileModel(), { numRuns: 1, seed: 1 })[0]!,
    sampleTypes: [{ type: "inuse_space", unit: "bytes" }],
    mappings: [],
    functions: ["outer", "always", "partly"].map((name, i) => ({
      id: BigInt(i + 1),
      name,
      systemName: "",
      file: "",
      startLine: 0n,
    })),
    locations: [[1, 0], [2, 0], [2], [0]].map((fns, i) => ({
      id: BigInt(i + 1),
      mapping: -1,
      address: 0n,
      isFolded: false,
      lines: fns.map((fn) => ({ fn, line: 0n, column: 0n })),
    })),
    samples: [[0], [1], [2, 3]].map((stack) => ({ stack, values: [1n], labels: [] })),
  }),
);
