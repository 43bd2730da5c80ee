import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { finish } from "../../../../src/lib/steps.js";
import { readProfiles } from "../../../../src/profile/formats/read-profile.js";
import { decodePprof } from "../../../../src/profile/pprof/decode.js";
import {
  labelsFrom,
  labelsTo,
  type Profile,
  stackOfSample,
  valuesOf,
} from "../../../../src/profile/profile.js";
import { noteText } from "../../../../src/profile/profile-note.js";
import { fixtureBytes } from "../../../recordings.js";

const bytesOf = (name: string) => {
  const bytes = fixtureBytes(name);
  return name.endsWith(".gz") ? new Uint8Array(gunzipSync(bytes)) : bytes;
};
const read = (text: string | Uint8Array) =>
  finish(readProfiles(typeof text === "string" ? new TextEncoder().encode(text) : text));
const only = (text: string | Uint8Array): Profile => {
  const found = read(text);
  expect(found).toHaveLength(1);
  return found[0]!.profile;
};
const totals = (profile: Profile) =>
  Object.fromEntries(
    profile.sampleTypes.map(({ type }, t) => [
      type,
      valuesOf(profile, t).reduce((sum, v) => sum + v, 0),
    ]),
  );

/** The names of a sample's frames, leaf first. */
function namesOf(profile: Profile, sample: number): string[] {
  const { samples, locations, functions, strings } = profile;
  const names: string[] = [];
  for (const l of stackOfSample(samples, sample)) {
    for (let k = locations.lineOffsets[l]!; k < locations.lineOffsets[l + 1]!; k++) {
      names.push(strings.get(functions.name[locations.lineFunction[k]!]!));
    }
  }
  return names;
}

function labelsOf({ samples, strings }: Profile, sample: number): Record<string, string | number> {
  const out: Record<string, string | number> = {};
  for (let i = labelsFrom(samples, sample); i < labelsTo(samples, sample); i++) {
    const text = strings.get(samples.labelText[i]!);
    out[strings.get(samples.labelKey[i]!)] = text || samples.labelNumber[i]!;
  }
  return out;
}

/** Bytes by leaf function, of the live heap. */
function byLeaf(profile: Profile): Record<string, number> {
  const out: Record<string, number> = {};
  const values = valuesOf(profile, 3);
  values.forEach((value, s) => {
    const leaf = namesOf(profile, s)[0] ?? "";
    if (value !== 0) out[leaf] = (out[leaf] ?? 0) + value;
  });
  return out;
}

