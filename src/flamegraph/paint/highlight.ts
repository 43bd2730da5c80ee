import { matchTest } from "../../calltree/layout/box-match.js";
import type { Picture } from "../../engine/answers.js";

/**
 * Which boxes stand out: those that are lit and those that a search found. Boxes that do not are
 * drawn grey. Counts are taken from running sums, so a block of any size costs the same.
 */
export interface Standing {
  /** whether anything is lit or searched for */
  readonly active: boolean;
  readonly lit: boolean;
  readonly searching: boolean;
  isLit(box: number): boolean;
  isMatch(box: number): boolean;
  /** how many of the boxes `from .. to` match */
  matchesIn(from: number, to: number): number;
  /** how many of the boxes `from .. to` are lit */
  litIn(from: number, to: number): number;
}

/** A box is lit when at least this share of it is. */
const LIT_SHARE = 0.5;

/** Works out which boxes stand out; costs one pass over the boxes when a search is on. */
export function standing(
  picture: Picture,
  matches: Uint8Array | undefined,
  lit: boolean,
): Standing {
  const { layout, boxLit } = picture;
  const hasLit = lit && boxLit.length === layout.count;
  const found = matches ? runningSum(layout.count, matchTest(picture.layout, matches)) : undefined;
  let litSum: Int32Array | undefined;
  return {
    active: hasLit || found !== undefined,
    lit: hasLit,
    searching: found !== undefined,
    isLit: (box) => !hasLit || boxLit[box] >= LIT_SHARE,
    isMatch: (box) => !found || found[box + 1] > found[box],
    matchesIn: (from, to) => (found ? found[to] - found[from] : 0),
    litIn: (from, to) => {
      if (!hasLit) return 0;
      litSum ??= runningSum(layout.count, (box) => boxLit[box] >= LIT_SHARE);
      return litSum[to] - litSum[from];
    },
  };
}

function runningSum(count: number, test: (box: number) => boolean): Int32Array {
  const sum = new Int32Array(count + 1);
  for (let box = 0; box < count; box++) sum[box + 1] = sum[box] + (test(box) ? 1 : 0);
  return sum;
}
