import { describe, expect, it } from "vitest";
import type { HeldByAnswer } from "../../../../src/engine/answers/suspects/held-by.js";
import { Engine } from "../../../../src/engine/engine.js";
import { NO_BASE, type Question } from "../../../../src/engine/question.js";
import { finish } from "../../../../src/lib/steps.js";
import { unpack } from "../../../../src/profile/containers/unpack.js";
import { readProfile } from "../../../../src/profile/formats/read-profile.js";
import type { Mapping, Profile } from "../../../../src/profile/profile.js";
import { ProfileBuilder } from "../../../../src/profile/profile-builder.js";
import { PLAIN_QUESTION } from "../../../question.js";
import { fixtureBytes } from "../../../recordings.js";

async function fixture(name: string): Promise<Profile> {
  return finish(readProfile(await unpack(fixtureBytes(name))));
}

/** The last file is shown, compared with the first where that is asked for. */
function asked(profiles: readonly Profile[], compare = false): [Engine, Question] {
  const engine = new Engine();
  profiles.forEach((profile, i) => {
    engine.library.add(`${i}`, `file${i}`, profile);
  });
  const question: Question = {
    ...PLAIN_QUESTION,
    files: profiles.map((_, i) => `${i}`),
    shown: profiles.length - 1,
    base: compare ? 0 : NO_BASE,
    sampleType: "",
  };
  return [engine, question];
}

function finding(profiles: readonly Profile[], compare = false): string {
  const [engine, question] = asked(profiles, compare);
  const { segments } = finish(engine.ask("finding", question, undefined));
  return segments.map((s) => s.text).join("");
}

const MAPPING: Mapping = {
  id: 1n,
  start: 0n,
  limit: 0n,
  offset: 0n,
  file: "/app/op",
  buildId: "b1",
  hasFunctions: true,
  hasFilenames: true,
  hasLineNumbers: true,
  hasInlineFrames: true,
};

function profile(
  types: readonly [string, string][],
  ...samples: readonly { stack: readonly string[]; values: readonly number[] }[]
): Profile {
  const builder = new ProfileBuilder(types.map(([type, unit]) => ({ type, unit })));
  for (const { stack, values } of samples) {
    builder.sample(stack.map((name) => builder.frame(name)).reverse(), values);
  }
  return builder.done({ mappings: [MAPPING] });
}

const goroutines = (count: number, time: bigint, other = 5) => ({
  ...profile(
    [["goroutine", "count"]],
    {
      stack: ["example.org/op/x.(*R).follow", "runtime.chanrecv1", "runtime.gopark"],
      values: [count],
    },
    { stack: ["net/http.(*conn).serve", "runtime.selectgo", "runtime.gopark"], values: [other] },
  ),
  timeNanos: time * 600_000_000_000n,
});

describe("the finding of goroutines", () => {
  it("names what grew and what it waits for, in no word of memory", async () => {
    const files = await Promise.all(
      [0, 1].map((i) => fixture(`incidents/goroutines-leak-${i}.pb.gz`)),
    );
    const text = finding(files, true);
    expect(text).toBe(
      "28,170 goroutines, 28,000 more than before (170): +14,000 (100 → 14,100) in pkg.(*W).loop, waiting to receive from a channel and +14,000 (40 → 14,040) in cache.(*processorListener).run, waiting. Whether they end by themselves needs a third file, taken when the load is gone.",
    );
  });

  it("says that they do not end where no file has fewer", () => {
    const rising = [goroutines(100, 1n), goroutines(900, 2n), goroutines(2000, 3n)];
    expect(finding(rising, true)).toMatch(/goroutines are started that do not end\.$/);
    const wave = [goroutines(100, 1n), goroutines(2000, 2n), goroutines(900, 3n)];
    expect(finding(wave, true)).not.toMatch(/do not end/);
    const same = [goroutines(100, 1n), goroutines(101, 2n)];
    expect(finding(same, true)).toBe(
      "106 goroutines, 1 more than before (105): no group grew by a number worth a word.",
    );
  });

  it("says of one file which group stands out, or that none does", () => {
    expect(finding([goroutines(6000, 1n)])).toBe(
      "6,005 goroutines in 2 groups: 6,000 (99.9%) in x.(*R).follow, waiting to receive from a channel.",
    );
    expect(finding([goroutines(60, 1n, 70)])).toMatch(
      /^130 goroutines in 2 groups; no group stands out/,
    );
    expect(finding([goroutines(1, 1n, 2)])).toMatch(/^3 goroutines in 2 groups; that is few/);
  });

  it("of a text says what they wait for, and is tied to a text of the heap", async () => {
    const heap = await fixture("texts/operator-heap.debug1.txt.gz");
    const text = await fixture("texts/operator-goroutine.debug1.txt");
    expect(finding([text])).toBe(
      "6,338 goroutines in 30 groups: 6,286 (99.2%) in controller.(*PodReconciler).follow, waiting to receive from a channel.",
    );
    expect(finding([heap, text])).toMatch(
      /channel\. file0 has allocations of Pods below controller\.\(\*PodReconciler\)\.Reconcile, of the same code, but counts none as live yet: .* The runtime has 197 MiB for stacks, about 31\.8 KiB each: no heap profile shows them\.$/,
    );
    expect(finding([text, heap])).toMatch(
      /In file0 6,286 goroutines are in controller\.\(\*PodReconciler\)\.follow, waiting to receive from a channel\. file1 has allocations of Pods/,
    );
    const storm = await fixture("configmap-list-storm/03-storm.pb.gz");
    expect(finding([text, storm])).not.toContain("goroutines");
  });

  it("is tied to a heap of the same program, one object for each goroutine", () => {
    const heap = (objects: number) =>
      profile(
        [
          ["inuse_objects", "count"],
          ["inuse_space", "bytes"],
        ],
        {
          stack: ["example.org/op/x.(*R).Reconcile", "k8s.io/api/core/v1.(*Pod).DeepCopy"],
          values: [objects, objects * 4096],
        },
      );
    expect(finding([heap(6100), goroutines(6000, 1n)])).toMatch(
      / In file0 the same code holds 23\.8 MiB of Pods, allocated below x\.\(\*R\)\.Reconcile: 6,100 objects, about one for each of them\.$/,
    );
    expect(finding([heap(900), goroutines(6000, 1n)])).toMatch(/below x\.\(\*R\)\.Reconcile\.$/);
    const other = { ...heap(6100), mappings: [{ ...MAPPING, buildId: "b2" }] };
    expect(finding([other, goroutines(6000, 1n)])).not.toContain("the same code");
  });
});

