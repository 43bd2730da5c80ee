import { LINK_WORDS } from "../../words/readers/link-words.js";
import { LinkError } from "../link-error.js";

/**
 * Codes one binary decision after the other. The encoder writes `bit` and gives it back, the
 * decoder leaves it aside and gives the one it read, so that each part of the form is one
 * function for both directions.
 */
export interface BitCoder {
  readonly decoding: boolean;
  /** @param one probability that the bit is 1, 1 to 65535, of 65536 */
  code(bit: number, one: number): number;
}

/**
 * Carryless binary arithmetic coding over a 32-bit interval [low, high], as in Mahoney's lpaq:
 * the interval is split in proportion to the probability, the lower part stands for 1, and
 * leading bytes that both ends share are written.
 */
export class BitEncoder implements BitCoder {
  readonly decoding = false;
  private low = 0;
  private high = 0xffffffff;
  private bytes = new Uint8Array(1024);
  private length = 0;

  code(bit: number, one: number): number {
    const middle = split(this.low, this.high, one);
    if (bit) this.high = middle;
    else this.low = middle + 1;
    while ((this.low ^ this.high) >>> 24 === 0) {
      this.put(this.high >>> 24);
      this.low = (this.low << 8) >>> 0;
      this.high = ((this.high << 8) | 255) >>> 0;
    }
    return bit;
  }

  /**
   * What was written, with as few last bytes as name the interval: the decoder takes bytes
   * beyond the end as 0.
   */
  done(): Uint8Array {
    if (this.low > 0) {
      for (let shift = 24; shift >= 0; shift -= 8) {
        const step = 2 ** shift;
        const value = Math.ceil(this.low / step) * step;
        if (value <= this.high) {
          for (let s = 24; s >= shift; s -= 8) this.put(Math.floor(value / 2 ** s) & 255);
          break;
        }
      }
    }
    return this.bytes.slice(0, this.length);
  }

  private put(byte: number): void {
    if (this.length === this.bytes.length) {
      const next = new Uint8Array(this.length * 2);
      next.set(this.bytes);
      this.bytes = next;
    }
    this.bytes[this.length++] = byte;
  }
}

/** Reads what BitEncoder wrote. */
export class BitDecoder implements BitCoder {
  readonly decoding = true;
  private low = 0;
  private high = 0xffffffff;
  private value = 0;
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {
    for (let i = 0; i < 4; i++) this.value = ((this.value << 8) | this.next()) >>> 0;
  }

  /** @throws LinkError where the data ended before what it stands for */
  code(_bit: number, one: number): number {
    const middle = split(this.low, this.high, one);
    const bit = this.value <= middle ? 1 : 0;
    if (bit) this.high = middle;
    else this.low = middle + 1;
    while ((this.low ^ this.high) >>> 24 === 0) {
      this.low = (this.low << 8) >>> 0;
      this.high = ((this.high << 8) | 255) >>> 0;
      this.value = ((this.value << 8) | this.next()) >>> 0;
    }
    return bit;
  }

  private next(): number {
    if (this.at > this.bytes.length + 8) throw new LinkError(LINK_WORDS.early);
    return this.bytes[this.at++] ?? 0;
  }
}

function split(low: number, high: number, one: number): number {
  const range = high - low;
  return low + Math.floor(range / 65536) * one + Math.floor(((range % 65536) * one) / 65536);
}
