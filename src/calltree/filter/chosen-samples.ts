import { distinctStacks } from "../../profile/distinct-stacks.js";
import type { Profile } from "../../profile/profile.js";

/** So many tests are looked at in one pass over the stacks: bits of a number, beside `REFUSED`. */
const TESTS_A_PASS = 30;
const REFUSED = 1 << TESTS_A_PASS;

/** What samples are chosen by; each list has a column of 1 for each location that matches a test. */
export interface Choice {
  /** a stack must have a location of each */
  readonly wanted: readonly Uint8Array[];
  /** a stack may have no location of any */
  readonly refused: readonly Uint8Array[];
  /** for each sample how many of its leaf-most locations are left out; the same for equal stacks */
  readonly skipLeaf: Uint32Array | undefined;
  /** 1 for each sample that may be chosen; undefined for all */
  readonly allowed: Uint8Array | undefined;
}

/** 1 for each sample whose stack is chosen; a stack without locations is not. */
export function chosenSamples(profile: Profile, choice: Choice): Uint8Array {
  const { of, first } = distinctStacks(profile);
  const chosen = new Uint8Array(first.length).fill(1);
  for (let from = 0; from === 0 || from < choice.wanted.length; from += TESTS_A_PASS) {
    const wanted = choice.wanted.slice(from, from + TESTS_A_PASS);
    const marks = markedLocations(profile.locations.count, wanted, choice.refused);
    const { stackOf, stackOffsets, stackLocations } = profile.samples;
    const all = (1 << wanted.length) - 1;
    const { skipLeaf } = choice;
    choose(first, stackOf, stackOffsets, stackLocations, skipLeaf, marks, all, chosen);
  }
  return spread(chosen, of, choice.allowed, new Uint8Array(of.length));
}

/** For each location a bit for each test that it matches. */
function markedLocations(
  count: number,
  wanted: readonly Uint8Array[],
  refused: readonly Uint8Array[],
): Int32Array {
  const marks = new Int32Array(count);
  for (let l = 0; l < count; l++) {
    for (let w = 0; w < wanted.length; w++) if (wanted[w][l] === 1) marks[l] |= 1 << w;
    for (let r = 0; r < refused.length; r++) if (refused[r][l] === 1) marks[l] |= REFUSED;
  }
  return marks;
}

/** Takes from the chosen stacks those that do not match. */
function choose(
  first: Int32Array,
  stackOf: Int32Array,
  stackOffsets: Uint32Array,
  stackLocations: Uint32Array,
  skipLeaf: Uint32Array | undefined,
  marks: Int32Array,
  wanted: number,
  chosen: Uint8Array,
): void {
  for (let n = 0; n < chosen.length; n++) {
    const s = first[n];
    const from = stackOffsets[stackOf[s]] + (skipLeaf ? skipLeaf[s] : 0);
    const to = stackOffsets[stackOf[s] + 1];
    let seen = 0;
    for (let i = from; i < to; i++) seen |= marks[stackLocations[i]];
    if (from >= to || seen & REFUSED || (seen & wanted) !== wanted) chosen[n] = 0;
  }
}

/** What holds of each stack, for each sample that is allowed. */
function spread(
  ofStack: Uint8Array,
  stacks: Int32Array,
  allowed: Uint8Array | undefined,
  out: Uint8Array,
): Uint8Array {
  for (let s = 0; s < out.length; s++) out[s] = ofStack[stacks[s]];
  if (allowed) for (let s = 0; s < out.length; s++) out[s] &= allowed[s];
  return out;
}
