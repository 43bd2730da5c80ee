import type { Judge } from "./judge.js";
import { SIZE_STEPS } from "./shapes.js";
import { packVerdict } from "./verdict.js";

/** The table of steps has at most so many numbers. */
const MOST_STEPS = 1 << 22;
/** A step that was not taken yet. */
const UNTRIED = -1;

/**
 * What a judge makes of stacks, kept as a finite automaton that is built as stacks are walked:
 * its states are what the judge knows after some frames, its steps are symbols. Stacks of real
 * programs lead to some hundreds of states, so nearly every step was taken before and is one look
 * into a table. A file that leads to more states than there is room for has `FULL` automata;
 * its stacks are the judge's own business.
 */
export class Automaton {
  /** in place of a state: there is no room for it */
  static readonly FULL = -2;
  /** where each symbol leads from each state, `width` numbers a state; states count in widths */
  steps: Int32Array;
  readonly width: number;

  private readonly mostStates: number;
  private readonly states: (readonly number[])[] = [];
  private readonly known = new Map<string, number>();
  /** of each state and size (see SIZE_STEPS), packed */
  private readonly verdicts: number[] = [];
  private readonly asks: boolean[] = [];

  /** @param symbols rows of each symbol, root first */
  constructor(
    private readonly judge: Judge,
    private readonly symbols: readonly (readonly number[])[],
  ) {
    this.width = Math.max(1, symbols.length);
    this.mostStates = Math.max(1, Math.floor(MOST_STEPS / this.width));
    this.steps = new Int32Array(Math.min(64, this.mostStates) * this.width).fill(UNTRIED);
    judge.start();
    this.intern();
  }

  /** Takes a step for the first time; returns where it leads, or FULL. */
  learn(from: number, symbol: number): number {
    this.judge.resume(this.states[from / this.width]!);
    for (const row of this.symbols[symbol]!) this.judge.frame(row);
    const to = this.intern();
    this.steps[from + symbol] = to;
    return to;
  }

  /** Whether the verdict depends on the size of the allocation. */
  asksSize(state: number): boolean {
    return this.asks[state / this.width]!;
  }

  /**
   * The packed verdict of a stack that ends in a state.
   * @param bytes size of one allocation; any where the state does not ask for it
   */
  verdict(state: number, bytes: number): number {
    let size = 0;
    while (size + 1 < SIZE_STEPS.length && bytes >= SIZE_STEPS[size + 1]!) size++;
    return this.verdicts[(state / this.width) * SIZE_STEPS.length + size]!;
  }

  /** The state that the judge is in. */
  private intern(): number {
    const state = this.judge.state();
    const key = state.join();
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const index = this.states.length;
    if (index >= this.mostStates) return Automaton.FULL;
    if ((index + 1) * this.width > this.steps.length) this.widen();
    this.known.set(key, index * this.width);
    this.states.push(state);
    let asks = false;
    for (const bytes of SIZE_STEPS) {
      this.judge.finish(bytes);
      const verdict = packVerdict(this.judge);
      if (bytes > 0 && verdict !== this.verdicts.at(-1)) asks = true;
      this.verdicts.push(verdict);
    }
    this.asks.push(asks);
    return index * this.width;
  }

  private widen(): void {
    const room = Math.min(this.steps.length * 2, this.mostStates * this.width);
    const steps = new Int32Array(room).fill(UNTRIED, this.steps.length);
    steps.set(this.steps);
    this.steps = steps;
  }
}
