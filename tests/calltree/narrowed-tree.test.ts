import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildCallTree } from "../../src/calltree/call-tree.js";
import { buildFrameTable } from "../../src/calltree/frame-table.js";
import { canBeNarrowed, narrowedTree } from "../../src/calltree/narrowed-tree.js";
import { finish } from "../../src/lib/steps.js";
import { readProfile } from "../generate.js";

describe("a tree narrowed to some samples", () => {
  it("is the tree of their stacks, also where a call is inlined in a part of them alone", () => {
    let mixed = 0;
    fc.assert(
      fc.property(
        fc.array(readProfile, { minLength: 1, maxLength: 2 }),
        fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
        fc.boolean(),
        (profiles, pattern, inverted) => {
          const frames = buildFrameTable(profiles);
          const whole = finish(buildCallTree(profiles, frames, { inverted }));
          expect(canBeNarrowed(whole)).toBe(true);
          if (whole.mixed?.includes(1)) mixed++;
          const keep = profiles.map((p) =>
            Uint8Array.from({ length: p.samples.count }, (_, s) => (pattern[s % 5] ? 1 : 0)),
          );
          const filters = keep.map((keepSample) => ({ keepSample, keepLine: undefined }));
          const { mixed: _, ...built } = finish(
            buildCallTree(profiles, frames, { inverted, filters }),
          );
          expect(narrowedTree(whole, { profiles, keep, frames, inverted })).toEqual(built);
        },
      ),
      { numRuns: 300 },
    );
    expect(mixed).toBeGreaterThan(10);
  });

  it("is the tree of their stacks with packages drawn as one, also where that puts branches together", () => {
    fc.assert(
      fc.property(
        fc.array(readProfile, { minLength: 1, maxLength: 2 }),
        fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
        fc.integer({ min: 2, max: 4 }),
        fc.boolean(),
        (profiles, pattern, every, all) => {
          const plain = buildFrameTable(profiles);
          const first = plain.names.length;
          // Two packages, and functions of none.
          const package_ = (f: number) =>
            f % every === 0 ? first : f % every === 1 ? first + 1 : f;
          const into = Int32Array.from(plain.names, (_, f) => package_(f));
          const frames = { ...plain, names: [...plain.names, "one", "other"] };
          const collapsed = { into, first };
          const whole = finish(buildCallTree(profiles, plain));
          const keep = profiles.map((p) =>
            all
              ? undefined
              : Uint8Array.from({ length: p.samples.count }, (_, s) => (pattern[s % 5] ? 1 : 0)),
          );
          const filters = keep.map((keepSample) => ({ keepSample, keepLine: undefined }));
          const { mixed: _, ...built } = finish(
            buildCallTree(profiles, frames, { filters, collapsed }),
          );
          const narrowing = { profiles, keep, frames, collapsed, inverted: false };
          expect(narrowedTree(whole, narrowing)).toEqual(built);
        },
      ),
      { numRuns: 300 },
    );
  });
});
