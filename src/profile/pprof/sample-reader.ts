import { PROFILE_WORDS } from "../../words/readers/profile-words.js";
import type { SampleTable } from "../profile.js";
import { ProfileError, tooMany } from "../profile-error.js";
import { MAX_LABELS } from "../size-limits.js";
import type { IdTable } from "./id-table.js";
import type { Outline } from "./outline.js";
import { readPlainSamples } from "./plain-samples.js";
import { missing } from "./references.js";
import { SampleColumns } from "./sample-columns.js";
import { WireReader } from "./wire-reader.js";

/** Reads the samples of a profile one after the other into one table. */
export class SampleReader {
  /** values beyond what a number holds exactly */
  inexact = 0;
  private readonly columns: SampleColumns;
  private readonly stringCount: number;
  private readonly reader: WireReader;
  /** pieces that the stack of the sample that is being read came in so far */
  private pieces = 0;
  /** whether the first one is a list, and the number of the stack that it is known to be, else -1 */
  private isList = false;
  private known = -1;
  /** values of the sample that is being read */
  private valueCount = 0;

  constructor(
    private readonly bytes: Uint8Array,
    outline: Outline,
    private readonly locationIds: IdTable,
  ) {
    this.columns = new SampleColumns(bytes, outline);
    this.stringCount = outline.strings.length;
    this.reader = new WireReader(bytes);
  }

  /** the byte that is read next */
  get at(): number {
    return this.reader.at;
  }

  /** Reads up to `most` more samples; false where there are no more. */
  next(most: number): boolean {
    const { reader, columns, bytes, stringCount } = this;
    const { dense } = this.locationIds;
    const until = Math.min(columns.count, columns.sample + most);
    while (columns.sample < until) {
      reader.at = readPlainSamples(bytes, reader.at, columns, dense, stringCount, until);
      if (columns.sample < until) this.readField();
    }
    return columns.sample < columns.count;
  }

  /** The table of all samples; the reader is of no use afterwards. */
  done(): SampleTable {
    return this.columns.done();
  }

  /** Reads the next field of the profile, whatever it is. */
  private readField(): void {
    const { reader } = this;
    const tag = reader.uint32("fieldNumber");
    if (tag === 0x12) this.readSample();
    else reader.skip(tag & 7);
  }

  private readSample(): void {
    const { reader, columns } = this;
    const sampleAt = reader.at;
    const end = reader.length("thing.sample");
    reader.end = end;
    this.valueCount = 0;
    this.pieces = 0;
    this.isList = false;
    this.known = -1;
    while (reader.at < end) {
      const at = reader.at;
      const field = reader.uint32("fieldNumber");
      switch (field) {
        case 0x0a:
          this.readStack();
          break;
        case 0x08:
          this.beginPiece();
          this.readLocation(at);
          break;
        case 0x12:
          reader.end = reader.length("thing.sampleValues");
          while (reader.at < reader.end) this.readValue(reader.at);
          break;
        case 0x10:
          this.readValue(at);
          break;
        case 0x1a:
          this.readLabel(at);
          break;
        default:
          reader.skip(field & 7);
      }
      reader.end = end;
    }
    if (this.valueCount !== columns.types) {
      const told = PROFILE_WORDS.valueCount(columns.sample, this.valueCount, columns.types);
      throw missing(told, sampleAt);
    }
    reader.end = this.bytes.length;
    columns.endSample(this.endStack(), end - sampleAt);
  }

  /** Reads a packed stack, or a piece of one, unless an earlier stack has the same bytes. */
  private readStack(): void {
    const { reader } = this;
    const { stacks } = this.columns;
    const end = reader.length("thing.stack");
    this.beginPiece();
    reader.end = end;
    if (this.pieces === 1) {
      this.isList = true;
      this.known = stacks.find(reader.at, end);
      if (this.known >= 0) reader.at = end;
    }
    while (reader.at < end) this.readLocation(reader.at);
  }

  /** A stack of several pieces, which few files have, is put together location by location. */
  private beginPiece(): void {
    this.pieces++;
    if (this.known < 0) return;
    const { stacks } = this.columns;
    const locations = stacks.get(this.known);
    this.columns.room(locations.length, this.reader.at);
    stacks.locations.set(locations, stacks.used);
    stacks.used += locations.length;
    this.known = -1;
  }

  /** The number of the stack of the sample that was read. */
  private endStack(): number {
    if (this.known >= 0) return this.known;
    const { stacks } = this.columns;
    return this.pieces === 1 && this.isList ? stacks.add() : stacks.close();
  }

  /** @param at where the label's field stands */
  private readLabel(at: number): void {
    const { reader, stringCount, columns } = this;
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
      throw missing(PROFILE_WORDS.labelString(columns.sample, string, stringCount), at);
    }
    if (columns.labelKey.length >= MAX_LABELS) {
      throw tooMany("labels", MAX_LABELS, at, PROFILE_WORDS.hints.filtered);
    }
    columns.addLabel(key, text, number, unit);
  }

  /** @param at where its field stands, or the number itself where it is one of a list */
  private readLocation(at: number): void {
    const { reader, columns } = this;
    const { stacks } = columns;
    columns.room(1, at);
    reader.varint();
    const index = this.locationIds.find(reader.low, reader.high);
    if (index < 0) {
      throw missing(PROFILE_WORDS.noLocation(columns.sample, reader.unsigned()), at);
    }
    stacks.locations[stacks.used++] = index;
  }

  /** @param at as of a location */
  private readValue(at: number): void {
    const { reader, columns } = this;
    const { types, sample, count } = columns;
    reader.varint();
    if (this.valueCount >= types) {
      throw new ProfileError(PROFILE_WORDS.moreValues(sample, types), {
        byte: at,
        hint: PROFILE_WORDS.hints.noPprof,
      });
    }
    if (!reader.exact()) this.inexact++;
    columns.values[this.valueCount * count + sample] = reader.number();
    this.valueCount++;
  }
}
