import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { finish } from "../../../../src/lib/steps.js";
import { readProfiles } from "../../../../src/profile/formats/read-profile.js";
import type { Profile } from "../../../../src/profile/profile.js";
import { noteText } from "../../../../src/profile/profile-note.js";

const folder = new URL("../../../fixtures/tables/", import.meta.url);
const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)));
const read = (text: string | Uint8Array) =>
  finish(readProfiles(typeof text === "string" ? new TextEncoder().encode(text) : text));
const MB = 1048576;

/** name, flat and cum of each row. */
function rowsOf(profile: Profile): [string, number, number][] {
  const figures = profile.figures!;
  return Array.from(figures.function, (f, r) => [
    profile.strings.get(profile.functions.name[f]!),
    figures.flat[r]!,
    figures.cum[r]!,
  ]);
}

const SEED: [string, number, number][] = [
  ["bytes.makeSlice", 9226.15, 9226.15],
  ["k8s.io/api/core/v1.(*ConfigMap).Unmarshal", 1122.61, 1243.65],
  ["k8s.io/apimachinery/pkg/apis/meta/v1.(*ObjectMeta).Unmarshal", 139.55, 153.05],
  ["encoding/json.mapEncoder.encode", 1.5, 8944.02],
];
/** The rows of `go tool pprof -top -nodecount=12` of a LIST storm. */
const STORM = rowsOf(read(bytesOf("top.txt"))[0]!.profile);

