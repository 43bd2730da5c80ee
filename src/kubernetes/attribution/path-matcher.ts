import type { FramePath } from "../frames/frame-path.js";
import type { FramePattern } from "../frames/frame-pattern.js";

/** A path and the number of what it proves; the first path of a list that is followed decides. */
export interface PathVerdict {
  readonly path: FramePath;
  readonly verdict: number;
}

/** Not 32: numbers of up to 30 bits are the ones that engines hold without boxing them. */
export const WORD = 30;

/**
 * Several lists of paths as bits of some words, so that one pass over a stack follows all of them
 * at once: Shift-And of R. Baeza-Yates and G. Gonnet, "A new approach to text searching" (CACM 35,
 * 1992), with bits that stay set, because other frames may stand between two steps. Each step of
 * a path is a bit, one after the other; from root to leaf each frame does
 *
 *     word |= ((word << 1) | starts) & (bits of the steps that the frame can be)
 *
 * for each word, and a path was followed to its end where its last bit is set. Neighbours in a
 * list that have one step and one verdict share a bit.
 */
export class PathBits {
  /** so many words */
  readonly words: number;
  /** bits of first steps, of each word */
  readonly starts: Int32Array;
  /** patterns of all steps of all paths */
  readonly patterns: readonly FramePattern[];
  /** bit of each pattern, counted through the words */
  readonly bitOf: readonly number[];
  /** of each list, then of each word: last steps */
  private readonly ends: Int32Array;
  private readonly verdictOf: Int16Array;

  /** Throws where a path has more steps than a word has bits. */
  constructor(lists: readonly (readonly PathVerdict[])[]) {
    const patterns: FramePattern[] = [];
    const bitOf: number[] = [];
    const firsts: number[] = [];
    const lasts: { list: number; bit: number; verdict: number }[] = [];
    let next = 0;
    lists.forEach((list, l) => {
      let before: PathVerdict | undefined;
      for (const rule of list) {
        const { length } = rule.path;
        if (length > WORD) throw new Error("a path of more steps than a word has bits");
        const shared = length === 1 && before?.path.length === 1 && before.verdict === rule.verdict;
        // A path stays within one word.
        if (!shared && (next % WORD) + length > WORD) next += WORD - (next % WORD);
        const first = shared ? next - 1 : next;
        rule.path.forEach((step, at) => {
          for (const pattern of typeof step === "string" ? [step] : step) {
            patterns.push(pattern);
            bitOf.push(first + at);
          }
        });
        next = first + length;
        firsts.push(first);
        lasts.push({ list: l, bit: next - 1, verdict: rule.verdict });
        before = rule;
      }
    });
    this.patterns = patterns;
    this.bitOf = bitOf;
    this.words = Math.max(1, Math.ceil(next / WORD));
    this.starts = new Int32Array(this.words);
    for (const bit of firsts) this.starts[Math.floor(bit / WORD)] |= 1 << (bit % WORD);
    this.ends = new Int32Array(lists.length * this.words);
    this.verdictOf = new Int16Array(this.words * WORD).fill(-1);
    for (const { list, bit, verdict } of lasts) {
      this.ends[list * this.words + Math.floor(bit / WORD)] |= 1 << (bit % WORD);
      this.verdictOf[bit] = verdict;
    }
  }

  /**
   * The verdict of the first path of a list that was followed to its end; -1 where none was.
   * @param bits one number a word
   */
  first(list: number, bits: Int32Array): number {
    const bit = this.decidingBit(list, bits);
    return bit < 0 ? -1 : this.verdictOf[bit];
  }

  /** The last step of the path that decides, as a bit counted through the words; -1 for none. */
  decidingBit(list: number, bits: Int32Array): number {
    for (let w = 0; w < this.words; w++) {
      const found = bits[w] & this.ends[list * this.words + w];
      if (found !== 0) return w * WORD + lowestBit(found);
    }
    return -1;
  }
}

function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word);
}
