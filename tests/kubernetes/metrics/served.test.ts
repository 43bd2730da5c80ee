import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { servedSentences } from "../../../src/engine/answers/served-join.js";
import type { KindsAnswer } from "../../../src/engine/answers.js";
import { isMetricsText, readMetricsText } from "../../../src/kubernetes/metrics/metrics-text.js";
import { readServed } from "../../../src/kubernetes/metrics/served.js";
import { fixtureBytes } from "../../recordings.js";

const recorded = () => new TextDecoder().decode(fixtureBytes("modern/texts/apiserver-metrics.txt"));
const all = (text: string) => readMetricsText(text, () => true);

describe("a /metrics text", () => {
  it("is known by its first line", () => {
    expect(isMetricsText(recorded())).toBe(true);
    expect(isMetricsText("# TYPE go_goroutines gauge\ngo_goroutines 3\n")).toBe(true);
    expect(isMetricsText("heap profile: 1: 2 [3: 4] @ heap/1048576")).toBe(false);
    expect(isMetricsText("# HELP\n")).toBe(false);
    expect(isMetricsText('apiserver_longrunning_requests{verb="WATCH"} 4\n')).toBe(true);
    expect(isMetricsText("go_memstats_sys_bytes 1.5e+09\nprocess_x 1\n")).toBe(true);
    expect(isMetricsText("go_main.run;go_main.work 12\n")).toBe(false);
  });

  it("is read with labels, escapes, times and special values", () => {
    const text = [
      "# HELP a what it is",
      'a{x="1",y="a\\"b\\\\c\\n,}"} 1.5e+3 1700000000000',
      "b 7\r",
      'c{le="+Inf",} +Inf',
      'd{t="x"} 2 # {trace_id="1"} 0.5',
      "",
    ].join("\n");
    const { samples, unreadable } = all(text);
    expect(samples.map((s) => [s.name, { ...s.labels }, s.value])).toEqual([
      ["a", { x: "1", y: 'a"b\\c\n,}' }, 1500],
      ["b", {}, 7],
      ["c", { le: "+Inf" }, Number.POSITIVE_INFINITY],
      ["d", { t: "x" }, 2],
    ]);
    expect(unreadable).toBe(0);
  });

  it("says which line is the first that cannot be read", () => {
    expect(all("# TYPE a gauge\na 1\na{x=1} 2\nnot a line\n")).toMatchObject({
      unreadable: 2,
      firstUnreadable: 3,
    });
  });

  it("is read back as it was written, and any text without failing", () => {
    const label = fc.tuple(fc.constantFrom("a", "verb", "__proto__"), fc.string({ maxLength: 12 }));
    fc.assert(
      fc.property(
        fc.uniqueArray(label, { selector: (l) => l[0], maxLength: 3 }),
        fc.nat(),
        (labels, value) => {
          const escaped = labels.map(
            ([k, v]) => `${k}="${v.replace(/[\\"]/g, "\\$&").replaceAll("\n", "\\n")}"`,
          );
          const lines = escaped.join().split(/[\r\n]/);
          fc.pre(lines.length === 1);
          const { samples } = all(`m{${escaped.join()}} ${value}`);
          expect(samples).toHaveLength(1);
          expect(Object.entries(samples[0]!.labels)).toEqual(labels);
          expect(samples[0]!.value).toBe(value);
        },
      ),
    );
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(() => readServed(text)).not.toThrow();
      }),
    );
  });
});

describe("what an API server says of itself", () => {
  it("is objects, watches, requests and memory", () => {
    const served = readServed(recorded());
    const of = (resource: string) => served.resources.find((r) => r.resource === resource);
    expect(of("configmaps")).toMatchObject({
      kind: { group: "", kind: "ConfigMap" },
      objects: 201,
      watches: 3,
    });
    expect(of("pods")).toMatchObject({ objects: 1500, watches: 2 });
    expect(of("pods")!.requests.POST).toBeGreaterThan(17_000);
    expect(of("namespaces")!.storedBytes).toBe(2475);
    expect(served.residentBytes).toBe(1_413_595_136);
    expect(served.memStats).toMatchObject({ heapAlloc: 626_255_480, heapIdle: 378_224_640 });
    expect(served.unreadable).toBe(0);
  });

  it("is nothing where the server could not tell, and the old names count", () => {
    const { resources } = readServed(
      [
        "# TYPE apiserver_storage_objects gauge",
        'apiserver_storage_objects{resource="deployments.apps"} 12',
        'apiserver_storage_objects{resource="pods"} -1',
        'apiserver_resource_size_estimate_bytes{group="",resource="pods"} -1',
        'apiserver_longrunning_gauge{resource="pods",verb="WATCH"} 4',
        'apiserver_longrunning_gauge{resource="pods",verb="CONNECT"} 9',
      ].join("\n"),
    );
    expect(resources[0]).toMatchObject({
      resource: "deployments",
      group: "apps",
      kind: { kind: "Deployment" },
      objects: 12,
    });
    expect(resources[1]).toMatchObject({ objects: null, storedBytes: null, watches: 4 });
  });
});

describe("series of other programs", () => {
  const served = readServed(
    [
      "# TYPE workqueue_depth gauge",
      'workqueue_depth{name="pod"} 12000',
      'workqueue_depth{name="node"} 0',
      "go_goroutines 6338",
      'apiserver_flowcontrol_dispatched_requests_total{flow_schema="service-accounts",priority_level="workload-low"} 300',
      'apiserver_flowcontrol_dispatched_requests_total{flowSchema="global-default",priorityLevel="a"} 500',
      'apiserver_flowcontrol_dispatched_requests_total{flowSchema="global-default",priorityLevel="b"} 200',
      "",
    ].join("\n"),
  );

  it("tell keys that wait, goroutines, and which flow schema took most requests", () => {
    expect(served.queues).toEqual([{ name: "pod", count: 12_000 }]);
    expect(served.goroutines).toBe(6338);
    expect(served.flows).toEqual([
      { name: "global-default", count: 700 },
      { name: "service-accounts", count: 300 },
    ]);
  });

  it("are said beside a heap without any kind of theirs", () => {
    const none = { kinds: [], of: 0, isDifference: false } as unknown as KindsAnswer;
    expect(servedSentences(none, served)).toEqual([
      "Requests by flow schema, which is as near as series come to clients: global-default 700 (70.0%), service-accounts 300 (30.0%).",
      "Which client asks is in none of these series: the audit log has its name and user agent.",
      "12,000 keys wait in the work queue pod: its workers are slower than what comes.",
    ]);
  });
});
