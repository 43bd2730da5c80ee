import { GrowableFloat64, GrowableUint32 } from "../lib/growable.js";
import { PROFILE_WORDS } from "../words/readers/profile-words.js";
import {
  labelsFrom,
  labelsTo,
  type Mapping,
  ownNumbers,
  type Profile,
  stackOfSample,
} from "./profile.js";
import { ProfileError } from "./profile-error.js";
import { differentNotes } from "./profile-note.js";
import { StringTable } from "./string-table.js";

/**
 * The sum of some profiles, as `go tool pprof A B C` makes it (google/pprof, profile/merge.go):
 * samples of the same stack and labels are added, samples of nothing but zeros are left out, and
 * locations are the same where their addresses within the mapping, functions and lines are. Of a
 * single profile it is that profile with its repeated samples added.
 * @throws ProfileError where the profiles do not have the same sample types
 */
export function sumProfiles(profiles: readonly Profile[]): Profile {
  const first = profiles[0];
  if (!first) throw new ProfileError(PROFILE_WORDS.noProfiles);
  for (const profile of profiles) checkAlike(first, profile);
  const merger = new Merger(first.sampleTypes.length);
  for (const profile of profiles) merger.add(profile);
  return merger.done(profiles);
}

/** Label with which pprof marks the samples of a base. */
const BASE_LABEL = "pprof::base";

/**
 * The profile with a base taken away, as pprof's -base and -diff_base make it.
 * @param marked the base's samples carry the label pprof::base and stay apart (-diff_base)
 * @throws ProfileError where the profiles do not have the same sample types
 */
export function differenceOf(profile: Profile, base: Profile, marked: boolean): Profile {
  checkAlike(profile, base);
  const merger = new Merger(profile.sampleTypes.length);
  const taken = negative(base);
  merger.add(profile);
  merger.add(taken, marked);
  return merger.done([profile, taken]);
}

/** The profile with all values negated. */
export function negative(profile: Profile): Profile {
  return scaleProfile(
    profile,
    profile.sampleTypes.map(() => -1),
  );
}

/** 1 for each sample that is marked as a base's; undefined where none is. */
export function baseSamples({ samples, strings }: Profile): Uint8Array | undefined {
  let marks: Uint8Array | undefined;
  for (let s = 0; s < samples.count; s++) {
    for (let i = labelsFrom(samples, s); i < labelsTo(samples, s); i++) {
      if (samples.labelText[i] === 0) continue;
      if (strings.get(samples.labelKey[i]) !== BASE_LABEL) continue;
      if (strings.get(samples.labelText[i]) !== "true") continue;
      marks ??= new Uint8Array(samples.count);
      marks[s] = 1;
    }
  }
  return marks;
}

/**
 * The profile with each sample type's values multiplied by its ratio and rounded; a sample of
 * which all scaled values became zero is left out, as in pprof's `ScaleN`.
 * @param ratios one a sample type
 */
export function scaleProfile(profile: Profile, ratios: readonly number[]): Profile {
  if (ratios.every((r) => r === 1)) return profile;
  const { samples } = profile;
  const { count } = samples;
  const scaled = samples.values.slice();
  const keep = new Uint8Array(count);
  ratios.forEach((ratio, t) => {
    if (ratio === 1) return;
    for (let s = 0; s < count; s++) {
      const value = roundAway(scaled[t * count + s] * ratio);
      scaled[t * count + s] = value;
      if (value !== 0) keep[s] = 1;
    }
  });
  const kept: number[] = [];
  for (let s = 0; s < count; s++) if (keep[s] === 1) kept.push(s);
  const values = new Float64Array(kept.length * ratios.length);
  ratios.forEach((_, t) => {
    kept.forEach((s, i) => {
      values[t * kept.length + i] = scaled[t * count + s];
    });
  });
  return {
    ...profile,
    samples: {
      ...samples,
      count: kept.length,
      stackOf: Int32Array.from(kept, (s) => samples.stackOf[s]),
      values,
      labelsOf: Int32Array.from(kept, (s) => samples.labelsOf[s]),
    },
  };
}

