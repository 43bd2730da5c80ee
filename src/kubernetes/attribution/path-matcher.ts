import type { FramePath } from "../frames/frame-path.js";
import type { FramePattern } from "../frames/frame-pattern.js";

/** A path and the number of what it proves; the first path of a list that is followed decides. */
export interface PathVerdict {
  readonly path: FramePath;
  readonly verdict: number;
}

/** Not 32: numbers of up to 30 bits are the ones that engines hold without boxing them. */
export const WORD = 30;
const WORDS = 2;

/**
 * Two lists of paths as bits of two words, so that one pass over a stack follows all of them at
 * once: Shift-And of R. Baeza-Yates and G. Gonnet, "A new approach to text searching" (CACM 35,
 * 1992), with bits that stay set, because other frames may stand between two steps. Each step of
 * a path is a bit, one after the other; from root to leaf each frame does
 *
 *     word |= ((word << 1) | starts) & (bits of the steps that the frame can be)
 *
 * for both words, and a path was followed to its end where its last bit is set. Neighbours in a
 * list that have one step and one verdict share a bit.
 */
export class PathBits {
  /** bits of first steps, of each word */
  readonly starts = new Int32Array(WORDS);
  /** patterns of all steps of all paths */
  readonly patterns: readonly FramePattern[];
  /** bit of each pattern, counted through both words */
  readonly bitOf: readonly number[];
  /** of both lists, then of each word: last steps */
  private readonly ends = new Int32Array(2 * WORDS);
  private readonly verdictOf = new Int16Array(WORDS * WORD).fill(-1);

  /** Throws where the paths have more steps than there are bits. */
  constructor(lists: readonly [readonly PathVerdict[], readonly PathVerdict[]]) {
    const patterns: FramePattern[] = [];
    const bitOf: number[] = [];
    let next = 0;
    lists.forEach((list, l) => {
      let before: PathVerdict | undefined;
      for (const rule of list) {
        const { length } = rule.path;
        const shared = length === 1 && before?.path.length === 1 && before.verdict === rule.verdict;
        // A path stays within one word.
        if (!shared && (next % WORD) + length > WORD) next += WORD - (next % WORD);
        const first = shared ? next - 1 : next;
        if (first + length > WORDS * WORD) throw new Error("more steps of paths than bits");
        rule.path.forEach((step, at) => {
          for (const pattern of typeof step === "string" ? [step] : step) {
            patterns.push(pattern);
            bitOf.push(first + at);
          }
        });
        next = first + length;
        this.starts[Math.floor(first / WORD)]! |= 1 << (first % WORD);
        const last = next - 1;
        this.ends[l * WORDS + Math.floor(last / WORD)]! |= 1 << (last % WORD);
        this.verdictOf[last] = rule.verdict;
        before = rule;
      }
    });
    this.patterns = patterns;
    this.bitOf = bitOf;
  }

  /** The verdict of the first path of a list that was followed to its end; -1 where none was. */
  first(list: 0 | 1, low: number, high: number): number {
    const inLow = low & this.ends[list * WORDS]!;
    if (inLow !== 0) return this.verdictOf[lowestBit(inLow)]!;
    const inHigh = high & this.ends[list * WORDS + 1]!;
    return inHigh === 0 ? -1 : this.verdictOf[WORD + lowestBit(inHigh)]!;
  }
}

function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word);
}
