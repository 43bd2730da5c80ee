import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { finish } from "../../../src/lib/steps.js";
import { featuresOf } from "../../../src/profile/features.js";
import type { ImportedProfile } from "../../../src/profile/formats/importer.js";
import { readProfiles } from "../../../src/profile/formats/read-profile.js";
import { type Profile, stackOfSample, valuesOf } from "../../../src/profile/profile.js";
import { noteText } from "../../../src/profile/profile-note.js";
import { fixtureBytes } from "../../recordings.js";

const read = (name: string): readonly ImportedProfile[] =>
  finish(readProfiles(fixtureBytes(`others/${name}`)));
const readText = (text: string) => finish(readProfiles(new TextEncoder().encode(text)));

/** The sum of each sample type. */
function totals(profile: Profile): Record<string, number> {
  return Object.fromEntries(
    profile.sampleTypes.map(({ type, unit }, t) => [
      `${type}/${unit}`,
      valuesOf(profile, t).reduce((a, b) => a + b, 0),
    ]),
  );
}

/** Stacks root first, by names, with the values of a type; addresses where there is no name. */
function stacks(profile: Profile, type = profile.sampleTypes.length - 1): [string, number][] {
  const { samples, locations, functions, strings, mappings } = profile;
  return Array.from({ length: samples.count }, (_, s) => {
    const names: string[] = [];
    for (const l of stackOfSample(samples, s)) {
      const k = locations.lineOffsets[l]!;
      const f = k < locations.lineOffsets[l + 1]! ? locations.lineFunction[k]! : -1;
      const object = mappings[locations.mapping[l]!]?.file ?? "?";
      names.push(
        f < 0
          ? `${locations.addressLow[l]!.toString(16)}@${object}`
          : strings.get(functions.name[f]!),
      );
    }
    return [names.reverse().join(" > "), valuesOf(profile, type)[s]!];
  });
}

describe("folded stacks", () => {
  it("with one value a line are one profile", () => {
    const [one, ...more] = read("stacks.folded");
    expect(more).toEqual([]);
    expect(stacks(one!.profile)).toEqual([
      ["main > a > b", 100],
      ["main > a > c", 200],
    ]);
    expect(featuresOf(one!.profile)).toEqual({ subject: "other", stacks: "recorded", go: false });
  });

  it("with two values a line are before and after", () => {
    const [before, after] = read("difffolded.folded");
    expect([before!.name, totals(before!.profile)]).toEqual(["before", { "value/count": 300 }]);
    expect([after!.name, totals(after!.profile)]).toEqual(["after", { "value/count": 350 }]);
  });

  it("of async-profiler keep how frames ran", () => {
    const [one] = read("async-profiler.collapsed");
    expect(stacks(one!.profile)[0]).toEqual([
      "java/lang/Thread.run_[j] > com/app/Cache.fill_[i] > java/util/HashMap.put_[1]",
      4096,
    ]);
  });

  it("name the line that is none", () => {
    const long = `${"a;b 1\n".repeat(30)}broken\n`;
    expect(() => readText(long)).toThrow(/no stack with a value behind it, at line 31/);
    expect(() => readText(`${"a;b 1 2\n".repeat(30)}a;b 1\n`)).toThrow(/1 value, .* 2, at line 31/);
  });

  it("know that functions are Go's", () => {
    const [one] = readText("runtime.main;main.main;k8s.io/api/core/v1.(*Pod).Unmarshal 7\n");
    expect(featuresOf(one!.profile).go).toBe(true);
  });
});

describe("speedscope", () => {
  it("sampled and evented profiles add up to their weights and times", () => {
    const [heap, time] = read("sampled.speedscope.json");
    expect(stacks(heap!.profile)).toEqual([
      ["main > fill > alloc", 300],
      ["main > fill", 200],
      ["main > alloc", 100],
    ]);
    expect(stacks(time!.profile)).toEqual([
      ["main", 2],
      ["main > fill", 7],
      ["main", 1],
      ["main > alloc", 5],
      ["main", 5],
    ]);
    expect(totals(time!.profile)).toEqual({ "time/milliseconds": 20 });
  });

  it("says what is wrong and where", () => {
    const file = JSON.parse(
      new TextDecoder().decode(fixtureBytes("others/sampled.speedscope.json")),
    );
    file.profiles[0].samples[1] = [0, 9];
    expect(() => readText(JSON.stringify(file))).toThrow(
      /profiles\[0\]\.samples\[1\] is 9, but there are 3/,
    );
    expect(() => readText(JSON.stringify(file).slice(0, 400))).toThrow(/no valid JSON, at line 1/);
  });
});

describe("Chrome and Node", () => {
  it("a heap profile adds up to the sizes of its nodes", () => {
    const [one] = read("node.heapprofile");
    expect(totals(one!.profile)).toEqual({ "space/bytes": 15786856 });
    expect(
      stacks(one!.profile).find(([stack]) => stack.endsWith("fillCache > makeRow"))?.[1],
    ).toBeGreaterThan(14e6);
    expect(featuresOf(one!.profile)).toMatchObject({ subject: "heap", go: false });
  });

  it("a CPU profile adds up to its samples and to the time between first sample and end", () => {
    const [one] = read("node.cpuprofile");
    expect(totals(one!.profile)).toEqual({ "samples/count": 23, "time/microseconds": 76644 });
    expect(featuresOf(one!.profile)).toMatchObject({ subject: "cpu", go: false });
  });
});

