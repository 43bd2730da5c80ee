import { gunzipSync } from "node:zlib";
import { Profile as PprofFormat } from "pprof-format";
import { describe, expect, it } from "vitest";
import { unpack } from "../../../src/profile/containers/unpack.js";
import { decodePprof } from "../../../src/profile/pprof/decode.js";
import { stackOfSample, valuesOf } from "../../../src/profile/profile.js";
import { ProfileError } from "../../../src/profile/profile-error.js";
import { fixtureBytes, RECORDINGS, recording } from "../../recordings.js";

describe("reading the recordings", () => {
  it("finds the total of 03-storm that its README states", async () => {
    const profile = await recording("configmap-list-storm/03-storm.pb.gz");
    expect(profile.sampleTypes.map((t) => `${t.type}/${t.unit}`)).toEqual([
      "alloc_objects/count",
      "alloc_space/bytes",
      "inuse_objects/count",
      "inuse_space/bytes",
    ]);
    const total = valuesOf(profile, 3).reduce((a, b) => a + b, 0);
    expect(Math.round(total / 1048576)).toBe(1892);
    expect(profile.period).toBe(524288);
  });

  it.each(RECORDINGS)("agrees with pprof-format on %s", async (name) => {
    const bytes = gunzipSync(fixtureBytes(name));
    const ours = decodePprof(bytes);
    const theirs = PprofFormat.decode(bytes);
    expect(ours.samples.count).toBe(theirs.sample.length);
    const { samples, locations } = ours;
    theirs.sample.forEach((sample, s) => {
      const ids = Array.from(stackOfSample(samples, s), (l) => locations.idLow[l]!);
      expect(ids).toEqual(sample.locationId.map(Number));
      const values = sample.value.map((_, t) => valuesOf(ours, t)[s]);
      expect(values).toEqual(sample.value.map(Number));
    });
    expect(Array.from(ours.functions.name, (n) => ours.strings.get(n))).toEqual(
      theirs.function.map((f) => theirs.stringTable.strings[Number(f.name)]),
    );
  });
});

describe("a file that is cut", () => {
  it("is told so with the byte, wherever the packed file is cut", async () => {
    const whole = fixtureBytes("leaking-operator/00.pb.gz");
    for (let at = 1; at < whole.length; at += 61) {
      const cut = whole.slice(0, at);
      const read = unpack(cut).then((bytes) => decodePprof(bytes));
      await expect(read, `cut at ${at}`).rejects.toThrow(ProfileError);
      await expect(read, `cut at ${at}`).rejects.toThrow(/byte \d+/);
    }
  });

  it("is told so with the byte, wherever the unpacked file is cut", () => {
    const whole = gunzipSync(fixtureBytes("leaking-operator/00.pb.gz"));
    for (let at = 1; at < whole.length; at++) {
      expect(() => decodePprof(whole.subarray(0, at)), `cut at ${at}`).toThrow(/at byte \d+/);
    }
  });
});
