import { expect, test } from "vitest";
import { attributeTable } from "../../../src/kubernetes/attribution/table-attribution.js";

/** The table of an apiserver out of memory (Kubernetes 1.17, Go 1.13), as people paste it. */
const INCIDENT = `Showing nodes accounting for 11123.22MB, 95.76% of 11616.18MB total
     flat  flat%        cum   cum%
9226.15MB 79.43%  9226.15MB 79.43%  bytes.makeSlice
1122.61MB  9.66%  1243.65MB 10.71%  k8s.io/api/core/v1.(*ConfigMap).Unmarshal
 139.55MB  1.20%   153.05MB  1.32%  k8s.io/apimachinery/pkg/apis/meta/v1.(*ObjectMeta).Unmarshal
   1.50MB 0.013%  8944.02MB 77.00%  encoding/json.mapEncoder.encode`;

function rowsOf(text: string) {
  return [...text.matchAll(/^\s*([\d.]+)MB\s+\S+\s+([\d.]+)MB\s+\S+\s+(\S+)$/gm)].map((m) => ({
    flat: Number(m[1]),
    cum: Number(m[2]),
    name: m[3]!,
  }));
}

test("the table of the incident says ConfigMap twice: by name and by the encoder's shape", () => {
  const rows = rowsOf(INCIDENT);
  expect(rows).toHaveLength(4);
  const { kinds, unknown } = attributeTable(rows, 11616.18);
  expect(kinds.map((k) => [k.kind.kind, k.evidence, k.value, k.function])).toEqual([
    ["ConfigMap", "shaped", 8944.02, "encoding/json.mapEncoder.encode"],
    ["ConfigMap", "named", 1243.65, "k8s.io/api/core/v1.(*ConfigMap).Unmarshal"],
  ]);
  expect(unknown).toBeCloseTo(11616.18 - 8944.02 - 1243.65, 6);
});

test("functions of a kind that call each other are counted once", () => {
  const rows = [
    { name: "k8s.io/api/core/v1.(*SecretList).Unmarshal", flat: 1, cum: 100 },
    { name: "k8s.io/api/core/v1.(*Secret).Unmarshal", flat: 99, cum: 99 },
  ];
  const { kinds, unknown } = attributeTable(rows, 150);
  expect(kinds.map((k) => [k.kind.kind, k.value])).toEqual([["Secret", 100]]);
  expect(unknown).toBe(50);
});

test("maps of bytes are Secrets, maps of anything are custom resources, small maps are labels", () => {
  const map = { name: "encoding/json.mapEncoder.encode", flat: 0, cum: 80 };
  const server = { name: "k8s.io/apiserver/pkg/server.New", flat: 0, cum: 1 };
  const of = (...more: { name: string; flat: number; cum: number }[]) =>
    attributeTable([map, server, ...more], 100).kinds.map((k) => k.kind.kind);
  expect(of({ name: "encoding/json.encodeByteSlice", flat: 70, cum: 70 })).toEqual(["Secret"]);
  expect(of({ name: "encoding/json.interfaceEncoder", flat: 0, cum: 79 })).toEqual(["CRD"]);
  expect(attributeTable([map, server], 10_000).kinds).toEqual([]);
});

test("an empty table is all unknown", () => {
  expect(attributeTable([], 7)).toEqual({ kinds: [], unknown: 7 });
});

test("a map in JSON is no ConfigMap in a program that has nothing of Kubernetes", () => {
  const map = { name: "encoding/json.mapEncoder.encode", flat: 0, cum: 80 };
  const own = { name: "example.org/shop/cart.(*Cart).MarshalJSON", flat: 0, cum: 80 };
  expect(attributeTable([map, own], 100)).toEqual({ kinds: [], unknown: 100 });
});

test("maps that are the smaller part of what the encoder wrote say nothing: labels are maps", () => {
  const rows = [
    { name: "encoding/json.mapEncoder.encode", flat: 0, cum: 20 },
    { name: "encoding/json.structEncoder.encode", flat: 0, cum: 80 },
    { name: "k8s.io/apiserver/pkg/endpoints/handlers.ListResource", flat: 0, cum: 90 },
  ];
  expect(attributeTable(rows, 100)).toEqual({ kinds: [], unknown: 100 });
});

test("kinds that lie within each other never add up to more than all", () => {
  const rows = [
    { name: "k8s.io/api/core/v1.(*Pod).DeepCopyInto", flat: 10, cum: 90 },
    { name: "k8s.io/api/apps/v1.(*Deployment).DeepCopyInto", flat: 10, cum: 60 },
  ];
  const { kinds, unknown } = attributeTable(rows, 100);
  expect(kinds.map((k) => [k.kind.kind, k.value])).toEqual([
    ["Pod", 90],
    ["Deployment", 10],
  ]);
  expect(unknown).toBe(0);
});

test("of a difference a kind may have shrunk", () => {
  const rows = [{ name: "k8s.io/api/core/v1.(*Secret).Unmarshal", flat: -40, cum: -40 }];
  const { kinds, unknown } = attributeTable(rows, -30);
  expect(kinds.map((k) => [k.kind.kind, k.value])).toEqual([["Secret", -40]]);
  expect(unknown).toBe(10);
});
