import { describe, expect, it } from "vitest";
import { buildFrameTable } from "../../src/calltree/frame-table.js";
import { joinStacks } from "../../src/joining/join-stacks.js";
import { finish } from "../../src/lib/steps.js";
import { ownNumbers, type Profile } from "../../src/profile/profile.js";
import { recording } from "../recordings.js";
import {
  addedTo,
  everySample,
  framesOf,
  judged,
  knowable,
  randomOf,
  rewritten,
  type Verdict,
} from "./cutting.js";

const full = await Promise.all(["full-depth/01.pb.gz", "full-depth/02.pb.gz"].map(recording));
const SETS: [string, Profile[]][] = [
  ["01", [full[0]!]],
  ["02", [full[1]!]],
  ["01 and 02 together", full],
];

function joinAgain(whole: Profile[], limit: (sample: number) => number) {
  const cut = whole.map((p) => rewritten(p, everySample(p), limit));
  const frames = buildFrameTable(cut);
  const joined = finish(joinStacks(cut, frames));
  return { cut, frames, joined, verdict: judged(whole, cut, frames, joined) };
}

/** What must hold of every recording, however it was cut. */
function expectHonest(verdict: Verdict) {
  expect(verdict.changed).toBe(0);
  expect(verdict.live.wrong).toBeLessThanOrEqual(0.3);
  expect(verdict.framesRight).toBeGreaterThanOrEqual(97);
}

describe("stacks cut to 32 locations and joined again", () => {
  for (const [name, whole] of SETS) {
    it(`are whole and right for nearly all that can be known of ${name}`, () => {
      const { cut, frames, verdict } = joinAgain(whole, () => 32);
      expectHonest(verdict);
      expect(verdict.truncated).toBeGreaterThan(500);
      expect(verdict.allocated.wrong).toBeLessThanOrEqual(0.3);
      const live = knowable(whole, cut, frames, 3);
      expect(verdict.live.whole).toBeGreaterThanOrEqual(0.998 * live);
      expect(verdict.live.whole).toBeGreaterThanOrEqual(99);
      expect(verdict.allocated.whole).toBeGreaterThanOrEqual(96.5);
    });
  }

  it("keep their bytes whole to 99.5% where the continuations are in the file", () => {
    expect(joinAgain([full[1]!], () => 32).verdict.live.whole).toBeGreaterThanOrEqual(99.5);
  });
});

describe("stacks cut elsewhere", () => {
  for (const limit of [28, 30, 32, 34, 36, 38, 40, 48, 64]) {
    for (const [name, whole] of SETS) {
      it(`at ${limit} are joined without harm in ${name}`, () => {
        const { verdict } = joinAgain(whole, () => limit);
        expectHonest(verdict);
        expect(verdict.overlooked).toBe(0);
        expect(verdict.accused).toBe(0);
      });
    }
  }

  for (const seed of [1, 2, 3]) {
    for (const [name, whole] of SETS) {
      it(`at 29 to 32, as the runtime's frames leave them, in ${name} (seed ${seed})`, () => {
        const random = randomOf(seed);
        const { verdict } = joinAgain(whole, () => 32 - Math.floor(random() * 4));
        expectHonest(verdict);
        expect(verdict.allocated.wrong).toBeLessThanOrEqual(0.3);
        expect(verdict.live.whole).toBeGreaterThanOrEqual(98.5);
      });
    }
  }
});

describe("recordings of which half is missing", () => {
  for (const [name, whole] of SETS) {
    for (let seed = 1; seed <= 8; seed++) {
      it(`are joined without harm: ${name} (seed ${seed})`, () => {
        const random = randomOf(seed);
        const half = whole.map((p) =>
          rewritten(
            p,
            everySample(p).filter(() => random() < 0.5),
          ),
        );
        const { verdict } = joinAgain(half, () => 32);
        expectHonest(verdict);
        expect(verdict.allocated.wrong).toBeLessThanOrEqual(0.3);
      });
    }
  }
});

describe("recordings that their own recorder cut at 32, cut further", () => {
  const NAMES = [
    "configmap-list-storm/03-storm.pb.gz",
    "configmap-list-storm/06-quiet-gc.pb.gz",
    "audit-backlog/02-audit.pb.gz",
    "five-masters/master-3.heap.pb.gz",
  ];
  for (const name of NAMES) {
    for (const limit of [20, 24]) {
      it(`at ${limit} keep the live bytes of ${name} from wrong callers`, async () => {
        const profile = await recording(name);
        const own = finish(joinStacks([profile], buildFrameTable([profile]))).truncated[0]!;
        const cut = rewritten(profile, everySample(profile), () => limit);
        const frames = buildFrameTable([cut]);
        const joined = finish(joinStacks([cut], frames));
        const verdict = judged([profile], [cut], frames, joined, (_, s) => own[s] === 0);
        expect(verdict.changed).toBe(0);
        expect(verdict.truncated).toBeGreaterThan(300);
        expect(verdict.added).toBeGreaterThan(2000);
        expect(verdict.live.wrong).toBeLessThanOrEqual(0.5);
      });
    }
  }
});

