import { describe, expect, test } from "vitest";
import { findingAnswer } from "../../../../src/engine/answers/finding/finding.js";
import type { Cause } from "../../../../src/engine/answers/finding/finding-causes.js";
import {
  type FindingFacts,
  findingOf,
} from "../../../../src/engine/answers/finding/finding-sentence.js";
import type { VerdictAnswer } from "../../../../src/engine/answers/finding/verdict.js";
import { kindsAnswer } from "../../../../src/engine/answers/kinds/kinds.js";
import type { FindingAnswer, KindRow, KindsAnswer } from "../../../../src/engine/answers.js";
import { FileSet } from "../../../../src/engine/file-set.js";
import { prepare } from "../../../../src/engine/prepared-tree.js";
import { ProfileLibrary } from "../../../../src/engine/profile-library.js";
import { NO_BASE, type Question } from "../../../../src/engine/question.js";
import { UNKNOWN_PROGRAM } from "../../../../src/kubernetes/program/unknown-program.js";
import { Recent } from "../../../../src/lib/lru-cache.js";
import { finish } from "../../../../src/lib/steps.js";
import { PLAIN_QUESTION } from "../../../question.js";
import { recording } from "../../../recordings.js";

const MB = 1 << 20;
const textOf = (finding: FindingAnswer) => finding.segments.map((s) => s.text).join("");

function row(kind: string, stages: Record<string, number>, more: Partial<KindRow> = {}): KindRow {
  const total = Object.values(stages).reduce((a, b) => a + b, 0) * MB;
  return {
    key: kind,
    kind,
    group: "",
    total,
    before: 0,
    named: total,
    shaped: 0,
    coGrowth: 0,
    meanObjectBytes: null,
    stages: Object.fromEntries(Object.entries(stages).map(([s, mb]) => [s, mb * MB])),
    ...more,
  };
}

function answerOf(
  kinds: readonly KindRow[],
  other: Record<string, number> = {},
  unknown = 0,
): KindsAnswer {
  const stages: Record<string, number> = {};
  for (const k of kinds)
    for (const [s, v] of Object.entries(k.stages)) stages[s] = (stages[s] ?? 0) + v;
  const otherSum = Object.values(other).reduce((a, b) => a + b, 0) * MB;
  const total = kinds.reduce((n, k) => n + k.total, 0) + otherSum + unknown * MB;
  return {
    kinds,
    other: otherSum,
    otherCategories: Object.fromEntries(Object.entries(other).map(([c, mb]) => [c, mb * MB])),
    unknown: unknown * MB,
    total,
    of: total,
    stages,
    unit: "bytes",
    isDifference: false,
    connections: "",
  };
}

const NO_VERDICT: VerdictAnswer = {
  whole: { verdict: "", share: 0, decides: "" },
  ofKind: new Map(),
  ofGrowth: false,
  snapshots: 1,
  sameMoment: false,
  sumOfScrapes: false,
};
const verdict = (found: VerdictAnswer["whole"]["verdict"], decides = ""): VerdictAnswer => ({
  ...NO_VERDICT,
  snapshots: 3,
  whole: { verdict: found, share: 1, decides },
});

/** The causes of an answer on kinds, and what they were in the base. */
function causesOf(held: KindsAnswer, change: KindsAnswer | undefined): Cause[] {
  const grown = (sort: Cause["sort"], name: string): number => {
    if (!change) return 0;
    if (sort === "kind") return change.kinds.find((k) => k.key === name)?.total ?? 0;
    return sort === "category" ? (change.otherCategories[name] ?? 0) : change.unknown;
  };
  const all: [Cause["sort"], string, number][] = [
    ...held.kinds.map((k): [Cause["sort"], string, number] => ["kind", k.key, k.total]),
    ...Object.entries(held.otherCategories).map(([c, v]): [Cause["sort"], string, number] => [
      "category",
      c,
      v,
    ]),
    ["unknown", "", held.unknown],
  ];
  return all.map(([sort, name, value]) => ({
    sort,
    name,
    held: value,
    before: change ? value - grown(sort, name) : 0,
  }));
}

