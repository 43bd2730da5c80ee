import { type Numbered, PROFILE_WORDS } from "../../words/readers/profile-words.js";
import { ProfileError } from "../profile-error.js";

export const VARINT = 0;
export const FIXED64 = 1;
export const BYTES = 2;
const FIXED32 = 5;

/**
 * A cursor over protocol buffer wire format. Varints are read as two unsigned 32-bit halves
 * (`low`, `high`), so that no value is rounded before the caller decides what it means.
 * Every read past `end` throws a ProfileError that names the byte.
 */
export class WireReader {
  low = 0;
  high = 0;

  constructor(
    readonly bytes: Uint8Array,
    public at = 0,
    public end = bytes.length,
  ) {}

  /** Reads a varint into `low` and `high`. */
  varint(): void {
    const bytes = this.bytes;
    let at = this.at;
    let low = 0;
    let high = 0;
    for (let shift = 0; shift < 70; shift += 7) {
      if (at >= this.end) this.cut();
      const byte = bytes[at++] as number;
      const part = byte & 0x7f;
      if (shift < 28) low |= part << shift;
      else if (shift === 28) {
        low |= part << 28;
        high |= part >>> 4;
      } else high |= part << (shift - 32);
      if (byte < 0x80) {
        this.at = at;
        this.low = low >>> 0;
        this.high = high >>> 0;
        return;
      }
    }
    throw new ProfileError(PROFILE_WORDS.wire.long, {
      byte: this.at,
      hint: PROFILE_WORDS.hints.noPprof,
    });
  }

  /** Reads a varint that must fit 32 bits, such as an index or a length. */
  uint32(what: Numbered): number {
    const bytes = this.bytes;
    const first = bytes[this.at] as number;
    if (this.at < this.end && first < 0x80) {
      this.at++;
      return first;
    }
    const at = this.at;
    this.varint();
    if (this.high !== 0) {
      throw new ProfileError(PROFILE_WORDS.wire.beyond(what, this.unsigned()), {
        byte: at,
        hint: PROFILE_WORDS.hints.noPprof,
      });
    }
    return this.low;
  }

  /** The last varint as an unsigned integer. */
  unsigned(): bigint {
    return (BigInt(this.high) << 32n) | BigInt(this.low);
  }

  /** The last varint as a signed 64-bit integer. */
  signed(): bigint {
    return BigInt.asIntN(64, this.unsigned());
  }

  /** The last varint as a signed number; rounded beyond 2^53 (see `exact`). */
  number(): number {
    return (this.high | 0) * 4294967296 + this.low;
  }

  /** Whether `number()` of the last varint was exact. */
  exact(): boolean {
    const high = this.high | 0;
    return high < 0x200000 && high >= -0x200000;
  }

  /**
   * Reads a length and returns the end of the bytes that follow.
   * @param what they are: a `Thing`, or a field's own name
   */
  length(what: string): number {
    const at = this.at;
    const length = this.uint32("length");
    const end = this.at + length;
    if (end > this.end) {
      throw new ProfileError(PROFILE_WORDS.wire.length(what, length, this.end - this.at), {
        byte: at,
        hint: PROFILE_WORDS.hints.cut,
      });
    }
    return end;
  }

  /** Skips a field of any wire type. */
  skip(wireType: number): void {
    switch (wireType) {
      case VARINT:
        this.varint();
        return;
      case FIXED64:
        this.fixed(8);
        return;
      case BYTES:
        this.at = this.length("thing.unknownField");
        return;
      case FIXED32:
        this.fixed(4);
        return;
      case 3:
        this.group();
        return;
      default:
        throw new ProfileError(PROFILE_WORDS.wire.type(wireType), {
          byte: this.at,
          hint: PROFILE_WORDS.hints.noPprof,
        });
    }
  }

  private fixed(size: number): void {
    if (this.at + size > this.end) this.cut();
    this.at += size;
  }

  /** Skips a (long deprecated) group; nesting is counted, not recursed into. */
  private group(): void {
    let depth = 1;
    while (depth > 0) {
      const tag = this.uint32("fieldNumber");
      const wireType = tag & 7;
      if (wireType === 3) depth++;
      else if (wireType === 4) depth--;
      else this.skip(wireType);
    }
  }

  private cut(): never {
    const { wire, hints } = PROFILE_WORDS;
    throw new ProfileError(wire.cut, { byte: this.at, hint: hints.cut });
  }
}
