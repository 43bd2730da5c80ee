import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { otlpFile, otlpJsonFile } from "../../src/export/otlp-file.js";
import { pprofFile } from "../../src/export/pprof-file.js";
import { finish } from "../../src/lib/steps.js";
import { unpack } from "../../src/profile/containers/unpack.js";
import { readProfiles } from "../../src/profile/formats/read-profile.js";
import type { Profile } from "../../src/profile/profile.js";
import { noteText } from "../../src/profile/profile-note.js";
import { recording } from "../recordings.js";

const FILES = [
  ...["labels_size", "comments", "drop_keep", "inlined", "unsymbolized3maps", "mangled"].map(
    (name) => `cases/${name}.pb.gz`,
  ),
  "cases/negatives.pb.gz",
  "leaking-operator/02.pb.gz",
];

const read = (bytes: Uint8Array) => finish(readProfiles(bytes));
/** A profile as this page writes it: equal bytes are equal profiles. */
const written = async (profile: Profile) => Buffer.from(await unpack(finish(pprofFile([profile]))));

describe("OpenTelemetry profiles", () => {
  it.each(FILES)("of %s are read back without loss, as protobuf and as JSON", async (name) => {
    const profile = await recording(name);
    const wanted = await written(profile);
    for (const bytes of [otlpFile(profile), new TextEncoder().encode(otlpJsonFile(profile))]) {
      const [one, ...more] = read(bytes);
      expect(more).toEqual([]);
      expect(one!.profile.notes).toEqual([]);
      expect((await written(one!.profile)).equals(wanted)).toBe(true);
    }
  });

  it("leave a frame out that refers to no location", async () => {
    const file = JSON.parse(otlpJsonFile(await recording("cases/comments.pb.gz")));
    const stack = file.dictionary.stackTable.find(
      (s: { locationIndices?: number[] }) => s.locationIndices?.length,
    );
    const before = read(new TextEncoder().encode(JSON.stringify(file)))[0]!.profile.samples;
    stack.locationIndices.push(0);
    const { samples } = read(new TextEncoder().encode(JSON.stringify(file)))[0]!.profile;
    expect(samples.stackLocations).toEqual(before.stackLocations);
  });

  it("of a version without the tables that are known are told", async () => {
    const profile = await recording("cases/comments.pb.gz");
    const file = JSON.parse(otlpJsonFile(profile));
    const text = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
    expect(() => read(text({ resourceProfiles: file.resourceProfiles }))).toThrow(
      /version that is not read: it has no dictionary/,
    );
    const { stackTable: _, ...older } = file.dictionary;
    expect(() => read(text({ ...file, dictionary: older }))).toThrow(/has no table of stacks/);
  });

  it("with fields that are not known are read, and that is told", async () => {
    const profile = await recording("cases/comments.pb.gz");
    // The dictionary again with nothing but a field 15, and a resource with a field 99.
    const bytes = Uint8Array.from([...otlpFile(profile), 0x0a, 0x05, 0x12, 0x00, 0x9a, 0x06, 0x00]);
    const [one] = read(bytes);
    expect(one!.profile.samples.count).toBe(profile.samples.count);
    expect(one!.profile.notes.map(noteText).join()).toMatch(/1 fields? of the file .* not known/);
  });

  it("that name what is not there are refused with the place", async () => {
    const file = JSON.parse(otlpJsonFile(await recording("cases/comments.pb.gz")));
    const text = () => new TextEncoder().encode(JSON.stringify(file));
    file.resourceProfiles[0].scopeProfiles[0].profiles[0].samples[0].stackIndex = 99;
    expect(() => read(text())).toThrow(
      /samples\[0\]\.stackIndex refers to entry 99 of a table of 2/,
    );
  });

  it("that other programs wrote by hand add up", () => {
    const bytes = readFileSync(new URL("../fixtures/others/hand.otlp.json", import.meta.url));
    const found = read(new Uint8Array(bytes));
    expect(found.map((f) => f.name)).toEqual(["shop", "shop 2"]);
    const { profile } = found[0]!;
    expect(profile.sampleTypes).toEqual([
      { type: "cpu", unit: "nanoseconds" },
      { type: "samples", unit: "count" },
    ]);
    // Sums of values; where there are moments only, how many.
    expect([...profile.samples.values]).toEqual([30, 5, 3, 1]);
    const { strings, samples } = profile;
    const labels = Array.from(samples.labelKey, (k, i) => [
      strings.get(k),
      strings.get(samples.labelText[i]!) || samples.labelNumber[i],
    ]);
    expect(labels).toEqual([
      ["thread", 7],
      ["trace_id", "0102030405060708090a0b0c0d0e0f10"],
      ["span_id", "0102030405060708"],
    ]);
  });
});
