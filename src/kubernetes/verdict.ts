/** What a stack was judged to be; see Judge. */
export interface Verdict {
  readonly kind: number;
  readonly evidence: number;
  readonly stage: number;
  readonly category: number;
  readonly carries: boolean;
}

/** A verdict as one integer: kinds begin at KIND_UNKNOWN, -2, and are fewer than 2^14. */
export function packVerdict(v: Verdict): number {
  return (
    (v.kind + 2) |
    (v.evidence << 14) |
    (v.stage << 16) |
    (v.category << 21) |
    (v.carries ? 1 << 25 : 0)
  );
}

export const kindOf = (packed: number): number => (packed & 0x3fff) - 2;
export const evidenceOf = (packed: number): number => (packed >> 14) & 3;
export const stageOf = (packed: number): number => (packed >> 16) & 31;
export const categoryOf = (packed: number): number => (packed >> 21) & 15;
export const carriesOf = (packed: number): number => (packed >> 25) & 1;
