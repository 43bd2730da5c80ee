import { amountText, kindPlural } from "../../../kubernetes/words.js";
import type { KindsAnswer } from "../../answers.js";

/**
 * Why a kind holds more among these files than in its file alone; "" where nothing rests on
 * growth. Each file alone leaves those bytes without a kind.
 */
export function coGrowthSaid({ kinds, unit, isDifference }: KindsAnswer): string {
  const [first, ...rest] = kinds
    .filter((row) => row.coGrowth !== 0)
    .sort((a, b) => Math.abs(b.coGrowth) - Math.abs(a.coGrowth));
  if (!first) return "";
  const amount = amountText(first.coGrowth, unit);
  const more =
    rest.length === 0
      ? ""
      : rest.length === 1
        ? " (and of 1 other kind, less)"
        : ` (and of ${rest.length} other kinds, less each)`;
  return `${amount} of ${isDifference ? "what changed in " : ""}${kindPlural(first.kind)}${more} is known from these files together: it grew with this kind and no other. Opened alone, a file leaves it unknown and has a lower figure for the kind.`;
}
