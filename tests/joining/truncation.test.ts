import { describe, expect, it } from "vitest";
import { buildFrameTable } from "../../src/calltree/frame-table.js";
import { joinStacks } from "../../src/joining/join-stacks.js";
import { poolStacks } from "../../src/joining/stack-pool.js";
import { findTruncated } from "../../src/joining/truncation.js";
import { finish } from "../../src/lib/steps.js";
import { ownNumbers, type Profile, stackLength, stackOfSample } from "../../src/profile/profile.js";
import { RECORDINGS, recording } from "../recordings.js";
import { addedTo, everySample, framesOf, randomOf, rewritten } from "./cutting.js";

function truncatedOf(profile: Profile) {
  const frames = buildFrameTable([profile]);
  const pool = finish(poolStacks([profile], frames));
  return { frames, pool, ...findTruncated([profile], frames, pool) };
}

/** Each stack with `extra` locations more at its leaf. */
function deepened(profile: Profile, extra: number): Profile {
  const { samples } = profile;
  const stackOffsets = new Uint32Array(samples.count + 1);
  const locations: number[] = [];
  for (let s = 0; s < samples.count; s++) {
    for (let i = 0; i < extra; i++) locations.push(i % 7);
    locations.push(...stackOfSample(samples, s));
    stackOffsets[s + 1] = locations.length;
  }
  return {
    ...profile,
    samples: {
      ...samples,
      stackOf: ownNumbers(samples.count),
      stackOffsets,
      stackLocations: Uint32Array.from(locations),
    },
  };
}

describe("which stacks were cut", () => {
  it("is found in every recording with a limit of 32: none shorter than 25 locations", async () => {
    for (const name of RECORDINGS) {
      const { pool, cut, count } = truncatedOf(await recording(name));
      expect(count).toBeGreaterThan(0);
      for (let s = 0; s < pool.stackCount; s++) {
        const size = pool.stackOffsets[s + 1]! - pool.stackOffsets[s]!;
        if (cut[s]) expect(size).toBeGreaterThanOrEqual(25);
      }
    }
  });

  it("says nothing of stacks that end where goroutines begin", async () => {
    const profile = await recording("configmap-list-storm/03-storm.pb.gz");
    const frames = buildFrameTable([profile]);
    const { truncated } = finish(joinStacks([profile], frames));
    const ends =
      /^(runtime\.main|net\/http\.\(\*conn\)\.serve)$|timeoutHandler\)\.ServeHTTP\.func1$/;
    let whole = 0;
    for (let s = 0; s < profile.samples.count; s++) {
      const root = frames.names[framesOf(profile, frames.ofLine[0]!, s).at(-1)!]!;
      if (!ends.test(root)) continue;
      whole++;
      expect(truncated[0]![s]).toBe(0);
    }
    expect(whole).toBeGreaterThan(100);
  });

  it("is found for a limit of 128 as for one of 32", async () => {
    const full = await recording("full-depth/02.pb.gz");
    const at32 = rewritten(full, everySample(full), () => 32);
    const deep = deepened(full, 96);
    const at128 = rewritten(deep, everySample(deep), () => 128);
    const frames = buildFrameTable([at32]);
    const a = finish(joinStacks([at32], frames));
    const b = finish(joinStacks([at128], frames));
    let joined = 0;
    for (let s = 0; s < full.samples.count; s++) {
      expect(b.truncated[0]![s]).toBe(a.truncated[0]![s]);
      if (addedTo(a, 0, s).length > 0 && addedTo(b, 0, s).length > 0) joined++;
    }
    expect(joined).toBeGreaterThan(400);
  });

  it("is nothing in stacks of which none is deeper than a small program's", async () => {
    const full = await recording("full-depth/01.pb.gz");
    const shallow = rewritten(
      full,
      everySample(full).filter((s) => stackLength(full.samples, s) < 28),
    );
    expect(truncatedOf(shallow).count).toBe(0);
  });

  it("is not hidden by a short stack that is damaged, wherever it breaks off", async () => {
    const full = await recording("full-depth/02.pb.gz");
    const order = everySample(full);
    const straight = truncatedOf(rewritten(full, order, () => 32));
    const random = randomOf(3);
    for (let n = 0; n < 20; n++) {
      const broken = Math.floor(random() * full.samples.count);
      const length = 8 + Math.floor(random() * 12);
      const damaged = rewritten(full, [...order, broken], () => 32);
      const from = damaged.samples.stackOffsets[order.length]!;
      damaged.samples.stackOffsets[order.length + 1] = Math.min(
        damaged.samples.stackOffsets[order.length + 1]!,
        from + length,
      );
      expect(truncatedOf(damaged).count).toBe(straight.count);
    }
  });

  it("is found of stacks that end at a function which roots other goroutines", async () => {
    const full = await recording("full-depth/02.pb.gz");
    const cut = rewritten(full, everySample(full), () => 32);
    const frames = buildFrameTable([cut]);
    const { truncated } = finish(joinStacks([cut], frames));
    let ending = 0;
    let rooting = 0;
    for (let s = 0; s < cut.samples.count; s++) {
      const stack = framesOf(full, frames.ofLine[0]!, s);
      const end = framesOf(cut, frames.ofLine[0]!, s).at(-1)!;
      if (!frames.names[end]!.endsWith("wait.JitterUntil")) continue;
      if (stack.at(-1) === end) {
        rooting++;
        expect(truncated[0]![s]).toBe(0);
      } else {
        ending++;
        expect(truncated[0]![s]).toBe(1);
      }
    }
    expect(ending).toBeGreaterThan(0);
    expect(rooting).toBeGreaterThan(0);
  });
});