describe("profiles whose stacks are whole", () => {
  it("are left alone", () => {
    const joined = finish(joinStacks(full, buildFrameTable(full)));
    for (let p = 0; p < full.length; p++) {
      expect(joined.added[p]!.frames).toHaveLength(0);
      expect(joined.added[p]!.offsets).toHaveLength(full[p]!.samples.count + 1);
      expect(joined.truncated[p]!.every((t) => t === 0)).toBe(true);
    }
  });

  it("give evidence to a cut profile beside them", () => {
    const cut = rewritten(full[0]!, everySample(full[0]!), () => 32);
    const frames = buildFrameTable([cut, full[1]!]);
    const joined = finish(joinStacks([cut, full[1]!], frames));
    expect(joined.added[1]!.frames).toHaveLength(0);
    expect(joined.truncated[1]!.every((t) => t === 0)).toBe(true);
    const verdict = judged([full[0]!, full[1]!], [cut, full[1]!], frames, joined);
    expectHonest(verdict);
    expect(verdict.live.whole).toBeGreaterThanOrEqual(99.5);
  });

  it("are left alone where they are C++, however deep", () => {
    const cut = rewritten(full[0]!, everySample(full[0]!), () => 32);
    const frames = buildFrameTable([cut]);
    const files = frames.files.map(() => "heap.cc");
    const joined = finish(joinStacks([cut], { ...frames, files }));
    expect(joined.added[0]!.frames).toHaveLength(0);
  });

  it("are left alone where they have no stacks", () => {
    const flat = rewritten(full[0]!, everySample(full[0]!), () => 1);
    const none = rewritten(full[0]!, everySample(full[0]!), () => 0);
    const nothing = rewritten(full[0]!, []);
    const set = [flat, none, nothing];
    const joined = finish(joinStacks(set, buildFrameTable(set)));
    for (const added of joined.added) expect(added.frames).toHaveLength(0);
  });
});

describe("what is added", () => {
  it("does not depend on the order of the samples", () => {
    const [whole] = full;
    const random = randomOf(5);
    const order = everySample(whole!)
      .map((s) => [random(), s] as const)
      .sort((a, b) => a[0] - b[0])
      .map(([, s]) => s);
    const straight = rewritten(whole!, everySample(whole!), () => 32);
    const shuffled = rewritten(whole!, order, () => 32);
    const frames = buildFrameTable([straight]);
    const a = finish(joinStacks([straight], frames));
    const b = finish(joinStacks([shuffled], frames));
    order.forEach((s, i) => {
      expect(Array.from(addedTo(b, 0, i))).toEqual(Array.from(addedTo(a, 0, s)));
    });
  });

  it("has a sureness for each frame, which falls rootward", () => {
    const { joined } = joinAgain([full[1]!], () => 32);
    const { offsets, frames } = joined.added[0]!;
    const sureness = joined.sureness[0]!;
    expect(sureness).toHaveLength(frames.length);
    for (let s = 0; s + 1 < offsets.length; s++) {
      for (let i = offsets[s]!; i < offsets[s + 1]!; i++) {
        expect(sureness[i]).toBeGreaterThan(0.9);
        expect(sureness[i]).toBeLessThanOrEqual(i > offsets[s]! ? sureness[i - 1]! : 1);
      }
    }
  });

  it("never runs in circles, though every stack is a turn of the same ring", () => {
    const [whole] = full;
    const { samples, locations } = whole!;
    // Nine locations called by one another for ever, and whole stacks to learn a root from.
    const depth = 32;
    const count = 64;
    const stackLocations = new Uint32Array(count * depth + 2);
    for (let s = 0; s < count; s++) {
      for (let i = 0; i < depth; i++) stackLocations[s * depth + i] = (s + i) % 9;
    }
    stackLocations[count * depth] = 0;
    stackLocations[count * depth + 1] = locations.count - 1;
    const stackOffsets = Uint32Array.from({ length: count + 2 }, (_, s) => s * depth);
    stackOffsets[count + 1] = count * depth + 2;
    const ring: Profile = {
      ...whole!,
      samples: {
        ...samples,
        count: count + 1,
        stackOf: ownNumbers(count + 1),
        stackOffsets,
        stackLocations,
        values: new Float64Array((count + 1) * 4).fill(1),
        labelsOf: ownNumbers(count + 1),
        labelOffsets: new Uint32Array(count + 2),
      },
    };
    const joined = finish(joinStacks([ring], buildFrameTable([ring])));
    for (let s = 0; s <= count; s++) {
      expect(addedTo(joined, 0, s).length).toBeLessThanOrEqual(9 * 8);
    }
  });
});

describe("the list storm", () => {
  it("comes down to less than half its roots, one of which holds what the requests hold", async () => {
    const storm = await recording("configmap-list-storm/03-storm.pb.gz");
    const frames = buildFrameTable([storm]);
    const joined = finish(joinStacks([storm], frames));
    const held = new Map<string, number>();
    const before = new Set<string>();
    let all = 0;
    let joinedBytes = 0;
    for (let s = 0; s < storm.samples.count; s++) {
      const bytes = storm.samples.values[3 * storm.samples.count + s]!;
      const stack = framesOf(storm, frames.ofLine[0]!, s);
      const added = addedTo(joined, 0, s);
      const root = frames.names[added.at(-1) ?? stack.at(-1)!]!;
      before.add(frames.names[stack.at(-1)!]!);
      held.set(root, (held.get(root) ?? 0) + bytes);
      all += bytes;
      if (added.length > 0) joinedBytes += bytes;
    }
    expect(before.size).toBeGreaterThan(90);
    expect(held.size).toBeLessThan(45);
    const [[root, most]] = [...held].sort((a, b) => b[1] - a[1]) as [[string, number]];
    expect(root).toMatch(/filters\.\(\*timeoutHandler\)\.ServeHTTP\.func1$/);
    expect(most / all).toBeGreaterThan(0.84);
    expect(joinedBytes / all).toBeGreaterThan(0.84);
  });
});
