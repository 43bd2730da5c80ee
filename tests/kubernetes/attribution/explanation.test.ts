import { describe, expect, it } from "vitest";
import { buildFrameTable } from "../../../src/calltree/frame-table.js";
import { attribute, EVIDENCE, STAGES } from "../../../src/kubernetes/attribution/attribution.js";
import { explainAttribution } from "../../../src/kubernetes/attribution/explanation.js";
import type { Role } from "../../../src/kubernetes/rules/role-rules.js";
import { finish } from "../../../src/lib/steps.js";
import { type Profile, sampleTypeIndex, valuesOf } from "../../../src/profile/profile.js";
import { recording } from "../../recordings.js";
import { profileOf } from "./stack-reader.js";

function explained(profile: Profile, role: Role) {
  const frames = buildFrameTable([profile]);
  const attribution = finish(attribute([profile], frames, { roles: [role] }));
  const values = valuesOf(profile, sampleTypeIndex(profile, "inuse_space"));
  const groups = explainAttribution(profile, values, frames, 0, attribution, role);
  return { groups, attribution, values };
}

const HANDLERS = "k8s.io/apiserver/pkg/endpoints/handlers";
const LIST = `${HANDLERS}.ListResource.func1`;
const ENCODE = [
  `${HANDLERS}/responsewriters.SerializeObject`,
  "k8s.io/apimachinery/pkg/runtime/serializer/json.(*Serializer).Encode",
  "encoding/json.(*Encoder).Encode",
];
const ANSWER = [LIST, `${HANDLERS}.transformResponseObject`, ...ENCODE];
const DECODE = [
  LIST,
  "k8s.io/apiserver/pkg/storage/etcd3.(*store).GetList",
  "k8s.io/apiserver/pkg/storage/etcd3.decodeListItem",
  "k8s.io/api/core/v1.(*Secret).Unmarshal",
];

describe("which rule said what", () => {
  const profile = profileOf([
    { stack: [...ANSWER, "bytes.growSlice"], bytes: 100 },
    { stack: [...ANSWER, "bytes.makeSlice"], bytes: 700 },
    { stack: DECODE, bytes: 500 },
    { stack: ["main.main", "go.uber.org/zap.New"], bytes: 60 },
    { stack: ["main.main", "example.com/x.Nothing"], bytes: 40 },
    { stack: DECODE, bytes: 0 },
  ]);
  const { groups } = explained(profile, "apiserver");

  it("is told by what the goroutine was doing and what was allocated, with the frames", () => {
    expect(groups[1]).toMatchObject({
      value: 500,
      kind: "Secret",
      evidence: "named",
      stage: "storage-decode",
      category: "",
      activity: `serving-list (${LIST})`,
      handling: "decoded-from-storage (k8s.io/apiserver/pkg/storage/etcd3.decodeListItem)",
      other: "",
    });
  });

  it("puts together what the same rules said, and shows the stack that holds most, leaf first", () => {
    expect(groups[0]).toMatchObject({ value: 800, stage: "json-response", largest: 700 });
    expect(groups[0]!.activity).toBe(`serving-list (${LIST})`);
    expect(groups[0]!.handling).toMatch(/^encoded-json \(/);
    expect(groups[0]!.stack).toEqual([...ANSWER, "bytes.makeSlice"].reverse());
  });

  it("names the function that shows memory to be no object", () => {
    expect(groups[2]).toMatchObject({
      value: 60,
      kind: "other",
      category: "logging",
      other: "other (go.uber.org/zap.New)",
    });
  });

  it("says that no rule spoke of what only the own code of the program leads to", () => {
    const own = groups.find((g) => g.value === 40);
    expect(own).toMatchObject({ kind: "unknown", stage: "application" });
    expect([own!.activity, own!.handling, own!.other]).toEqual(["", "", ""]);
  });

  it("leaves nothing out, largest first", () => {
    expect(groups.map((g) => g.value)).toEqual([800, 500, 60, 40]);
  });
});

it("judges a stack whose root is cut by the program's role", () => {
  const cut = profileOf([{ stack: [...ENCODE, "bytes.growSlice"], bytes: 10 }]);
  expect(explained(cut, "apiserver").groups[0]!.stage).toBe("json-response");
  expect(explained(cut, "client").groups[0]!.stage).toBe("other");
});

it("orders differences by their size, whatever their sign", () => {
  const profile = profileOf([
    { stack: DECODE, bytes: -900 },
    { stack: [...ANSWER, "bytes.growSlice"], bytes: 300 },
  ]);
  expect(explained(profile, "apiserver").groups.map((g) => g.value)).toEqual([-900, 300]);
});

it.each([
  ["modern/operator-cache/03.pb.gz", "client"],
  ["modern/etcd-3.7-range/02-ranges.pb.gz", "etcd"],
] as const)(
  "adds up to what attribution says of every evidence and stage of %s",
  async (name, role) => {
    const profile = await recording(name);
    const { groups, attribution, values } = explained(profile, role);
    const sums = (of: (s: number) => string) => {
      const out = new Map<string, number>();
      values.forEach((v, s) => {
        if (v !== 0) out.set(of(s), (out.get(of(s)) ?? 0) + v);
      });
      return out;
    };
    const told = new Map<string, number>();
    for (const g of groups) {
      const key = `${g.evidence} ${g.stage}`;
      told.set(key, (told.get(key) ?? 0) + g.value);
    }
    const wanted = sums(
      (s) => `${EVIDENCE[attribution.evidence[0]![s]!]} ${STAGES[attribution.stage[0]![s]!]}`,
    );
    expect(wanted.size).toBeGreaterThan(3);
    expect(new Map([...told].sort())).toEqual(new Map([...wanted].sort()));
  },
);
