import { describe, expect, test } from "vitest";
import { buildFrameTable } from "../../../src/calltree/frame-table.js";
import { joinStacks } from "../../../src/joining/join-stacks.js";
import { StackReader } from "../../../src/kubernetes/attribution/stack-reader.js";
import { PLUMBING_GROUPS, plumbingOf } from "../../../src/kubernetes/frames/plumbing.js";
import { finish } from "../../../src/lib/steps.js";
import { recording } from "../../recordings.js";
import { stackWith } from "../real-stacks.js";

const groupsOf = (names: readonly string[]) =>
  [...plumbingOf(names)].map((g) => (g === 0 ? "" : PLUMBING_GROUPS[g - 1]!));

test("between a handler goroutine's root and the LIST handler all is filters and routing", async () => {
  const whole = await recording("full-depth/02.pb.gz");
  const stack = stackWith(whole, "timeoutHandler).ServeHTTP.func1", "handlers.ListResource.func1");
  const handler = stack.findIndex((n) => n.endsWith("handlers.ListResource.func1"));
  expect(handler).toBeGreaterThan(30);
  expect(new Set(groupsOf(stack.slice(0, handler)))).toEqual(new Set(["HTTP filters and routing"]));
  expect(groupsOf(stack.slice(handler, handler + 3))).toEqual(["", "", ""]);
});

test("the same in the storm, whose stacks were cut and joined again", async () => {
  const storm = await recording("configmap-list-storm/03-storm.pb.gz");
  const frames = buildFrameTable([storm]);
  const { added } = finish(joinStacks([storm], frames));
  const groups = groupsOf(frames.names);
  const reader = new StackReader(storm, frames, 0, added[0]);
  let longest = 0;
  let towers = 0;
  for (let s = 0; s < storm.samples.count; s++) {
    const n = reader.read(s);
    const stack = [...reader.frames.subarray(0, n)];
    const handler = stack.findIndex((f) =>
      frames.names[f]!.endsWith("handlers.ListResource.func1"),
    );
    if (handler < 0 || added[0]!.offsets[s] === added[0]!.offsets[s + 1]) continue;
    towers++;
    for (const f of stack.slice(0, handler)) {
      expect([frames.names[f], groups[f]]).toEqual([frames.names[f], "HTTP filters and routing"]);
    }
    longest = Math.max(longest, handler);
  }
  expect(towers).toBeGreaterThan(10);
  expect(longest).toBeGreaterThan(30);
});

describe("groups", () => {
  test.each([
    ["encoding/json.structEncoder.encode", "encoder reflection"],
    ["reflect.Value.Call", "encoder reflection"],
    ["k8s.io/apimachinery/pkg/util/wait.BackoffUntil.func1", "wait loops"],
    ["google.golang.org/grpc.(*clientStream).withRetry", "gRPC and HTTP/2 transport"],
    ["k8s.io/client-go/rest.(*Request).Do.func1", "client-go request chain"],
    ["runtime.doInit1", "runtime start-up"],
    ["github.com/emicklei/go-restful/v3.(*Container).dispatch", "HTTP filters and routing"],
    [
      "go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp.(*middleware).serveHTTP",
      "HTTP filters and routing",
    ],
    [
      "k8s.io/apiserver/pkg/endpoints/filterlatency.trackCompleted.func1",
      "HTTP filters and routing",
    ],
  ])("%s", (name, group) => {
    expect(groupsOf([name])).toEqual([group]);
  });

  test.each([
    "k8s.io/apiserver/pkg/endpoints/handlers.ListResource.func1",
    "k8s.io/apiserver/pkg/endpoints/handlers.transformResponseObject",
    "k8s.io/apimachinery/pkg/runtime/serializer/json.(*Serializer).Encode",
    "k8s.io/apiserver/pkg/storage/etcd3.(*store).List",
    "k8s.io/api/core/v1.(*ConfigMap).Unmarshal",
    "encoding/json.mapEncoder.encode",
    "encoding/json.(*Encoder).Encode",
    "main.(*releaseHistory).render",
    "main.main.func2",
    "k8s.io/apiserver/pkg/endpoints/filters.processAuditEvent",
    "k8s.io/client-go/tools/cache.(*Reflector).ListAndWatch",
    "google.golang.org/grpc.(*parser).recvMsg",
  ])("%s is no plumbing", (name) => {
    expect(groupsOf([name])).toEqual([""]);
  });
});
