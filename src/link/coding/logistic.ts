/**
 * 4096 / (1 + exp(-d / 256)), for d from -2047 to 2047: 33 points of the curve and straight lines
 * between them, the table of Mahoney's lpaq.
 */
export function squash(d: number): number {
  if (d > 2047) return 4095;
  if (d < -2047) return 1;
  const i = (d >> 7) + 16;
  const w = d & 127;
  return Math.max(1, (POINTS[i] * (128 - w) + POINTS[i + 1] * w + 64) >> 7);
}

const POINTS = [
  1, 2, 3, 6, 10, 16, 27, 45, 73, 120, 194, 310, 488, 747, 1101, 1546, 2047, 2549, 2994, 3348, 3607,
  3785, 3901, 3975, 4022, 4050, 4068, 4079, 4085, 4089, 4092, 4093, 4094,
];

/** The inverse of `squash`: for each probability in 12 bits the first d that reaches it. */
export const STRETCH = stretchTable();

function stretchTable(): Int16Array {
  const table = new Int16Array(4096).fill(2047);
  let from = 0;
  for (let d = -2047; d <= 2047; d++) {
    const p = squash(d);
    for (let i = from; i <= p; i++) table[i] = d;
    if (p >= from) from = p + 1;
  }
  return table;
}
