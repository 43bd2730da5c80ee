import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildCallTree, nodeSelf, nodeTotals } from "../../../src/calltree/call-tree.js";
import { buildFrameTable } from "../../../src/calltree/frame-table.js";
import { functionGraph } from "../../../src/calltree/functions/function-graph.js";
import {
  compareBytes,
  functionSums,
  INLINE_ALL,
  INLINE_NONE,
  INLINE_SOME,
  inlineMarks,
  sortFrames,
} from "../../../src/calltree/functions/function-table.js";
import { finish } from "../../../src/lib/steps.js";
import { type Profile, stackOfSample, valuesOf } from "../../../src/profile/profile.js";
import { profileOfStacks, readProfile, stacksWithValues } from "../../generate.js";

function figures(profiles: readonly Profile[], inverted = false) {
  const frames = buildFrameTable(profiles, "exact");
  const tree = finish(buildCallTree(profiles, frames, { inverted }));
  const selves = profiles.map((p, i) => nodeSelf(tree, i, valuesOf(p, 0)));
  return { frames, tree, selves };
}

interface Step {
  readonly frame: number;
  readonly inlined: boolean;
}

/** Each sample's stack from the root on, without a tree. */
function stacksOf(profile: Profile, frames: ReturnType<typeof buildFrameTable>): Step[][] {
  const { samples, locations } = profile;
  return Array.from({ length: samples.count }, (_, s) => {
    const stack: Step[] = [];
    for (const l of stackOfSample(samples, s)) {
      const last = locations.lineOffsets[l + 1]!;
      if (locations.lineOffsets[l] === last) {
        stack.push({ frame: frames.ofBareLocation[0]![l]!, inlined: false });
      }
      for (let k = locations.lineOffsets[l]!; k < last; k++) {
        stack.push({ frame: frames.ofLine[0]![k]!, inlined: k < last - 1 });
      }
    }
    return stack.reverse();
  });
}

/** As google/pprof goes about it, sample by sample. */
function naive(profile: Profile, frames: ReturnType<typeof buildFrameTable>) {
  const values = valuesOf(profile, 0);
  const flat = new Map<number, number>();
  const cum = new Map<number, number>();
  const edges = new Map<string, { weight: number; inline: boolean }>();
  stacksOf(profile, frames).forEach((stack, s) => {
    const w = values[s]!;
    for (const f of new Set(stack.map((step) => step.frame))) cum.set(f, (cum.get(f) ?? 0) + w);
    const leaf = stack.at(-1);
    if (leaf) flat.set(leaf.frame, (flat.get(leaf.frame) ?? 0) + w);
    const seen = new Set<string>();
    for (let i = 1; i < stack.length; i++) {
      const [from, to] = [stack[i - 1]!, stack[i]!];
      const key = `${from.frame}>${to.frame}`;
      if (from.frame === to.frame || seen.has(key)) continue;
      seen.add(key);
      const edge = edges.get(key);
      if (edge) {
        edge.weight += w;
        edge.inline &&= to.inlined;
      } else edges.set(key, { weight: w, inline: to.inlined });
    }
  });
  return { flat, cum, edges };
}

describe("flat and cum", () => {
  it("are those of a walk over the samples, whatever recurs", () => {
    fc.assert(
      fc.property(readProfile, (profile) => {
        const { frames, tree, selves } = figures([profile]);
        const sums = functionSums(tree, selves[0]!);
        const wanted = naive(profile, frames);
        for (let f = 0; f < frames.names.length; f++) {
          expect(sums.flat[f]).toBe(wanted.flat.get(f) ?? 0);
          expect(sums.cum[f]).toBe(wanted.cum.get(f) ?? 0);
        }
      }),
    );
  });

  it("count a function that calls itself once", () => {
    const profile = profileOfStacks([[0, 1, 0, 1, 0]], [7n]);
    const { tree, selves, frames } = figures([profile]);
    const { flat, cum } = functionSums(tree, selves[0]!);
    const at = (name: string) => frames.names.indexOf(name);
    expect([cum[at("f0")], cum[at("f1")]]).toEqual([7, 7]);
    expect([flat[at("f0")], flat[at("f1")]]).toEqual([7, 0]);
  });

  it("never let a function hold less than it allocated itself", () => {
    fc.assert(
      fc.property(stacksWithValues, ({ stacks, values }) => {
        const positive = values.map((v) => (v < 0n ? -v : v));
        const { tree, selves } = figures([profileOfStacks(stacks, positive)]);
        const { flat, cum } = functionSums(tree, selves[0]!);
        flat.forEach((own, f) => {
          expect(cum[f]).toBeGreaterThanOrEqual(own);
        });
      }),
    );
  });

  it("add up to the total, which turning the tree over keeps", () => {
    fc.assert(
      fc.property(readProfile, (profile) => {
        const total = valuesOf(profile, 0).reduce((a, b) => a + b, 0);
        const upright = figures([profile]);
        const inverted = figures([profile], true);
        expect(nodeTotals(upright.tree, upright.selves[0]!)[0]).toBe(total);
        expect(nodeTotals(inverted.tree, inverted.selves[0]!)[0]).toBe(total);
        const { flat } = functionSums(upright.tree, upright.selves[0]!);
        const rootless = upright.selves[0]![0]!;
        expect(flat.reduce((a, b) => a + b, 0) + rootless).toBe(total);
      }),
    );
  });
});

