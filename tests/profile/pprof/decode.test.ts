import fc from "fast-check";
import { Profile as PprofFormat } from "pprof-format";
import { describe, expect, it } from "vitest";
import { decodePprof, looksLikePprof } from "../../../src/profile/pprof/decode.js";
import {
  defaultSampleTypeIndex,
  type Profile,
  sampleTypeIndex,
  stackOfSample,
  valuesOf,
} from "../../../src/profile/profile.js";
import { noteText } from "../../../src/profile/profile-note.js";
import {
  exactInteger,
  NOTHING,
  type ProfileModel,
  profileModel,
  shown,
  type Text,
  wildStyle,
  writeProfile,
} from "../../generate.js";

/** All that a profile says, as plain objects: what it was made from, if it was read rightly. */
function said(profile: Profile) {
  const { samples, locations, functions, strings } = profile;
  const text = (index: number): string => strings.get(index);
  const id = (low: number, high: number): bigint => (BigInt(high) << 32n) | BigInt(low);
  const locationIds = Array.from(locations.idLow, (low, l) => id(low, locations.idHigh[l]!));
  return {
    sampleTypes: profile.sampleTypes,
    defaultSampleType: profile.defaultSampleType,
    mappings: profile.mappings.map(
      ({ hasFilenames: _a, hasLineNumbers: _b, hasInlineFrames: _c, ...rest }) => rest,
    ),
    functions: Array.from({ length: functions.count }, (_, f) => ({
      name: text(functions.name[f]!),
      systemName: text(functions.systemName[f]!),
      file: text(functions.file[f]!),
      startLine: functions.startLine[f]!,
    })),
    locations: Array.from({ length: locations.count }, (_, l) => ({
      id: locationIds[l],
      mapping: locations.mapping[l],
      address: id(locations.addressLow[l]!, locations.addressHigh[l]!),
      isFolded: locations.isFolded[l] === 1,
      lines: range(locations.lineOffsets, l).map((k) => ({
        fn: locations.lineFunction[k],
        line: locations.lineNumber[k],
        column: locations.lineColumn[k],
      })),
    })),
    samples: Array.from({ length: samples.count }, (_, s) => ({
      stack: [...stackOfSample(samples, s)],
      values: profile.sampleTypes.map((_, t) => valuesOf(profile, t)[s]),
      labels: range(samples.labelOffsets, samples.labelsOf[s]!).map((i) => ({
        key: text(samples.labelKey[i]!),
        text: text(samples.labelText[i]!),
        number: samples.labelNumber[i],
        unit: text(samples.labelUnit[i]!),
      })),
    })),
    comments: profile.comments,
    docUrl: profile.docUrl,
    dropFrames: profile.dropFrames,
    keepFrames: profile.keepFrames,
    timeNanos: profile.timeNanos,
    durationNanos: profile.durationNanos,
    periodType: profile.periodType,
    period: profile.period,
  };
}

function range(offsets: Uint32Array, at: number): number[] {
  const from = offsets[at]!;
  return Array.from({ length: offsets[at + 1]! - from }, (_, i) => from + i);
}

/** What `said` must give for a model. */
function meant(model: ProfileModel) {
  const type = (t: { type: Text; unit: Text }) => ({ type: shown(t.type), unit: shown(t.unit) });
  return {
    sampleTypes: model.sampleTypes.map(type),
    defaultSampleType: shown(model.defaultSampleType),
    mappings: model.mappings.map((m) => ({
      ...m,
      file: shown(m.file),
      buildId: shown(m.buildId),
    })),
    functions: model.functions.map((f) => ({
      name: shown(f.name),
      systemName: shown(f.systemName),
      file: shown(f.file),
      startLine: Number(f.startLine),
    })),
    locations: model.locations.map((l) => ({
      ...l,
      lines: l.lines.map((k) => ({ fn: k.fn, line: Number(k.line), column: Number(k.column) })),
    })),
    samples: model.samples.map((s) => ({
      stack: s.stack,
      values: s.values.map(Number),
      labels: s.labels.map((l) => ({
        key: shown(l.key),
        text: shown(l.text),
        number: Number(l.number),
        unit: shown(l.unit),
      })),
    })),
    comments: model.comments.map(shown),
    docUrl: shown(model.docUrl),
    dropFrames: shown(model.dropFrames),
    keepFrames: shown(model.keepFrames),
    timeNanos: model.timeNanos,
    durationNanos: model.durationNanos,
    periodType: model.periodType && type(model.periodType),
    period: Number(model.period),
  };
}

