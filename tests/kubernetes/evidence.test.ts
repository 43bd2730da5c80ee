import { describe, expect, test } from "vitest";
import { judged, profileOf, verdictsOf } from "./attribution/stack-reader.js";

const JSON_ROOT = [
  "k8s.io/apiserver/pkg/endpoints/handlers/responsewriters.SerializeObject",
  "k8s.io/apimachinery/pkg/runtime/serializer/json.(*Serializer).Encode",
  "encoding/json.(*Encoder).Encode",
  "encoding/json.(*encodeState).reflectValue",
];
const E = (names: string) =>
  names
    .split(" ")
    .map((n) =>
      n === "string"
        ? "encoding/json.stringEncoder"
        : n === "bytes"
          ? "encoding/json.encodeByteSlice"
          : n === "interface"
            ? "encoding/json.interfaceEncoder"
            : `encoding/json.${n}Encoder.encode`,
    );
const encoded = (shape: string) => judged([...JSON_ROOT, ...E(shape), "bytes.growSlice"]);

describe("shapes of encoders", () => {
  test.each([
    ["ptr struct slice array struct map string", "ConfigMap shaped"],
    ["ptr struct map string", "ConfigMap shaped"],
    ["ptr struct slice array struct map bytes", "Secret shaped"],
    ["ptr struct map bytes", "Secret shaped"],
    ["ptr struct struct map string", "unknown unknown"],
    ["ptr struct slice array struct struct map string", "unknown unknown"],
    ["ptr struct slice array struct struct slice array struct map string", "unknown unknown"],
    ["map interface map interface string", "CRD shaped"],
    ["ptr struct slice array interface map", "CRD shaped"],
    ["ptr struct", "unknown unknown"],
  ])("%s", (shape, verdict) => {
    expect(encoded(shape)).toBe(`${verdict} json-response`);
  });

  test("a stack cut inside the encoder is judged by what is left, if that is enough", () => {
    const cut = [...E("slice array struct map string"), "bytes.growSlice"];
    expect(judged(cut)).toContain("ConfigMap shaped");
    expect(judged([...E("map string"), "bytes.growSlice"])).toContain("unknown");
  });

  test("what a marshaler encodes within is no object of its own", () => {
    const inner = [
      "encoding/json.marshalerEncoder",
      "x.MarshalJSON",
      "encoding/json.(*encodeState).reflectValue",
    ];
    expect(
      judged([...JSON_ROOT, ...E("ptr struct struct"), ...inner, ...E("struct map string")]),
    ).toContain("unknown");
  });

  test("OpenAPI documents are maps of strings too, and are no ConfigMaps", () => {
    const stack = [
      "k8s.io/kube-openapi/pkg/handler.(*OpenAPIService).UpdateSpec",
      "encoding/json.(*encodeState).reflectValue",
      ...E("ptr struct map string"),
    ];
    expect(judged(stack)).toBe("other openapi other");
  });

  test("a long string two objects deep may be of a ConfigMap, a Secret or a custom resource", () => {
    const D = "sigs.k8s.io/json/internal/golang/encoding/json.(*decodeState)";
    const stack = [
      "k8s.io/client-go/rest.(*Request).Do",
      `${D}.unmarshal`,
      `${D}.object`,
      `${D}.value`,
      `${D}.object`,
      `${D}.literalStore`,
    ];
    expect(judged(stack, { size: 12288 })).toContain("unknown");
  });
});

describe("kinds named on the stack", () => {
  test("a kind within a kind is its part", () => {
    const api = "k8s.io/api";
    expect(
      judged([
        `${api}/apps/v1.(*StatefulSetList).Unmarshal`,
        `${api}/apps/v1.(*StatefulSet).Unmarshal`,
        `${api}/apps/v1.(*StatefulSetSpec).Unmarshal`,
        `${api}/core/v1.(*PersistentVolumeClaim).Unmarshal`,
      ]),
    ).toContain("StatefulSet.apps named");
  });

  test("an object that is handled for another one is itself", () => {
    const stack = [
      "k8s.io/kubernetes/pkg/registry/core/pod.podStrategy.Validate",
      "k8s.io/apiserver/pkg/x.lookUp",
      "k8s.io/api/core/v1.(*Secret).DeepCopyInto",
    ];
    expect(judged(stack)).toBe("Secret named deep-copy");
  });

  test("without a typed frame the registry's resource counts", () => {
    const stack = [
      "k8s.io/kubernetes/pkg/registry/core/secret.strategy.Export",
      "k8s.io/apiserver/x.f",
    ];
    expect(judged(stack)).toBe("Secret named other");
  });

  test("setting a server up names kinds and holds none", () => {
    const stack = [
      "runtime.main",
      "main.main",
      "k8s.io/kubernetes/cmd/kube-apiserver/app.CreateServerChain",
      "k8s.io/kubernetes/pkg/registry/core/podtemplate/storage.NewREST",
      "go.etcd.io/etcd/clientv3.New",
    ];
    expect(judged(stack)).toBe("other start-up other");
  });
});

