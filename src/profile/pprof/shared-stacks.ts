import { trimmed, widened } from "../../lib/growable.js";
import { HashIndex, hashNumbers, sameNumbers, spreadHash } from "../../lib/hash-index.js";

/** Where the bytes of a stack begin and end that came in several pieces: no bytes are those. */
const NO_BYTES = [1, 0] as const;

/**
 * The stacks of a message as they are read, each once: most samples have the bytes of an earlier
 * sample's stack, which need neither be taken apart nor kept a second time. Stacks are numbered
 * from 0 on; one that is written in two ways may have two numbers.
 */
export class SharedStacks {
  /** locations of all stacks, and behind them those of the open one, which is being read */
  locations: Uint32Array;
  /** how many of `locations` are filled */
  used = 0;
  /** where each stack begins, and behind the last one where the open one does */
  private offsets: Uint32Array<ArrayBuffer> = new Uint32Array(1 << 10);
  /** the bytes of each stack */
  private from: Uint32Array<ArrayBuffer> = new Uint32Array(1 << 10);
  private to: Uint32Array<ArrayBuffer> = new Uint32Array(1 << 10);
  private readonly index = new HashIndex();

  /** @param room locations that there is room for at first */
  constructor(
    private readonly bytes: Uint8Array,
    room: number,
  ) {
    this.locations = new Uint32Array(room);
  }

  /** The number of the stack that was read from the same bytes as these; -1 for none. */
  find(from: number, to: number): number {
    const { bytes, index } = this;
    for (let n = index.first(hashBytes(bytes, from, to)); n >= 0; n = index.next()) {
      if (sameBytes(bytes, this.from[n], this.to[n], from, to)) return n;
    }
    return -1;
  }

  /** The stack's locations. */
  get(number: number): Uint32Array {
    return this.locations.subarray(this.offsets[number], this.offsets[number + 1]);
  }

  /**
   * Ends the open stack, which was read from bytes that were looked for last, and not found.
   * @returns its number
   */
  add(from: number, to: number): number {
    const number = this.index.add();
    if (number + 1 === this.offsets.length) {
      this.offsets = widened(this.offsets);
      this.from = widened(this.from);
      this.to = widened(this.to);
    }
    this.offsets[number + 1] = this.used;
    this.from[number] = from;
    this.to[number] = to;
    return number;
  }

  /** Ends the open stack, whatever it was read from; the number of the stack that it equals. */
  close(): number {
    const { index, locations, offsets, used } = this;
    const begin = offsets[index.count];
    const hash = spreadHash(hashNumbers(locations, begin, used, used - begin));
    for (let n = index.first(hash); n >= 0; n = index.next()) {
      if (!sameNumbers(locations, offsets[n], offsets[n + 1], locations, begin, used)) continue;
      this.used = begin;
      return n;
    }
    return this.add(...NO_BYTES);
  }

  /** The columns of the sample table. */
  done(): { readonly stackOffsets: Uint32Array; readonly stackLocations: Uint32Array } {
    return {
      stackOffsets: this.offsets.slice(0, this.index.count + 1),
      stackLocations: trimmed(this.locations, this.used),
    };
  }
}

/** A hash of some bytes, two at a time. */
function hashBytes(bytes: Uint8Array, from: number, to: number): number {
  let hash = to - from;
  let p = from;
  for (; p + 1 < to; p += 2) {
    hash = (Math.imul(hash, 0x9e3779b1) + (bytes[p] | (bytes[p + 1] << 8))) | 0;
  }
  if (p < to) hash = (Math.imul(hash, 0x9e3779b1) + bytes[p]) | 0;
  return spreadHash(hash);
}

function sameBytes(bytes: Uint8Array, a: number, aEnd: number, b: number, bEnd: number): boolean {
  if (aEnd - a !== bEnd - b) return false;
  for (let i = a, k = b; k < bEnd; i++, k++) if (bytes[i] !== bytes[k]) return false;
  return true;
}