/** Halves away from zero, as Go's math.Round. */
function roundAway(value: number): number {
  const rounded = Math.sign(value) * Math.round(Math.abs(value));
  return rounded === 0 ? 0 : rounded;
}

function checkAlike(a: Profile, b: Profile): void {
  const told = (p: Profile) => p.sampleTypes.map((t) => `${t.type}/${t.unit}`).join(", ");
  if (told(a) !== told(b)) {
    throw new ProfileError(PROFILE_WORDS.unlike(told(a), told(b)), {
      hint: PROFILE_WORDS.hints.oneKind,
    });
  }
}

/** A pprof mapping counts as the same where its rounded size, offset and build are. */
const MAPPING_ROUNDING = 0x1000n;

class Merger {
  private readonly strings: string[] = [""];
  private readonly stringIndex = new Map<string, number>([["", 0]]);
  private readonly mappings: Mapping[] = [];
  private readonly mappingIndex = new Map<string, number>();
  private readonly functionIndex = new Map<string, number>();
  private readonly functions: number[][] = [];
  private readonly startLines: number[] = [];
  private readonly locationIndex = new Map<string, number>();
  private readonly locations: {
    address: bigint;
    mapping: number;
    isFolded: number;
    lines: [number, number, number][];
  }[] = [];
  private readonly sampleIndex = new Map<string, number>();
  private readonly stackOffsets = new GrowableUint32();
  private readonly stackLocations = new GrowableUint32();
  private readonly labelOffsets = new GrowableUint32();
  private readonly labels = [0, 1, 2].map(() => new GrowableUint32());
  private readonly labelNumber = new GrowableFloat64();
  private readonly values: number[][] = [];

  constructor(private readonly typeCount: number) {}

  /** @param marked the samples get the label of a base */
  add(profile: Profile, marked = false): void {
    const { samples, mappings } = profile;
    const { count } = samples;
    const mappingOf: ({ index: number; shift: bigint } | undefined)[] = [];
    const functionOf = new Map<number, number>();
    const locationOf = new Int32Array(profile.locations.count).fill(-1);
    // The first mapping is the main binary and stays the first.
    if (this.mappings.length === 0 && mappings.length > 0) {
      mappingOf[0] = this.mapping(mappings[0]);
    }
    for (let s = 0; s < count; s++) {
      const values: number[] = [];
      for (let t = 0; t < this.typeCount; t++) values.push(samples.values[t * count + s]);
      if (values.every((v) => v === 0)) continue;
      const stack: number[] = [];
      for (const l of stackOfSample(samples, s)) {
        if (locationOf[l] < 0) locationOf[l] = this.location(profile, l, mappingOf, functionOf);
        stack.push(locationOf[l]);
      }
      const labels = this.labelsOf(profile, s, marked);
      const key = `${stack.join()};${labels
        .map((l) => l.join("\u0001"))
        .sort()
        .join()}`;
      const known = this.sampleIndex.get(key);
      if (known !== undefined) {
        const sum = this.values[known];
        for (let t = 0; t < sum.length; t++) sum[t] += values[t];
        continue;
      }
      this.sampleIndex.set(key, this.values.length);
      this.values.push(values);
      this.stackOffsets.push(this.stackLocations.length);
      for (const l of stack) this.stackLocations.push(l);
      this.labelOffsets.push(this.labelNumber.length);
      for (const [name, text, number, unit] of labels) {
        this.labels[0].push(name);
        this.labels[1].push(text);
        this.labels[2].push(unit);
        this.labelNumber.push(number);
      }
    }
  }

