import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { buildFrameTable } from "../../../src/calltree/frame-table.js";
import { attribute } from "../../../src/kubernetes/attribution/attribution.js";
import { Automaton } from "../../../src/kubernetes/attribution/automaton.js";
import { classifyFrames, RULE_PATHS } from "../../../src/kubernetes/attribution/frame-classes.js";
import { Symbols } from "../../../src/kubernetes/attribution/location-symbols.js";
import { PathBits, WORD } from "../../../src/kubernetes/attribution/path-matcher.js";
import { StackJudge } from "../../../src/kubernetes/attribution/profile-classifier.js";
import { SHAPE_PATTERNS } from "../../../src/kubernetes/attribution/shape-matcher.js";
import { Judge, RULE_KINDS } from "../../../src/kubernetes/attribution/stack-classifier.js";
import { StackReader } from "../../../src/kubernetes/attribution/stack-reader.js";
import { packVerdict } from "../../../src/kubernetes/attribution/verdict.js";
import type { FramePath } from "../../../src/kubernetes/frames/frame-path.js";
import { frameName, PatternIndex } from "../../../src/kubernetes/frames/frame-pattern.js";
import { ACTIVITY_RULES } from "../../../src/kubernetes/rules/activity-rules.js";
import { HANDLING_RULES } from "../../../src/kubernetes/rules/handling-rules.js";
import { OTHER_RULES } from "../../../src/kubernetes/rules/other-rules.js";
import {
  ACTIVITIES,
  HANDLINGS,
  OTHER_CATEGORIES,
  STAGES,
} from "../../../src/kubernetes/vocabulary.js";
import { finish } from "../../../src/lib/steps.js";
import type { Profile } from "../../../src/profile/profile.js";
import { sampleBytes } from "../../../src/profile/sampling/allocation-size.js";
import { recording } from "../../recordings.js";
import { profileOf } from "./stack-reader.js";

/** These tell a ConfigMap by the size of its strings. */
const DECODERS = [
  "encoding/json.(*decodeState).unmarshal",
  "encoding/json.(*decodeState).object",
  "encoding/json.(*decodeState).array",
];
/** Of a run of these the first that names a kind counts. */
const TYPED = ["ConfigMap", "PodSpec", "Pod"].map((t) => `k8s.io/api/core/v1.(*${t}).Unmarshal`);
const SIZES = [0, 16, 2047, 2048, 360_448];
let names: string[];

beforeAll(async () => {
  const operator = await recording("leaking-operator/05.pb.gz");
  const storm = await recording("configmap-list-storm/03-storm.pb.gz");
  const all = [...new Set([operator, storm].flatMap((p) => buildFrameTable([p]).names))];
  // Those that are a step of something: most others are the same to all rules.
  const index = new PatternIndex([...RULE_PATHS.patterns, ...SHAPE_PATTERNS]);
  names = all.filter((name) => index.match(frameName(name)).length > 0 || name.includes("/api/"));
});

const stackOf = (maxLength: number) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.array(fc.constantFrom(...names), { maxLength }) },
    { weight: 1, arbitrary: fc.array(fc.constantFrom(...DECODERS, "a.f"), { maxLength: 6 }) },
    { weight: 1, arbitrary: fc.array(fc.constantFrom(...TYPED, "a.f"), { maxLength: 6 }) },
  );

const stacks = () =>
  fc.array(
    fc.record({
      stack: stackOf(30),
      size: fc.constantFrom(...SIZES),
    }),
    { minLength: 1, maxLength: 30 },
  );

/** What the judge says of each sample, frame by frame. */
function judged(profile: Profile): number[] {
  const frames = buildFrameTable([profile]);
  const classes = classifyFrames(frames, RULE_KINDS);
  const judge = new Judge(classes);
  const reader = new StackReader(profile, frames, 0, undefined);
  return Array.from({ length: profile.samples.count }, (_, s) => {
    const length = reader.read(s);
    judge.start();
    for (const f of reader.frames.subarray(0, length)) judge.frame(classes.rowOf[f]!);
    judge.finish(sampleBytes(profile, s));
    return packVerdict(judge);
  });
}