describe("heap dumps of allocators", () => {
  // The figures and addresses of go tool pprof -raw.
  it("of tcmalloc are scaled up as go tool pprof does", () => {
    const [one] = read("tcmalloc.heap");
    expect(totals(one!.profile)).toEqual({
      "alloc_objects/count": 2570 + 65 + 5465,
      "alloc_space/bytes": 10526773 + 1065045 + 4197376,
      "inuse_objects/count": 1028 + 32 + 1153,
      "inuse_space/bytes": 4210709 + 532522 + 1574912,
    });
    expect(stacks(one!.profile)[1]![0]).toBe(
      "401c32@/usr/bin/server > 401b21@/usr/bin/server > 1233@/usr/lib/libcache.so",
    );
  });

  it("of gperftools are taken as they are", () => {
    const [one] = read("gperftools.heap");
    expect(totals(one!.profile)).toEqual({ "objects/count": 4, "space/bytes": 6144 });
  });

  it("of jemalloc are scaled up by size and rate", () => {
    const [one] = read("jemalloc.heap");
    const scaled = (objects: number, bytes: number) =>
      Math.trunc(bytes / (1 - Math.exp(-(bytes / objects) / 524288)));
    expect(totals(one!.profile)["space/bytes"]).toBe(scaled(6, 2097152) + scaled(5, 3244032));
    expect(stacks(one!.profile)[1]![0]).toMatch(/> 1234@\/usr\/lib\/libcache\.so$/);
  });

  it("name the line that is no record", () => {
    const text = (name: string) => new TextDecoder().decode(fixtureBytes(`others/${name}`));
    expect(() => readText(text("tcmalloc.heap").replace("@ 0x000000402000", "0x402000"))).toThrow(
      /at line 4/,
    );
    expect(() => readText(text("jemalloc.heap").replace("@ 0x7f", "@ 7f"))).toThrow(
      /no address, at line 8/,
    );
  });
});

describe("Pyroscope", () => {
  it("a flame graph adds up to its bars' own values", () => {
    const [one] = read("single.flamebearer.json");
    expect(stacks(one!.profile)).toEqual([
      ["main", 10],
      ["main > fill", 20],
      ["main > spill", 30],
      ["main > fill > alloc", 40],
    ]);
    expect(one!.profile.sampleTypes).toEqual([{ type: "inuse_space", unit: "bytes" }]);
  });

  it("a flame graph of two profiles is two profiles", () => {
    const [before, after] = read("double.flamebearer.json");
    expect(stacks(before!.profile)).toEqual([
      ["main", 20],
      ["main > fill", 30],
    ]);
    expect(stacks(after!.profile)).toEqual([
      ["main", 10],
      ["main > fill", 70],
    ]);
  });

  it("answers of its interface are read", () => {
    expect(totals(read("stacktraces.flamegraph.json")[0]!.profile)).toEqual({ "value/count": 70 });
    const { profile } = read("merged.profile.json")[0]!;
    expect(stacks(profile)[0]).toEqual(["main.main > main.fill", 4096]);
    expect(profile.strings.get(profile.samples.labelText[0]!)).toBe("api-0");
  });
});

describe("Parca", () => {
  it("an answer holds a profile, which equals what go tool pprof reads", () => {
    const { profile } = read("parca-single.json")[0]!;
    expect(totals(profile)).toEqual({ "inuse_space/bytes": 515597868 });
    expect(profile.notes).toEqual([]);
  });

  it("a merge is told to be a sum, and has no time", () => {
    const { profile } = read("parca-merge.json")[0]!;
    expect(profile.timeNanos).toBe(0n);
    expect(profile.notes.map(noteText).join()).toMatch(/1931.*sum of several scrapes/);
  });
});

describe("Valgrind and perf", () => {
  it("DHAT has what was allocated, held at the peak and at the end", () => {
    const { profile } = read("leak.dhat.json")[0]!;
    expect(totals(profile)).toEqual({
      "alloc_objects/count": 63,
      "alloc_space/bytes": 210000,
      "peak_objects/count": 61,
      "peak_space/bytes": 110000,
      "end_objects/count": 40,
      "end_space/bytes": 40000,
    });
    expect(stacks(profile)[0]).toEqual(["main > fill_cache > make_row > malloc", 40000]);
    expect(profile.defaultSampleType).toBe("peak_space");
  });

  it("another version of DHAT's file is told", () => {
    expect(() => readText('{"dhatFileVersion":3,"mode":"heap","pps":[],"ftbl":[]}')).toThrow(
      /version 3; version 2 is read/,
    );
  });

  it("massif has its detailed snapshots, the peak as the main one", () => {
    const found = read("leak.massif.out");
    const text = readFileSync(
      new URL("../../fixtures/others/leak.massif.out", import.meta.url),
      "utf8",
    );
    const sums = [
      ...text.matchAll(
        /mem_heap_B=(\d+)\nmem_heap_extra_B=\d+\nmem_stacks_B=\d+\nheap_tree=(?:detailed|peak)/g,
      ),
    ].map((m) => Number(m[1]));
    expect(found.map((f) => totals(f.profile)["space/bytes"])).toEqual(sums);
    const peak = found.find((f) => f.isMain)!;
    expect(peak.name).toBe("snapshot 62 (peak)");
    expect(stacks(peak.profile)).toEqual([
      ["main > fill_cache > make_row", 60000],
      ["main > spill", 50000],
    ]);
  });

  it("perf script has a sample each and the time that its clock counted", () => {
    const { profile } = read("spin.perf.txt")[0]!;
    expect(totals(profile)).toEqual({
      "samples/count": 14,
      "cpu-clock/nanoseconds": 14 * 10101010,
    });
    expect(stacks(profile)[0]![0]).toBe("__libc_start_call_main > main > inner");
    expect(featuresOf(profile)).toMatchObject({ subject: "cpu", go: false });
  });
});