describe("the finding of time and waits", () => {
  it("has words of its own", () => {
    const cpu = profile(
      [["cpu", "nanoseconds"]],
      { stack: ["main.main", "main.work"], values: [4e9] },
      { stack: ["main.main", "main.rest"], values: [1e9] },
    );
    expect(finding([cpu])).toBe("5.00 s of processor time: main.work 80.0% and main.rest 20.0%.");
    const waits = profile([["contentions", "count"]], { stack: ["main.main"], values: [1234] });
    expect(finding([waits])).toBe("1,234 waits for locks and channels: main.main 100%.");
  });
});

describe("who holds the memory", () => {
  it("is told in its own words, with what could not be followed", async () => {
    const text = finding([await fixture("modern/operator-leak/04-held-by.pb.gz")]);
    expect(text).toMatch(/^Held by the stores of informers: 121 MiB of 217 MiB \(55\.8%\)/);
    expect(text).toContain("ConfigMaps 70.9 MiB by their shape");
    expect(text).toContain("its controllers: 91.4 MiB of 217 MiB (42.2%)");
    expect(text).toContain("$sub_objects$");
    expect(text).not.toMatch(/heap|leak|grew|allocat/i);
  });

  it("is joined with a heap of the same process by kind and size", async () => {
    const files = ["operator-leak/04", "operator-leak/04-held-by"];
    const profiles = await Promise.all(files.map((f) => fixture(`modern/${f}.pb.gz`)));
    const [engine, question] = asked(profiles);
    const held = finish(engine.ask("heldBy", question, undefined)) as HeldByAnswer;
    const rows = Object.fromEntries(held.beside!.rows.map((row) => [row.kind, row]));
    for (const kind of ["ConfigMap", "Secret"]) {
      expect(rows[kind]!.held / rows[kind]!.allocated).toBeGreaterThan(0.9);
      expect(rows[kind]!.held / rows[kind]!.allocated).toBeLessThan(1.1);
      expect(rows[kind]!.holders[0]!.words).toBe("the stores of informers");
    }
    // What the operator's map holds hangs on the controllers, where chains could not be followed.
    expect(held.beside!.rows[0]!.kind).toBe("Pod");
    expect(rows.Pod!.allocated - rows.Pod!.held).toBeGreaterThan(0.9 * held.notFollowed);
  });

  it("is not joined with another program's heap, and no heap has it", async () => {
    const profiles = await Promise.all(
      ["etcd-3.7-range/00", "operator-leak/04-held-by"].map((f) => fixture(`modern/${f}.pb.gz`)),
    );
    const [engine, question] = asked(profiles);
    expect(finish(engine.ask("heldBy", question, undefined))?.beside).toBeUndefined();
    expect(finish(engine.ask("heldBy", { ...question, shown: 0 }, undefined))).toBeNull();
  });

  it("takes no kind from rules for functions", async () => {
    const [engine, question] = asked([await fixture("modern/operator-leak/04-held-by.pb.gz")]);
    const { kinds, total, unknown } = finish(engine.ask("kinds", question, undefined));
    expect(kinds.slice(0, 2).map((k) => [k.kind, k.named])).toEqual([
      ["ConfigMap", 0],
      ["Secret", 0],
    ]);
    expect(kinds.reduce((sum, k) => sum + k.total, 0) + unknown).toBe(total);
  });
});
