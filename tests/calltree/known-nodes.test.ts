import fc from "fast-check";
import { expect, it } from "vitest";
import {
  type AddedFrames,
  type BuildOptions,
  buildCallTree,
} from "../../src/calltree/call-tree.js";
import { buildFrameTable } from "../../src/calltree/frame-table.js";
import { finish } from "../../src/lib/steps.js";
import type { Profile } from "../../src/profile/profile.js";
import { readProfile } from "../generate.js";

/** Frames for each sample of a profile: those of `runs` in turn, within a table of `count` frames. */
function addedTo(profile: Profile, runs: readonly (readonly number[])[], count: number) {
  const offsets = new Uint32Array(profile.samples.count + 1);
  const frames: number[] = [];
  for (let s = 0; s < profile.samples.count; s++) {
    frames.push(...(runs[s % runs.length] ?? []).map((frame) => frame % count));
    offsets[s + 1] = frames.length;
  }
  return { offsets, frames: Int32Array.from(frames) } satisfies AddedFrames;
}

const runs = fc.array(fc.array(fc.nat(), { maxLength: 4 }), { minLength: 1, maxLength: 4 });
const bits = fc.array(fc.boolean(), { minLength: 5, maxLength: 5 });

it("makes the tree of known nodes that it makes of the stacks", () => {
  let mixed = 0;
  let fewer = 0;
  fc.assert(
    fc.property(
      fc.array(readProfile, { minLength: 1, maxLength: 2 }),
      fc.record({ hide: bits, hides: fc.boolean(), keep: bits, keeps: fc.boolean() }),
      runs,
      fc.boolean(),
      (profiles, { hide, hides, keep, keeps }, runs, joinedBefore) => {
        const frames = buildFrameTable(profiles);
        const count = frames.names.length;
        const shown = (frame: number): number => (hide[frame % 5] ? 1 : 0);
        const filters = profiles.map((profile, p) => ({
          keepSample: keeps
            ? Uint8Array.from({ length: profile.samples.count }, (_, s) => (keep[s % 5] ? 1 : 0))
            : undefined,
          keepLine: hides ? Uint8Array.from(frames.ofLine[p]!, shown) : undefined,
          keepBare: hides ? Uint8Array.from(frames.ofBareLocation[p]!, shown) : undefined,
        }));
        const added = profiles.map((profile) => addedTo(profile, runs, count));
        const before = joinedBefore ? { added } : {};
        const tree = finish(buildCallTree(profiles, frames, before));
        const options: BuildOptions = { filters, added };
        const built = finish(buildCallTree(profiles, frames, options));
        const known = { tree, ...before };
        expect(finish(buildCallTree(profiles, frames, { ...options, known }))).toEqual(built);
        if (tree.mixed?.includes(1)) mixed++;
        if (built.nodeCount < tree.nodeCount) fewer++;
      },
    ),
    { numRuns: 500 },
  );
  expect(mixed).toBeGreaterThan(50);
  expect(fewer).toBeGreaterThan(50);
});
