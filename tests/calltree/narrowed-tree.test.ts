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
});
