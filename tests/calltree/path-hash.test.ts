import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildCallTree, type CallTree } from "../../src/calltree/call-tree.js";
import { buildFrameTable } from "../../src/calltree/frame-table.js";
import { findPath, parsePath, pathHashes, pathText } from "../../src/calltree/path-hash.js";
import { finish } from "../../src/lib/steps.js";
import { canonicalName } from "../../src/profile/function-name.js";
import type { Profile } from "../../src/profile/profile.js";
import { profileOfStacks, random } from "../generate.js";
import { RECORDINGS, recording } from "../recordings.js";

function treeOf(...profiles: Profile[]): CallTree {
  return finish(buildCallTree(profiles, buildFrameTable(profiles)));
}

/** The path of each node in a link, by the canonical names on the way to it. */
function textsByNames(tree: CallTree): Map<string, string> {
  const { low, high } = pathHashes(tree);
  const out = new Map<string, string>();
  const names: string[] = [];
  for (let node = 0; node < tree.nodeCount; node++) {
    const parent = tree.parent[node]!;
    const own = node === 0 ? "" : canonicalName(tree.frames.names[tree.frame[node]!]!);
    names[node] = parent < 0 ? "" : `${names[parent]}\n${own}`;
    out.set(names[node]!, pathText(low[node]!, high[node]!));
  }
  return out;
}

describe("a path", () => {
  const low = fc.integer({ min: 0, max: 0xffffffff });
  const high = fc.integer({ min: 0, max: 0xfffff });

  it("is read back as it was written, in 11 letters and digits at most", () => {
    fc.assert(
      fc.property(low, high, (a, b) => {
        const text = pathText(a, b);
        expect(text).toMatch(/^[0-9a-z]{1,11}$/);
        expect(parsePath(text)).toEqual({ low: a, high: b });
      }),
    );
    expect(parsePath(pathText(0xffffffff, 0xfffff))).toEqual({ low: 0xffffffff, high: 0xfffff });
  });

  it("is none where the text is not one", () => {
    for (const text of ["", "A", "zzzzzzzzzzz", "123456789012", "1.5", "-1", " 1", "1e5\n", "é"]) {
      expect(parsePath(text)).toBeUndefined();
    }
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parsed = parsePath(text);
        if (parsed) expect(Number.parseInt(text, 36)).toBe(parsed.high * 2 ** 32 + parsed.low);
      }),
    );
  });

  it("finds the node that it names", async () => {
    const tree = treeOf(await recording("leaking-operator/03.pb.gz"));
    const paths = pathHashes(tree);
    for (let node = 0; node < tree.nodeCount; node += 7) {
      expect(findPath(paths, pathText(paths.low[node]!, paths.high[node]!))).toBe(node);
    }
    expect(findPath(paths, "nonsense!")).toBe(-1);
    expect(findPath(paths, "0")).toBe(-1);
  });
});

describe("paths of snapshots", () => {
  it("are the same in every snapshot of the storm, alone and together", async () => {
    const storm = RECORDINGS.filter((name) => name.startsWith("configmap-list-storm/"));
    const profiles = await Promise.all(storm.map(recording));
    const whole = textsByNames(treeOf(...profiles));
    let shared = 0;
    for (const profile of profiles) {
      for (const [names, text] of textsByNames(treeOf(profile))) {
        // A function that another build calls otherwise goes by the first one's name.
        const together = whole.get(names);
        if (together === undefined) continue;
        expect(text).toBe(together);
        shared++;
      }
    }
    expect(shared).toBeGreaterThan(10_000);
  });

  it("are the same with and without vendoring", () => {
    const stacks = [[0, 1]];
    const plain = ["k8s.io/api/core/v1.A", "k8s.io/api/core/v1.B"];
    const bare = treeOf(profileOfStacks(stacks, [1n], (f) => plain[f]!));
    const vendored = treeOf(profileOfStacks(stacks, [1n], (f) => `x/vendor/${plain[f]}`));
    expect(pathHashes(vendored)).toEqual(pathHashes(bare));
  });

  it("never meet in all recordings together", async () => {
    for (const name of [
      "configmap-list-storm/04-storm.pb.gz",
      "five-masters/master-5.heap.pb.gz",
    ]) {
      const texts = textsByNames(treeOf(await recording(name)));
      expect(new Set(texts.values()).size).toBe(texts.size);
    }
  });

  it("never meet in 200,000 nodes of few functions", () => {
    const chance = random(1);
    const stacks: number[][] = [];
    for (let s = 0; s < 30_000; s++) {
      stacks.push(Array.from({ length: 12 }, () => Math.floor(chance() * 12)));
    }
    const tree = treeOf(profileOfStacks(stacks, new Array(stacks.length).fill(1n)));
    expect(tree.nodeCount).toBeGreaterThan(200_000);
    const { low, high } = pathHashes(tree);
    const seen = new Set(Array.from(low, (l, n) => pathText(l, high[n]!)));
    expect(seen.size).toBe(tree.nodeCount);
  });

  it("tell orders and repeats apart", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 6 }), {
          minLength: 2,
          maxLength: 8,
          selector: String,
        }),
        (stacks) => {
          const texts = textsByNames(
            treeOf(
              profileOfStacks(
                stacks,
                stacks.map(() => 1n),
              ),
            ),
          );
          expect(new Set(texts.values()).size).toBe(texts.size);
        },
      ),
    );
  });
});
