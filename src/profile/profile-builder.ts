import { GrowableFloat64, GrowableUint32 } from "../lib/growable.js";
import { type Built, PROFILE_WORDS } from "../words/readers/profile-words.js";
import { ownNumbers, type Profile, type SampleType } from "./profile.js";
import { ProfileError } from "./profile-error.js";
import { StringTable } from "./string-table.js";

/** A label of a sample: a text, or a number with its unit. */
export interface LabelOf {
  readonly key: string;
  readonly text?: string;
  readonly number?: number;
  readonly unit?: string;
}

/** One function of a location; the first of several is the innermost inlined callee. */
export interface LineOf {
  /** index that `function` gave */
  readonly function: number;
  readonly line?: number;
}

/** All that a profile says beside its samples; what is left out is empty. */
export type ProfileFacts = Partial<
  Omit<Profile, "sampleTypes" | "samples" | "locations" | "functions" | "strings">
>;

const MAX_STRINGS = 1 << 24;
const MAX_SAMPLES = 1 << 24;
const MAX_FRAMES = 1 << 28;

/**
 * Puts a profile together stack by stack, for formats that name frames where they occur. Equal
 * functions and locations are made once.
 * @throws ProfileError where there are more samples, frames or names than can be held, or where a
 * value is no finite number
 */
export class ProfileBuilder {
  private readonly strings: string[] = [""];
  private readonly stringIndex = new Map<string, number>([["", 0]]);
  private readonly functionIndex = new Map<string, number>();
  private readonly functionColumns = [0, 1, 2].map(() => new GrowableUint32());
  private readonly locationIndex = new Map<string, number>();
  private readonly addressLow = new GrowableUint32();
  private readonly addressHigh = new GrowableUint32();
  private readonly mapping: number[] = [];
  private readonly lineOffsets = new GrowableUint32();
  private readonly lineFunction = new GrowableUint32();
  private readonly lineNumber = new GrowableFloat64();
  private readonly stackOffsets = new GrowableUint32();
  private readonly stackLocations = new GrowableUint32();
  private readonly values: readonly GrowableFloat64[];
  private readonly labelOffsets = new GrowableUint32();
  private readonly labelColumns = [0, 1, 2].map(() => new GrowableUint32());
  private readonly labelNumber = new GrowableFloat64();
  private count = 0;

  constructor(readonly sampleTypes: readonly SampleType[]) {
    this.values = sampleTypes.map(() => new GrowableFloat64());
  }

  get sampleCount(): number {
    return this.count;
  }

  /** The function of a name and a file. */
  function(name: string, file = "", systemName = name): number {
    const key = `${name}\u0000${file}\u0000${systemName}`;
    let index = this.functionIndex.get(key);
    if (index === undefined) {
      index = this.functionIndex.size;
      this.functionIndex.set(key, index);
      [name, systemName, file].forEach((text, c) => {
        this.functionColumns[c].push(this.string(text));
      });
    }
    return index;
  }

  /**
   * A place in the program.
   * @param lines innermost first; none where only the address is known
   * @param mapping index into the facts' mappings, -1 for none
   */
  location(lines: readonly LineOf[], address = 0n, mapping = -1): number {
    const told = lines.map((l) => `${l.function}:${l.line ?? 0}`).join("|");
    const key = `${address} ${mapping} ${told}`;
    let index = this.locationIndex.get(key);
    if (index === undefined) {
      index = this.locationIndex.size;
      this.locationIndex.set(key, index);
      this.addressLow.push(Number(address & 0xffffffffn));
      this.addressHigh.push(Number((address >> 32n) & 0xffffffffn));
      this.mapping.push(mapping);
      this.lineOffsets.push(this.lineFunction.length);
      for (const line of lines) {
        this.lineFunction.push(line.function);
        this.lineNumber.push(line.line ?? 0);
      }
    }
    return index;
  }

  /** The location of a function of which nothing but the name is known. */
  frame(name: string): number {
    return this.location([{ function: this.function(name) }]);
  }