describe("differences", () => {
  const pair = fc.tuple(stacksWithValues, stacksWithValues).map(([a, b]) => {
    return [profileOfStacks(a.stacks, a.values), profileOfStacks(b.stacks, b.values)] as const;
  });
  const difference = (before: Profile, after: Profile) => {
    const { tree, selves, frames } = figures([before, after]);
    const self = selves[1]!.map((v, i) => v - selves[0]![i]!);
    const { flat, cum } = functionSums(tree, self);
    return {
      self,
      byName: new Map(frames.names.map((n, f) => [n, [flat[f]! + 0, cum[f]! + 0]])),
    };
  };

  it("of a profile with itself are zero throughout", () => {
    fc.assert(
      fc.property(pair, ([a]) => {
        for (const [flat, cum] of difference(a, a).byName.values()) {
          expect([flat, cum]).toEqual([0, 0]);
        }
      }),
    );
  });

  it("are negated where before and after change places", () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const there = difference(a, b).byName;
        const back = difference(b, a).byName;
        expect(new Set(back.keys())).toEqual(new Set(there.keys()));
        for (const [name, [flat, cum]] of there) {
          expect(back.get(name)).toEqual([0 - flat!, 0 - cum!]);
        }
      }),
    );
  });

  it("add up to the difference of the totals", () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const total = (p: Profile) => valuesOf(p, 0).reduce((x, y) => x + y, 0);
        const { self } = difference(a, b);
        expect(self.reduce((x, y) => x + y, 0)).toBe(total(b) - total(a));
      }),
    );
  });
});

describe("the graph of functions", () => {
  it("has the edges of a walk over the samples, and their inline marks", () => {
    fc.assert(
      fc.property(readProfile, (profile) => {
        const { frames, tree, selves } = figures([profile]);
        const graph = functionGraph(tree, selves[0]!);
        const { edges } = naive(profile, frames);
        expect(graph.count).toBe(edges.size);
        for (let e = 0; e < graph.count; e++) {
          const edge = edges.get(`${graph.caller[e]}>${graph.callee[e]}`);
          expect([graph.weight[e], graph.inline[e] === 1]).toEqual([edge?.weight, edge?.inline]);
        }
      }),
    );
  });

  it("bridges the functions that are left out", () => {
    const profile = profileOfStacks(
      [
        [2, 1, 0],
        [2, 3, 0],
      ],
      [5n, 8n],
    );
    const { frames, tree, selves } = figures([profile]);
    const kept = Uint8Array.from(frames.names, (n) => (n === "f0" || n === "f2" ? 1 : 0));
    const graph = functionGraph(tree, selves[0]!, { kept });
    expect(graph.count).toBe(1);
    expect(frames.names[graph.caller[0]!]).toBe("f2");
    expect(frames.names[graph.callee[0]!]).toBe("f0");
    expect(graph.weight[0]).toBe(13);
  });

  it("tells functions that are inlined everywhere from those that are in places", () => {
    const graph = {
      count: 4,
      caller: Int32Array.of(0, 1, 0, 0),
      callee: Int32Array.of(2, 2, 3, 1),
      weight: Float64Array.of(10, 1, 10, 10),
      inline: Uint8Array.of(1, 0, 1, 0),
    };
    expect([...inlineMarks(graph, 4)]).toEqual([INLINE_NONE, INLINE_NONE, INLINE_SOME, INLINE_ALL]);
    // An edge below the cutoff has no say.
    expect(inlineMarks(graph, 4, 2)[2]).toBe(INLINE_ALL);
  });
});

describe("the order of functions", () => {
  it("is by size whatever the sign, then by name in byte order", () => {
    const names = ["b", "a", "c", "d"];
    const order = sortFrames(
      Int32Array.of(0, 1, 2, 3),
      names,
      Float64Array.of(5, 5, -9, 0),
      new Float64Array(4),
    );
    expect([...order].map((f) => names[f])).toEqual(["c", "a", "b", "d"]);
  });

  it("is that of UTF-8 bytes", () => {
    const text = fc.string({ unit: "binary", maxLength: 6 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const wanted = Buffer.compare(Buffer.from(a), Buffer.from(b));
        expect(Math.sign(compareBytes(a, b))).toBe(wanted);
      }),
    );
  });
});
