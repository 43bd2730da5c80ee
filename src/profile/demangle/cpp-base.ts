import { OPERATORS, STD } from "./cpp-words.js";
import { MangledText, NotMangled } from "./mangled-text.js";

/**
 * How much is written of a function: its name; its name with `()`, where something lies in it; all
 * of its parameters.
 */
export type Written = "name" | "enclosing" | "whole";

/** Qualifiers by their letters. */
export const MARKS: Readonly<Record<string, string>> = {
  K: " const",
  V: " volatile",
  r: " restrict",
};

/**
 * The parts of mangled names that all others are made of. Names and types are strings from the
 * start: what is left out is never built.
 */
export abstract class CppBase {
  protected readonly in: MangledText;
  private readonly known: string[] = [];

  constructor(text: string) {
    this.in = new MangledText(text);
  }

  abstract encoding(written: Written): string;
  protected abstract name(): string;
  protected abstract type(): string;
  protected abstract literal(): void;
  protected abstract expression(): void;

  protected signed(): void {
    this.in.take("n");
    this.in.number();
  }

  protected source(): string {
    const name = this.in.run(this.in.number());
    return /^_GLOBAL_[_.$]N/.test(name) ? "(anonymous namespace)" : name;
  }

  /** `_` is 1, `0_` is 2. */
  protected ordinal(): number {
    const n = this.in.next === "_" ? 0 : this.in.number() + 1;
    this.in.expect("_");
    return n + 1;
  }

  protected operator(): string {
    if (this.in.take("cv")) return `operator ${this.type()}`;
    if (this.in.take("li")) return `operator"" ${this.source()}`;
    const known = OPERATORS[this.in.run(2)];
    if (!known) throw new NotMangled();
    return /^[a-z]/.test(known[0]) ? `operator ${known[0].trimEnd()}` : `operator${known[0]}`;
  }

  /** @param isPrefix what follows may be a constructor, which is named by the template */
  protected substitution(isPrefix: boolean): string {
    this.in.expect("S");
    const { next } = this.in;
    if (/[0-9A-Z_]/.test(next)) {
      const name = this.known[this.sequence()];
      if (name === undefined) throw new NotMangled();
      return name;
    }
    const std = STD[this.in.char()];
    if (!std) throw new NotMangled();
    return isPrefix && /[CD]/.test(this.in.next) ? std[1] : std[0];
  }

  /** `_` is 0, `0_` is 1, in base 36. */
  protected sequence(): number {
    const digits = /^[0-9A-Z]{0,6}/.exec(this.in.text.slice(this.in.at, this.in.at + 6))![0];
    this.in.at += digits.length;
    this.in.expect("_");
    return digits === "" ? 0 : Number.parseInt(digits, 36) + 1;
  }

  protected learn(name: string): void {
    this.known.push(this.in.bounded(name));
  }

  protected templateArgs(): void {
    this.in.within(() => {
      this.in.expect("I");
      while (!this.in.take("E")) this.templateArg();
    });
  }

  protected templateArg(): void {
    this.in.within(() => {
      if (this.in.take("X")) {
        this.expression();
        this.in.expect("E");
      } else if (this.in.next === "L") this.literal();
      else if (this.in.take("J")) while (!this.in.take("E")) this.templateArg();
      else this.type();
    });
  }

  protected templateParam(): string {
    this.in.expect("T");
    if (this.in.take("L")) this.ordinal();
    if (this.in.next !== "_") this.in.number();
    this.in.expect("_");
    return "auto";
  }

  protected decltype(): string {
    this.in.at += 2;
    this.expression();
    this.in.expect("E");
    return "decltype (...)";
  }
}
