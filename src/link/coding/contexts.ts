import { LINK_WORDS } from "../../words/readers/link-words.js";
import { LinkError } from "../link-error.js";
import type { BitCoder } from "./bit-coder.js";

/** After so many bits a context changes by this share (1/LIMIT) of the error with each bit. */
const LIMIT = 20;

/**
 * Adaptive binary contexts, each a probability of 1 in 16 bits that moves towards the bits it
 * saw: by 1/(n + 1.5) of the error at the n-th bit, never by less than 1/(LIMIT + 1.5).
 * Whole-numbered throughout, so that every machine computes the same.
 */
export class Contexts {
  private readonly one: Uint16Array;
  private readonly seen: Uint8Array;

  constructor(count: number) {
    this.one = new Uint16Array(count).fill(32768);
    this.seen = new Uint8Array(count);
  }

  code(coder: BitCoder, context: number, bit: number): number {
    const p = this.one[context];
    const found = coder.code(bit, p);
    const n = this.seen[context];
    const target = found ? 65535 - 32 : 32;
    this.one[context] = p + Math.trunc(((target - p) * 2) / (2 * n + 3));
    if (n < LIMIT) this.seen[context] = n + 1;
    return found;
  }

  /** A number of `bits` bits, most significant first; takes 2^bits contexts from `first` on. */
  codeTree(coder: BitCoder, first: number, bits: number, value: number): number {
    let node = 1;
    for (let b = bits - 1; b >= 0; b--) {
      node = node * 2 + this.code(coder, first + node, Math.floor(value / 2 ** b) & 1);
    }
    return node - 2 ** bits;
  }
}

/** Bits that nothing is known of. */
export function codePlain(coder: BitCoder, bits: number, value: number): number {
  let out = 0;
  for (let b = bits - 1; b >= 0; b--) {
    out = out * 2 + coder.code(Math.floor(value / 2 ** b) % 2, 32768);
  }
  return out;
}

/** A number below `below`, all of them equally likely; costs at most one bit more than log2. */
export function codeBelow(coder: BitCoder, below: number, value: number): number {
  if (below <= 1) return 0;
  const bits = Math.ceil(Math.log2(below));
  // Truncated binary: the first `short` numbers take one bit less.
  const short = 2 ** bits - below;
  let found = codePlain(coder, bits - 1, value < short ? value : Math.floor((value + short) / 2));
  if (found >= short) found = found * 2 + codePlain(coder, 1, (value + short) % 2) - short;
  return found;
}

/** Contexts of a NumberModel in a `Contexts`. */
const NUMBER_CONTEXTS = 64 + 64 * 4;

/**
 * Whole numbers from 0 up to 2^53 and beyond, small ones cheaply: how many bits the number has
 * (an adaptive tree), its two bits after the first (adaptive), the others plain. Of a number
 * longer than 53 bits the lower ones are 0, as in a double.
 */
export class NumberModel {
  private readonly contexts: Contexts;

  constructor(private readonly variants = 1) {
    this.contexts = new Contexts(NUMBER_CONTEXTS * variants);
  }

  /**
   * @param most bound of what is read
   * @throws LinkError where the number read is beyond it
   */
  code(coder: BitCoder, value: number, most: number, variant = 0): number {
    const first = NUMBER_CONTEXTS * Math.min(variant, this.variants - 1);
    const length = this.contexts.codeTree(coder, first, 6, bitLength(value));
    let found = length === 0 ? 0 : 1;
    let left = Math.max(0, length - 1);
    for (let i = 0; i < 2 && left > 0; i++) {
      left--;
      const context = first + 64 + length * 4 + (i === 0 ? 0 : 1 + (found & 1));
      found = found * 2 + this.contexts.code(coder, context, digit(value, left));
    }
    const plain = Math.min(left, 50);
    left -= plain;
    found =
      found * 2 ** plain + codePlain(coder, plain, Math.floor(value / 2 ** left) % 2 ** plain);
    found *= 2 ** left;
    if (found > most) throw new LinkError(LINK_WORDS.largeNumber);
    return found;
  }
}

/** Numbers of more bits are never written. */
export const MAX_NUMBER = 2 ** 63 - 1024;

function bitLength(value: number): number {
  if (value < 4294967296) return 32 - Math.clz32(value);
  return 64 - Math.clz32(Math.floor(value / 4294967296));
}

function digit(value: number, place: number): number {
  return Math.floor(value / 2 ** place) % 2;
}

/** So many of the smallest counts are told apart one by one. */
const UNARY = 12;

/** Counts up to a bound, mostly 0, 1 or 2: "is it 0", "is it 1" and so on, then a NumberModel. */
export class CountModel {
  private readonly steps: Contexts;
  private readonly large = new NumberModel();

  constructor(variants = 1) {
    this.steps = new Contexts(UNARY * variants);
  }

  code(coder: BitCoder, value: number, most: number, variant = 0): number {
    for (let n = 0; n < UNARY; n++) {
      if (n === most) return n;
      if (this.steps.code(coder, variant * UNARY + n, value === n ? 1 : 0)) return n;
    }
    return UNARY + this.large.code(coder, value - UNARY, most - UNARY);
  }
}