function said(held: KindsAnswer, facts: Partial<FindingFacts> = {}): FindingAnswer {
  return findingOf({
    sampleType: "inuse_space",
    program: UNKNOWN_PROGRAM,
    held,
    change: undefined,
    baseIsMedian: false,
    otherProcess: "",
    set: "single",
    fleet: undefined,
    causes: causesOf(held, facts.change),
    holders: [],
    notified: 0,
    receivedLists: true,
    decrypted: 0,
    lists: false,
    own: undefined,
    verdict: NO_VERDICT,
    ...facts,
  });
}

const STORM = answerOf(
  [
    row(
      "ConfigMap",
      { "json-response": 470, "storage-decode": 460, audit: 10 },
      { meanObjectBytes: 347 * 1024 },
    ),
  ],
  { openapi: 60 },
);

describe("forms of the sentence", () => {
  test("what holds the memory, and what happened to it", () => {
    const finding = said(STORM, { lists: true });
    expect(textOf(finding)).toBe(
      "ConfigMaps hold 94.0% of the live heap: answered as JSON to LIST requests (47.0%) and decoded from etcd (46.0%).",
    );
    expect(finding.aside).toBe("mean object 347 KiB");
    expect(finding.segments.filter((s) => s.kind || s.stage)).toEqual([
      { text: "ConfigMaps", strong: true, kind: "ConfigMap" },
      {
        text: "answered as JSON to LIST requests (47.0%)",
        kind: "ConfigMap",
        stage: "json-response",
      },
      { text: "decoded from etcd (46.0%)", kind: "ConfigMap", stage: "storage-decode" },
    ]);
    expect(finding.advice.map((a) => a.id)).toContain("stream-json-lists");
  });

  test("growth leads where there is a base, and what is held stands apart", () => {
    const change = answerOf([row("ConfigMap", { "json-response": 189 })], { openapi: 11 });
    expect(textOf(said(STORM, { change, set: "series" }))).toBe(
      "ConfigMaps grew by 189 MiB, 94.5% of what grew: answered as JSON (94.5%). They hold 94.0% of the live heap.",
    );
  });

  test("of another process nothing grew: one holds more than the other", () => {
    const change = answerOf([row("ConfigMap", { "json-response": 189 })], { openapi: 11 });
    const text = textOf(said(STORM, { change, otherProcess: "master-2", set: "fleet" }));
    expect(text).toMatch(
      /^ConfigMaps hold 189 MiB more than in master-2, 94\.5% of the difference: answered as JSON/,
    );
    expect(text).not.toContain("grew");
  });

  test("beside the median of a fleet nothing grew", () => {
    const change = answerOf([row("ConfigMap", { "json-response": 189 })], { openapi: 11 });
    const text = textOf(said(STORM, { change, baseIsMedian: true, set: "fleet" }));
    expect(text).toContain("hold 94.0% of the live heap, 189 MiB more than the median: ");
    expect(text).not.toContain("grew");
  });

  test("more than the whole grew by, where other memory shrank", () => {
    const change = answerOf([row("ConfigMap", { "json-response": 200 })], { openapi: -11 });
    expect(textOf(said(STORM, { change }))).toContain(
      "grew by 200 MiB, more than the whole did, since other memory shrank: ",
    );
  });

  test("all of what grew, where the rest is less than the figure shows", () => {
    const change = answerOf([row("ConfigMap", { "json-response": 200 })], { openapi: -0.02 });
    expect(textOf(said(STORM, { change }))).toContain("grew by 200 MiB, 100% of what grew: ");
  });

  test("what informers keep is a cache though no frame names its kind; connections are none", () => {
    const of = (stages: Record<string, number>) => {
      const held = { ...answerOf([], { HTTP: 100 }), stages };
      return textOf(said(held, { verdict: verdict("cache") }));
    };
    expect(of({ informer: 100 * MB })).toContain("All of it is kept by design, as a cache");
    expect(of({ informer: 70 * MB, connections: 30 * MB })).toContain("Most of it (70.0%) is kept");
    expect(of({ informer: 40 * MB, connections: 60 * MB })).not.toContain("by design");
  });

  test("less than before is no growth", () => {
    const change = answerOf([row("ConfigMap", { "json-response": -200 })]);
    expect(textOf(said(STORM, { change }))).toMatch(
      /^The live heap did not grow, it shrank from 1\.17 GiB to 1000 MiB\. ConfigMaps hold 94\.0%/,
    );
  });

  test("growth within sampling noise is none", () => {
    const change = answerOf([row("ConfigMap", { "json-response": 40 })]);
    expect(textOf(said(STORM, { change, verdict: verdict("noise") }))).toMatch(
      /^The live heap did not grow to speak of: 960 MiB before, 1000 MiB now\./,
    );
  });

  test("what grew leads, though another kind holds most", () => {
    const held = answerOf(
      [row("ConfigMap", { "json-response": 900 }), row("Secret", { "watch-cache": 80 })],
      { openapi: 20 },
    );
    const change = answerOf([row("Secret", { "watch-cache": 80 })], { openapi: 20 });
    expect(textOf(said(held, { change }))).toBe(
      "Secrets grew by 80.0 MiB, 80.0% of what grew: kept in the watch cache (80.0%). They hold 8.0% of the live heap.",
    );
  });

  test("the verdict, and what would decide it", () => {
    const change = answerOf([row("ConfigMap", { "json-response": 189 })]);
    const of = (v: VerdictAnswer) => textOf(said(STORM, { change, verdict: v }));
    expect(of(verdict("pooled"))).toMatch(/stay in a pool after the load has ended\.$/);
    expect(of(verdict("leak"))).toMatch(/ a leak, as far as they go\.$/);
    expect(of(verdict("undecided", "A third decides."))).toMatch(/ A third decides\.$/);
  });

  test("one snapshot does not tell buffers at work from a pool", () => {
    const one = { ...verdict("pooled"), snapshots: 1 };
    expect(textOf(said(STORM, { verdict: one }))).toMatch(
      /at work, or left in a pool after a load\./,
    );
  });

  test("two files without a collection between them are told as that", () => {
    const change = answerOf([]);
    const same = { ...NO_VERDICT, sameMoment: true };
    const finding = said(STORM, { change, verdict: same });
    expect(textOf(finding)).toMatch(/^Both files show the same state: no garbage collection/);
    expect(finding.advice).toEqual([]);
  });

  test("what watches decoded is held elsewhere, and who grew with it is the likely holder", () => {
    const held = answerOf([row("Pod", { "watch-receive": 80 })], { openapi: 20 });
    const change = answerOf([row("Pod", { "watch-receive": 60 })]);
    expect(textOf(said(held))).toContain("is kept elsewhere, as a rule in informers' stores");
    const holders = [{ name: "example.com/op/controller.(*R).Reconcile", growth: 9 * MB }];
    expect(textOf(said(held, { change, holders }))).toContain(
      "held elsewhere: controller.(*R).Reconcile grew with it (9.00 MiB of its own) and is the likely holder.",
    );
    expect(textOf(said(held, { change }))).toContain("by a store, a queue or a map: no frame");
  });

  test("an operator's own code, and its watches", () => {
    const held = answerOf([
      row("ConfigMap", { application: 50, "watch-receive": 30, informer: 20 }),
    ]);
    const own = { name: "main.(*history).keep", path: "abc" };
    const finding = said(held, { own });
    expect(textOf(finding)).toBe(
      "ConfigMaps hold 100% of the live heap: kept by main.(*history).keep (50.0%), decoded from watches, which feed informers (30.0%) and kept by informers (20.0%). What watches decoded is kept elsewhere, as a rule in informers' stores: a heap profile does not say by whom it is held.",
    );
    expect(finding.segments.find((s) => s.path)).toMatchObject({
      stage: "application",
      path: "abc",
    });
  });

  test("a file of a fleet against the others", () => {
    const fleet = { name: "master-3", total: 1290 * MB, median: 335 * MB, files: 5 };
    expect(textOf(said(STORM, { fleet, set: "fleet" }))).toMatch(
      /^master-3 holds 1\.26 GiB, 3\.9 times the median of the 5 files\. ConfigMaps hold 94\.0%/,
    );
  });

  test("a second kind, and what cannot be told", () => {
    const held = answerOf(
      [row("Ingress", { "watch-cache": 60 }), row("NetworkPolicy", { informer: 20 })],
      {},
      20,
    );
    expect(textOf(said(held))).toBe(
      "Ingresses hold 60.0% of the live heap: kept in the watch cache (60.0%). NetworkPolicies hold another 20.0%: kept by informers (20.0%). Of 20.0% no frame tells what it is.",
    );
  });

  test("custom resources, and other sample types", () => {
    const held = answerOf([row("CRD", { "custom-resource": 100 })]);
    expect(textOf(said(held, { sampleType: "alloc_space" }))).toBe(
      "Custom resources hold 100% of all bytes ever allocated: handled as custom resources (100%).",
    );
  });

  test("what is no object, where no object holds more", () => {
    const held = answerOf([row("ConfigMap", { "watch-cache": 1 })], { openapi: 590, logging: 400 });
    expect(textOf(said(held))).toBe(
      "OpenAPI documents and schemas hold 59.5% of the live heap. Logging holds another 40.4%.",
    );
  });

  test("what a program holds after its start is nothing unusual", () => {
    const held = answerOf([row("ConfigMap", { "watch-cache": 1 })], {
      openapi: 59,
      "start-up": 40,
    });
    const finding = said(held, { program: { ...UNKNOWN_PROGRAM, name: "kube-apiserver" } });
    expect(textOf(finding)).toBe(
      "Nothing unusual: 100 MiB is what kube-apiserver holds after its start, OpenAPI documents and schemas (59.0%) and what was set up at start (40.0%).",
    );
    expect(finding.advice).toEqual([]);
  });

  test("the program's own code, and nothing at all", () => {
    const held = answerOf([], {}, 100);
    const causes: Cause[] = [{ sort: "own", name: "x.io/a/b.(*T).Keep", held: 70 * MB, before: 0 }];
    expect(textOf(said(held, { causes }))).toBe("b.(*T).Keep holds 70.0% of the live heap.");
    expect(textOf(said(held))).toBe("No frame tells what holds the memory.");
  });

  test("an empty profile", () => {
    expect(textOf(said(answerOf([])))).toBe("This profile holds nothing.");
  });

  test("what no frame explains is an amount where it grew by more than the whole did", () => {
    const held = answerOf([row("ConfigMap", { "json-response": 100 })], { logging: 10 }, 60);
    const change = {
      ...answerOf([row("ConfigMap", { "json-response": 30 })], { logging: -40 }, 50),
      isDifference: true,
    };
    const text = textOf(said(held, { change, verdict: verdict("") }));
    expect(text).toContain(" Of 50.0 MiB no frame tells what it is.");
    expect(text).not.toMatch(/1\d\d(?:\.\d)?%/);
  });
});

