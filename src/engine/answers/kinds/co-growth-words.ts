import { amountText, kindPlural } from "../../../kubernetes/words.js";
import { KINDS_WORDS } from "../../../words/engine-words.js";
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
  return KINDS_WORDS.coGrowth(isDifference, amount, kindPlural(first.kind), rest.length);
}