describe("a heap as ?debug=1 prints it", () => {
  // What `go tool pprof -top -unit=B -nodefraction=0 -sample_index=T` accounts for.
  it.each([
    ["configmap-list-storm/05-storm.debug1.txt.gz", 10328192, 21842132351, 398474, 2105310073],
    ["leaking-operator/06.debug1.txt", 702418, 3139503390, 69734, 371870532],
    ["texts/apiserver-heap.debug1.txt.gz", 72494003, 11032964160, 2705303, 543679974],
    ["texts/operator-heap.debug1.txt.gz", 320406, 368050270, 141030, 127828806],
  ])("has the totals of go tool pprof: %s", (name, ...expected) => {
    const profile = only(bytesOf(name));
    expect(Object.values(totals(profile))).toEqual(expected);
    expect(profile.period).toBe(524288);
    expect(profile.format).toBe("go-heap-text");
  });

  it("has the functions of the binary profile that was recorded with it", () => {
    const text = only(bytesOf("leaking-operator/06.debug1.txt"));
    const binary = decodePprof(bytesOf("leaking-operator/05.pb.gz"));
    expect(byLeaf(text)).toEqual(byLeaf(binary));
  });

  it("has names, files and lines, and several functions where they were inlined", () => {
    const profile = only(
      "heap profile: 1: 1048576 [1: 1048576] @ heap/2\n1: 1048576 [1: 1048576] @ 0x401000 0x402000\n#\t0x400fff\tmain.inner+0x1f\t/src/main.go:12\n#\t0x400fff\tmain.outer+0x1f\t/src/main.go:20\n#\t0x401fff\tmain.main+0x2f\t/src/main.go:30\n",
    );
    expect(namesOf(profile, 0)).toEqual(["main.inner", "main.outer", "main.main"]);
    expect(profile.locations.count).toBe(2);
    expect([...profile.locations.lineNumber]).toEqual([12, 20, 30]);
    expect(labelsOf(profile, 0)).toEqual({ bytes: 1048576 });
  });

  it("keeps a function that calls itself from one place as often as it did", () => {
    const profile = only(
      "heap profile: 1: 8 [1: 8] @ heap/2\n1: 8 [1: 8] @ 0x11 0x11 0x11 0x21\n#\t0x10\tmain.rec+0x1\t/m.go:1\n#\t0x10\tmain.rec+0x1\t/m.go:1\n#\t0x10\tmain.rec+0x1\t/m.go:1\n#\t0x20\tmain.main+0x1\t/m.go:9\n",
    );
    expect(namesOf(profile, 0)).toEqual(["main.rec", "main.rec", "main.rec", "main.main"]);
  });

  it("keeps what runtime.MemStats said", () => {
    const { memStats, timeNanos } = only(bytesOf("configmap-list-storm/05-storm.debug1.txt.gz"));
    expect(memStats).toMatchObject({
      heapAlloc: 2107532728,
      heapSys: 5096046592,
      heapIdle: 2914615296,
      heapReleased: 1359249408,
      stackInuse: 8421376,
      gcSys: 181186976,
      numGC: 46,
      nextGC: 4208442320,
      maxRss: 5188214784,
    });
    expect(memStats!.gcCpuFraction).toBeCloseTo(0.0082, 4);
    expect(memStats!.pauseTotalNs).toBeGreaterThan(0);
    expect(timeNanos).toBe(1795462491482264792n);
  });

  it("does not add up pauses of which Go has forgotten some", () => {
    const text = (collections: number) =>
      `heap profile: 1: 8 [1: 9] @ heap/2\n\n# runtime.MemStats\n# PauseNs = [5 7 0]\n# NumGC = ${collections}\n`;
    expect(only(text(2)).memStats).toEqual({ numGC: 2, pauseTotalNs: 12 });
    expect(only(text(257)).memStats).toEqual({ numGC: 257 });
  });
});

describe("goroutines", () => {
  it("are counted by stack where ?debug=1 prints them, with their labels", () => {
    const profile = only(bytesOf("texts/operator-goroutine.debug1.txt"));
    expect(totals(profile)).toEqual({ goroutine: 6338 });
    expect(namesOf(profile, 0)).toEqual([
      "example.org/fleet-operator/internal/controller.(*PodReconciler).follow",
    ]);
    const labelled = only(bytesOf("texts/small-goroutine.debug1.txt"));
    expect(labelsOf(labelled, 0)).toEqual({ path: 'a "quoted" one', tenant: "blue" });
    expect(labelled.features?.subject).toBe("goroutines");
  });

  it("are grouped by stack, state and waiting time where ?debug=2 prints them", () => {
    const profile = only(bytesOf("texts/operator-goroutine.debug2.txt.gz"));
    expect(totals(profile)).toEqual({ goroutine: 6338 });
    expect(profile.samples.count).toBe(30);
    const most = valuesOf(profile, 0).indexOf(6286);
    expect(namesOf(profile, most)).toEqual([
      "example.org/fleet-operator/internal/controller.(*PodReconciler).follow",
    ]);
    expect(labelsOf(profile, most).state).toBe("chan receive");
  });

  it("keep minutes, locks, creators and what Go left out", () => {
    const profile = only(
      "goroutine 7 [select, 12 minutes, locked to thread]:\nmain.(*T).wait(0xc000, {0x1, 0x2})\n\t/src/main.go:5 +0x1\nmain.run(...)\n\t/src/main.go:6\n...additional frames elided...\ncreated by main.start in goroutine 1\n\t/src/main.go:9 +0x2\n\ngoroutine 8 [running]:\n\tgoroutine running on other thread; stack unavailable\n",
    );
    expect(namesOf(profile, 0)).toEqual(["main.(*T).wait", "main.run"]);
    expect(labelsOf(profile, 0)).toEqual({
      state: "select",
      wait: 12,
      locked: "to thread",
      "created by": "main.start",
    });
    expect(profile.notes.map(noteText).join()).toMatch(
      /left frames out.*could not print the stack/,
    );
  });

  it("say so where a text was cut short", () => {
    const text = new TextDecoder().decode(bytesOf("texts/operator-goroutine.debug1.txt"));
    expect(
      only(text.slice(0, text.indexOf("\n\n")))
        .notes.map(noteText)
        .join(),
    ).toMatch(/6338 in all.*add up to 6286/);
  });
});

