import { describe, expect, test } from "vitest";
import {
  type FindingFacts,
  findingAnswer,
  findingOf,
} from "../../../src/engine/answers/finding.js";
import { kindsAnswer } from "../../../src/engine/answers/kinds.js";
import type { FindingAnswer, KindRow, KindsAnswer } from "../../../src/engine/answers.js";
import { FileSet } from "../../../src/engine/file-set.js";
import { prepare } from "../../../src/engine/prepared-tree.js";
import { Library } from "../../../src/engine/profile-library.js";
import { NO_BASE, type Question } from "../../../src/engine/question.js";
import { UNKNOWN_PROGRAM } from "../../../src/kubernetes/program/program.js";
import { Recent } from "../../../src/lib/lru-cache.js";
import { finish } from "../../../src/lib/steps.js";
import { PLAIN_QUESTION } from "../../question.js";
import { recording } from "../../recordings.js";

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

function said(held: KindsAnswer, facts: Partial<FindingFacts> = {}): FindingAnswer {
  return findingOf({
    sampleType: "inuse_space",
    program: UNKNOWN_PROGRAM,
    held,
    change: undefined,
    baseIsMedian: false,
    set: "single",
    fleet: undefined,
    lists: false,
    pooled: false,
    own: undefined,
    package: undefined,
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

  test("and what share of the growth it is", () => {
    const change = answerOf([row("ConfigMap", { "json-response": 189 })], { openapi: 11 });
    expect(textOf(said(STORM, { change }))).toContain(
      "hold 94.0% of the live heap and 94.5% of what grew: ",
    );
    expect(textOf(said(STORM, { change, baseIsMedian: true }))).toContain(
      "94.5% of what it has above the median",
    );
  });

  test("all of what grew, where other memory shrank", () => {
    const change = answerOf([row("ConfigMap", { "json-response": 200 })], { openapi: -11 });
    expect(textOf(said(STORM, { change }))).toContain("and all of what grew (200 MiB): ");
  });

  test("less than before", () => {
    const change = answerOf([row("ConfigMap", { "json-response": -200 })]);
    expect(textOf(said(STORM, { change }))).toContain(
      "hold 94.0% of the live heap, 200 MiB less than before: ",
    );
  });

  test("another kind grew", () => {
    const change = answerOf([row("Secret", { "watch-cache": 80 })], { openapi: 20 });
    expect(textOf(said(STORM, { change }))).toMatch(/ Of what grew, Secrets are 80\.0%\.$/);
  });

  test("buffers in a pool", () => {
    expect(textOf(said(STORM, { pooled: true, lists: true }))).toContain(
      "kept in JSON buffers although no request is read any more (47.0%)",
    );
  });

  test("an operator's own code, and its watches", () => {
    const held = answerOf([
      row("ConfigMap", { application: 50, "watch-fanout": 30, informer: 20 }),
    ]);
    const own = { name: "main.(*history).keep", path: "abc" };
    const finding = said(held, { own });
    expect(textOf(finding)).toBe(
      "ConfigMaps hold 100% of the live heap: kept by main.(*history).keep (50.0%), received by watches (30.0%) and kept by informers (20.0%).",
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
      "Ingresses hold 60.0% of the live heap: kept in the watch cache (60.0%). NetworkPolicies hold another 20.0%. Of 20.0% no frame tells what it is.",
    );
  });

  test("custom resources, and other sample types", () => {
    const held = answerOf([row("CRD", { "custom-resource": 100 })]);
    expect(textOf(said(held, { sampleType: "alloc_space" }))).toBe(
      "Custom resources hold 100% of all bytes ever allocated: handled as custom resources (100%).",
    );
  });

  test("nothing to say, and what is known instead", () => {
    const held = answerOf([row("ConfigMap", { "watch-cache": 1 })], { openapi: 59, logging: 40 });
    const most = { name: "go.uber.org/zap/zapcore", value: 30 * MB };
    const finding = said(held, { package: most });
    expect(textOf(finding)).toBe(
      "No kind of Kubernetes object holds more than 2% of the live heap. The largest part is OpenAPI documents and schemas (59.0%, 59.0 MiB). The package with the most is go.uber.org/zap/zapcore (30.0%).",
    );
    expect(finding.advice).toEqual([]);
  });

  test("no Kubernetes at all", () => {
    const held = answerOf([], {}, 100);
    expect(textOf(said(held, { package: { name: "main", value: 70 * MB } }))).toBe(
      "No frame names a kind of Kubernetes object. The package with the most is main (70.0%).",
    );
  });

  test("an empty profile", () => {
    expect(textOf(said(answerOf([])))).toBe("This profile holds nothing.");
  });
});

async function finding(files: readonly string[], more: Partial<Question>) {
  const library = new Library();
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
    text: textOf(findingAnswer(prepared, question)),
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
    const { text, held } = await finding(STORM_FILES, { shown: 3, base: 1 });
    const share = (value: number) => `${((value / held.total) * 100).toFixed(1)}%`;
    const [top] = held.kinds;
    expect(text).toContain(`ConfigMaps hold ${share(top!.total)} of the live heap`);
    expect(text).toContain(
      `answered as JSON to LIST requests (${share(top!.stages["json-response"]!)})`,
    );
    expect(text).toContain(`decoded from etcd (${share(top!.stages["storage-decode"]!)})`);
  });

  test("buffers that stay when nothing runs are in a pool, but not while requests run", async () => {
    expect((await finding(STORM_FILES, { shown: 6 })).text).toContain("kept in JSON buffers");
    expect((await finding(STORM_FILES, { shown: 4 })).text).not.toContain("kept in JSON buffers");
  });

  test("before the storm nothing is to be said of kinds", async () => {
    const { text } = await finding(STORM_FILES, { shown: 0 });
    expect(text).toMatch(/^No (frame names a kind|kind of Kubernetes object)/);
    expect(text).toContain("OpenAPI");
  });

  test("the leaking operator is named by its own function", async () => {
    const files = [0, 1, 2, 3, 4, 5].map((n) => `leaking-operator/0${n}.pb.gz`);
    const { text } = await finding(files, { shown: 5, base: 0 });
    expect(text).toContain("kept by main.(*releaseHistory).render");
    expect(text).toContain("received by watches");
  });

  test("the hot master is measured against the others", async () => {
    const files = [1, 2, 3, 4, 5].map((n) => `five-masters/master-${n}.heap.pb.gz`);
    expect((await finding(files, { shown: 2 })).text).toMatch(
      /^master-3 holds 1\.26 GiB, 3\.\d times the median/,
    );
  });
});