async function finding(files: readonly string[], more: Partial<Question>) {
  const library = new ProfileLibrary();
  const entries = await Promise.all(
    files.map(async (f) => library.add(f, f.split("/").at(-1)!, await recording(f))),
  );
  const question: Question = {
    ...PLAIN_QUESTION,
    files,
    widths: "after",
    ...more,
  };
  const prepared = finish(prepare(new FileSet(entries), question, new Recent(1)));
  return {
    text: textOf(finish(findingAnswer(prepared, question))),
    held: kindsAnswer(prepared, { ...question, base: NO_BASE }),
  };
}

const STORM_FILES = [
  "00-baseline",
  "01-created",
  "02-storm",
  "03-storm",
  "04-storm",
  "05-storm-gc",
  "06-quiet-gc",
].map((n) => `configmap-list-storm/${n}.pb.gz`);

describe("the recordings in a sentence", () => {
  test("every share is one of the kinds' answer", async () => {
    const { text, held } = await finding(STORM_FILES, { shown: 3 });
    const share = (value: number) => `${((value / held.total) * 100).toFixed(1)}%`;
    const [top] = held.kinds;
    expect(text).toContain(`ConfigMaps hold ${share(top!.total)} of the live heap`);
    expect(text).toContain(
      `answered as JSON to LIST requests (${share(top!.stages["json-response"]!)})`,
    );
    expect(text).toContain(`decoded from etcd (${share(top!.stages["storage-decode"]!)})`);
  });

  test("buffers are in a pool whichever snapshot is shown: the whole series says so", async () => {
    const text = (await finding(STORM_FILES, { shown: 6, base: 0 })).text;
    expect(text).toContain("stay in a pool after the load has ended");
  });

  test("before the storm there is nothing unusual", async () => {
    const { text } = await finding(STORM_FILES, { shown: 0 });
    expect(text).toMatch(/^Nothing unusual: .*OpenAPI/);
  });

  test("the leaking operator is named by its own function", async () => {
    const files = [0, 1, 2, 3, 4, 5].map((n) => `leaking-operator/0${n}.pb.gz`);
    const { text } = await finding(files, { shown: 5, base: 0 });
    expect(text).toContain("kept by main.(*releaseHistory).render");
    expect(text).toContain("a leak, as far as they go");
  });

  test("the hot master is measured against the others", async () => {
    const files = [1, 2, 3, 4, 5].map((n) => `five-masters/master-${n}.heap.pb.gz`);
    expect((await finding(files, { shown: 2 })).text).toMatch(
      /^master-3 holds 1\.26 GiB, 3\.\d times the median/,
    );
  });
});

