import { describe, expect, test } from "vitest";
import { adviceFor, type Situation } from "../../../src/kubernetes/advice/advice.js";
import { UNKNOWN_PROGRAM } from "../../../src/kubernetes/program/program.js";
import { ADVICE_RULES } from "../../../src/kubernetes/rules/advice-rules.js";

const idsFor = (situation: Partial<Situation>) =>
  adviceFor({
    program: UNKNOWN_PROGRAM,
    stages: {},
    kind: "ConfigMap",
    evidence: "named",
    share: 0.5,
    growth: 0,
    set: "single",
    ...situation,
  }).map((a) => a.id);

const SERVER = { ...UNKNOWN_PROGRAM, role: "apiserver" as const, name: "kube-apiserver" };
const OPERATOR = {
  ...UNKNOWN_PROGRAM,
  role: "client" as const,
  controllerRuntime: { since: "0.20", until: null },
};

describe("advice follows the evidence", () => {
  test("nothing known, nothing said", () => {
    expect(idsFor({})).toEqual([]);
    expect(idsFor({ kind: "unknown", stages: { "json-response": 1 } })).toEqual(["find-callers"]);
    expect(idsFor({ kind: "other", stages: { other: 1 } })).toEqual([]);
  });

  test("streamed lists are for JSON answers only", () => {
    expect(idsFor({ stages: { "json-response": 0.5 } })[0]).toBe("stream-json-lists");
    for (const stage of [
      "storage-decode",
      "audit",
      "watch-cache",
      "informer",
      "application",
      "protobuf-response",
    ]) {
      expect(idsFor({ stages: { [stage]: 1 } })).not.toContain("stream-json-lists");
    }
    expect(idsFor({ stages: { "json-response": 0.05, "storage-decode": 0.95 } })).not.toContain(
      "stream-json-lists",
    );
  });

  test.each<[string, Partial<Situation>]>([
    ["page-lists", { stages: { "json-response": 1 } }],
    ["ask-for-protobuf", { stages: { "json-response": 1 } }],
    ["read-from-cache", { stages: { "storage-decode": 1 } }],
    ["watch-list", { stages: { "storage-decode": 1 } }],
    ["fairness", { stages: { "json-response": 1 } }],
    ["goaway-chance", { stages: { "json-response": 1 }, set: "fleet" }],
    ["audit-level", { stages: { audit: 1 } }],
    ["audit-truncate", { stages: { audit: 1 }, kind: "unknown" }],
    ["immutable", { stages: { "watch-fanout": 1 } }],
    ["large-objects", { objectBytes: 347 * 1024 }],
    ["helm-history", { objectBytes: 347 * 1024, kind: "Secret" }],
    ["drop-managed-fields", { stages: { "managed-fields": 0.3, informer: 0.7 } }],
    ["narrow-informer", { stages: { informer: 1 }, program: OPERATOR }],
    ["find-callers", { stages: { "json-response": 1 } }],
    ["held-elsewhere", { stages: { "watch-receive": 1 }, growth: 1e6, program: OPERATOR }],
    ["reopened-watches", { stages: { "watch-initial": 1 }, kind: "unknown" }],
    ["conversion-webhook", { stages: { "conversion-webhook": 1 }, kind: "CRD" }],
    ["definitions", { kind: "other", category: "definitions" }],
    ["policies", { kind: "other", category: "expressions" }],
    ["metric-series", { kind: "other", category: "metrics", program: OPERATOR }],
    [
      "clients-made-again",
      { kind: "other", category: "connections", growth: 1e6, program: OPERATOR },
    ],
    ["etcd-ranges", { kind: "other", stages: { "etcd-range": 1 } }],
    ["etcd-raft-log", { kind: "other", stages: { "etcd-raft": 1 } }],
    ["keep-less", { stages: { application: 1 } }],
    ["slow-watchers", { stages: { "watch-fanout": 1 } }],
    ["watch-cache-by-design", { stages: { "watch-cache": 1 } }],
    ["admission-scope", { stages: { admission: 1 } }],
    ["custom-resources", { kind: "CRD" }],
    ["events-apart", { kind: "Event" }],
    ["memory-limit", { stages: { audit: 1 } }],
  ])("%s", (id, situation) => {
    expect(idsFor(situation)).toContain(id);
  });

  test("every rule has a test above", () => {
    expect(ADVICE_RULES).toHaveLength(31);
  });

  test("not for the wrong kind, set or size", () => {
    expect(idsFor({ kind: "CRD", stages: { "json-response": 1 } })).not.toContain(
      "ask-for-protobuf",
    );
    expect(idsFor({ kind: "Pod", stages: { "watch-cache": 1 } })).not.toContain("immutable");
    expect(idsFor({ stages: { "json-response": 1 }, set: "series" })).not.toContain(
      "goaway-chance",
    );
    expect(idsFor({ objectBytes: 900 })).not.toContain("large-objects");
    expect(idsFor({ stages: { informer: 1 }, program: SERVER })).not.toContain("narrow-informer");
    expect(idsFor({ stages: { "watch-fanout": 1 }, program: OPERATOR })).not.toContain(
      "slow-watchers",
    );
    expect(idsFor({ stages: { "watch-fanout": 1 }, growth: 1e6 })).not.toContain("immutable");
  });

  test("what a release has already is not advised", () => {
    const of = (since: string, until: string) =>
      idsFor({
        stages: { "json-response": 0.5, "storage-decode": 0.5 },
        program: { ...SERVER, since, until },
      });
    expect(of("1.31", "1.31")).toContain("stream-json-lists");
    expect(of("1.9", "1.40")).toContain("stream-json-lists");
    expect(of("1.33", "1.33")).not.toContain("stream-json-lists");
    expect(of("1.33", "1.33")).toContain("watch-list");
    expect(of("1.34", "1.37")).not.toContain("watch-list");
  });

  test("commands name the kind at hand", () => {
    const actions = (kind: string, group: string) =>
      adviceFor({
        program: SERVER,
        stages: { "json-response": 1 },
        kind,
        group,
        evidence: "named",
        share: 0.5,
        growth: 0,
        set: "single",
      }).map((a) => a.action);
    expect(actions("Secret", "")).toContain("kubectl get --raw '/api/v1/secrets?limit=500'");
    expect(actions("Deployment", "apps")).toContain(
      "kubectl get --raw '/apis/apps/v1/deployments?limit=500'",
    );
  });
});

test("every piece of advice says where it is written, and no id is used twice", () => {
  expect(new Set(ADVICE_RULES.map((r) => r.id)).size).toBe(ADVICE_RULES.length);
  for (const rule of ADVICE_RULES) {
    if (typeof rule.text === "string") expect(rule.text).toMatch(/^[A-Z].*[.]$/);
    if (rule.id !== "keep-less") expect(rule.source).toMatch(/^\S.* https:\/\/\S+$/);
  }
});