describe("a table that go tool pprof printed", () => {
  it("is read as it was printed", () => {
    expect(STORM).toHaveLength(12);
    expect(STORM[1]).toEqual([
      "k8s.io/kubernetes/vendor/k8s.io/api/core/v1.(*ConfigMap).Unmarshal",
      Math.round(875.64 * MB),
      Math.round(879.64 * MB),
    ]);
    const { profile } = read(bytesOf("top.txt"))[0]!;
    expect(profile.sampleTypes).toEqual([{ type: "inuse_space", unit: "bytes" }]);
    expect(profile.figures).toMatchObject({
      total: Math.round(1891.88 * MB),
      totalFrom: "printed",
      cutoff: Math.round(9.46 * MB),
      isDifference: false,
    });
    expect(profile.mappings[0]!.file).toBe("kube-apiserver");
    expect(profile.timeNanos).toBe(BigInt(Date.UTC(2026, 10, 23, 19, 33, 36)) * 1_000_000n);
    expect(profile.features?.stacks).toBe("none");
    expect(profile.format).toBe("pprof-table");
  });

  it("holds in its samples the whole total, what the table leaves out by itself", () => {
    const { profile } = read(bytesOf("top.txt"))[0]!;
    const sum = profile.samples.values.reduce((all, v) => all + v, 0);
    expect(sum).toBe(profile.figures!.total);
  });

  it.each(readdirSync(folder).filter((name) => /^(?:seed|translated|old-header|perl)/.test(name)))(
    "is the same however it was broken, translated or headed: %s",
    (name) => {
      const found = read(bytesOf(name));
      expect(found).toHaveLength(1);
      const { profile } = found[0]!;
      const exact = name === "perl.txt" ? 0.06 * MB : 1;
      const rows = rowsOf(profile);
      expect(rows.map((r) => r[0])).toEqual(SEED.map((r) => r[0]));
      rows.forEach(([, flat, cum], r) => {
        expect(Math.abs(flat - SEED[r]![1] * MB)).toBeLessThan(exact);
        expect(Math.abs(cum - SEED[r]![2] * MB)).toBeLessThan(exact);
      });
      expect(Math.abs(profile.figures!.total - 11616.18 * MB)).toBeLessThan(0.06 * MB);
      expect(profile.figures!.totalFrom).toBe("printed");
    },
  );

  it.each([
    "coloured.txt",
    "fenced.md",
    "quoted-mail.txt",
    "markdown-table.md",
    "saved-page.html",
    "json-log.jsonl",
    "wrapped-80.txt",
    "stars-eaten.txt",
    "stars-escaped.md",
    "tabs.tsv",
    "no-total.txt",
  ])("is the same whatever stands around it or was done to it: %s", (name) => {
    const found = read(bytesOf(name));
    expect(found).toHaveLength(1);
    expect(rowsOf(found[0]!.profile)).toEqual(STORM);
  });

  it("has a total worked out of its percentages where the text does not say it", () => {
    const { figures, notes } = read(bytesOf("rows-only.txt"))[0]!.profile;
    expect(figures!.totalFrom).toBe("derived");
    expect(Math.abs(figures!.total / (1891.88 * MB) - 1)).toBeLessThan(0.0002);
    expect(notes.map(noteText).join()).toMatch(/does not say the total/);
    expect(notes.map(noteText).join()).toMatch(/does not say which sample type/);
  });

  it("keeps two tables of one text apart, and joins what one session printed of one profile", () => {
    const two = read(bytesOf("two-tables.md"));
    expect(two.map((t) => t.profile.figures!.total)).toEqual([
      Math.round(1299.13 * MB),
      Math.round(1891.88 * MB),
    ]);
    const session = read(bytesOf("prompt.txt"));
    expect(session.map((t) => t.profile.sampleTypes[0]!.type)).toEqual([
      "inuse_space",
      "alloc_space",
    ]);
    expect(session[0]!.profile.figures!.count).toBe(10);
  });

  it("gives each of several tables bytes that are read as that table alone", () => {
    for (const name of ["two-tables.md", "prompt.txt"]) {
      for (const { profile, bytes } of read(bytesOf(name))) {
        const again = read(bytes!);
        expect(again).toHaveLength(1);
        expect(rowsOf(again[0]!.profile)).toEqual(rowsOf(profile));
        expect(again[0]!.profile.figures!.total).toBe(profile.figures!.total);
        expect(again[0]!.profile.sampleTypes).toEqual(profile.sampleTypes);
        expect(again[0]!.profile.timeNanos).toBe(profile.timeNanos);
      }
    }
  });

  it("may be a difference, with rows below zero and shares of the base", () => {
    const { figures, notes } = read(bytesOf("difference.txt"))[0]!.profile;
    expect(figures!.isDifference).toBe(true);
    expect(figures!.flat[1]).toBe(Math.round(-9.82 * MB));
    expect(notes.map(noteText).join()).toMatch(/difference of two profiles/);
  });

  it("may count goroutines", () => {
    const { profile } = read(bytesOf("goroutines.txt"))[0]!;
    expect(profile.sampleTypes).toEqual([{ type: "goroutine", unit: "count" }]);
    expect(profile.features?.subject).toBe("goroutines");
    expect(rowsOf(profile)[0]).toEqual(["runtime.gopark", 6935, 6935]);
  });

  it("may be of processor time", () => {
    const { profile } = read(
      "Type: cpu\nDuration: 30.1s, Total samples = 10.05s (33.42%)\nShowing nodes accounting for 8.50s, 84.58% of 10.05s total\n      flat  flat%   sum%        cum   cum%\n     8.50s 84.58% 84.58%     10.05s   100%  runtime.mallocgc\n",
    )[0]!;
    expect(profile.sampleTypes).toEqual([{ type: "cpu", unit: "nanoseconds" }]);
    expect(profile.figures!.total).toBe(10_050_000_000);
    expect(rowsOf(profile)).toEqual([["runtime.mallocgc", 8_500_000_000, 10_050_000_000]]);
  });

  it("keeps inline marks apart from names", () => {
    const { profile } = read(
      "1MB 10% 10% 2MB 20% a.b (inline)\n1MB 10% 20% 2MB 20% a.c (partial-inline)\n",
    )[0]!;
    expect(rowsOf(profile).map((r) => r[0])).toEqual(["a.b", "a.c"]);
    expect([...profile.figures!.inline]).toEqual([1, 2]);
  });

  it("without a readable row says so, with the line", () => {
    expect(() => read("Some words.\nShowing nodes accounting for 1MB, 5% of 20MB total\n")).toThrow(
      /no row of it can be read.*at line 2/,
    );
  });

  it("is not seen in prose that has figures", () => {
    expect(() =>
      read("Memory rose from 80% of 16GB to 98%, then 2GB 12% less. We saw 300 connections.\n"),
    ).toThrow(/not a pprof profile/);
  });
});
