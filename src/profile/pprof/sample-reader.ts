import { GrowableFloat64, GrowableUint32 } from "../../lib/growable.js";
import { PROFILE_WORDS } from "../../words/readers/profile-words.js";
import type { SampleTable } from "../profile.js";
import { ProfileError, tooMany } from "../profile-error.js";
import { MAX_LABELS, MAX_STACK_LOCATIONS } from "../size-limits.js";
import type { IdTable } from "./id-table.js";
import type { Outline } from "./outline.js";
import { missing } from "./references.js";
import { sharedLabels } from "./shared-labels.js";
import { SharedStacks } from "./shared-stacks.js";
import { WireReader } from "./wire-reader.js";

/** Of the bytes of all samples, so many are read before it is known how many locations they hold. */
const FIRST_ROOM = 16;
/** Stacks get this much more room than those read so far need, so that they seldom grow twice. */
const SPARE = 1.06;

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
  private readonly stackOf: Int32Array;
  private readonly labelOffsets: Uint32Array;
  private readonly values: Float64Array;
  private readonly stacks: SharedStacks;
  /** pieces that the stack of the sample that is being read came in so far */
  private pieces = 0;
  /** the bytes of the first one, and the number of the stack that they are known to be, else -1 */
  private stackFrom = 0;
  private stackTo = 0;
  private known = -1;
  private readonly labelKey: GrowableUint32;
  private readonly labelText: GrowableUint32;
  private readonly labelNumber: GrowableFloat64;
  private readonly labelUnit: GrowableUint32;
  /** bytes of the samples read so far */
  private sampleBytes = 0;
  /** values of the sample that is being read */
  private valueCount = 0;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly outline: Outline,
    private readonly locationIds: IdTable,
  ) {
    const count = outline.sampleCount;
    this.count = count;
    this.types = outline.sampleTypes.length;
    this.stringCount = outline.strings.length;
    this.reader = new WireReader(bytes);
    this.stackOf = new Int32Array(count);
    this.labelOffsets = new Uint32Array(count + 1);
    this.values = new Float64Array(count * this.types);
    const room = Math.max(1024, Math.ceil(outline.sampleBytes / FIRST_ROOM));
    this.stacks = new SharedStacks(bytes, room);
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
      const tag = reader.uint32("fieldNumber");
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
      stackOf: this.stackOf,
      ...this.stacks.done(),
      values: this.values,
      ...sharedLabels({
        labelOffsets: this.labelOffsets,
        labelKey: this.labelKey.trimmed(),
        labelText: this.labelText.trimmed(),
        labelNumber: this.labelNumber.trimmed(),
        labelUnit: this.labelUnit.trimmed(),
      }),
    };
  }

  private readSample(): void {
    const { reader } = this;
    const sampleAt = reader.at;
    const end = reader.length("thing.sample");
    reader.end = end;
    this.valueCount = 0;
    this.pieces = 0;
    this.stackTo = 0;
    this.known = -1;
    while (reader.at < end) {
      const at = reader.at;
      const field = reader.uint32("fieldNumber");
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
      throw missing(PROFILE_WORDS.valueCount(this.sample, this.valueCount, this.types), sampleAt);
    }
    reader.end = this.bytes.length;
    this.stackOf[this.sample] = this.endStack();
    this.sample++;
    this.sampleBytes += end - sampleAt;
    this.labelOffsets[this.sample] = this.labelKey.length;
  }

  /** Reads a packed stack, or a piece of one, unless an earlier stack has the same bytes. */
  private readStack(): void {
    const { reader } = this;
    const end = reader.length("thing.stack");
    this.beginPiece();
    if (this.pieces > 1) {
      this.readLocations(end);
      return;
    }
    this.stackFrom = reader.at;
    this.stackTo = end;
    this.known = this.stacks.find(reader.at, end);
    if (this.known < 0) this.readLocations(end);
    else reader.at = end;
  }

  /** A stack of several pieces, which few files have, is put together location by location. */
  private beginPiece(): void {
    this.pieces++;
    if (this.known < 0) return;
    const { stacks, known } = this;
    const locations = stacks.get(known);
    this.room(locations.length);
    stacks.locations.set(locations, stacks.used);
    stacks.used += locations.length;
    this.known = -1;
  }

  /** The number of the stack of the sample that was read. */
  private endStack(): number {
    if (this.known >= 0) return this.known;
    const { stacks } = this;
    return this.pieces === 1 && this.stackTo > 0
      ? stacks.add(this.stackFrom, this.stackTo)
      : stacks.close();
  }

  /**
   * Reads packed locations. Most bytes of a profile that are taken apart are so here: ids of up to
   * three bytes in place, looked up in the dense table.
   */
  private readLocations(end: number): void {
    const { reader, bytes, locationIds, stacks } = this;
    const { dense } = locationIds;
    reader.end = end;
    let p = reader.at;
    this.room(end - p);
    const out = stacks.locations;
    let o = stacks.used;
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
    stacks.used = o;
    reader.at = end;
  }

  private room(more: number): void {
    if (this.stacks.used + more > this.stacks.locations.length) this.growStacks(more);
  }

  /**
   * Makes room for at least `more` locations: as many as there will be where stacks go on as they
   * did so far.
   * @throws ProfileError where there are more than a profile may have
   */
  private growStacks(more: number): void {
    const { used, locations } = this.stacks;
    const least = used + more;
    if (least > MAX_STACK_LOCATIONS) {
      throw tooMany(
        "stackLocations",
        MAX_STACK_LOCATIONS,
        this.reader.at,
        PROFILE_WORDS.hints.filtered,
      );
    }
    const { sampleBytes } = this.outline;
    const foreseen = this.sampleBytes > 0 ? (used / this.sampleBytes) * sampleBytes : 0;
    const room = Math.max(least, locations.length * 1.25, foreseen * SPARE);
    const next = new Uint32Array(Math.min(MAX_STACK_LOCATIONS, Math.ceil(room)));
    next.set(locations.subarray(0, used));
    this.stacks.locations = next;
  }

  /** Values of up to four bytes, as most are, are taken apart in place. */
  private readValues(): void {
    const { reader, bytes, values, count, types, sample } = this;
    const end = reader.length("thing.sampleValues");
    reader.end = end;
    let p = reader.at;
    let v = this.valueCount;
    while (p < end && v < types) {
      let value = bytes[p];
      let size = 1;
      if (value >= 0x80) {
        size = 0;
        if (p + 3 < end) {
          const second = bytes[p + 1];
          const third = bytes[p + 2];
          const fourth = bytes[p + 3];
          value = (value & 0x7f) | ((second & 0x7f) << 7);
          if (second < 0x80) size = 2;
          else {
            value |= (third & 0x7f) << 14;
            if (third < 0x80) size = 3;
            else if (fourth < 0x80) {
              value |= fourth << 21;
              size = 4;
            }
          }
        }
      }
      if (size === 0) {
        reader.at = p;
        reader.varint();
        this.valueCount = v;
        this.addValue(p);
        p = reader.at;
      } else {
        values[v * count + sample] = value;
        p += size;
      }
      v++;
    }
    this.valueCount = v;
    reader.at = p;
    while (reader.at < end) {
      const at = reader.at;
      reader.varint();
      this.addValue(at);
    }
  }

  /** @param at where the label's field stands */
  private readLabel(at: number): void {
    const { reader, stringCount } = this;
    const end = reader.length("thing.label");
    reader.end = end;
    let key = 0;
    let text = 0;
    let number = 0;
    let unit = 0;
    while (reader.at < end) {
      const tag = reader.uint32("fieldNumber");
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
      const string = Math.max(key, text, unit);
      throw missing(PROFILE_WORDS.labelString(this.sample, string, stringCount), at);
    }
    if (this.labelKey.length >= MAX_LABELS) {
      throw tooMany("labels", MAX_LABELS, at, PROFILE_WORDS.hints.filtered);
    }
    this.labelKey.push(key);
    this.labelText.push(text);
    this.labelNumber.push(number);
    this.labelUnit.push(unit);
  }

  private addLocation(at: number): void {
    this.beginPiece();
    this.room(1);
    this.stacks.locations[this.stacks.used++] = this.location(at);
  }

  /** The location of the id that the reader read last. */
  private location(at: number): number {
    const { reader } = this;
    const index = this.locationIds.find(reader.low, reader.high);
    if (index < 0) throw this.missingLocation(reader.unsigned(), at);
    return index;
  }

  private missingLocation(id: bigint, at: number): ProfileError {
    return missing(PROFILE_WORDS.noLocation(this.sample, id), at);
  }

  /** Adds the value that the reader read last. */
  private addValue(at: number): void {
    const { reader, types } = this;
    if (this.valueCount >= types) {
      throw new ProfileError(PROFILE_WORDS.moreValues(this.sample, types), {
        byte: at,
        hint: PROFILE_WORDS.hints.noPprof,
      });
    }
    if (!reader.exact()) this.inexact++;
    this.values[this.valueCount * this.count + this.sample] = reader.number();
    this.valueCount++;
  }
}
