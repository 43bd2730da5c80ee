import { trimmed } from "../../lib/growable.js";
import { joinedBytes } from "../../lib/joined-bytes.js";

/** Deflate makes at most 1032 bytes of one; profiles come nowhere near this. */
const MOST_TRUSTED = 32;

/**
 * Pieces of unpacked bytes put together. Where it is known how many bytes there will be, they are
 * written to their place at once, so that pieces and whole are not held at the same time.
 */
export class Pieces {
  size = 0;
  private readonly whole: Uint8Array;
  /** bytes of `whole` that are written */
  private used = 0;
  /** what went beyond the expected size */
  private readonly more: Uint8Array[] = [];

  /** @param expected bytes, 0 where that is not known */
  constructor(expected: number) {
    this.whole = new Uint8Array(expected);
  }

  add(piece: Uint8Array): void {
    this.size += piece.length;
    const fits = this.more.length === 0 ? this.whole.length - this.used : 0;
    this.whole.set(piece.length > fits ? piece.subarray(0, fits) : piece, this.used);
    this.used += Math.min(fits, piece.length);
    if (piece.length > fits) this.more.push(piece.subarray(fits));
  }

  done(): Uint8Array {
    if (this.more.length === 0) return trimmed(this.whole, this.used);
    if (this.used === 0 && this.more.length === 1) return this.more[0];
    return joinedBytes([this.whole.subarray(0, this.used), ...this.more]);
  }
}

/**
 * How many bytes packed bytes unpack to, by what gzip writes at their end; 0 where that is not
 * said. It may be wrong: it is that of the last member, and whoever wrote the file chose it.
 * @param limit more are not expected
 */
export function expectedSize(packed: Uint8Array, packing: string, limit: number): number {
  if (packing !== "gzip" || packed.length < 18) return 0;
  const at = packed.length - 4;
  const told =
    packed[at] + packed[at + 1] * 0x100 + packed[at + 2] * 0x10000 + packed[at + 3] * 0x1000000;
  return told > limit || told > packed.length * MOST_TRUSTED ? 0 : told;
}
