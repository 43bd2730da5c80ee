import { GrowableFloat64, GrowableUint32 } from "../../lib/growable.js";
import type { SampleTable } from "../profile.js";
import { CUT_HINT, DAMAGED_HINT, ProfileError } from "../profile-error.js";
import type { IdTable } from "./id-table.js";
import type { Outline } from "./outline.js";
import { missing } from "./references.js";
import { WireReader } from "./wire-reader.js";

/** Reads the samples of a profile one after the other into one table. */
export class SampleReader {
  /** samples that were read */
  sample = 0;
  /** values beyond what a number holds exactly */
  inexact = 0;
  private readonly count: number;
  private readonly types: number;
  private readonly stringCount: number;
  private readonly reader: WireReader;
  private readonly stackOffsets: Uint32Array;
  private readonly labelOffsets: Uint32Array;
  private readonly values: Float64Array;
  private readonly stacks: GrowableUint32;
  private readonly labelKey: GrowableUint32;
  private readonly labelText: GrowableUint32;
  private readonly labelNumber: GrowableFloat64;
  private readonly labelUnit: GrowableUint32;
  /** values of the sample that is being read */
  private valueCount = 0;

  constructor(
    private readonly bytes: Uint8Array,
    outline: Outline,
    private readonly locationIds: IdTable,
  ) {
    const count = outline.sampleCount;
    this.count = count;
    this.types = outline.sampleTypes.length;
    this.stringCount = outline.strings.length;
    this.reader = new WireReader(bytes);
    this.stackOffsets = new Uint32Array(count + 1);
    this.labelOffsets = new Uint32Array(count + 1);
    this.values = new Float64Array(count * this.types);
    this.stacks = new GrowableUint32(outline.sampleBytes >>> 1);
    this.labelKey = new GrowableUint32(count);
    this.labelText = new GrowableUint32(count);
    this.labelNumber = new GrowableFloat64(count);
    this.labelUnit = new GrowableUint32(count);
  }

  /** the byte that is read next */
  get at(): number {
    return this.reader.at;
  }

  /** Reads the next sample; false where there is none. */
  next(): boolean {
    const { reader, bytes } = this;
    while (reader.at < bytes.length) {
      const tag = reader.uint32("a field number");
      if (tag === 0x12) {
        this.readSample();
        return true;
      }
      reader.skip(tag & 7);
    }
    return false;
  }

  /** The table of all samples; the reader is of no use afterwards. */
  done(): SampleTable {
    return {
      count: this.count,
      stackOffsets: this.stackOffsets,
      stackLocations: this.stacks.done(),
      values: this.values,
      labelOffsets: this.labelOffsets,
      labelKey: this.labelKey.done(),
      labelText: this.labelText.done(),
      labelNumber: this.labelNumber.done(),
      labelUnit: this.labelUnit.done(),
    };
  }

  private readSample(): void {
    const { reader } = this;
    const sampleAt = reader.at;
    const end = reader.length("a sample");
    reader.end = end;
    this.valueCount = 0;
    while (reader.at < end) {
      const at = reader.at;
      const field = reader.uint32("a field number");
      switch (field) {
        case 0x0a:
          this.readStack();
          reader.end = end;
          break;
        case 0x08:
          reader.varint();
          this.addLocation(at);
          break;
        case 0x12:
          this.readValues();
          reader.end = end;
          break;
        case 0x10:
          reader.varint();
          this.addValue(at);
          break;
        case 0x1a:
          this.readLabel(at);
          reader.end = end;
          break;
        default:
          reader.skip(field & 7);
      }
    }
    if (this.valueCount !== this.types) {
      throw new ProfileError(
        `sample ${this.sample} has ${this.valueCount} values where the profile has ${this.types} sample types`,
        { byte: sampleAt, hint: CUT_HINT },
      );
    }
    reader.end = this.bytes.length;
    this.sample++;
    this.stackOffsets[this.sample] = this.stacks.length;
    this.labelOffsets[this.sample] = this.labelKey.length;
  }

  /**
   * Reads a packed stack. Nearly all bytes of a profile are read here: ids of up to three bytes
   * are taken apart in place and looked up in the dense table.
   */
  private readStack(): void {
    const { reader, bytes, stacks, locationIds } = this;
    const { dense } = locationIds;
    const end = reader.length("a stack");
    reader.end = end;
    let p = reader.at;
    if (stacks.length + (end - p) > stacks.array.length) stacks.grow(stacks.length + (end - p));
    const out = stacks.array;
    let o = stacks.length;
    while (p < end) {
      let id = bytes[p];
      let size = 1;
      if (id >= 0x80 && p + 2 < end) {
        const second = bytes[p + 1];
        id = (id & 0x7f) | ((second & 0x7f) << 7);
        size = 2;
        if (second >= 0x80) {
          const third = bytes[p + 2];
          id |= (third & 0x7f) << 14;
          size = third < 0x80 ? 3 : 0;
        }
      } else if (id >= 0x80) size = 0;
      let index = -1;
      if (size > 0 && id < dense.length) {
        index = dense[id];
        if (index < 0) throw this.missingLocation(BigInt(id), p);
        p += size;
      } else {
        reader.at = p;
        reader.varint();
        index = this.location(p);
        p = reader.at;
      }
      out[o++] = index;
    }
    stacks.length = o;
    reader.at = end;
  }

  private readValues(): void {
    const { reader } = this;
    const end = reader.length("the values of a sample");
    reader.end = end;
    while (reader.at < end) {
      const at = reader.at;
      reader.varint();
      this.addValue(at);
    }
  }

  /** @param at where the label's field stands */
  private readLabel(at: number): void {
    const { reader, stringCount } = this;
    const end = reader.length("a label");
    reader.end = end;
    let key = 0;
    let text = 0;
    let number = 0;
    let unit = 0;
    while (reader.at < end) {
      const tag = reader.uint32("a field number");
      if (tag === 0x08) key = reader.uint32("string");
      else if (tag === 0x10) text = reader.uint32("string");
      else if (tag === 0x18) {
        reader.varint();
        if (!reader.exact()) this.inexact++;
        number = reader.number();
      } else if (tag === 0x20) unit = reader.uint32("string");
      else reader.skip(tag & 7);
    }
    if (key >= stringCount || text >= stringCount || unit >= stringCount) {
      throw new ProfileError(
        `a label of sample ${this.sample} refers to string ${Math.max(key, text, unit)} of a table of ${stringCount}`,
        { byte: at, hint: CUT_HINT },
      );
    }
    this.labelKey.push(key);
    this.labelText.push(text);
    this.labelNumber.push(number);
    this.labelUnit.push(unit);
  }

  private addLocation(at: number): void {
    this.stacks.push(this.location(at));
  }

  /** The location of the id that the reader read last. */
  private location(at: number): number {
    const { reader } = this;
    const index = this.locationIds.find(reader.low, reader.high);
    if (index < 0) throw this.missingLocation(reader.unsigned(), at);
    return index;
  }

  private missingLocation(id: bigint, at: number): ProfileError {
    return missing(`sample ${this.sample}`, "location", id, at);
  }

  /** Adds the value that the reader read last. */
  private addValue(at: number): void {
    const { reader, types } = this;
    if (this.valueCount >= types) {
      throw new ProfileError(
        `sample ${this.sample} has more than the ${types} values of its types`,
        { byte: at, hint: DAMAGED_HINT },
      );
    }
    if (!reader.exact()) this.inexact++;
    this.values[this.valueCount * this.count + this.sample] = reader.number();
    this.valueCount++;
  }
}
