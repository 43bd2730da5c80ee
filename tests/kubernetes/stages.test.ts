import { beforeAll, describe, expect, test } from "vitest";
import type { Profile } from "../../src/profile/profile.js";
import { recording } from "../recordings.js";
import { judged } from "./attribution/stack-reader.js";
import { stackWith } from "./real-stacks.js";

let storm: Profile;
let audit: Profile;
let operator: Profile;
let whole: Profile;

beforeAll(async () => {
  storm = await recording("configmap-list-storm/03-storm.pb.gz");
  audit = await recording("audit-backlog/02-audit.pb.gz");
  operator = await recording("leaking-operator/05.pb.gz");
  whole = await recording("full-depth/02.pb.gz");
});

describe("stages of recorded stacks (Kubernetes 1.20)", () => {
  const cases: readonly [string, () => Profile, readonly string[], string][] = [
    [
      "etcd receive",
      () => storm,
      ["etcd3.(*store).List", "grpc.(*parser).recvMsg"],
      "etcd-receive",
    ],
    [
      "values out of an etcd answer",
      () => storm,
      ["RangeResponse).Unmarshal", "KeyValue).Unmarshal"],
      "etcd-receive",
    ],
    [
      "events of an etcd watch",
      () => storm,
      ["WatchResponse).Unmarshal", "KeyValue).Unmarshal"],
      "etcd-receive",
    ],
    [
      "decode for a LIST",
      () => storm,
      ["etcd3.(*store).List", "appendListItem", "(*ConfigMap).Unmarshal$"],
      "storage-decode",
    ],
    [
      "decode for an update",
      () => storm,
      ["GuaranteedUpdate", "etcd3.decode", "(*ConfigMap).Unmarshal"],
      "storage-decode",
    ],
    [
      "watch from etcd",
      () => storm,
      ["processEvent", "decodeObj", "(*ConfigMap).Unmarshal"],
      "watch-etcd",
    ],
    [
      "fill of the watch cache",
      () => audit,
      ["cacherListerWatcher).List", "(*ConfigMap).Unmarshal"],
      "watch-cache",
    ],
    [
      "watch fan-out",
      () => whole,
      ["WatchServer).ServeHTTP", "streaming.(*encoder).Encode", "json.(*Serializer).doEncode"],
      "watch-fanout",
    ],
    [
      "copy for a watcher",
      () => whole,
      ["cacheWatcher", "(*ConfigMap).DeepCopyInto"],
      "watch-fanout",
    ],
    [
      "a client's watch",
      () => operator,
      ["StreamWatcher).receive", "json-iterator"],
      "watch-receive",
    ],
    [
      "JSON answer",
      () => storm,
      ["ListResource", "transformResponseObject", "mapEncoder.encode", "growSlice"],
      "json-response",
    ],
    ["request body", () => storm, ["limitedReadBody", "ReadAll"], "request-body"],
    [
      "decode of a request body",
      () => storm,
      ["UpdateResource", "versioning.(*codec).Decode", "readStringSlowPath"],
      "request-body",
    ],
    [
      "managed fields of a decoded object",
      () => storm,
      ["(*ConfigMap).Unmarshal", "(*FieldsV1).Unmarshal"],
      "managed-fields",
    ],
    [
      "managed fields worked out anew",
      () => whole,
      ["fieldmanager.(", "structured-merge-diff"],
      "managed-fields",
    ],
    [
      "audit of an answer",
      () => audit,
      ["LogResponseObject", "encodeObject", "mapEncoder.encode"],
      "audit",
    ],
    ["audit of a request", () => audit, ["LogRequestObject", "encodeObject"], "audit"],
    [
      "audit copies",
      () => audit,
      ["ProcessEvents", "audit.(*Event).DeepCopyInto", "Unknown).DeepCopyInto"],
      "audit",
    ],
    [
      "audit log",
      () => audit,
      ["audit/log.(*backend).logEvent", "json.(*Serializer).Encode"],
      "audit",
    ],
    [
      "an informer's LIST",
      () => operator,
      ["Reflector).ListAndWatch", "rest.Result.Into", "json-iterator"],
      "informer",
    ],
    ["the program's own strings", () => operator, ["main.(*releaseHistory).render"], "application"],
    [
      "the program's own copies",
      () => operator,
      ["main.(*releaseHistory).record", "(*ConfigMap).DeepCopyInto"],
      "application",
    ],
    [
      "encoding for etcd",
      () => storm,
      ["GuaranteedUpdate", "protobuf.(*Serializer).doEncode"],
      "request-body",
    ],
    ["connections", () => storm, ["newHTTP2Client", "newBufWriter"], "connections"],
    ["OpenAPI", () => storm, ["OpenAPIService).UpdateSpec"], "other"],
  ];
  test.each(cases)("%s", (_, profile, parts, stage) => {
    expect(
      judged(stackWith(profile(), ...parts))
        .split(" ")
        .at(-1),
    ).toBe(stage);
  });
});