describe("work queues", () => {
  test("that grow are a leak or a backlog: which, their frames do not tell", () => {
    const held = answerOf([], { queues: 80, connections: 20 });
    const change = { ...answerOf([], { queues: 60 }), isDifference: true };
    const text = textOf(said(held, { change, verdict: verdict("leak") }));
    expect(text).toContain("a leak, or a backlog that comes faster than it is worked off.");
  });

  test("count the sets in which they keep their items", async () => {
    const { text } = await finding(["known-issues/recordings/workqueue_backlog.heap.pb.gz"], {});
    expect(text).toMatch(/^Queues and timers hold 76\.6% /);
  });
});

describe("answers that a client received", () => {
  test("are to LIST requests only where they were asked for as lists", () => {
    const held = answerOf([row("Event", { "list-receive": 90 })]);
    expect(textOf(said(held, { receivedLists: true }))).toContain(
      "received as answers to LIST requests (100%)",
    );
    expect(textOf(said(held, { receivedLists: false }))).toContain(
      "received as answers to requests (100%)",
    );
  });
});

describe("programs of other libraries", () => {
  const of = async (name: string) =>
    (await finding([`known-issues/recordings/${name}.heap.pb.gz`], {})).text;

  test("name the library's function where no frame of the program's own is there", async () => {
    expect(await of("retryable")).toBe(
      "go-retryablehttp.getBodyReaderAndContentLength holds 96.8% of the live heap.",
    );
  });

  test("are told spans from series", async () => {
    expect(await of("otel_spans")).toMatch(/^Tracing holds 8\d\.\d% /);
    expect(await of("prom_vec")).toMatch(/^Metrics hold 100% /);
  });

  test("keep buffers of their own: only encoders' may be left in a pool", async () => {
    for (const name of ["readall", "timeoutwriter"]) expect(await of(name)).not.toMatch(/pool/);
    expect(await of("json_pool_live")).toMatch(/encoders' buffers: at work, or left in a pool/);
  });
});

describe("what a client's watches decoded", () => {
  const series = (mode: string) =>
    finding(
      [0, 1, 2, 3, 4].map((i) => `shop-operator/${mode}-${i}.pb.gz`),
      { shown: 4, base: 0 },
    );

  test("is a cache where it takes the place of what the first LIST decoded", async () => {
    const { text } = await series("cache");
    expect(text).toContain("did not grow to speak of: 13.7 MiB before, 13.8 MiB now");
    expect(text).toContain("kept by design, as a cache");
    expect(text).not.toMatch(/leak|rises/);
  });

  test("waits for a slow handler where notifications grew with it", async () => {
    const { text } = await series("slow-handler");
    expect(text).toContain("seems to wait for an event handler that is slower than they are");
    expect(text).toMatch(/backlog: it waits until somebody reads/);
    expect(text).not.toContain("a leak");
  });

  test("is held by own code that grew with it", async () => {
    const { text } = await series("kept-copies");
    expect(text).toContain("main.(*Store).remember grew with it");
    expect(text).toMatch(/a leak, as far as they go\.$/);
  });
});