const LIST = [
  "net/http.(*conn).serve",
  "k8s.io/apiserver/pkg/endpoints/handlers.ListResource.func1",
  "k8s.io/apiserver/pkg/storage/etcd3.(*store).List",
];
const DECODED = (kind: string) => [
  ...LIST,
  "k8s.io/apiserver/pkg/storage/etcd3.appendListItem",
  `k8s.io/api/core/v1.(*${kind}).Unmarshal`,
];
const RAW = [
  ...LIST,
  "go.etcd.io/etcd/clientv3.(*kv).Get",
  "google.golang.org/grpc.(*parser).recvMsg",
];

describe("raw bytes by the path that they share", () => {
  test("belong to the kind that the rest of the path is for", () => {
    const [v] = verdictsOf(profileOf([{ stack: RAW }, { stack: DECODED("ConfigMap") }]));
    expect(v![0]).toBe("ConfigMap shaped etcd-receive");
  });

  test("are left open where two kinds share the path", () => {
    const [v] = verdictsOf(
      profileOf([{ stack: RAW }, { stack: DECODED("ConfigMap") }, { stack: DECODED("Secret") }]),
    );
    expect(v![0]).toBe("unknown unknown etcd-receive");
  });

  test("the longest shared path decides, not what holds most elsewhere", () => {
    const other = [
      "net/http.(*conn).serve",
      "k8s.io/apiserver/pkg/endpoints/handlers.GetResource.func1",
      "k8s.io/api/core/v1.(*Secret).Unmarshal",
    ];
    const [v] = verdictsOf(
      profileOf([{ stack: RAW }, { stack: DECODED("ConfigMap") }, { stack: other, bytes: 1e9 }]),
    );
    expect(v![0]).toBe("ConfigMap shaped etcd-receive");
  });

  test("a shared root function alone proves nothing", () => {
    const other = ["net/http.(*conn).serve", "x.f", "k8s.io/api/core/v1.(*Secret).Unmarshal"];
    const [v] = verdictsOf(profileOf([{ stack: RAW }, { stack: other }]));
    expect(v![0]).toBe("unknown unknown etcd-receive");
  });

  test("live bytes decide before what was freed", () => {
    const dead = { stack: DECODED("Secret"), bytes: 0 };
    const [v] = verdictsOf(
      profileOf([{ stack: RAW }, { stack: DECODED("ConfigMap") }, dead], { freed: 1e9 }),
    );
    expect(v![0]).toBe("ConfigMap shaped etcd-receive");
  });
});

describe("co-growth", () => {
  const watch = [
    "go.etcd.io/etcd/clientv3.(*watchGrpcStream).serveWatchClient",
    "google.golang.org/grpc.(*parser).recvMsg",
  ];
  const MB = 1 << 20;
  const snapshot = (time: bigint, raw: number, kinds: Record<string, number>, freed = 0) =>
    profileOf(
      [
        { stack: watch, bytes: raw * MB },
        ...Object.entries(kinds).map(([k, mb]) => ({ stack: DECODED(k), bytes: mb * MB })),
      ],
      { time, freed },
    );

  test("what grew with one kind and no other is its own", () => {
    const v = verdictsOf(
      snapshot(1n, 1, { ConfigMap: 10, Secret: 50 }),
      snapshot(2n, 20, { ConfigMap: 90, Secret: 50 }),
    );
    expect(v.map((p) => p[0])).toEqual(Array(2).fill("ConfigMap co-growth etcd-receive"));
  });

  test("what grew with two kinds is left open", () => {
    const v = verdictsOf(
      snapshot(1n, 1, { ConfigMap: 10, Secret: 50 }),
      snapshot(2n, 20, { ConfigMap: 90, Secret: 130 }),
    );
    expect(v[1]![0]).toBe("unknown unknown etcd-receive");
  });

  test("what did not grow is left open", () => {
    const v = verdictsOf(snapshot(1n, 20, { ConfigMap: 10 }), snapshot(2n, 20, { ConfigMap: 90 }));
    expect(v[1]![0]).toBe("unknown unknown etcd-receive");
  });

  test("far more than the kind grew by is not explained by it", () => {
    const v = verdictsOf(snapshot(1n, 1, { ConfigMap: 10 }), snapshot(2n, 500, { ConfigMap: 15 }));
    expect(v[1]![0]).toBe("unknown unknown etcd-receive");
  });

  test("one profile shows no growth, nor do two processes", () => {
    expect(verdictsOf(snapshot(1n, 20, { ConfigMap: 90 }))[0]![0]).toContain("unknown");
    const restarted = [
      snapshot(1n, 1, { ConfigMap: 10 }, 1e9),
      snapshot(2n, 20, { ConfigMap: 90 }),
    ];
    expect(verdictsOf(...restarted)[1]![0]).toContain("unknown");
  });
});
