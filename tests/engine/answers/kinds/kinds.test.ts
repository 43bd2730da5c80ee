import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kindsAnswer } from "../../../../src/engine/answers/kinds/kinds.js";
import { FileSet } from "../../../../src/engine/file-set.js";
import { type Prepared, prepare } from "../../../../src/engine/prepared-tree.js";
import { ProfileLibrary } from "../../../../src/engine/profile-library.js";
import { BASE_MEDIAN, NO_BASE, type Question } from "../../../../src/engine/question.js";
import { Recent } from "../../../../src/lib/lru-cache.js";
import { finish } from "../../../../src/lib/steps.js";
import type { Profile } from "../../../../src/profile/profile.js";
import { profileOf } from "../../../kubernetes/attribution/stack-reader.js";
import { PLAIN_QUESTION } from "../../../question.js";
import { recording } from "../../../recordings.js";

function asked(profiles: readonly Profile[], more: Partial<Question> = {}): [Prepared, Question] {
  const library = new ProfileLibrary();
  const entries = profiles.map((p, i) => library.add(`file${i}`, `file${i}.pb.gz`, p));
  const question: Question = {
    ...PLAIN_QUESTION,
    files: entries.map((e) => e.hash),
    shown: profiles.length - 1,
    sampleType: "inuse_space",
    joined: false,
    widths: "after",
    ...more,
  };
  return [finish(prepare(new FileSet(entries), question, new Recent(1))), question];
}

const answer = (profiles: readonly Profile[], more: Partial<Question> = {}) =>
  kindsAnswer(...asked(profiles, more));

const names = [
  "net/http.(*conn).serve",
  "k8s.io/apiserver/pkg/storage/etcd3.(*store).List",
  "k8s.io/apiserver/pkg/storage/etcd3.appendListItem",
  "k8s.io/api/core/v1.(*ConfigMap).Unmarshal",
  "k8s.io/api/apps/v1.(*Deployment).DeepCopyInto",
  "google.golang.org/grpc.(*parser).recvMsg",
  "main.keep",
  "go.uber.org/zap/zapcore.newCounters",
  "x.f",
];
const profile = fc
  .array(
    fc.record({
      stack: fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 6 }),
      bytes: fc.nat(1e12),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map((samples) => profileOf(samples));

describe("whatever is asked", () => {
  test("kinds, other and unknown are the total, and each row is its evidence and its stages", () => {
    fc.assert(
      fc.property(
        fc.array(profile, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(NO_BASE, 0, BASE_MEDIAN),
        fc.boolean(),
        fc.boolean(),
        (profiles, base, normalize, sum) => {
          const kinds = answer(profiles, { base, normalize, sum });
          const sumOf = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0);
          expect(sumOf(kinds.kinds.map((k) => k.total)) + kinds.other + kinds.unknown).toBe(
            kinds.total,
          );
          expect(sumOf(Object.values(kinds.stages))).toBe(kinds.total);
          expect(sumOf(Object.values(kinds.otherCategories))).toBe(kinds.other);
          for (const row of kinds.kinds) {
            expect(row.named + row.shaped + row.coGrowth).toBe(row.total);
            expect(sumOf(Object.values(row.stages))).toBe(row.total);
          }
          const totals = kinds.kinds.map((k) => Math.abs(k.total));
          expect(totals).toEqual([...totals].sort((a, b) => b - a));
          if (!kinds.isDifference) expect(kinds.total).toBe(kinds.of);
        },
      ),
      { numRuns: 150 },
    );
  });

  test("a difference is what is held now less what was held before", () => {
    fc.assert(
      fc.property(profile, profile, (before, after) => {
        const difference = answer([before, after], { base: 0 });
        const now = answer([before, after]);
        const then = answer([before, after], { shown: 0 });
        expect(difference.total).toBe(now.total - then.total);
        expect(difference.unknown).toBe(now.unknown - then.unknown);
        for (const row of difference.kinds) {
          const [n, t] = [now, then].map((a) => a.kinds.find((k) => k.key === row.key)?.total ?? 0);
          expect(row.total).toBe(n! - t!);
          expect(row.before).toBe(t);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("the storm", () => {
  const load = (...of: string[]) =>
    Promise.all(of.map((n) => recording(`configmap-list-storm/${n}.pb.gz`)));

  test("growth by kind and stage", async () => {
    const kinds = answer(await load("01-created", "03-storm"), { base: 0, joined: true });
    const [top] = kinds.kinds;
    expect(top!.key).toBe("ConfigMap");
    expect(top!.total / kinds.total).toBeGreaterThan(0.9);
    const stages = Object.entries(top!.stages).sort((a, b) => b[1] - a[1]);
    expect(stages.slice(0, 2).map(([s]) => s)).toEqual(["json-response", "storage-decode"]);
    expect(top!.meanObjectBytes! / (347 * 1024)).toBeCloseTo(1, 1);
  });

  test("the same figures as pprof's for the whole", async () => {
    const kinds = answer(await load("03-storm"));
    expect(kinds.total / 1048576).toBeCloseTo(1891.86, 1);
    expect(kinds.otherCategories.logging! / 1048576).toBeCloseTo(30.01, 1);
  });

  test("connections are too few and too small to be the cause, and it says so", async () => {
    const { connections } = answer(await load("03-storm"));
    expect(connections).toMatch(/^Connections hold 7\.84 MiB, 0\.41% of the live heap\./);
    expect(connections).toContain("about 73 ± 19 gRPC client connections");
    const allocated = answer(await load("03-storm"), { sampleType: "alloc_objects" });
    expect(allocated.connections).toBe(connections);
  });

  test("filters leave out what they leave out", async () => {
    const [profiles, all] = [await load("03-storm"), answer(await load("03-storm"))];
    const focused = answer(profiles, { transforms: [{ do: "focus", pattern: "appendListItem" }] });
    expect(focused.of).toBe(all.of);
    expect(focused.total).toBeLessThan(all.total / 2);
    expect(Object.keys(focused.kinds[0]!.stages)).not.toContain("json-response");
  });
});

test("a fleet's file against the median of all", async () => {
  const files = [1, 2, 3, 4, 5].map((n) => recording(`five-masters/master-${n}.heap.pb.gz`));
  const kinds = answer(await Promise.all(files), { shown: 2, base: BASE_MEDIAN, joined: true });
  expect(kinds.isDifference).toBe(true);
  expect(kinds.kinds[0]!.key).toBe("ConfigMap");
  expect(kinds.kinds[0]!.total / kinds.total).toBeGreaterThan(0.9);
});
