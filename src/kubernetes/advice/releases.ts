/** Below 0 where the first is the earlier: "1.9" before "1.31". */
export function compareReleases(a: string, b: string): number {
  const [x, y] = [a, b].map((text) => text.split(".").map(Number)) as [number[], number[]];
  return x[0] - y[0] || (x[1] ?? 0) - (y[1] ?? 0);
}
