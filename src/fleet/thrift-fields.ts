import { ProfileError } from "../profile/profile-error.js";
import { FLEET_WORDS } from "../words/fleet-words.js";

const WORDS = FLEET_WORDS.parquet;

/** The numbers of a structure, by the field's id; texts and lists are passed over. */
export interface Fields {
  readonly numbers: ReadonlyMap<number, number>;
  readonly structs: ReadonlyMap<number, Fields>;
  /** of lists: how many members they have */
  readonly lengths: ReadonlyMap<number, number>;
}

const MAX_DEPTH = 24;

/**
 * Reads a structure of Thrift's compact protocol as Parquet has them, and proves on the way that
 * it is one: all of it lies within the bytes, no number is endless, no list longer than what is
 * left, nothing deeper than Parquet's own. What reads it again afterwards allocates no more than
 * the bytes are worth.
 * @throws ProfileError at a byte
 */
export class ThriftFields {
  constructor(
    private readonly bytes: Uint8Array,
    public at: number,
    private readonly end: number,
  ) {}

  struct(depth = 0): Fields {
    if (depth > MAX_DEPTH) throw this.wrong(WORDS.deep);
    const numbers = new Map<number, number>();
    const structs = new Map<number, Fields>();
    const lengths = new Map<number, number>();
    for (let id = 0; ; ) {
      const head = this.byte();
      const type = head & 15;
      if (type === 0) return { numbers, structs, lengths };
      id = head >> 4 ? id + (head >> 4) : this.zigzag();
      if (type === 12) structs.set(id, this.struct(depth + 1));
      else if (type === 9) lengths.set(id, this.list(depth + 1));
      else numbers.set(id, this.plain(type));
    }
  }

  private list(depth: number): number {
    if (depth > MAX_DEPTH) throw this.wrong(WORDS.deep);
    const head = this.byte();
    const length = head >> 4 === 15 ? this.varint() : head >> 4;
    // Each member takes a byte at least.
    if (length > this.end - this.at) throw this.wrong(WORDS.list);
    const type = head & 15;
    for (let i = 0; i < length; i++) {
      if (type === 12) this.struct(depth + 1);
      else if (type === 9) this.list(depth + 1);
      else if (type === 1 || type === 2) this.byte();
      else this.plain(type);
    }
    return length;
  }

  private plain(type: number): number {
    if (type === 1) return 1;
    if (type === 2) return 0;
    if (type === 3) return this.byte();
    if (type >= 4 && type <= 6) return this.zigzag();
    if (type === 7) {
      this.skip(8);
      return Number.NaN;
    }
    if (type === 8) {
      this.skip(this.varint());
      return Number.NaN;
    }
    throw this.wrong(WORDS.type(type));
  }

  private skip(count: number): void {
    if (count > this.end - this.at) throw this.wrong(WORDS.text);
    this.at += count;
  }

  private byte(): number {
    if (this.at >= this.end) throw this.wrong(WORDS.ended);
    return this.bytes[this.at++];
  }

  private zigzag(): number {
    const value = this.varint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  /** Up to 64 bits, rounded beyond 2^53. */
  varint(): number {
    let value = 0;
    for (let i = 0, factor = 1; i < 10; i++, factor *= 128) {
      const byte = this.byte();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
    throw this.wrong(WORDS.number);
  }

  private wrong(why: string): ProfileError {
    return new ProfileError(WORDS.damaged(why), { byte: this.at, hint: WORDS.again });
  }
}