  /**
   * Adds a sample.
   * @param stack locations, leaf first
   * @param values one a sample type
   */
  sample(
    stack: ArrayLike<number>,
    values: readonly number[],
    labels: readonly LabelOf[] = [],
  ): void {
    if (++this.count > MAX_SAMPLES) throw tooMany("samples", MAX_SAMPLES);
    this.stackOffsets.push(this.stackLocations.length);
    if (this.stackLocations.length + stack.length > MAX_FRAMES) {
      throw tooMany("frames", MAX_FRAMES);
    }
    for (let i = 0; i < stack.length; i++) this.stackLocations.push(stack[i]);
    this.values.forEach((column, t) => {
      const value = values[t] ?? 0;
      if (!Number.isFinite(value)) throw tooLarge(this.count);
      column.push(value);
    });
    this.labelOffsets.push(this.labelNumber.length);
    for (const { key, text, number, unit } of labels) {
      [key, text ?? "", unit ?? ""].forEach((part, c) => {
        this.labelColumns[c].push(this.string(part));
      });
      this.labelNumber.push(number ?? 0);
    }
  }

  done(facts: ProfileFacts = {}): Profile {
    const { count } = this;
    this.stackOffsets.push(this.stackLocations.length);
    this.labelOffsets.push(this.labelNumber.length);
    this.lineOffsets.push(this.lineFunction.length);
    const values = new Float64Array(count * this.values.length);
    this.values.forEach((column, t) => {
      values.set(column.done(), t * count);
    });
    const places = this.locationIndex.size;
    const [name, systemName, file] = this.functionColumns.map((c) => c.done());
    const [labelKey, labelText, labelUnit] = this.labelColumns.map((c) => c.done());
    return {
      ...NO_FACTS,
      ...facts,
      sampleTypes: this.sampleTypes,
      samples: {
        count,
        stackOf: ownNumbers(count),
        stackOffsets: this.stackOffsets.done(),
        stackLocations: this.stackLocations.done(),
        values,
        labelsOf: ownNumbers(count),
        labelOffsets: this.labelOffsets.done(),
        labelKey: labelKey,
        labelText: labelText,
        labelNumber: this.labelNumber.done(),
        labelUnit: labelUnit,
      },
      locations: {
        count: places,
        idLow: Uint32Array.from({ length: places }, (_, i) => i + 1),
        idHigh: new Uint32Array(places),
        addressLow: this.addressLow.done(),
        addressHigh: this.addressHigh.done(),
        mapping: Int32Array.from(this.mapping),
        isFolded: new Uint8Array(places),
        lineOffsets: this.lineOffsets.done(),
        lineFunction: Int32Array.from(this.lineFunction.done()),
        lineNumber: this.lineNumber.done(),
        lineColumn: new Float64Array(this.lineNumber.length),
      },
      functions: {
        count: this.functionIndex.size,
        name: name,
        systemName: systemName,
        file: file,
        startLine: new Float64Array(this.functionIndex.size),
      },
      strings: StringTable.of(this.strings),
    };
  }

  private string(text: string): number {
    let index = this.stringIndex.get(text);
    if (index === undefined) {
      index = this.strings.length;
      if (index >= MAX_STRINGS) throw tooMany("names", MAX_STRINGS);
      this.strings.push(text);
      this.stringIndex.set(text, index);
    }
    return index;
  }
}

const NO_FACTS = {
  defaultSampleType: "",
  mappings: [],
  comments: [],
  docUrl: "",
  dropFrames: "",
  keepFrames: "",
  timeNanos: 0n,
  durationNanos: 0n,
  periodType: undefined,
  period: 0,
  notes: [],
} satisfies ProfileFacts;

function tooLarge(sample: number): ProfileError {
  return new ProfileError(PROFILE_WORDS.tooLargeValue(sample), {
    hint: PROFILE_WORDS.hints.mayBeDamaged,
  });
}

function tooMany(what: Built, limit: number): ProfileError {
  return new ProfileError(PROFILE_WORDS.tooManyBuilt(what, limit), {
    hint: PROFILE_WORDS.hints.filtered,
  });
}