describe("the reader", () => {
  it("reads what was written, in any order and packing, with unknown fields of any kind", () => {
    fc.assert(
      fc.property(profileModel(), wildStyle, (model, style) => {
        const bytes = writeProfile(model, style);
        expect(said(decodePprof(bytes))).toEqual(meant(model));
        expect(looksLikePprof(writeProfile(model))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("agrees with pprof-format", () => {
    const signed = (n: number | bigint): number => Number(BigInt.asIntN(64, BigInt(n)));
    fc.assert(
      fc.property(profileModel(), fc.integer({ min: 0, max: 1 << 30 }), (model, seed) => {
        const bytes = writeProfile(model, { seed, modest: true });
        const ours = said(decodePprof(bytes));
        const theirs = PprofFormat.decode(bytes);
        const text = (n: number | bigint): string => theirs.stringTable.strings[Number(n)]!;
        const unsigned = (n: number | bigint): bigint => BigInt.asUintN(64, BigInt(n));
        expect(ours.samples.map((s) => s.values)).toEqual(
          theirs.sample.map((s) => s.value.map(signed)),
        );
        expect(ours.samples.map((s) => s.stack.map((l) => ours.locations[l!]!.id))).toEqual(
          theirs.sample.map((s) => s.locationId.map(unsigned)),
        );
        expect(ours.samples.map((s) => s.labels)).toEqual(
          theirs.sample.map((s) =>
            s.label.map((l) => ({
              key: text(l.key),
              text: text(l.str),
              number: signed(l.num),
              unit: text(l.numUnit),
            })),
          ),
        );
        expect(ours.functions.map((f) => [f.name, f.systemName, f.file])).toEqual(
          theirs.function.map((f) => [text(f.name), text(f.systemName), text(f.filename)]),
        );
        expect(ours.locations.map((l) => l.lines.map((k) => [k.line, k.column]))).toEqual(
          theirs.location.map((l) => l.line.map((k) => [k.line, k.column])),
        );
        expect(ours.locations.map((l) => l.address)).toEqual(
          theirs.location.map((l) => unsigned(l.address)),
        );
        expect(ours.sampleTypes).toEqual(
          theirs.sampleType.map((t) => ({ type: text(t.type), unit: text(t.unit) })),
        );
        expect(ours.comments).toEqual(theirs.comment.map(text));
        expect(ours.timeNanos).toBe(BigInt.asIntN(64, BigInt(theirs.timeNanos)));
        expect(ours.period).toBe(signed(theirs.period));
      }),
      { numRuns: 200 },
    );
  });

  it("holds values exactly up to 2^53 and says how many are beyond", () => {
    fc.assert(
      fc.property(profileModel(), (model) => {
        const all = model.samples.flatMap((s) => [...s.values, ...s.labels.map((l) => l.number)]);
        const beyond = all.filter((v) => v >= 1n << 53n || v < -(1n << 53n)).length;
        const profile = decodePprof(writeProfile(model));
        const told = profile.notes.map(noteText).find((n) => n.includes("2^53"));
        if (beyond === 0) expect(told).toBeUndefined();
        else expect(told).toMatch(new RegExp(`^${beyond} value`));
        model.samples.forEach((sample, s) => {
          sample.values.forEach((value, t) => {
            const held = valuesOf(profile, t)[s]!;
            if (value < 1n << 53n && value >= -(1n << 53n)) expect(BigInt(held)).toBe(value);
            else expect(held).toBe(Number(value));
          });
        });
      }),
    );
  });

  it("shows bytes that are no UTF-8 instead of throwing", () => {
    const text = fc.uint8Array({ minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(profileModel({ text, value: exactInteger }), (model) => {
        expect(said(decodePprof(writeProfile(model)))).toEqual(meant(model));
      }),
    );
    const broken = { type: Uint8Array.of(0x61, 0xff, 0x62), unit: "bytes" };
    const profile = decodePprof(writeProfile({ ...SMALL, sampleTypes: [broken] }));
    expect(profile.sampleTypes[0]!.type).toBe("a\ufffdb");
  });

  it("keeps a byte order mark, which is a part of the name", () => {
    const types = [{ type: "\ufeffspace", unit: "bytes" }];
    expect(decodePprof(writeProfile({ ...SMALL, sampleTypes: types })).sampleTypes).toEqual(types);
  });

  it("says that a profile has no samples", () => {
    expect(decodePprof(writeProfile({ ...SMALL, samples: [] })).notes.map(noteText)).toEqual([
      "The profile has no samples.",
    ]);
  });
});

describe("the sample type to show", () => {
  const types = ["alloc_space", "inuse_space"].map((type) => ({ type, unit: "bytes" }));
  const samples = [{ stack: [0], values: [1n, 2n], labels: [] }];
  const read = (defaultSampleType: string): Profile =>
    decodePprof(writeProfile({ ...SMALL, sampleTypes: types, samples, defaultSampleType }));

  it("is the one that the file names, else the last", () => {
    expect(defaultSampleTypeIndex(read("alloc_space"))).toBe(0);
    expect(defaultSampleTypeIndex(read(""))).toBe(1);
    expect(defaultSampleTypeIndex(read("nowhere"))).toBe(1);
  });

  it("is found by name", () => {
    expect(sampleTypeIndex(read(""), "inuse_space")).toBe(1);
    expect(sampleTypeIndex(read(""), "inuse_objects")).toBe(-1);
  });
});

const SMALL: ProfileModel = {
  ...NOTHING,
  sampleTypes: [{ type: "inuse_space", unit: "bytes" }],
  functions: [{ id: 1n, name: "main.main", systemName: "", file: "main.go", startLine: 1n }],
  locations: [
    {
      id: 1n,
      mapping: -1,
      address: 1n,
      isFolded: false,
      lines: [{ fn: 0, line: 1n, column: 0n }],
    },
  ],
  samples: [{ stack: [0], values: [8n], labels: [] }],
};
