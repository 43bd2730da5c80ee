import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  baseSamples,
  differenceOf,
  negative,
  scaleProfile,
  sumProfiles,
} from "../../src/profile/merge.js";
import {
  labelsFrom,
  labelsTo,
  type Profile,
  stackOfSample,
  valuesOf,
} from "../../src/profile/profile.js";
import { profileOfStacks, readProfile, stacksWithValues } from "../generate.js";
import { known } from "./golden.js";

const totals = (p: Profile) =>
  p.sampleTypes.map((_, t) => valuesOf(p, t).reduce((a, b) => a + b, 0) + 0);

/** Each sample as text, whatever the indices: stack with lines, labels, values. */
function told({ samples, locations, functions, strings, sampleTypes }: Profile): string[] {
  return Array.from({ length: samples.count }, (_, s) => {
    const parts: string[] = [];
    for (const l of stackOfSample(samples, s)) {
      parts.push("@");
      for (let k = locations.lineOffsets[l]!; k < locations.lineOffsets[l + 1]!; k++) {
        const f = locations.lineFunction[k]!;
        const name = f < 0 ? "-" : strings.get(functions.name[f]!);
        parts.push(`${name}:${locations.lineNumber[k]}`);
      }
    }
    for (let i = labelsFrom(samples, s); i < labelsTo(samples, s); i++) {
      const key = strings.get(samples.labelKey[i]!);
      parts.push(`${key}=${strings.get(samples.labelText[i]!)}${samples.labelNumber[i]}`);
    }
    const values = sampleTypes.map((_, t) => samples.values[t * samples.count + s]);
    return `${parts.join(" ")} ${values.join()}`;
  });
}

describe("the sum of profiles", () => {
  it("of one recording is that recording, sample by sample, without zeros", async () => {
    const profile = await known("leaking-operator/05.pb.gz");
    const zero = new Set(told(profile).filter((line) => line.endsWith(" 0,0,0,0")));
    const wanted = told(profile).filter((line) => !zero.has(line));
    expect(told(sumProfiles([profile]))).toEqual(wanted);
  });

  it("has the totals of all, and no two samples of one stack and labels", () => {
    const pair = fc.tuple(stacksWithValues, stacksWithValues);
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const one = profileOfStacks(a.stacks, a.values);
        const two = profileOfStacks(b.stacks, b.values);
        const sum = sumProfiles([one, two]);
        expect(totals(sum)).toEqual(totals(one).map((v, t) => v + totals(two)[t]!));
        const stacks = told(sum).map((line) => line.slice(0, line.lastIndexOf(" ")));
        expect(new Set(stacks).size).toBe(stacks.length);
        expect(told(sumProfiles([sum]))).toEqual(told(sum));
      }),
    );
  });

  it("keeps totals of any readable profile", () => {
    fc.assert(
      fc.property(readProfile, (profile) => {
        expect(totals(sumProfiles([profile]))).toEqual(totals(profile));
      }),
    );
  });

  it("adds a recording to itself by doubling", async () => {
    const profile = await known("configmap-list-storm/03-storm.pb.gz");
    const twice = sumProfiles([profile, profile]);
    expect(told(twice)).toEqual(told(scaleProfile(sumProfiles([profile]), [2, 2, 2, 2])));
  });

  it("knows a location again where the binary was loaded elsewhere", () => {
    const profile = profileOfStacks([[0, 1]], [5n]);
    const mapping = {
      id: 1n,
      start: 0x1000n,
      limit: 0x9000n,
      offset: 0n,
      file: "/bin/x",
      buildId: "",
      hasFunctions: true,
      hasFilenames: true,
      hasLineNumbers: true,
      hasInlineFrames: true,
    };
    const at = (shift: number): Profile => ({
      ...profile,
      mappings: [
        { ...mapping, start: mapping.start + BigInt(shift), limit: mapping.limit + BigInt(shift) },
      ],
      locations: {
        ...profile.locations,
        mapping: profile.locations.mapping.map(() => 0),
        addressLow: profile.locations.addressLow.map((a) => a + 0x1000 + shift),
      },
    });
    const sum = sumProfiles([at(0), at(0x5000)]);
    expect([sum.samples.count, sum.locations.count, sum.mappings.length]).toEqual([1, 2, 1]);
    expect(totals(sum)).toEqual([10]);
  });

  it("is refused where the sample types differ", async () => {
    const operator = await known("leaking-operator/05.pb.gz");
    expect(() => sumProfiles([operator, profileOfStacks([[0]], [1n])])).toThrow(
      "the profiles do not have the same sample types",
    );
  });
});

describe("the difference of profiles", () => {
  it("of a profile and itself has no samples, unless the base's stay apart", async () => {
    const profile = await known("leaking-operator/05.pb.gz");
    expect(differenceOf(profile, profile, false).samples.count).toBe(0);
    const apart = differenceOf(profile, profile, true);
    expect(totals(apart)).toEqual([0, 0, 0, 0]);
    const marks = baseSamples(apart)!;
    const own = sumProfiles([profile]).samples.count;
    expect([marks.reduce((a, b) => a + b, 0), apart.samples.count]).toEqual([own, own * 2]);
  });

  it("is negated where the two change places", () => {
    const pair = fc.tuple(stacksWithValues, stacksWithValues);
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const one = profileOfStacks(a.stacks, a.values);
        const two = profileOfStacks(b.stacks, b.values);
        const there = differenceOf(one, two, false);
        const back = negative(differenceOf(two, one, false));
        expect(told(there).sort()).toEqual(told(back).sort());
        expect(totals(there)).toEqual(totals(one).map((v, t) => v - totals(two)[t]!));
      }),
    );
  });
});

describe("scaling", () => {
  it("rounds halves away from zero and drops what became nothing", () => {
    const profile = profileOfStacks([[0], [1], [2], [3]], [5n, -5n, 1n, 0n]);
    expect([...scaleProfile(profile, [0.5]).samples.values]).toEqual([3, -3, 1]);
    expect([...scaleProfile(profile, [0.1]).samples.values]).toEqual([1, -1]);
    expect(scaleProfile(profile, [1])).toBe(profile);
  });
});
