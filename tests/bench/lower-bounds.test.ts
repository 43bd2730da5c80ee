import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { readVarints, walkStacks } from "../../bench/bounds.js";
import { generate } from "../../bench/generate.js";
import { Engine } from "../../src/engine/engine.js";
import { finish } from "../../src/lib/steps.js";
import { decodePprof } from "../../src/profile/pprof/decode.js";
import type { Profile } from "../../src/profile/profile.js";
import { DEFAULT_VIEW, questionOf } from "../../src/view/view.js";
import { fixtureBytes } from "../recordings.js";

/**
 * How many times its lower bound each step takes, as measured on 27 November 2026: processor time,
 * the least of each in one run. A step fails beyond twice that, on whatever machine.
 */
const RECORDED = {
  decode: 2.3,
  join: 20,
  attribute: 38,
  tree: 7,
  picture: 20,
  /** of another sample type than that of the picture before */
  glance: 15,
  finding: 60,
  table: 9,
} as const;
type Step = keyof typeof RECORDED;
const steps = Object.keys(RECORDED) as Step[];

const SAMPLES = 12_000;
/** Rounds in any case, and at most: on a busy machine the compiler is late, and the first ones are slow. */
const ROUNDS = 3;
const MOST_ROUNDS = 20;
const TOLERATED = 2;

/** Milliseconds that this process computed: what others do on the machine is not in it. */
function spent(work: () => void): number {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}

/** A bound is so short that it is repeated. */
const TIMES = 8;
const repeated = (work: () => void) =>
  spent(() => {
    for (let i = 0; i < TIMES; i++) work();
  }) / TIMES;

interface Bounds {
  varints: number;
  walk: number;
}

/** What each step is compared with. */
const BOUND: { readonly [S in Step]: keyof Bounds } = {
  decode: "varints",
  join: "walk",
  attribute: "walk",
  tree: "walk",
  picture: "walk",
  glance: "walk",
  finding: "walk",
  table: "walk",
};

const QUESTION = questionOf({
  ...DEFAULT_VIEW,
  files: [{ hash: "0", name: "file", size: 0, url: "" }],
});

/** One whole way. */
function oneWay(plain: Uint8Array, took: Record<Step, number>) {
  const note = (step: Step, work: () => void) => {
    took[step] = Math.min(took[step], spent(work));
  };
  let profile: Profile | undefined;
  note("decode", () => {
    profile = decodePprof(plain);
  });
  const engine = new Engine();
  engine.library.add("0", "file", profile!);
  const set = engine.set(QUESTION);
  note("join", () => finish(set.joins()));
  note("attribute", () => finish(set.attribution(true)));
  note("tree", () => finish(engine.prepare(QUESTION)));
  note("picture", () => finish(engine.ask("picture", QUESTION, undefined)));
  const other = { ...QUESTION, sampleType: "alloc_space" };
  note("glance", () => finish(engine.ask("glance", other, { zoom: "" })));
  for (const step of ["finding", "table"] as const) {
    note(step, () => finish(engine.ask(step, QUESTION, undefined)));
  }
  return { profile: profile!, frames: set.frames };
}

describe("a step beside its lower bound", () => {
  const took = Object.fromEntries(steps.map((step) => [step, Number.POSITIVE_INFINITY])) as Record<
    Step,
    number
  >;
  const bounds: Bounds = { varints: Infinity, walk: Infinity };

  const ratioOf = (step: Step) => took[step] / bounds[BOUND[step]];

  beforeAll(() => {
    const recording = fixtureBytes("configmap-list-storm/03-storm.pb.gz");
    const plain = new Uint8Array(gunzipSync(generate(recording, SAMPLES)));
    const within = () => steps.every((step) => ratioOf(step) <= RECORDED[step] * TOLERATED);
    for (let round = 0; round < ROUNDS || (round < MOST_ROUNDS && !within()); round++) {
      const { profile, frames } = oneWay(plain, took);
      bounds.varints = Math.min(
        bounds.varints,
        repeated(() => readVarints(plain)),
      );
      bounds.walk = Math.min(
        bounds.walk,
        repeated(() => walkStacks(profile, frames)),
      );
    }
  }, 120_000);

  it.each(steps)("%s takes no more than twice what it did", (step) => {
    expect(ratioOf(step)).toBeLessThanOrEqual(RECORDED[step] * TOLERATED);
  });
});
