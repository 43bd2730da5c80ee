import type { KindRow, KindsAnswer } from "./answers.js";

/**
 * What shares of kinds are of, one whole for chips, matrix, terminal and report: what is shown; of
 * changes the sum of what every kind changed by, up or down, as a total in which growth and
 * shrinkage cancel is no whole (scaled to the base's total it is zero).
 */
export function wholeOfKinds({ kinds, other, unknown, total, isDifference }: KindsAnswer): number {
  if (!isDifference) return Math.abs(total);
  return kinds.reduce((sum, row) => sum + Math.abs(row.total), Math.abs(other) + Math.abs(unknown));
}

/** A kind's share of the whole, -1 to 1; undefined where there is no whole. */
export function shareOfKinds(value: number, answer: KindsAnswer): number | undefined {
  const whole = wholeOfKinds(answer);
  return whole > 0 ? value / whole : undefined;
}

/** One sort of evidence and its share, 0 to 1. */
export interface EvidencePart {
  readonly name: "named" | "shaped" | "co-growth";
  readonly share: number;
}

/**
 * What the figures of some kinds rest on: shares that add up to 1, the largest first. Of changes
 * the size of each is taken: what shrank rests on its evidence as what grew does.
 */
export function evidenceOfKinds(rows: readonly KindRow[]): EvidencePart[] {
  const parts = [
    { name: "named", size: sum(rows, (row) => row.named) },
    { name: "shaped", size: sum(rows, (row) => row.shaped) },
    { name: "co-growth", size: sum(rows, (row) => row.coGrowth) },
  ] as const;
  const all = parts.reduce((whole, { size }) => whole + size, 0);
  return parts
    .filter(({ size }) => size > 0)
    .map(({ name, size }) => ({ name, share: size / all }))
    .sort((a, b) => b.share - a.share);
}

function sum(rows: readonly KindRow[], of: (row: KindRow) => number): number {
  return rows.reduce((all, row) => all + Math.abs(of(row)), 0);
}
