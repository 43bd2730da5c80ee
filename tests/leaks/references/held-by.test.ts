import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { heldBy } from "../../../src/leaks/references/held-by.js";
import { kindOfField } from "../../../src/leaks/references/kind-of-field.js";
import { finish } from "../../../src/lib/steps.js";
import { unpack } from "../../../src/profile/containers/unpack.js";
import { featuresOf } from "../../../src/profile/features.js";
import { readProfile } from "../../../src/profile/formats/read-profile.js";
import type { Profile } from "../../../src/profile/profile.js";
import { valuesOf } from "../../../src/profile/profile.js";
import { ProfileBuilder } from "../../../src/profile/profile-builder.js";
import { isReferenceProfile, linkOf } from "../../../src/profile/reference-chain.js";
import { fixtureBytes } from "../../recordings.js";

type Chain = readonly [bytes: number, ...links: string[]];

/** Chains of references, root first. */
function chains(...all: readonly Chain[]): Profile {
  const builder = new ProfileBuilder([
    { type: "inuse_objects", unit: "count" },
    { type: "inuse_space", unit: "bytes" },
  ]);
  for (const [bytes, ...links] of all) {
    builder.sample(links.map((name) => builder.frame(name)).reverse(), [1, bytes]);
  }
  return builder.done();
}

const held = (profile: Profile) => heldBy(profile, valuesOf(profile, 1), valuesOf(profile, 0));
const STORE = ["a.store", "items. (map[string]interface {})", "$mapval. (interface {})"] as const;

describe("a chain of references", () => {
  it("is read link by link", () => {
    expect(linkOf("Data. (map[string]string)")).toEqual({
      field: "Data",
      type: "map[string]string",
    });
    expect(linkOf("[10+]. (k8s.io/api/core/v1.Container)")).toEqual({
      field: "[10+]",
      type: "k8s.io/api/core/v1.Container",
    });
    expect(linkOf("main.main")).toBeUndefined();
    expect(linkOf("a b. (c)")).toBeUndefined();
    expect(linkOf(". (c)")).toBeUndefined();
  });

  it("makes a profile what it is by its content, and a heap stays a heap", async () => {
    const file = await unpack(fixtureBytes("modern/operator-leak/04-held-by.pb.gz"));
    const read = finish(readProfile(file));
    expect(featuresOf(read)).toEqual({ subject: "references", stacks: "recorded", go: false });
    const heap = finish(readProfile(await unpack(fixtureBytes("modern/operator-leak/04.pb.gz"))));
    expect(featuresOf(heap).subject).toBe("heap");
    expect(isReferenceProfile(chains([1, "main.main", "main.f"]))).toBe(false);
    expect(isReferenceProfile(chains([1, "main.main.x", "Data. (string)"]))).toBe(true);
  });

  it("tells a kind by a field, and none where several kinds have it", () => {
    const kind = (field: string, type: string) => kindOfField({ field, type });
    expect(kind("Spec", "k8s.io/api/apps/v1.DeploymentSpec")).toEqual({
      kind: { group: "apps", kind: "Deployment" },
      evidence: "named",
    });
    expect(kind("Status", "example.org/x/api/widgets/v1alpha1.WidgetStatus")).toEqual({
      kind: { group: "widgets", kind: "Widget" },
      evidence: "named",
    });
    expect(kind("Data", "map[string][]uint8")?.kind.kind).toBe("Secret");
    expect(kind("Data", "map[string]string")?.evidence).toBe("shaped");
    expect(kind("ObjectMeta", "k8s.io/apimachinery/pkg/apis/meta/v1.ObjectMeta")).toBeUndefined();
    expect(kind("Template", "k8s.io/api/core/v1.PodTemplateSpec")).toBeUndefined();
    expect(kind("Data", "[]uint8")).toBeUndefined();
  });
});

describe("who holds the memory", () => {
  it("is where chains part, and not the fields of what is held", () => {
    const { holders, bytes } = held(
      chains(
        [60, ...STORE, "Data. (map[string]string)"],
        [40, ...STORE, "Spec. (k8s.io/api/core/v1.PodSpec)"],
        [300, "a.root", "x. (*b.Queue)", "list. ([]*b.Item)", "[0]. (*b.Item)"],
        [200, "a.root", "y. (*b.Pool)", "$sub_objects$"],
      ),
    );
    expect(bytes).toBe(600);
    expect(holders.map((h) => [h.path.join("."), h.bytes, h.notFollowed])).toEqual([
      ["a.root.x.list", 300, 0],
      ["a.root.y", 200, 200],
      ["a.store.items", 100, 0],
    ]);
    expect(holders[2]!.content.map((c) => [c.kind, c.evidence, c.bytes])).toEqual([
      ["ConfigMap", "shaped", 60],
      ["Pod", "named", 40],
    ]);
  });

  it("adds up to no more than there is, whatever the chains", () => {
    const link = fc.constantFrom(
      "a. (*x.A)",
      "[0]. (*x.A)",
      "$mapval. (string)",
      "$sub_objects$",
      "b. (y.B)",
    );
    const chain = fc.tuple(fc.nat(1000), fc.array(link, { maxLength: 6 }));
    fc.assert(
      fc.property(fc.array(chain, { minLength: 1, maxLength: 20 }), (all) => {
        const profile = chains(
          ...all.map(([bytes, links], i): Chain => [bytes, `p.root${i % 4}`, ...links]),
        );
        const { bytes, notFollowed, holders } = held(profile);
        expect(bytes).toBe(all.reduce((sum, [b]) => sum + b, 0));
        expect(notFollowed).toBeLessThanOrEqual(bytes);
        expect(holders.reduce((sum, h) => sum + h.bytes, 0)).toBeLessThanOrEqual(bytes);
        for (const h of holders) expect(h.notFollowed).toBeLessThanOrEqual(h.bytes);
      }),
    );
  });

  it("is told of the operator: stores of informers, and controllers that were not followed", async () => {
    const profile = finish(
      readProfile(await unpack(fixtureBytes("modern/operator-leak/04-held-by.pb.gz"))),
    );
    const { holders, bytes, notFollowed } = held(profile);
    expect(holders.map((h) => h.words)).toEqual([
      "the stores of informers",
      "what the manager runs as the leader: its controllers",
    ]);
    expect(holders[0]!.bytes / bytes).toBeCloseTo(0.56, 2);
    expect(holders[0]!.path.slice(-3)).toEqual(["indexer", "cacheStorage", "items"]);
    expect(holders[1]!.notFollowed / bytes).toBeCloseTo(0.42, 2);
    expect(notFollowed).toBe(96_387_344);
  });
});