/** What an automaton with room for so many steps says of each sample. */
function walked(profile: Profile, mostSteps?: number): number[] {
  const frames = buildFrameTable([profile]);
  const classes = classifyFrames(frames, RULE_KINDS);
  const symbols = new Symbols(classes.rowOf);
  const symbolOf = symbols.ofLocations(profile, frames, 0);
  const judge = new Judge(classes);
  const stacks = new StackJudge(
    profile,
    undefined,
    new StackReader(profile, frames, 0, undefined),
    new Automaton(judge, symbols.rows, mostSteps),
    judge,
    symbolOf,
    classes.rowOf,
  );
  const { count } = profile.samples;
  const out = {
    kind: new Int16Array(count),
    evidence: new Uint8Array(count),
    stage: new Uint8Array(count),
    category: new Uint8Array(count),
    carries: new Uint8Array(count),
    stack: new Int32Array(count),
  };
  stacks.judgeAll(0, count, out);
  return Array.from({ length: count }, (_, s) =>
    packVerdict({
      kind: out.kind[s]!,
      evidence: out.evidence[s]!,
      stage: out.stage[s]!,
      category: out.category[s]!,
      carries: out.carries[s]!,
    }),
  );
}

describe("an automaton", () => {
  test("says of every stack what the judge says frame by frame", () => {
    fc.assert(
      fc.property(stacks(), (samples) => {
        const profile = profileOf(samples);
        expect(walked(profile)).toEqual(judged(profile));
      }),
    );
  });

  test("without room for its states leaves stacks to the judge", () => {
    fc.assert(
      fc.property(stacks(), fc.nat(400), (samples, mostSteps) => {
        const profile = profileOf(samples);
        expect(walked(profile, mostSteps)).toEqual(judged(profile));
      }),
    );
  });

  test("takes a stack deeper than the limit by its leaf-most frames", () => {
    const list = "k8s.io/apiserver/pkg/audit.LogResponseObject";
    const deep = (above: number) => ({
      stack: [list, ...new Array<string>(above).fill("example.invalid/x.f")],
    });
    const profile = profileOf([deep(4095), deep(4096)]);
    const told = finish(attribute([profile], buildFrameTable([profile])));
    expect(STAGES[told.stage[0]![0]!]).toBe("audit");
    expect(STAGES[told.stage[0]![1]!]).not.toBe("audit");
  });
});

/** The first path that a stack follows to its end, by trying one after the other. */
function firstPath(paths: readonly FramePath[], stack: readonly string[]): number {
  return paths.findIndex((path) => {
    let at = 0;
    for (const name of stack) {
      const step = path[at];
      if (step === undefined) break;
      const index = new PatternIndex(typeof step === "string" ? [step] : [...step]);
      if (index.match(frameName(name)).length > 0) at++;
    }
    return at === path.length;
  });
}

describe("paths as bits", () => {
  test("tell the first rule of each list that a stack follows", () => {
    const index = new PatternIndex(RULE_PATHS.patterns);
    const lists = [ACTIVITY_RULES, HANDLING_RULES, OTHER_RULES].map((rules) =>
      rules.map((r) => r.path),
    );
    const names = [
      ACTIVITY_RULES.map((r) => ACTIVITIES.indexOf(r.activity)),
      HANDLING_RULES.map((r) => HANDLINGS.indexOf(r.handling)),
      OTHER_RULES.map((r) => OTHER_CATEGORIES.indexOf(r.category)),
    ];
    fc.assert(
      fc.property(stackOf(12), (frames) => {
        const words = new Int32Array(RULE_PATHS.words);
        for (const name of frames) {
          const bits = new Int32Array(RULE_PATHS.words);
          for (const id of index.match(frameName(name))) {
            const bit = RULE_PATHS.bitOf[id]!;
            bits[Math.floor(bit / WORD)]! |= 1 << (bit % WORD);
          }
          words.forEach((word, w) => {
            words[w]! |= ((word << 1) | RULE_PATHS.starts[w]!) & bits[w]!;
          });
        }
        lists.forEach((paths, list) => {
          expect(RULE_PATHS.first(list, words)).toBe(names[list]![firstPath(paths, frames)] ?? -1);
        });
      }),
    );
  });

  test("are refused where one has more steps than a word has bits", () => {
    const path = (n: number) => ({ path: new Array<string>(n).fill("a.b"), verdict: 0 });
    expect(() => new PathBits([[path(31)]])).toThrow("bits");
    expect(new PathBits([[path(20), path(20)], [path(20)]]).words).toBe(3);
  });
});