/** Names as Kubernetes of other releases has them. */
const A = "k8s.io/apiserver/pkg";
const M = "k8s.io/apimachinery/pkg";
const HANDLER = [
  `${A}/endpoints/handlers.ListResource.func1`,
  `${A}/endpoints/handlers.transformResponseObject`,
];
const WRITE = [...HANDLER, `${A}/endpoints/handlers/responsewriters.WriteObjectNegotiated`];
const UNMARSHAL = [
  `${M}/runtime/serializer/versioning.(*codec).Decode`,
  `${M}/runtime/serializer/protobuf.unmarshalToObject`,
  "k8s.io/api/core/v1.(*ConfigMap).Unmarshal",
];

describe("stages by the names of other releases", () => {
  const cases: readonly [string, readonly string[], string][] = [
    [
      "GetList and decodeListItem (1.22, 1.31)",
      [`${A}/storage/etcd3.(*store).GetList`, `${A}/storage/etcd3.decodeListItem`, ...UNMARSHAL],
      "ConfigMap named storage-decode",
    ],
    [
      "etcd client 3.5 under GetList",
      [
        `${A}/registry/core/x.List`,
        `${A}/storage/etcd3.(*store).GetList`,
        "go.etcd.io/etcd/client/v3.(*kv).Get",
        "go.etcd.io/etcd/api/v3/etcdserverpb.(*kVClient).Range",
        "google.golang.org/grpc.(*csAttempt).recvMsg",
        "google.golang.org/grpc.recvAndDecompress",
      ],
      "unknown unknown etcd-receive",
    ],
    [
      "values in an answer of etcd 3.5",
      [
        "go.etcd.io/etcd/api/v3/etcdserverpb.(*RangeResponse).Unmarshal",
        "go.etcd.io/etcd/api/v3/mvccpb.(*KeyValue).Unmarshal",
      ],
      "unknown unknown etcd-receive",
    ],
    [
      "HandleHTTP (1.28)",
      [
        `${A}/endpoints/handlers.(*WatchServer).HandleHTTP`,
        `${M}/runtime/serializer/streaming.(*encoder).Encode`,
      ],
      "unknown unknown watch-fanout",
    ],
    [
      "limitedReadBodyWithRecordMetric (1.26)",
      [
        `${A}/endpoints/handlers.UpdateResource.func1`,
        `${A}/endpoints/handlers.limitedReadBodyWithRecordMetric`,
        "io.ReadAll",
      ],
      "unknown unknown request-body",
    ],
    [
      "sigs.k8s.io/json (1.23)",
      [
        `${A}/endpoints/handlers.CreateResource.createHandler.func1`,
        `${A}/endpoints/handlers.createHandler.func1`,
        `${M}/runtime/serializer/json.(*Serializer).Decode`,
        "sigs.k8s.io/json/internal/golang/encoding/json.(*decodeState).unmarshal",
        "sigs.k8s.io/json/internal/golang/encoding/json.(*decodeState).object",
      ],
      "unknown unknown request-body",
    ],
    [
      "streamed lists (1.33)",
      [
        ...WRITE,
        `${M}/runtime/serializer/json.(*Serializer).doEncode`,
        `${M}/runtime/serializer/json.streamEncodeCollections`,
        `${M}/runtime/serializer/json.streamingEncodeList`,
        `${M}/runtime/serializer/json.encodeItemsObjectIterator[...].func1`,
        "encoding/json.Marshal",
        "bytes.growSlice",
      ],
      "unknown unknown json-response",
    ],
    [
      "watchList (1.27)",
      [
        "k8s.io/client-go/tools/cache.(*Reflector).watchList",
        "k8s.io/client-go/rest.(*Request).Watch",
        "bufio.NewReaderSize",
      ],
      "unknown unknown informer",
    ],
    [
      "generated clients of generics (1.30)",
      [
        "k8s.io/client-go/tools/cache.(*Reflector).list.func1",
        "k8s.io/client-go/gentype.(*alsoLister[...]).list",
        "k8s.io/client-go/rest.Result.Into",
        ...UNMARSHAL,
      ],
      "ConfigMap named informer",
    ],
    [
      "bytes.makeSlice (Go before 1.19)",
      [
        ...WRITE,
        `${M}/runtime/serializer/json.(*Serializer).Encode`,
        "encoding/json.(*Encoder).Encode",
        "encoding/json.(*encodeState).reflectValue",
        ...[
          "ptrEncoder",
          "structEncoder",
          "sliceEncoder",
          "arrayEncoder",
          "structEncoder",
          "mapEncoder",
        ].map((e) => `encoding/json.${e}.encode`),
        "encoding/json.stringEncoder",
        "bytes.(*Buffer).grow",
        "bytes.makeSlice",
      ],
      "ConfigMap shaped json-response",
    ],
    [
      "protobuf answer",
      [
        ...WRITE,
        `${M}/runtime/serializer/protobuf.(*Serializer).doEncode`,
        `${M}/runtime.(*Unknown).MarshalTo`,
      ],
      "unknown unknown protobuf-response",
    ],
    [
      "conversion",
      [
        ...HANDLER,
        "k8s.io/kubernetes/pkg/apis/core/v1.Convert_core_ConfigMapList_To_v1_ConfigMapList",
      ],
      "ConfigMap named conversion",
    ],
    [
      "deep copy",
      [`${A}/x.f`, "k8s.io/api/core/v1.(*ConfigMap).DeepCopyObject"],
      "ConfigMap named deep-copy",
    ],
    [
      "admission webhook",
      [
        `${A}/admission/plugin/webhook/mutating.(*mutatingDispatcher).Dispatch`,
        "encoding/json.Marshal",
      ],
      "unknown unknown admission",
    ],
    [
      "custom resource",
      [
        `${A}/storage/etcd3.(*store).GetList`,
        `${M}/apis/meta/v1/unstructured.unstructuredJSONScheme.decode`,
        "encoding/json.(*decodeState).objectInterface",
      ],
      "CRD named custom-resource",
    ],
    [
      "validation of a custom resource",
      ["k8s.io/apiextensions-apiserver/pkg/registry/customresource.objectMetaFieldsSet"],
      "CRD named custom-resource",
    ],
    [
      "the cache of controller-runtime",
      [
        "sigs.k8s.io/controller-runtime/pkg/cache/internal.(*CacheReader).List",
        "k8s.io/api/core/v1.(*Pod).DeepCopyInto",
      ],
      "Pod named application",
    ],
    [
      "managed fields (1.28)",
      [`${M}/util/managedfields/internal.(*FieldManager).Update`],
      "unknown unknown managed-fields",
    ],
    [
      "structToUnstructured",
      [`${M}/runtime.structToUnstructured`],
      "unknown unknown managed-fields",
    ],
  ];
  test.each(cases)("%s", (_, stack, verdict) => {
    expect(judged(stack)).toBe(verdict);
    // The same names in a build with a vendor folder mean the same.
    const vendored = stack.map((n) =>
      n.startsWith("k8s.io/") ? `k8s.io/kubernetes/vendor/${n}` : n,
    );
    expect(judged(vendored)).toBe(verdict);
  });
});

