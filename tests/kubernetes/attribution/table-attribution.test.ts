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
  const of = (...more: { name: string; flat: number; cum: number }[]) =>
    attributeTable([map, ...more], 100).kinds.map((k) => k.kind.kind);
  expect(of({ name: "encoding/json.encodeByteSlice", flat: 70, cum: 70 })).toEqual(["Secret"]);
  expect(of({ name: "encoding/json.interfaceEncoder", flat: 0, cum: 79 })).toEqual(["CRD"]);
  expect(attributeTable([map], 10_000).kinds).toEqual([]);
});

test("an empty table is all unknown", () => {
  expect(attributeTable([], 7)).toEqual({ kinds: [], unknown: 7 });
});
