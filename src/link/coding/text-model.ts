import { LINK_WORDS } from "../../words/readers/link-words.js";
import { LINK_LIMITS } from "../link-content.js";
import { LinkError } from "../link-error.js";
import type { BitCoder } from "./bit-coder.js";
import { STRETCH, squash } from "./logistic.js";

/** Contexts that predict a bit: the last 1, 2, 3, 4 and 6 bytes, and the word so far. */
const CONTEXTS = 6;
const SLOT_BITS = 19;
const SLOTS = 1 << SLOT_BITS;
/** Sets of weights: by how many of the contexts were seen before. */
const SETS = CONTEXTS + 1;
/** After so many bits a context moves by 1/(LIMIT + 1.5) of the error with each bit. */
const LIMIT = 24;
/** How fast the weights follow. */
const RATE = 14;
const FIRST_WEIGHT = 20_000;
/** Each text ends with this byte. */
const END = 10;

/**
 * Texts as UTF-8 bytes, each bit predicted by mixing what followed the same bytes before
 * (logistic mixing, as in Mahoney's PAQ). The model is trained with texts that both sides have,
 * so names like theirs cost little. Whole numbers throughout: every machine computes the same.
 */
export class TextModel {
  /** for each context and slot: probability of 1 in 16 bits, below it 8 bits of how often seen */
  private readonly slots: Uint32Array;
  private readonly weights: Int32Array;
  private readonly inputs = new Int32Array(CONTEXTS * 2);
  private readonly at = new Int32Array(CONTEXTS);
  private readonly hashes = new Int32Array(CONTEXTS);
  private readonly last = new Uint8Array(6);
  private word = 0;
  private left: number = LINK_LIMITS.text;

  /** @param trained a model to start from, which stays as it is */
  constructor(trained?: TextModel) {
    this.slots = trained
      ? trained.slots.slice()
      : new Uint32Array(CONTEXTS * SLOTS).fill(32768 << 8);
    this.weights = trained
      ? trained.weights.slice()
      : new Int32Array(SETS * CONTEXTS * 2).fill(FIRST_WEIGHT);
    this.setHashes();
  }

  /** Learns texts without a code. */
  train(texts: Iterable<string>): void {
    for (const text of texts) {
      for (const byte of encoder.encode(text)) this.byte(NO_CODER, byte === END ? 32 : byte);
      this.byte(NO_CODER, END);
    }
  }

  /**
   * A text without line breaks (they become spaces); lone surrogates become U+FFFD.
   * @throws LinkError where the texts read are longer than LINK_LIMITS.text together
   */
  code(coder: BitCoder, text: string): string {
    if (coder.decoding) {
      const bytes: number[] = [];
      for (;;) {
        const byte = this.byte(coder, 0);
        if (byte === END) return decoder.decode(Uint8Array.from(bytes));
        bytes.push(byte);
      }
    }
    const bytes = encoder.encode(text).map((b) => (b === END ? 32 : b));
    for (const byte of bytes) this.byte(coder, byte);
    this.byte(coder, END);
    return decoder.decode(bytes);
  }

  private byte(coder: BitCoder, byte: number): number {
    if (coder !== NO_CODER && --this.left < 0) {
      throw new LinkError(LINK_WORDS.text);
    }
    let partial = 1;
    for (let b = 7; b >= 0; b--) partial = partial * 2 + this.bit(coder, partial, (byte >> b) & 1);
    const found = partial & 255;
    this.last.copyWithin(1, 0);
    this.last[0] = found;
    const isLetter = (found >= 97 && found <= 122) || (found >= 65 && found <= 90) || found > 127;
    this.word = isLetter ? Math.imul(this.word + found, 0x2c1b3c6d) : 0;
    this.setHashes();
    return found;
  }

  private bit(coder: BitCoder, partial: number, bit: number): number {
    const { slots, weights, inputs, at, hashes } = this;
    let seen = 0;
    for (let c = 0; c < CONTEXTS; c++) {
      const hash = Math.imul(hashes[c] ^ Math.imul(partial, 0x9e3779b1), 0x85ebca6b);
      const slot = c * SLOTS + ((hash ^ (hash >>> 15)) >>> (32 - SLOT_BITS));
      at[c] = slot;
      const held = slots[slot];
      if ((held & 255) === 0) {
        inputs[c * 2] = 0;
        inputs[c * 2 + 1] = 0;
      } else {
        seen++;
        inputs[c * 2] = STRETCH[held >>> 12];
        inputs[c * 2 + 1] = ((held >>> 8) - 32768) >> 5;
      }
    }
    const first = seen * CONTEXTS * 2;
    let dot = 0;
    for (let i = 0; i < CONTEXTS * 2; i++) dot += inputs[i] * weights[first + i];
    const one = squash(Math.max(-2048, Math.min(2048, Math.floor(dot / 65536))));
    const found = coder.code(bit, one * 16);
    const error = ((found << 12) - one) * RATE;
    for (let i = 0; i < CONTEXTS * 2; i++) {
      weights[first + i] = weights[first + i] + ((inputs[i] * error + 0x8000) >> 16);
    }
    const target = found ? 65535 : 0;
    for (let c = 0; c < CONTEXTS; c++) {
      const held = slots[at[c]];
      const p = held >>> 8;
      const n = held & 255;
      const next = p + Math.trunc(((target - p) * 2) / (2 * n + 3));
      slots[at[c]] = (next << 8) | (n < LIMIT ? n + 1 : n);
    }
    return found;
  }

  private setHashes(): void {
    const { last, hashes } = this;
    let hash = 0;
    let c = 0;
    for (let order = 1; order <= 6; order++) {
      hash = Math.imul(hash + last[order - 1] + 1, 0x3d4d51cb) + order;
      if (order !== 5) hashes[c++] = hash;
    }
    hashes[c] = this.word ^ 0x5bd1e995;
  }
}

const NO_CODER: BitCoder = { decoding: false, code: (bit) => bit };
const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
