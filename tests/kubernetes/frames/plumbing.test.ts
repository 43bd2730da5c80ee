import { describe, expect, test } from "vitest";
import { buildCallTree, nodeSelf, nodeTotals } from "../../../src/calltree/call-tree.js";
import { buildFrameTable } from "../../../src/calltree/frame-table.js";
import { layoutTree } from "../../../src/calltree/layout/layout.js";
import { pathHashes } from "../../../src/calltree/path-hash.js";
import { joinStacks } from "../../../src/joining/join-stacks.js";
import { StackReader } from "../../../src/kubernetes/attribution/stack-reader.js";
import { plumbingGroups, plumbingOf } from "../../../src/kubernetes/frames/plumbing.js";
import { finish } from "../../../src/lib/steps.js";
import { defaultSampleTypeIndex, valuesOf } from "../../../src/profile/profile.js";
import { recording } from "../../recordings.js";
import { stackWith } from "../real-stacks.js";

const groupsOf = (names: readonly string[]) =>
  [...plumbingOf(names)].map((g) => (g === 0 ? "" : plumbingGroups()[g - 1]!));

test("between a handler goroutine's root and the LIST handler all is filters and routing", async () => {
  const whole = await recording("full-depth/02.pb.gz");
  const stack = stackWith(whole, "timeoutHandler).ServeHTTP.func1", "handlers.ListResource.func1");
  const handler = stack.findIndex((n) => n.endsWith("handlers.ListResource.func1"));
  expect(handler).toBeGreaterThan(30);
  expect(new Set(groupsOf(stack.slice(0, handler)))).toEqual(new Set(["HTTP filters and routing"]));
  expect(groupsOf(stack.slice(handler, handler + 3))).toEqual([
    "",
    "",
    "response writers and codecs",
  ]);
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

test("of a LIST of today the filters are one row, and the writers and codecs another", async () => {
  const profile = await recording("modern/apiserver-1.31-configmaps/03-json-lists.pb.gz");
  const frames = buildFrameTable([profile]);
  const tree = finish(buildCallTree([profile], frames));
  const values = valuesOf(profile, defaultSampleTypeIndex(profile));
  const { parent, frame, fold, folds, width } = layoutTree(
    tree,
    nodeTotals(tree, nodeSelf(tree, 0, values)),
    { paths: pathHashes(tree), plumbing: plumbingOf(frames.names) },
  );
  const nameOf = (box: number): string => {
    const run = fold[box]!;
    if (run < 0) return (frames.names[frame[box]!] ?? "root").replace(/^.*\//, "");
    const length = folds.offsets[run + 1]! - folds.offsets[run]!;
    return `${length} of ${plumbingGroups()[folds.group[run]!]}`;
  };
  // The widest map that the encoder wrote, and what is drawn between it and the root.
  const isMap = (box: number) => nameOf(box) === "json.mapEncoder.encode";
  let box = [...width.keys()]
    .filter(isMap)
    .reduce((widest, b) => (width[b]! > width[widest]! ? b : widest));
  const rows: string[] = [];
  for (; box > 0; box = parent[box]!) rows.unshift(nameOf(box));
  expect(rows).toEqual([
    "46 of HTTP filters and routing",
    "handlers.ListResource.func1",
    "handlers.transformResponseObject",
    "10 of response writers and codecs",
    "json.(*Encoder).Encode",
    "7 of encoder reflection",
    "json.mapEncoder.encode",
  ]);
});

describe("groups", () => {
  test.each([
    ["encoding/json.structEncoder.encode", "encoder reflection"],
    ["reflect.Value.Call", "encoder reflection"],
    ["k8s.io/apimachinery/pkg/util/wait.BackoffUntil.func1", "wait loops"],
    ["google.golang.org/grpc.(*clientStream).withRetry", "gRPC and HTTP/2 transport"],
    ["k8s.io/client-go/rest.(*Request).Do.func1", "client-go request chain"],
    ["runtime.doInit1", "runtime start-up"],
    [
      "k8s.io/apimachinery/pkg/runtime/serializer/json.(*Serializer).Encode",
      "response writers and codecs",
    ],
    [
      "k8s.io/apimachinery/pkg/runtime/serializer/versioning.(*codec).Decode",
      "response writers and codecs",
    ],
    [
      "k8s.io/apiextensions-apiserver/pkg/apiserver.(*crdHandler).ServeHTTP.WithWaitGroup.withWaitGroup.func2",
      "HTTP filters and routing",
    ],
    [
      "k8s.io/apiserver/pkg/endpoints.(*APIInstaller).registerResourceHandlers.InstrumentRouteFunc.func17",
      "HTTP filters and routing",
    ],
    [
      "k8s.io/apiserver/pkg/storage/storagebackend/factory.init.func1.(*ClientMetrics).UnaryClientInterceptor.UnaryClientInterceptor.9",
      "gRPC and HTTP/2 transport",
    ],
    [
      "google.golang.org/grpc.(*GenericClientStream[go.shape.struct { X int }]).Recv",
      "gRPC and HTTP/2 transport",
    ],
    [
      "k8s.io/client-go/tools/cache.(*controller).RunWithContext.(*Group).StartWithContext.func3",
      "wait loops",
    ],
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
    "k8s.io/apimachinery/pkg/runtime/serializer/json.streamEncodeCollections",
    "k8s.io/apimachinery/pkg/runtime/serializer/protobuf.(*Serializer).doEncode",
    "k8s.io/apimachinery/pkg/runtime.(*Unknown).MarshalTo",
    "k8s.io/apiextensions-apiserver/pkg/apiserver.(*crdHandler).ServeHTTP",
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
