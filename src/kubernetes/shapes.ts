import type { FramePattern } from "./framepattern.js";
import { SHAPE_RULES, SHAPE_STEPS, type ShapeStep } from "./shaperules.js";

const NAMES: readonly ShapeStep[] = [
  "root",
  "pointer",
  "marshaler",
  "array",
  "slice",
  "struct",
  "map",
  "string",
  "interface",
  "bytes",
  "object",
  "list",
];
const ROOT = 1;
const POINTER = 2;
const MARSHALER = 3;

/** Deeper shapes than this are not told apart: 16^12 is below 2^53. */
const MAX_STEPS = 12;

/** Patterns of all shape steps; `shapeCodeOf` gives the code of each. */
export const SHAPE_PATTERNS: readonly FramePattern[] = SHAPE_STEPS.flatMap(([, p]) => [...p]);

const codes: readonly number[] = SHAPE_STEPS.flatMap(([step, patterns]) =>
  patterns.map(() => NAMES.indexOf(step) + 1),
);

/** The code (1 to 12) of the shape step that a pattern stands for. */
export function shapeCodeOf(pattern: number): number {
  return codes[pattern]!;
}

const rules = SHAPE_RULES.map((rule) => ({
  rule,
  code: rule.shape.reduce((code, step) => code * 16 + NAMES.indexOf(step) + 1, 0),
  window: 16 ** rule.shape.length,
}));
const anywhere = rules.filter((r) => r.rule.where === "anywhere");

/** The shape of one stack, collected while it is walked from root to leaf. */
export class ShapeWalk {
  private code = 0;
  private length = 0;
  private rooted = false;
  private inMarshaler = false;
  private found = -1;

  start(): void {
    this.code = 0;
    this.length = 0;
    this.rooted = false;
    this.inMarshaler = false;
    this.found = -1;
  }

  step(code: number): void {
    if (code === ROOT) {
      // What a marshaler encodes by a call of its own is a part of the outer object.
      if (this.inMarshaler) return;
      this.start();
      this.rooted = true;
      return;
    }
    if (code === POINTER) return;
    if (code === MARSHALER) this.inMarshaler = true;
    this.length++;
    if (this.length > MAX_STEPS) {
      this.code = (this.code % 16 ** (MAX_STEPS - 1)) * 16 + code;
    } else this.code = this.code * 16 + code;
    for (const { rule, code: wanted, window } of anywhere) {
      if (this.length >= rule.shape.length && this.code % window === wanted) {
        if (this.found < 0) this.found = SHAPE_RULES.indexOf(rule);
      }
    }
  }

  /** Whether the stack has an encoder or decoder at all. */
  get any(): boolean {
    return this.length > 0;
  }

  /**
   * Index of the rule that the stack's shape fits, -1 where none does.
   * @param bytes size of one allocation, asked for only where a rule depends on it
   */
  rule(bytes: () => number): number {
    if (this.length === 0) return -1;
    if (this.found >= 0) return this.found;
    for (let i = 0; i < rules.length; i++) {
      const { rule, code, window } = rules[i]!;
      const whole = this.rooted && this.length === rule.shape.length && this.code === code;
      const end =
        rule.where === "end" && !this.rooted && this.length >= 4 && this.endsLike(window, code);
      if (!whole && !end) continue;
      if (rule.bytes !== undefined && bytes() < rule.bytes) continue;
      return i;
    }
    return -1;
  }

  /** Whether a stack without its root ends as the rule does, as far as it goes. */
  private endsLike(window: number, code: number): boolean {
    const part = Math.min(window, 16 ** Math.min(this.length, MAX_STEPS));
    return this.code % part === code % part;
  }
}
