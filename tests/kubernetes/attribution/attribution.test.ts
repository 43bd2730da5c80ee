import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { AddedFrames } from "../../../src/calltree/call-tree.js";
import { buildFrameTable } from "../../../src/calltree/frame-table.js";
import { joinStacks } from "../../../src/joining/join-stacks.js";
import {
  type Attribution,
  attribute,
  EVIDENCE,
  KIND_OTHER,
  KIND_UNKNOWN,
  OTHER_CATEGORIES,
  STAGES,
} from "../../../src/kubernetes/attribution/attribution.js";
import { objectBytes } from "../../../src/kubernetes/object-size.js";
import { finish } from "../../../src/lib/steps.js";
import { type Profile, sampleTypeIndex, valuesOf } from "../../../src/profile/profile.js";
import { recording } from "../../recordings.js";
import { profileOf, verdictsOf } from "./stack-reader.js";

interface Told {
  readonly profiles: readonly Profile[];
  readonly attribution: Attribution;
  /** live bytes of a profile by what a function says of each sample */
  readonly sum: (
    profile: number,
    of: (kind: string, evidence: string, stage: string) => boolean,
  ) => number;
  readonly objectBytes: (profile: number, kind: string) => number | null;
}

function told(profiles: readonly Profile[], joined: boolean): Told {
  const frames = buildFrameTable(profiles);
  let added: readonly AddedFrames[] | undefined;
  if (joined) added = finish(joinStacks(profiles, frames)).added;
  const attribution = finish(attribute(profiles, frames, added ? { added } : {}));
  const nameOf = (k: number) =>
    k === KIND_OTHER ? "other" : k === KIND_UNKNOWN ? "unknown" : attribution.kinds[k]!.kind;
  return {
    profiles,
    attribution,
    sum: (p, of) => {
      const values = valuesOf(profiles[p]!, sampleTypeIndex(profiles[p]!, "inuse_space"));
      let sum = 0;
      for (let s = 0; s < values.length; s++) {
        const kind = nameOf(attribution.kind[p]![s]!);
        const evidence = EVIDENCE[attribution.evidence[p]![s]!]!;
        if (of(kind, evidence, STAGES[attribution.stage[p]![s]!]!)) sum += values[s]!;
      }
      return sum;
    },
    objectBytes: (p, kind) =>
      objectBytes(profiles, attribution, frames, {
        profiles: [p],
        kind: attribution.kinds.findIndex((k) => k.kind === kind),
      }),
  };
}

const load = (folder: string, names: readonly string[]) =>
  Promise.all(names.map((name) => recording(`${folder}/${name}.pb.gz`)));
const MB = 1048576;
/** 347 KB of the recordings: their encoded objects lie between the size classes 344 and 352 KiB. */
const OBJECT = 347 * 1024;
const near = (bytes: number | null) => Math.abs((bytes ?? 0) / OBJECT - 1);

