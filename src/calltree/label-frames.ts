import { GrowableUint32 } from "../lib/growable.js";
import { ownNumbers, type Profile, stackLength, stackOfSample } from "../profile/profile.js";
import { joinedValues } from "../profile/sample-labels.js";
import { StringTable } from "../profile/string-table.js";

/** Keys of labels that become frames, as pprof's -tagroot and -tagleaf have them. */
export interface LabelKeys {
  /** the first is nearest the root */
  readonly root: readonly string[];
  /** the last is the leaf */
  readonly leaf: readonly string[];
}

/**
 * The profile with a frame more for each key in every stack: a function named by the label's
 * value, whose file is the key (`addLabelNodes` of google/pprof, tagroot.go). Samples stay one for
 * one; the frames of the root are the last locations of each stack, one for each key. Functions
 * and locations that there were keep their indices.
 */
export function withLabelFrames(profile: Profile, { root, leaf }: LabelKeys): Profile {
  if (root.length === 0 && leaf.length === 0) return profile;
  const { samples } = profile;
  const places = new LabelPlaces(profile);
  // Both lists are written from the leaf up.
  const leaves = [...leaf].reverse().map((key) => places.column(key));
  const roots = [...root].reverse().map((key) => places.column(key));
  const more = leaves.length + roots.length;
  const stackOffsets = new Uint32Array(samples.count + 1);
  for (let s = 0; s < samples.count; s++) {
    stackOffsets[s + 1] = stackOffsets[s] + stackLength(samples, s) + more;
  }
  const stackLocations = new Uint32Array(stackOffsets[samples.count]);
  for (let s = 0; s < samples.count; s++) {
    let at = stackOffsets[s];
    for (const column of leaves) stackLocations[at++] = column[s];
    stackLocations.set(stackOfSample(samples, s), at);
    at += stackLength(samples, s);
    for (const column of roots) stackLocations[at++] = column[s];
  }
  const stackOf = ownNumbers(samples.count);
  return places.done({ ...samples, stackOf, stackOffsets, stackLocations });
}

/** A function and a location for each value of a label. */
class LabelPlaces {
  private readonly known = new Map<string, number>();
  private readonly texts: string[] = [];
  private readonly textIndex = new Map<string, number>();
  private readonly names = new GrowableUint32();
  private readonly files = new GrowableUint32();

  constructor(private readonly profile: Profile) {}

  /** The location of each sample's value. */
  column(key: string): Uint32Array {
    const { samples, strings } = this.profile;
    // A key may stand in the table of strings more than once.
    const keys = new Set<number>();
    for (const k of samples.labelKey) if (!keys.has(k) && strings.get(k) === key) keys.add(k);
    const out = new Uint32Array(samples.count);
    for (let s = 0; s < out.length; s++) {
      const values: string[] = [];
      for (const k of keys) {
        const text = joinedValues(this.profile, s, k);
        if (text !== "") values.push(text);
      }
      out[s] = this.place(values.join(","), key);
    }
    return out;
  }

  private place(value: string, key: string): number {
    const id = `${key}\u0000${value}`;
    let place = this.known.get(id);
    if (place === undefined) {
      place = this.profile.locations.count + this.known.size;
      this.known.set(id, place);
      this.names.push(this.string(value));
      this.files.push(this.string(key));
    }
    return place;
  }

  private string(text: string): number {
    let index = this.textIndex.get(text);
    if (index === undefined) {
      index = text === "" ? 0 : this.profile.strings.length + this.texts.length;
      if (text !== "") this.texts.push(text);
      this.textIndex.set(text, index);
    }
    return index;
  }

  done(samples: Profile["samples"]): Profile {
    const { profile, names, files } = this;
    const { locations, functions } = profile;
    const n = this.known.size;
    const wider = (column: Uint32Array, tail: Uint32Array) => {
      const out = new Uint32Array(column.length + n);
      out.set(column);
      out.set(tail, column.length);
      return out;
    };
    const zeros = (column: Uint32Array) => wider(column, new Uint32Array(n));
    const wide = (column: Float64Array) => {
      const out = new Float64Array(column.length + n);
      out.set(column);
      return out;
    };
    const lines = locations.lineFunction.length;
    return {
      ...profile,
      samples,
      strings: StringTable.extended(profile.strings, this.texts),
      functions: {
        count: functions.count + n,
        name: wider(functions.name, names.done()),
        systemName: wider(functions.systemName, new Uint32Array(n)),
        file: wider(functions.file, files.done()),
        startLine: wide(functions.startLine),
      },
      locations: {
        count: locations.count + n,
        idLow: zeros(locations.idLow),
        idHigh: zeros(locations.idHigh),
        addressLow: zeros(locations.addressLow),
        addressHigh: zeros(locations.addressHigh),
        mapping: Int32Array.from(
          { length: locations.count + n },
          (_, l) => locations.mapping[l] ?? -1,
        ),
        isFolded: Uint8Array.from(
          { length: locations.count + n },
          (_, l) => locations.isFolded[l] ?? 0,
        ),
        lineOffsets: wider(
          locations.lineOffsets,
          Uint32Array.from({ length: n }, (_, i) => lines + i + 1),
        ),
        lineFunction: Int32Array.from(
          { length: lines + n },
          (_, k) => locations.lineFunction[k] ?? functions.count + k - lines,
        ),
        lineNumber: wide(locations.lineNumber),
        lineColumn: wide(locations.lineColumn),
      },
    };
  }
}
