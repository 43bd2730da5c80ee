import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { finish } from "../../src/lib/steps.js";
import { decodePprof } from "../../src/profile/pprof/decode.js";
import { stackOfSample } from "../../src/profile/profile.js";
import { withManySamples } from "../../src/worker/many-samples.js";
import { fixtureBytes } from "../recordings.js";

const plain = new Uint8Array(gunzipSync(fixtureBytes("leaking-operator/00.pb.gz")));
const few = decodePprof(plain);
const stack = (profile: typeof few, sample: number) => [...stackOfSample(profile.samples, sample)];

describe("a profile of many samples", () => {
  const many = decodePprof(finish(withManySamples(plain, 3000)));

  it("has its own samples first, as they were", () => {
    expect(many.samples.count).toBe(few.samples.count + 3000);
    for (let s = 0; s < few.samples.count; s++) expect(stack(many, s)).toEqual(stack(few, s));
  });

  it("has them again with less of their leaf, some twice over", () => {
    const known = new Set<string>();
    for (let s = 0; s < few.samples.count; s++) {
      const locations = stack(few, s);
      for (let less = 0; less < locations.length; less++) known.add(locations.slice(less).join());
    }
    let twice = 0;
    for (let s = few.samples.count; s < many.samples.count; s++) {
      const locations = stack(many, s);
      if (known.has(locations.join())) continue;
      const half = locations.slice(0, locations.length / 2);
      expect([...half, ...half]).toEqual(locations);
      expect(known.has(half.join())).toBe(true);
      twice++;
    }
    expect(twice).toBeGreaterThan(200);
  });

  it("has a number of 64 bits", () => {
    expect(many.timeNanos).toBeGreaterThan(1n << 60n);
  });

  it("stays as it is where there is no stack to repeat", () => {
    const none = new Uint8Array([0x32, 0]);
    expect(finish(withManySamples(none, 10)).subarray(0, 2)).toEqual(none);
  });
});
