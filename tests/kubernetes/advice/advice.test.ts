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

describe("advice follows the evidence", () => {
  test("nothing known, nothing said", () => {
    expect(idsFor({})).toEqual([]);
    expect(idsFor({ kind: "unknown", stages: { "json-response": 1 } })).toEqual([]);
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
    ["immutable", { stages: { "watch-cache": 1 } }],
    ["large-objects", { objectBytes: 347 * 1024 }],
    ["helm-history", { objectBytes: 347 * 1024, kind: "Secret" }],
    ["drop-managed-fields", { stages: { "managed-fields": 0.3, informer: 0.7 } }],
    ["narrow-informer", { stages: { informer: 1 } }],
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
    expect(ADVICE_RULES).toHaveLength(21);
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
    expect(idsFor({ stages: { "watch-fanout": 0.4, application: 0.6 } })).not.toContain(
      "slow-watchers",
    );
  });
});

test("every piece of advice says where it is written, and no id is used twice", () => {
  expect(new Set(ADVICE_RULES.map((r) => r.id)).size).toBe(ADVICE_RULES.length);
  for (const rule of ADVICE_RULES) {
    expect(rule.text).toMatch(/^[A-Z].*[.]$/);
    if (rule.id !== "keep-less") expect(rule.source).toMatch(/^\S.* https:\/\/\S+$/);
  }
});
