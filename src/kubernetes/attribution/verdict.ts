/** What a stack was judged to be; see Judge. */
export interface Verdict {
  readonly kind: number;
  readonly evidence: number;
  readonly stage: number;
  readonly category: number;
  /** see Judge */
  readonly carries: number;
}

/** Verdicts of a profile's samples, one entry a sample. */
export interface VerdictColumns {
  readonly kind: Int16Array;
  readonly evidence: Uint8Array;
  readonly stage: Uint8Array;
  readonly category: Uint8Array;
  /** whether the kind is in question, and by what it may be found; see Judge */
  readonly carries: Uint8Array;
  /** number of the distinct stack, -1 where the sample has no kind and is in no question */
  readonly stack: Int32Array;
}

/** A verdict as one integer: kinds begin at KIND_UNKNOWN, -2, and are fewer than 2^14. */
export function packVerdict(v: Verdict): number {
  return (
    (v.kind + 2) | (v.evidence << 14) | (v.stage << 16) | (v.category << 21) | (v.carries << 26)
  );
}

export const kindOf = (packed: number): number => (packed & 0x3fff) - 2;
export const evidenceOf = (packed: number): number => (packed >> 14) & 3;
export const stageOf = (packed: number): number => (packed >> 16) & 31;
export const categoryOf = (packed: number): number => (packed >> 21) & 31;
export const carriesOf = (packed: number): number => (packed >> 26) & 3;
