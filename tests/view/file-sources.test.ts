import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileSources, hotSource } from "../../src/view/file-sources.js";

const recorded = (server: string, minute: number) =>
  `20261127T13${String(minute).padStart(2, "0")}00.123Z-kube-system_kube-apiserver-${server}.pb.gz`;

describe("whose files they are", () => {
  it("is told by names that have a moment and something else", () => {
    const names = [recorded("b", 1), recorded("a", 1), recorded("a", 0), recorded("b", 0)];
    expect(fileSources(names)).toEqual([
      { name: "kube-system_kube-apiserver-a", files: [2, 1] },
      { name: "kube-system_kube-apiserver-b", files: [3, 0] },
    ]);
  });

  it.each([
    [
      "node-1_2026-11-27T10:00:00Z.heap",
      "node-1_2026-11-27T11:00:00Z.heap",
      "node-2_2026-11-27T10:00:00Z.heap",
    ],
    [
      "master-1.20261127-100000.pb.gz",
      "master-1.20261127-110000.pb.gz",
      "master-2.20261127-100000.pb.gz",
    ],
    ["heap-1764237600-a.pb.gz", "heap-1764241200-a.pb.gz", "heap-1764237600-b.pb.gz"],
  ])("is told by other ways to write a moment: %s", (...names) => {
    expect(fileSources(names)?.map(({ files }) => files)).toEqual([[0, 1], [2]]);
  });

  it("goes by the files' own times where all have one", () => {
    const names = [recorded("a", 0), recorded("a", 1), recorded("b", 0)];
    expect(fileSources(names, [20, 10, 5])?.[0]?.files).toEqual([1, 0]);
    expect(fileSources(names, [20, undefined, 5])?.[0]?.files).toEqual([0, 1]);
  });

  it("is not told where names do not say it", () => {
    expect(fileSources([])).toBeUndefined();
    expect(fileSources(["master-1.pb.gz", "master-2.pb.gz"])).toBeUndefined();
    expect(fileSources([recorded("a", 0), recorded("a", 1)])).toBeUndefined();
    expect(fileSources([recorded("a", 0), recorded("b", 0)])).toBeUndefined();
    expect(fileSources([recorded("a", 0), recorded("a", 1), "b.pb.gz"])).toBeUndefined();
  });

  it("has each file once, whatever the names are", () => {
    const name = fc.oneof(
      fc.string(),
      fc.tuple(fc.constantFrom("a", "b", "c"), fc.nat(59)).map(([s, m]) => recorded(s, m)),
    );
    fc.assert(
      fc.property(fc.array(name), (names) => {
        const found = fileSources(names);
        if (!found) return;
        const files = found.flatMap((source) => source.files).sort((a, b) => a - b);
        expect(files).toEqual(names.map((_, i) => i));
      }),
    );
  });
});

describe("the hot one", () => {
  const sources = ["a", "b", "c"].map((name, i) => ({ name, files: [2 * i, 2 * i + 1] }));

  it("is the one whose newest file has far more than the median", () => {
    expect(hotSource(sources, [9, 2, 9, 5, 9, 2])).toEqual({ source: 1, factor: 2.5 });
  });

  it("is none where all are alike, or only two can be compared", () => {
    expect(hotSource(sources, [9, 2, 9, 2.9, 9, 2])).toBeUndefined();
    expect(hotSource(sources.slice(1), [0, 0, 9, 50, 9, 2])).toBeUndefined();
    expect(hotSource(sources, [0, 0, 0, 0, 0, 0])).toBeUndefined();
  });
});