  done(sources: readonly Profile[]): Profile {
    const first = sources[0];
    const { locations, functions } = this;
    const lineOffsets = new Uint32Array(locations.length + 1);
    locations.forEach((l, i) => {
      lineOffsets[i + 1] = lineOffsets[i] + l.lines.length;
    });
    const lines = locations.flatMap((l) => l.lines);
    const column = (c: number) => Uint32Array.from(functions, (f) => f[c]);
    // What sums to zero throughout is left out, as zeros in a file are.
    const kept = this.values.flatMap((v, s) => (v.some((x) => x !== 0) ? [s] : []));
    const samples = this.samples(kept);
    const earliest = sources.reduce(
      (time, p) => (time === 0n || p.timeNanos < time ? p.timeNanos : time),
      0n,
    );
    return {
      sampleTypes: first.sampleTypes,
      defaultSampleType: sources.find((p) => p.defaultSampleType)?.defaultSampleType ?? "",
      samples,
      locations: {
        count: locations.length,
        idLow: Uint32Array.from(locations, (_, i) => i + 1),
        idHigh: new Uint32Array(locations.length),
        addressLow: Uint32Array.from(locations, (l) => Number(l.address & 0xffffffffn)),
        addressHigh: Uint32Array.from(locations, (l) => Number(l.address >> 32n)),
        mapping: Int32Array.from(locations, (l) => l.mapping),
        isFolded: Uint8Array.from(locations, (l) => l.isFolded),
        lineOffsets,
        lineFunction: Int32Array.from(lines, (l) => l[0]),
        lineNumber: Float64Array.from(lines, (l) => l[1]),
        lineColumn: Float64Array.from(lines, (l) => l[2]),
      },
      functions: {
        count: functions.length,
        name: column(0),
        systemName: column(1),
        file: column(2),
        startLine: Float64Array.from(this.startLines),
      },
      mappings: this.mappings,
      strings: StringTable.of(this.strings),
      comments: [...new Set(sources.flatMap((p) => p.comments))],
      docUrl: sources.find((p) => p.docUrl)?.docUrl ?? "",
      dropFrames: first.dropFrames,
      keepFrames: first.keepFrames,
      timeNanos: earliest,
      durationNanos: sources.reduce((sum, p) => sum + p.durationNanos, 0n),
      periodType: first.periodType,
      period: sources.reduce((most, p) => Math.max(most, p.period), 0),
      notes: differentNotes(sources.flatMap((p) => p.notes)),
    };
  }

  private samples(kept: readonly number[]): Profile["samples"] {
    const stackEnd = [...this.stackOffsets.done(), this.stackLocations.length];
    const labelEnd = [...this.labelOffsets.done(), this.labelNumber.length];
    const stackOffsets = new Uint32Array(kept.length + 1);
    const labelOffsets = new Uint32Array(kept.length + 1);
    const stack = new GrowableUint32();
    const label: number[] = [];
    const values = new Float64Array(kept.length * this.typeCount);
    kept.forEach((s, i) => {
      for (let k = stackEnd[s]; k < stackEnd[s + 1]; k++) stack.push(this.stackLocations.array[k]);
      for (let k = labelEnd[s]; k < labelEnd[s + 1]; k++) label.push(k);
      stackOffsets[i + 1] = stack.length;
      labelOffsets[i + 1] = label.length;
      for (let t = 0; t < this.typeCount; t++) values[t * kept.length + i] = this.values[s][t];
    });
    const pick = (from: Uint32Array) => Uint32Array.from(label, (k) => from[k]);
    return {
      count: kept.length,
      stackOf: ownNumbers(kept.length),
      stackOffsets,
      stackLocations: stack.done(),
      values,
      labelsOf: ownNumbers(kept.length),
      labelOffsets,
      labelKey: pick(this.labels[0].array),
      labelText: pick(this.labels[1].array),
      labelNumber: Float64Array.from(label, (k) => this.labelNumber.array[k]),
      labelUnit: pick(this.labels[2].array),
    };
  }

  private string(text: string): number {
    let index = this.stringIndex.get(text);
    if (index === undefined) {
      index = this.strings.length;
      this.strings.push(text);
      this.stringIndex.set(text, index);
    }
    return index;
  }