describe("other texts of Go's", () => {
  it.each([
    ["texts/small-block.debug1.txt", { contentions: 22, delay: 468362942 }],
    ["texts/small-mutex.debug1.txt", { contentions: 48, delay: 1069586895 }],
    ["texts/small-threadcreate.debug1.txt", { threadcreate: 4 }],
  ])("have the totals of go tool pprof: %s", (name, expected) => {
    const profile = only(bytesOf(name));
    expect(totals(profile)).toEqual(expected);
  });

  it("are what they are: waiting is no heap", () => {
    expect(only(bytesOf("texts/small-block.debug1.txt")).features?.subject).toBe("contention");
    expect(only(bytesOf("texts/small-threadcreate.debug1.txt")).features?.subject).toBe("threads");
    expect(only(bytesOf("texts/small-allocs.debug1.txt")).features?.subject).toBe("heap");
  });
});

describe("dumps inside other texts", () => {
  const heap =
    "heap profile: 1: 1048576 [1: 1048577] @ heap/2\n1: 1048576 [1: 1048577] @ 0x401000\n#\t0x400fff\tmain.leak+0x1f\t/src/main.go:12\n";

  it("are found behind whatever a log puts in front of each line", () => {
    const lines = heap.trimEnd().split("\n");
    const log = lines
      .map((line, i) => `2026-11-23T19:3${i}:00.12${i}Z pod/api-0 stdout F ${line}`)
      .join("\n");
    const profile = only(`2026-11-23T19:29:00Z pod/api-0 stdout F starting\n${log}\n`);
    expect(namesOf(profile, 0)).toEqual(["main.leak"]);
    expect(totals(profile).inuse_space).toBe(1048576);
  });

  it("are each a profile, whose own bytes give it again", () => {
    const found = read(
      `before\n${heap}\nbetween\ngoroutine profile: total 3\n3 @ 0x11\n#\t0x10\tmain.wait+0x1\t/m.go:1\n\n${heap}after\n`,
    );
    expect(found.map((f) => f.profile.format)).toEqual([
      "go-heap-text",
      "go-count-text",
      "go-heap-text",
    ]);
    for (const { bytes, profile } of found) {
      expect(totals(only(bytes!))).toEqual(totals(profile));
    }
  });

  it("begin anew where a goroutine is there a second time", () => {
    const dump =
      "goroutine 1 [running]:\nmain.main()\n\t/m.go:1 +0x1\n\ngoroutine 5 [select]:\nmain.wait()\n\t/m.go:2 +0x1\n\n";
    expect(read(dump + dump).map((f) => totals(f.profile))).toEqual([
      { goroutine: 2 },
      { goroutine: 2 },
    ]);
  });

  it("stand beside a table in one ticket", () => {
    const found = read(`top:\n1MB 50% 50% 2MB 100% main.leak\n\nand the dump:\n${heap}`);
    expect(found.map((f) => f.profile.format)).toEqual(["go-heap-text", "pprof-table"]);
  });

  it("are read as PowerShell writes them: in UTF-16", () => {
    const utf16 = new Uint8Array(2 + heap.length * 2);
    utf16.set([0xff, 0xfe]);
    for (let i = 0; i < heap.length; i++) utf16[2 + 2 * i] = heap.charCodeAt(i);
    expect(namesOf(only(utf16), 0)).toEqual(["main.leak"]);
  });
});