describe.each([
  ["as recorded", false],
  ["with stacks joined", true],
])("the recordings, %s", (_, joined) => {
  let storm: Told;
  let audit: Told;
  let operator: Told;
  let fleet: Told;

  beforeAll(async () => {
    const names = ["01-created", "03-storm", "06-quiet-gc"];
    storm = told(await load("configmap-list-storm", names), joined);
    audit = told(await load("audit-backlog", ["00-baseline", "01-audit", "02-audit"]), joined);
    operator = told(await load("leaking-operator", ["00", "03", "05"]), joined);
    fleet = told(await load("five-masters", ["master-1.heap", "master-3.heap"]), joined);
  });

  test("ConfigMaps are over 90% of the storm and of what grew in it", () => {
    const total = (p: number) => storm.sum(p, () => true);
    const held = (p: number) => storm.sum(p, (kind) => kind === "ConfigMap");
    expect(held(1) / total(1)).toBeGreaterThan(0.9);
    expect((held(1) - held(0)) / (total(1) - total(0))).toBeGreaterThan(0.9);
    const byStage = STAGES.map((stage) => ({
      stage,
      grown:
        storm.sum(1, (kind, _e, s) => kind === "ConfigMap" && s === stage) -
        storm.sum(0, (kind, _e, s) => kind === "ConfigMap" && s === stage),
    })).sort((a, b) => b.grown - a.grown);
    expect(byStage.slice(0, 2).map((s) => s.stage)).toEqual(["json-response", "storage-decode"]);
  });

  test("the encoder's buffers are ConfigMaps by their shape, even when nothing runs", () => {
    for (const [profile, least] of [
      [1, 890],
      [2, 905],
    ] as const) {
      const buffers = storm.sum(
        profile,
        (kind, evidence, stage) =>
          kind === "ConfigMap" && evidence === "shaped" && stage === "json-response",
      );
      expect(buffers / MB).toBeGreaterThan(least);
    }
    expect(storm.sum(2, (_k, _e, stage) => stage === "storage-decode") / MB).toBeLessThan(5);
  });

  test("audit is the stage to blame for the audit backlog", () => {
    const stages = STAGES.map((stage) => ({
      stage,
      held: audit.sum(2, (_k, _e, s) => s === stage),
    }));
    stages.sort((a, b) => b.held - a.held);
    expect(stages[0]!.stage).toBe("audit");
    expect(stages[0]!.held / audit.sum(2, () => true)).toBeGreaterThan(0.7);
    // The copies are of the ConfigMaps that were listed, although no frame of theirs says so.
    const copies = audit.sum(2, (kind, _e, s) => kind === "ConfigMap" && s === "audit");
    expect(copies / stages[0]!.held).toBeGreaterThan(0.9);
  });

  test("the operator's ConfigMaps are kept by its own code first", () => {
    expect(
      operator.sum(2, (kind) => kind === "ConfigMap") / operator.sum(2, () => true),
    ).toBeGreaterThan(0.95);
    const stages = STAGES.map((stage) => ({
      stage,
      held: operator.sum(2, (k, _e, s) => k === "ConfigMap" && s === stage),
    }));
    stages.sort((a, b) => b.held - a.held);
    expect(stages[0]!.stage).toBe("application");
    expect(stages[0]!.held / MB).toBeGreaterThan(165);
  });

  test("kinds are told apart: the fleet's Secrets are no ConfigMaps", () => {
    const secrets = fleet.sum(1, (kind) => kind === "Secret") / MB;
    expect(secrets).toBeGreaterThan(115);
    expect(secrets).toBeLessThan(135);
    expect(fleet.sum(1, (kind, e) => kind === "ConfigMap" && e === "named") / MB).toBeGreaterThan(
      550,
    );
    const kinds = new Set(fleet.attribution.kinds.map((k) => k.kind));
    for (const kind of ["APIService", "ClusterRole", "RuntimeClass"]) expect(kinds).toContain(kind);
  });

  test("before anything happened hardly anything is a kind's", async () => {
    const [baseline] = await load("configmap-list-storm", ["00-baseline"]);
    const quiet = told([baseline!], joined);
    const total = quiet.sum(0, () => true);
    expect(quiet.sum(0, (kind) => kind === "other") / total).toBeGreaterThan(0.95);
    expect(quiet.sum(0, (kind) => kind === "unknown") / total).toBeLessThan(0.03);
  });

  test("one object of the storm, of the audit log and of the operator is 347 KB", () => {
    expect(near(storm.objectBytes(1, "ConfigMap"))).toBeLessThan(0.01);
    expect(near(audit.objectBytes(2, "ConfigMap"))).toBeLessThan(0.01);
    expect(near(operator.objectBytes(2, "ConfigMap"))).toBeLessThan(0.05);
    expect(near(fleet.objectBytes(1, "ConfigMap"))).toBeLessThan(0.01);
  });

  test("unknown stays small", () => {
    for (const [of, profile, most] of [
      [storm, 1, 0.01],
      [audit, 2, joined ? 0.01 : 0.12],
      [operator, 2, 0.01],
      [fleet, 1, 0.02],
    ] as const) {
      expect(
        of.sum(profile, (kind) => kind === "unknown") / of.sum(profile, () => true),
      ).toBeLessThan(most);
    }
  });
});