  /** [key, text, number, unit] of each label of a sample. */
  private labelsOf(
    { samples, strings }: Profile,
    s: number,
    marked: boolean,
  ): [number, number, number, number][] {
    const out: [number, number, number, number][] = [];
    const of = (index: number) => (index === 0 ? 0 : this.string(strings.get(index)));
    const mark = marked ? this.string(BASE_LABEL) : -1;
    for (let i = labelsFrom(samples, s); i < labelsTo(samples, s); i++) {
      const key = of(samples.labelKey[i]);
      const text = of(samples.labelText[i]);
      const number = samples.labelNumber[i];
      const unit = of(samples.labelUnit[i]);
      if (key === mark && text !== 0) continue;
      // A label of neither text nor number is none, as pprof reads it.
      if (text === 0 && number === 0 && unit === 0) continue;
      out.push([key, text, number, unit]);
    }
    if (marked) out.push([mark, this.string("true"), 0, 0]);
    return out;
  }

  private mapping(source: Mapping): { index: number; shift: bigint } {
    const size =
      ((source.limit - source.start + MAPPING_ROUNDING - 1n) / MAPPING_ROUNDING) * MAPPING_ROUNDING;
    const key = `${size} ${source.offset} ${source.buildId || source.file}`;
    const known = this.mappingIndex.get(key);
    if (known !== undefined) {
      return { index: known, shift: this.mappings[known].start - source.start };
    }
    const index = this.mappings.length;
    this.mappings.push({ ...source, id: BigInt(index + 1) });
    this.mappingIndex.set(key, index);
    return { index, shift: 0n };
  }

  private location(
    profile: Profile,
    l: number,
    mappingOf: ({ index: number; shift: bigint } | undefined)[],
    functionOf: Map<number, number>,
  ): number {
    const { locations, mappings } = profile;
    const m = locations.mapping[l];
    if (m >= 0) mappingOf[m] ??= this.mapping(mappings[m]);
    const mapped = mappingOf[m];
    const low = BigInt(locations.addressLow[l]);
    const own = (BigInt(locations.addressHigh[l]) << 32n) | low;
    const address = BigInt.asUintN(64, own + (mapped?.shift ?? 0n));
    const mapping = mapped?.index ?? -1;
    const lines: [number, number, number][] = [];
    for (let k = locations.lineOffsets[l]; k < locations.lineOffsets[l + 1]; k++) {
      const f = locations.lineFunction[k];
      lines.push([
        f < 0 ? -1 : this.functionFor(profile, f, functionOf),
        locations.lineNumber[k],
        locations.lineColumn[k],
      ]);
    }
    const isFolded = locations.isFolded[l];
    // The column is no part of what makes a location the same: Go 1.19's pprof knows none.
    const told = lines.map(([f, line]) => `${f}:${line}`).join("|");
    const key = `${address} ${mapping} ${isFolded} ${told}`;
    const known = this.locationIndex.get(key);
    if (known !== undefined) return known;
    this.locations.push({ address, mapping, isFolded, lines });
    this.locationIndex.set(key, this.locations.length - 1);
    return this.locations.length - 1;
  }

  private functionFor(
    { functions, strings }: Profile,
    f: number,
    functionOf: Map<number, number>,
  ): number {
    const memo = functionOf.get(f);
    if (memo !== undefined) return memo;
    const row = [functions.name[f], functions.systemName[f], functions.file[f]].map((s) =>
      this.string(strings.get(s)),
    );
    const startLine = functions.startLine[f];
    const key = `${startLine} ${row.join(" ")}`;
    let index = this.functionIndex.get(key);
    if (index === undefined) {
      index = this.functions.length;
      this.functionIndex.set(key, index);
      this.functions.push(row);
      this.startLines.push(startLine);
    }
    functionOf.set(f, index);
    return index;
  }
}
