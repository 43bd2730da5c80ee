import type { FramePattern } from "../frames/frame-pattern.js";
import { SHAPE_RULES, SHAPE_STEPS, type ShapeStep } from "../rules/shape-rules.js";

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

/** Longer shapes than that of any rule are not told apart: their last steps are kept. */
const MAX_STEPS = Math.max(...SHAPE_RULES.map((rule) => rule.shape.length)) + 1;
/** Bits of one step; as many steps as this are one small integer. */
const BITS = 4;
if (MAX_STEPS * BITS > 28) throw new Error("a shape of too many steps");
/** The last steps of a shape, so many of them. */
const lastSteps = (count: number): number => (1 << (count * BITS)) - 1;

/** Patterns of all shape steps; `shapeCodeOf` gives the code of each. */
export const SHAPE_PATTERNS: readonly FramePattern[] = SHAPE_STEPS.flatMap(([, p]) => [...p]);

const codes: readonly number[] = SHAPE_STEPS.flatMap(([step, patterns]) =>
  patterns.map(() => NAMES.indexOf(step) + 1),
);

/** The code (1 to 12) of the shape step that a pattern stands for. */
export function shapeCodeOf(pattern: number): number {
  return codes[pattern];
}

const rules = SHAPE_RULES.map(({ shape, where, bytes }, index) => ({
  index,
  length: shape.length,
  code: shape.reduce((code, step) => (code << BITS) | (NAMES.indexOf(step) + 1), 0),
  window: lastSteps(shape.length),
  where,
  bytes: bytes ?? 0,
}));
const anywhere = rules.filter((r) => r.where === "anywhere");

/**
 * Sizes of allocations at which rules begin to fit, smallest first, 0 before them: whatever lies
 * between two of them is judged as the lower one is.
 */
export const SIZE_STEPS: readonly number[] = [...new Set([0, ...rules.map((r) => r.bytes)])].sort(
  (a, b) => a - b,
);

export const SHAPE_STATE = 2;

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

  /** Writes down what was collected: SHAPE_STATE numbers, of which `resume` goes on. */
  save(into: Int32Array, at: number): void {
    into[at] = this.code;
    into[at + 1] =
      (this.rooted ? 1 : 0) |
      (this.inMarshaler ? 2 : 0) |
      (this.length << 2) |
      ((this.found + 1) << 8);
  }

  resume(saved: Int32Array, at: number): void {
    const rest = saved[at + 1];
    this.code = saved[at];
    this.rooted = (rest & 1) !== 0;
    this.inMarshaler = (rest & 2) !== 0;
    this.length = (rest >> 2) & 63;
    this.found = (rest >> 8) - 1;
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
    if (this.length < MAX_STEPS) this.length++;
    this.code = ((this.code << BITS) | code) & lastSteps(MAX_STEPS);
    if (this.found >= 0) return;
    for (const rule of anywhere) {
      if (this.length < rule.length || (this.code & rule.window) !== rule.code) continue;
      this.found = rule.index;
      return;
    }
  }

  /**
   * Index of the rule that the shape fits, -1 where none does.
   * @param bytes size of one allocation
   */
  rule(bytes: number): number {
    if (this.length === 0) return -1;
    if (this.found >= 0) return this.found;
    for (const rule of rules) {
      const whole = this.rooted && this.length === rule.length && this.code === rule.code;
      const end = rule.where === "end" && !this.rooted && this.length >= 4 && this.endsLike(rule);
      if ((whole || end) && bytes >= rule.bytes) return rule.index;
    }
    return -1;
  }

  /** Whether a stack without its root ends as the rule does, as far as it goes. */
  private endsLike(rule: { readonly code: number; readonly window: number }): boolean {
    const steps = lastSteps(this.length) & rule.window;
    return (this.code & steps) === (rule.code & steps);
  }
}
