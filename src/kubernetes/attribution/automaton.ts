import { widened } from "../../lib/growable.js";
import { HashIndex, sameNumbers, spreadHash } from "../../lib/hash-index.js";
import { must } from "../../lib/must.js";
import { release } from "../../lib/release.js";
import { SIZE_STEPS } from "./shape-matcher.js";
import { type Judge, STATE } from "./stack-classifier.js";
import { packVerdict } from "./verdict.js";

/** The table of steps has at most so many numbers. */
const MOST_STEPS = 1 << 22;
/** A step that was not taken yet. */
const UNTRIED = -1;

/**
 * What a judge makes of stacks, kept as a finite automaton that is built as stacks are walked:
 * its states are what the judge knows after some frames, its steps are symbols. Stacks of real
 * programs lead to some hundreds of states, so nearly every step was taken before and is one look
 * into a table. A file that leads to more states than there is room for has its stacks judged by
 * the judge itself.
 */
export class Automaton {
  /** in place of a state: there is no room for it */
  static readonly FULL = -2;
  /** in place of a verdict: it depends on the size of the allocation */
  static readonly ASKS_SIZE = -3;
  /**
   * `width` numbers a state: where each symbol leads, then the packed verdict of stacks that end
   * here. A state goes by the place where its numbers begin; all stacks begin at 0.
   */
  steps: Int32Array;
  /** place of the verdict among a state's numbers */
  readonly verdict: number;

  private readonly width: number;
  private readonly mostStates: number;
  /** what the judge knows in each state, STATE numbers each; room for one more than there are */
  private known = new Int32Array(STATE << 6);
  /** numbers states by what is known */
  private readonly index = new HashIndex(64);
  /** for each state whose verdict depends on the size: packed, one for each of SIZE_STEPS */
  private readonly bySize = new Map<number, readonly number[]>();

  /** @param symbols rows of each symbol, root first */
  constructor(
    private readonly judge: Judge,
    private readonly symbols: readonly (readonly number[])[],
    mostSteps = MOST_STEPS,
  ) {
    this.verdict = symbols.length;
    this.width = symbols.length + 1;
    this.mostStates = Math.max(1, Math.floor(mostSteps / this.width));
    this.steps = new Int32Array(Math.min(64, this.mostStates) * this.width).fill(UNTRIED);
    judge.start();
    this.intern();
  }

  /** Where a symbol leads from a state, or FULL. */
  step(from: number, symbol: number): number {
    const to = this.steps[from + symbol];
    return to < 0 ? this.learn(from, symbol) : to;
  }

  private learn(from: number, symbol: number): number {
    this.judge.resume(this.known, (from / this.width) * STATE);
    for (const row of this.symbols[symbol]) this.judge.frame(row);
    const to = this.intern();
    this.steps[from + symbol] = to;
    return to;
  }

  /**
   * The packed verdict of stacks that end in a state whose verdict is ASKS_SIZE.
   * @param bytes size of one allocation
   */
  verdictOfSize(state: number, bytes: number): number {
    const verdicts = must(this.bySize.get(state), "the verdicts by size");
    let size = 0;
    while (size + 1 < verdicts.length && bytes >= SIZE_STEPS[size + 1]) size++;
    return verdicts[size];
  }

  /** The state that the judge is in. */
  private intern(): number {
    const { index, known } = this;
    const from = index.count * STATE;
    this.judge.save(known, from);
    let state = index.first(hashOf(known, from));
    for (; state >= 0; state = index.next()) {
      const at = state * STATE;
      if (sameNumbers(known, at, at + STATE, known, from, from + STATE)) return state * this.width;
    }
    if (index.count === this.mostStates) return Automaton.FULL;
    state = index.add();
    this.makeRoom();
    const at = state * this.width;
    const verdicts = SIZE_STEPS.map((bytes) => {
      this.judge.finish(bytes);
      return packVerdict(this.judge);
    });
    const one = verdicts.every((v) => v === verdicts[0]);
    if (!one) this.bySize.set(at, verdicts);
    this.steps[at + this.verdict] = one ? verdicts[0] : Automaton.ASKS_SIZE;
    return at;
  }

  private makeRoom(): void {
    const { count } = this.index;
    if (count * this.width > this.steps.length) {
      const { length } = this.steps;
      const room = Math.min(length * 2, this.mostStates * this.width);
      const steps = new Int32Array(room).fill(UNTRIED, length);
      steps.set(this.steps);
      release(this.steps);
      this.steps = steps;
    }
    if ((count + 1) * STATE > this.known.length) this.known = widened(this.known);
  }
}

function hashOf(known: Int32Array, from: number): number {
  let hash = 0;
  for (let i = from; i < from + STATE; i++) {
    hash = Math.imul(hash ^ known[i], 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return spreadHash(hash);
}