test("a program's own package need not be main", () => {
  const reconcile = "github.com/acme/operator/controllers.(*Reconciler).keep";
  const copy = "k8s.io/api/core/v1.(*ConfigMap).DeepCopyInto";
  expect(judged([reconcile, copy])).toBe("ConfigMap named application");
  expect(judged([reconcile, "k8s.io/client-go/tools/record.f", copy])).toBe(
    "ConfigMap named deep-copy",
  );
  expect(judged(["github.com/gogo/protobuf/proto.Clone", copy])).toBe("ConfigMap named deep-copy");
});

test("what wraps every request does not hide what the request does", () => {
  const wrapped = [
    "go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp.(*middleware).serveHTTP",
    "k8s.io/apiserver/pkg/endpoints/metrics.RecordLongRunning",
    "k8s.io/client-go/util/workqueue.ParallelizeUntil.func1",
    "k8s.io/apiserver/pkg/endpoints/handlers.(*WatchServer).HandleHTTP",
    "k8s.io/apimachinery/pkg/runtime/serializer/streaming.(*encoder).Encode",
  ];
  expect(judged(wrapped)).toBe("unknown unknown watch-fanout");
});

test("objects that a program fetched itself are the application's", () => {
  const fetched = [
    "main.main",
    "k8s.io/client-go/kubernetes/typed/core/v1.(*secrets).List",
    "k8s.io/client-go/rest.Result.Into",
    "k8s.io/api/core/v1.(*SecretList).Unmarshal",
  ];
  expect(judged(fetched)).toBe("Secret named application");
});