test("whole stacks and joined ones give the same kinds and stages for nearly all bytes", async () => {
  const [profile] = await load("full-depth", ["02"]);
  const one = told([profile!], false);
  expect(one.sum(0, (kind) => kind === "ConfigMap") / one.sum(0, () => true)).toBeGreaterThan(0.85);
  expect(near(one.objectBytes(0, "ConfigMap"))).toBeLessThan(0.01);
});

describe("whatever the profile", () => {
  const names = [
    "main.main",
    "main.(*cache).keep",
    "net/http.(*conn).serve",
    "k8s.io/apiserver/pkg/endpoints/handlers.ListResource.func1",
    "k8s.io/apiserver/pkg/storage/etcd3.(*store).List",
    "k8s.io/apiserver/pkg/storage/etcd3.appendListItem",
    "k8s.io/api/core/v1.(*ConfigMap).Unmarshal",
    "k8s.io/api/core/v1.(*Secret).DeepCopyInto",
    "google.golang.org/grpc.(*parser).recvMsg",
    "encoding/json.(*encodeState).reflectValue",
    "encoding/json.structEncoder.encode",
    "encoding/json.mapEncoder.encode",
    "encoding/json.stringEncoder",
    "go.uber.org/zap/zapcore.newCounters",
    "runtime.malg",
    "<unknown>",
    "",
  ];
  const profile = fc
    .array(
      fc.record({
        stack: fc.array(fc.oneof(fc.constantFrom(...names), fc.string()), { maxLength: 24 }),
        bytes: fc.nat(1e9),
        size: fc.nat(1e6),
      }),
      { maxLength: 30 },
    )
    .map((samples) => profileOf(samples));

  test("every sample has a verdict that is in the tables", () => {
    fc.assert(
      fc.property(fc.array(profile, { maxLength: 3 }), (profiles) => {
        const a = finish(attribute(profiles, buildFrameTable(profiles)));
        profiles.forEach((p, i) => {
          for (const column of [a.kind, a.evidence, a.stage, a.category]) {
            expect(column[i]!.length).toBe(p.samples.count);
          }
          for (let s = 0; s < p.samples.count; s++) {
            const kind = a.kind[i]![s]!;
            expect(kind).toBeGreaterThanOrEqual(KIND_UNKNOWN);
            expect(kind).toBeLessThan(a.kinds.length);
            expect(a.stage[i]![s]!).toBeLessThan(STAGES.length);
            expect(a.category[i]![s]!).toBeLessThan(OTHER_CATEGORIES.length);
            // A kind has evidence; what has none is no kind's.
            expect(EVIDENCE[a.evidence[i]![s]!] === "unknown").toBe(kind < 0);
          }
        });
      }),
      { numRuns: 200 },
    );
  });

  test("the order of samples does not matter", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            stack: fc.array(fc.constantFrom(...names), { maxLength: 12 }),
            bytes: fc.nat(1e6),
          }),
          { maxLength: 20 },
        ),
        (samples) => {
          const forward = verdictsOf(profileOf(samples))[0]!;
          const backward = verdictsOf(profileOf([...samples].reverse()))[0]!;
          expect(backward.reverse()).toEqual(forward);
        },
      ),
      { numRuns: 100 },
    );
  });
});

test("one snapshot of the operator tells as well: below its own code little that is known will do", async () => {
  const [last] = await load("leaking-operator", ["05"]);
  const one = told([last!], false);
  expect(one.sum(0, (kind) => kind === "ConfigMap") / one.sum(0, () => true)).toBeGreaterThan(0.9);
});
