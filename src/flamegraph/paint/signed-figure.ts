import { formatDelta, formatShare as shareText } from "../../lib/format.js";

export { formatValue, plural } from "../../lib/format.js";

/** A value with its sign: "+820 MiB", "−3.10 MiB", "±0". */
export const formatSigned = formatDelta;

/** A share of a whole: "47.4%", "0.03%", "<0.01%"; "" where there is no whole. */
export function formatShare(value: number, whole: number): string {
  return Math.abs(whole) > 0 ? shareText(Math.abs(value / whole)) : "";
}
