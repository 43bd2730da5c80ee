import { expect, test } from "vitest";
import { buildFrameTable } from "../../src/calltree/frame-table.js";
import { attribute } from "../../src/kubernetes/attribution/attribution.js";
import { connectionCounts } from "../../src/kubernetes/connections.js";
import { objectBytes } from "../../src/kubernetes/object-size.js";
import { finish } from "../../src/lib/steps.js";
import { sizeInClass } from "../../src/profile/sampling/size-classes.js";
import { profileOf, type TestSample } from "./attribution/stack-reader.js";

const ROOT = "net/http.(*conn).serve";
const STORE = "k8s.io/apiserver/pkg/storage/etcd3.(*store).GuaranteedUpdate";
const TYPED = {
  stack: [
    ROOT,
    STORE,
    "k8s.io/apiserver/pkg/storage/etcd3.decode",
    "k8s.io/api/core/v1.(*ConfigMap).Unmarshal",
  ],
  size: 12288,
};
const ENCODE = "k8s.io/apimachinery/pkg/runtime/serializer/protobuf.(*Serializer).doEncode";
const MB = 1 << 20;

function sizeOf(samples: readonly TestSample[], inside?: (p: number, s: number) => boolean) {
  const profiles = [profileOf(samples)];
  const frames = buildFrameTable(profiles);
  const attribution = finish(attribute(profiles, frames));
  const kind = attribution.kinds.findIndex((k) => k.kind === "ConfigMap");
  return objectBytes(profiles, attribution, frames, {
    profiles: [0],
    kind,
    ...(inside ? { inside } : {}),
  });
}

test("an object encoded for etcd is as large as its allocation, rounding taken back", () => {
  expect(sizeOf([TYPED, { stack: [ROOT, STORE, ENCODE], size: 360448 }])).toBe(360448 - 4096);
});

test("the same through a buffer", () => {
  const stack = [
    ROOT,
    STORE,
    ENCODE,
    "bytes.(*Buffer).Write",
    "bytes.(*Buffer).grow",
    "bytes.growSlice",
  ];
  expect(sizeOf([TYPED, { stack, size: 360448 }])).toBe(360448 - 4096);
});

test("decode sites tell the size of a value, and buffers of lists that of a list", () => {
  const list = ["k8s.io/apiserver/pkg/endpoints/handlers.ListResource.func1", ENCODE];
  const typed = [list[0]!, "k8s.io/api/core/v1.(*ConfigMap).DeepCopyInto"];
  expect(sizeOf([TYPED])).toBeNull();
  expect(sizeOf([TYPED, { stack: list, size: 96 * MB }, { stack: typed }])).toBeNull();
});

test("the mean is weighted by bytes, and taken inside a part where that is asked for", () => {
  const large = { stack: [ROOT, STORE, ENCODE], bytes: 30 * MB, size: 3 * MB };
  const small = { stack: [ROOT, STORE, ENCODE, "bytes.makeSlice"], bytes: 10 * MB, size: MB };
  const samples = [TYPED, large, small];
  expect(sizeOf(samples)).toBe((30 * (3 * MB - 4096) + 10 * (MB - 4096)) / 40);
  expect(sizeOf(samples, (_, s) => s === 2)).toBe(MB - 4096);
});

test("sizes between classes are as they are", () => {
  expect(sizeInClass(8)).toBe(4);
  expect(sizeInClass(1024)).toBe((1024 + 896) / 2);
  expect(sizeInClass(32768)).toBe((32768 + 28672) / 2);
  expect(sizeInClass(40960)).toBe(36864);
  expect(sizeInClass(1000)).toBe(1000);
  expect(sizeInClass(100_000)).toBe(100_000);
});

test("connections are counted with the error that sampling makes", () => {
  const T = "google.golang.org/grpc/internal/transport";
  const samples = [
    {
      stack: [`${T}.newHTTP2Client`, `${T}.newFramer`, `${T}.newBufWriter`],
      size: 65536,
      objects: 68,
      bytes: 68 * 65536,
    },
  ];
  const profiles = [profileOf(samples)];
  const [grpc] = connectionCounts(profiles, buildFrameTable(profiles), [0]);
  const p = 1 - Math.exp(-65536 / 524288);
  expect(grpc!.what).toBe("gRPC client connections");
  expect(grpc!.count).toBeCloseTo(68, 9);
  expect(grpc!.error).toBeCloseTo(Math.sqrt((68 * (1 - p)) / p), 9);
});

test("what a connection allocates at several sites is counted together, with a smaller error", () => {
  const T = "google.golang.org/grpc/internal/transport";
  const samples = [
    { stack: [`${T}.newFramer`, `${T}.newBufWriter`], size: 65536, objects: 60, bytes: 60 * 65536 },
    {
      stack: [`${T}.newFramer`, "bufio.NewReaderSize"],
      size: 32768,
      objects: 90,
      bytes: 90 * 32768,
    },
  ];
  const profiles = [profileOf(samples)];
  const [grpc] = connectionCounts(profiles, buildFrameTable(profiles), [0]);
  expect(grpc!.count).toBeGreaterThan(60);
  expect(grpc!.count).toBeLessThan(75);
  const p = 1 - Math.exp(-65536 / 524288);
  expect(grpc!.error).toBeLessThan(Math.sqrt((60 * (1 - p)) / p));
});

test("a profile without connections has none to count", () => {
  const profiles = [profileOf([TYPED])];
  expect(connectionCounts(profiles, buildFrameTable(profiles), [0])).toEqual([]);
});
