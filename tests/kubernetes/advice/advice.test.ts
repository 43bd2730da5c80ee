import { readFileSync } from "node:fs";
import { afterEach, describe, expect, test } from "vitest";
import { adviceFor, type Situation } from "../../../src/kubernetes/advice/advice.js";
import type { Program } from "../../../src/kubernetes/program/program.js";
import { UNKNOWN_PROGRAM } from "../../../src/kubernetes/program/unknown-program.js";
import { ADVICE_RULES } from "../../../src/kubernetes/rules/advice-rules.js";
import { ADVICE_WORDS } from "../../../src/words/kubernetes/advice-words.js";
import { speak } from "../../../src/words/language.js";

const PLAIN: Situation = {
  program: UNKNOWN_PROGRAM,
  stages: {},
  kind: "ConfigMap",
  evidence: "named",
  share: 0.5,
  growth: 0,
  set: "single",
};
const idsFor = (situation: Partial<Situation>) =>
  adviceFor({ ...PLAIN, ...situation }).map((a) => a.id);

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
    expect(of("1.32", "1.32")).not.toContain("watch-list");
    expect(of("1.31", "1.32")).toContain("watch-list");
  });

  test("what a release lacks is not advised either", () => {
    const of = (until: string | null) =>
      idsFor({
        stages: { "json-response": 0.5, "watch-fanout": 0.5 },
        set: "fleet",
        program: { ...SERVER, until },
      });
    const late = ["fairness", "goaway-chance", "immutable", "memory-limit"];
    expect(of(null)).toEqual(expect.arrayContaining(late));
    expect(of("1.25")).toEqual(expect.arrayContaining(late));
    for (const id of late) expect(of("1.17")).not.toContain(id);
  });

  test("what components of Kubernetes cannot do is not advised", () => {
    const of = (name: string) =>
      idsFor({
        stages: { informer: 1 },
        program: { ...OPERATOR, controllerRuntime: null, name },
      });
    expect(of("kube-controller-manager")).not.toContain("narrow-informer");
    expect(of("some-operator")).toContain("narrow-informer");
  });

  test("commands ask the program at hand where it answers", () => {
    const action = (id: string, program: Program, more: Partial<Situation> = {}) =>
      adviceFor({
        program,
        stages: { application: 1, "watch-receive": 1, "watch-cache": 1, audit: 1 },
        kind: "Deployment",
        group: "apps",
        evidence: "named",
        share: 0.5,
        growth: 1,
        set: "single",
        ...more,
      }).find((a) => a.id === id)?.action;
    expect(action("keep-less", SERVER)).toBe(
      "kubectl get --raw '/debug/pprof/heap?gc=1' > later.pb.gz",
    );
    expect(action("held-elsewhere", OPERATOR)).toMatch(/^curl -s 'localhost:8080\/metrics' \|/);
    const manager = { ...OPERATOR, controllerRuntime: null, name: "kube-controller-manager" };
    expect(action("held-elsewhere", manager)).toMatch(/'https:\/\/localhost:10257\/metrics' \|/);
    expect(action("narrow-informer", OPERATOR)).toContain("&appsv1.Deployment{}");
    const old = { ...SERVER, until: "1.20" };
    expect(action("watch-cache-by-design", old)).toContain("'^etcd_object_counts'");
    expect(action("audit-level", SERVER, { kind: "unknown", group: "" })).toBe(
      "rules: [{level: Metadata}]",
    );
  });

  test("commands about custom resources of no known kind list each of them", () => {
    const action = adviceFor({
      ...PLAIN,
      kind: "CRD",
      program: SERVER,
      stages: { "storage-decode": 1 },
    }).find((a) => a.id === "read-from-cache")?.action;
    expect(action).toMatch(
      /^kubectl get crd -o jsonpath='.*' \| sed 's\/\$\/\?resourceVersion=0\\&limit=1\/' \| xargs -n1 kubectl get --raw$/,
    );
    expect(action).not.toMatch(/GROUP|VERSION\//);
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
    expect(ADVICE_WORDS.text(rule.id, rule.choices?.(PLAIN))).toMatch(/^[A-Z].*[.]$/);
    expect(rule.source).toMatch(/^\S.* https:\/\/\S+$/);
  }
});

