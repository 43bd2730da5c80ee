import { formatCount } from "../../lib/format.js";

/** "1 file", "2 files": a number with what it counts, in English. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return count === 1 ? `1 ${one}` : `${formatCount(count)} ${many}`;
}
