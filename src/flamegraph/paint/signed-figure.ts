import { formatDelta, formatShare as shareText } from "../../lib/format.js";

export { formatValue } from "../../lib/format.js";

/** A value with its sign: "+820 MB", "−3.10 MB", "±0". */
export const formatSigned = formatDelta;

/** A share of a whole: "47.4%", "0.03%", "<0.01%"; "" where there is no whole. */
export function formatShare(value: number, whole: number): string {
  return Math.abs(whole) > 0 ? shareText(Math.abs(value / whole)) : "";
}

/** "1 frame", "42 frames". */
export function plural(count: number, noun: string): string {
  return `${count.toLocaleString("en-US")} ${noun}${count === 1 ? "" : "s"}`;
}