test("each is a row of the table in docs/kubernetes.md, with its role, releases and source", () => {
  const docs = readFileSync(new URL("../../../docs/kubernetes.md", import.meta.url), "utf8");
  const rows = docs.split("\n").filter((line) => line.startsWith("| "));
  for (const { id, roles, from, until, source } of ADVICE_RULES) {
    const releases = [from ? `from ${from}` : "", until ? `before ${until}` : ""];
    const [, name, address] = /^(\S.*) (https:\S+)$/.exec(source)!;
    const said = releases.filter((r) => r !== "").join(", ");
    expect(rows).toContain(
      `| ${id} | ${roles?.join(", ") ?? "any"} | ${said} | ${ADVICE_WORDS.since(id)} | [${name}](${address}) |`,
    );
  }
});

test("commands are whole: quotes, brackets and pipes end", () => {
  for (const { id, action } of ADVICE_RULES) {
    for (const kind of ["ConfigMap", "CRD", "unknown"]) {
      const situation = { ...PLAIN, kind, group: "" };
      const text = typeof action === "string" ? action : action(situation);
      expect(text, id).not.toBe("");
      expect(text, id).not.toMatch(/undefined|null|\|\s*$/);
      if (!/^(?:kubectl|curl|etcdctl) /.test(text)) continue;
      const unquoted = text.replace(/'[^']*'|"[^"]*"/g, "");
      expect(unquoted, id).not.toMatch(/['"()[\]{}]/);
    }
  }
});

describe("in Chinese", () => {
  afterEach(() => speak("en"));

  const given = (since: string | null) =>
    Object.fromEntries(
      adviceFor({
        ...PLAIN,
        stages: { "json-response": 0.5, "storage-decode": 0.5 },
        program: { ...SERVER, since, until: since },
      }).map((item) => [item.id, item]),
    );

  test("advice says the same facts, and what is to be copied stays as it is", async () => {
    const english = given(null);
    await speak("zh");
    const chinese = given(null);
    expect(Object.keys(chinese)).toEqual(Object.keys(english));
    for (const [id, item] of Object.entries(chinese)) {
      expect(item.text, id).toMatch(/[\u4E00-\u9FFF].*。$/);
      expect(item.source).toBe(english[id]!.source);
      const isTold = /^(?:upgrade|feature gate) /.test(english[id]!.action);
      expect(item.action === english[id]!.action, id).toBe(!isTold);
      // Releases and names are the same in any language.
      const figures = (text: string) => (text.match(/\d+(?:\.\d+)+/g) ?? []).sort();
      expect(figures(item.text + item.since)).toEqual(
        figures(english[id]!.text + english[id]!.since),
      );
    }
  });

  test("what a release has already is said of it in both languages", async () => {
    const texts = () =>
      ["1.30", "1.34"].map((since) => {
        const advice = given(since);
        return [advice["page-lists"]?.text ?? "", advice["read-from-cache"]?.text ?? ""];
      });
    const [before, after] = texts() as [string[], string[]];
    expect(before[0]).toMatch(/ Before 1\.34 a page is read from etcd, not from the cache/);
    expect(before[1]).toMatch(/ With resourceVersion=0 a LIST is answered from the cache;/);
    expect(after[0]).toMatch(/ Pages are served from the cache since 1\.34\.$/);
    expect(after[1]).toMatch(/ This release reads consistently from its cache: /);
    await speak("zh");
    const [old, current] = texts() as [string[], string[]];
    expect(old[0]).toMatch(/1\.34 之前，每一页都从 etcd 读取/);
    expect(old[1]).toMatch(/带 resourceVersion=0 的 LIST 由缓存响应/);
    expect(current[0]).toMatch(/从 1\.34 起，分页由缓存提供。$/);
    expect(current[1]).toMatch(/此版本的一致性读取由缓存提供/);
  });
});
