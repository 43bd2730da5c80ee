import type { BitCoder } from "../coding/bit-coder.js";
import {
  Contexts,
  CountModel,
  codeBelow,
  codePlain,
  MAX_NUMBER,
  NumberModel,
} from "../coding/contexts.js";
import type { TextModel } from "../coding/text-model.js";

/** Codes one value; undefined to decode. */
export type Code<T> = (value: T | undefined) => T;

const FLAGS = 32;

/**
 * Codes the fields of plain data: amounts that often repeat each other, words that come again,
 * texts. What is read is of the type that the code says, whatever the data.
 */
export class FieldCode {
  private readonly flags = new Contexts(FLAGS);
  private readonly marks = new Contexts(64);
  private readonly counts = new CountModel(4);
  private readonly sizes = new NumberModel();
  private readonly exponents = new Contexts(256);
  private readonly amounts: number[] = [];
  private readonly words: string[] = [];
  private readonly wordAt = new Map<string, number>();

  /** @param words that both sides know */
  constructor(
    readonly coder: BitCoder,
    private readonly texts: TextModel,
    words: readonly string[],
  ) {
    for (const word of words) this.keep(word);
  }

  /** @param context which flags are alike, 0 to 15 */
  flag(value: boolean | undefined, context: number): boolean {
    return this.flags.code(this.coder, 16 + context, value ? 1 : 0) === 1;
  }

  /** @throws LinkError where what is read is more than `most` */
  count(value: number | undefined, most: number, variant = 0): number {
    return this.counts.code(this.coder, value ?? 0, most, variant);
  }

  /** A bit of a set; `context` below 64 tells which one. */
  mark(value: boolean | undefined, context: number): boolean {
    return this.marks.code(this.coder, context, value ? 1 : 0) === 1;
  }

  /** A number below `below`, all of them alike. */
  below(value: number, below: number): number {
    return codeBelow(this.coder, below, value);
  }

  list<T>(list: readonly T[] | undefined, most: number, code: Code<T>, variant = 0): T[] {
    const length = this.count(list?.length, most, variant);
    return Array.from({ length }, (_, i) => code(list?.[i]));
  }

  nullable<T>(value: T | null | undefined, code: Code<T>): T | null {
    return this.flag(value !== null && value !== undefined, 0) ? code(value ?? undefined) : null;
  }

  /** A field that may be missing. */
  optional<T>(value: T | undefined, code: Code<T>): T | undefined {
    return this.flag(value !== undefined, 1) ? code(value) : undefined;
  }

  /** A text of its own. */
  text(value: string | undefined): string {
    return this.texts.code(this.coder, value ?? "");
  }

  /** A text that may come again. */
  word(value: string | undefined): string {
    const at = value === undefined ? undefined : this.wordAt.get(value);
    if (this.words.length > 0 && this.flag(at !== undefined, 2)) {
      return this.words[codeBelow(this.coder, this.words.length, at ?? 0)];
    }
    const word = this.text(value);
    this.keep(word);
    return word;
  }

  /**
   * An amount: what is expected, or one that was told before, or a whole number, which are all
   * exact; others in 17 binary digits.
   */
  amount(value: number | undefined, expected = 0): number {
    const given = value ?? 0;
    if (this.flag(given === expected, 3)) return expected;
    const at = this.coder.decoding ? -1 : this.amounts.indexOf(given);
    if (this.amounts.length > 0 && this.flag(at >= 0, 4)) {
      return this.amounts[codeBelow(this.coder, this.amounts.length, at)];
    }
    const negative = this.flag(given < 0, 5);
    const size = Math.min(Math.abs(given), MAX_NUMBER);
    const found = this.flag(Number.isInteger(size), 6)
      ? this.sizes.code(this.coder, size, MAX_NUMBER)
      : this.fraction(size);
    const amount = negative ? -found : found;
    if (this.amounts.length < MOST_KEPT) this.amounts.push(amount);
    return amount;
  }

  /** A share or a figure of which the first five digits count. */
  share(value: number | undefined): number {
    const given = value ?? 0;
    if (this.flag(given === 0, 7)) return 0;
    if (this.flag(given === 1, 8)) return 1;
    const negative = this.flag(given < 0, 9);
    const size = this.fraction(Math.abs(given));
    return negative ? -size : size;
  }

  /** Binary exponent, -64 to 63, and 16 digits after the first; NaN and the infinite are 0. */
  private fraction(value: number): number {
    const size = Number.isFinite(value) && value > 0 ? Math.max(value, 2 ** -64) : 2 ** -64;
    let exponent = Math.max(-64, Math.min(63, Math.floor(Math.log2(size))));
    let digits = Math.round((size / 2 ** exponent - 1) * 65536);
    if (digits > 65535) {
      exponent = Math.min(63, exponent + 1);
      digits = 0;
    }
    const e = this.exponents.codeTree(this.coder, 0, 7, exponent + 64) - 64;
    const d = codePlain(this.coder, 16, Math.max(0, digits));
    return (1 + d / 65536) * 2 ** e;
  }

  private keep(word: string): void {
    if (this.wordAt.has(word) || this.words.length >= MOST_KEPT) return;
    this.wordAt.set(word, this.words.push(word) - 1);
  }
}

/** What comes later is told again each time. */
const MOST_KEPT = 4096;
