import { amountText, shareText } from "../kubernetes/words.js";
import { type BystanderKey, LEAKS_WORDS } from "../words/leaks-words.js";

/** What is known of memory that is no API object; see KindsAnswer. */
export interface Bystanders {
  readonly otherCategories: Readonly<Record<string, number>>;
  readonly unit: string;
  readonly isDifference: boolean;
  /** how many connections are alive, in a sentence; "" where it cannot be said */
  readonly connections: string;
}

/** What holds more of the whole is not cleared. */
const CLEARED_SHARE = 0.05;
/** The categories that people suspect; their words are in the singular where `one` is set. */
const USUAL: readonly { readonly category: BystanderKey; readonly one?: true }[] = [
  { category: "connections" },
  { category: "runtime" },
  { category: "start-up", one: true },
  { category: "logging", one: true },
  { category: "metrics" },
  { category: "openapi", one: true },
  { category: "certificates" },
];

const WORDS = LEAKS_WORDS.cleared;

/**
 * What is not the cause, with its figures, a line each. Nothing is cleared that holds a twentieth
 * or more of the whole.
 * @param whole the growth, or the bytes held, that a cause would have to explain
 */
export function clearedBy(bystanders: Bystanders, whole: number): string[] {
  const { otherCategories, unit, isDifference, connections } = bystanders;
  if (!(whole > 0)) return [];
  const out: string[] = [];
  for (const { category, one } of USUAL) {
    const value = otherCategories[category] ?? 0;
    if (value >= whole * CLEARED_SHARE) continue;
    const amount = amountText(Math.abs(value), unit);
    const share = shareText(value / whole);
    const alive = category === "connections" ? connections : "";
    if (alive) out.push(isDifference ? connectionsChanged(alive, value, amount, share) : alive);
    else if (value !== 0) {
      out.push(
        !isDifference
          ? WORDS.holds(category, one === true, amountText(value, unit), share)
          : value > 0
            ? WORDS.grew(category, amount, share)
            : WORDS.shrank(category, amount),
      );
    }
  }
  return out;
}

function connectionsChanged(alive: string, by: number, amount: string, share: string): string {
  if (by === 0) return WORDS.connectionsSame(alive);
  return by > 0
    ? WORDS.connectionsGrew(alive, amount, share)
    : WORDS.connectionsShrank(alive, amount);
}
