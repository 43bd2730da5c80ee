import { amountText, shareText } from "../kubernetes/words.js";

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
/** The categories that people suspect, with the words for them: singular where `one` is set. */
const USUAL: readonly { readonly category: string; readonly name: string; readonly one?: true }[] =
  [
    { category: "connections", name: "Connections" },
    { category: "runtime", name: "Goroutines, timers and the runtime's own structures" },
    { category: "start-up", name: "Start-up", one: true },
    { category: "logging", name: "Logging", one: true },
    { category: "metrics", name: "Metrics" },
    { category: "openapi", name: "OpenAPI", one: true },
    { category: "certificates", name: "Certificates" },
  ];

/**
 * What is not the cause, with its figures, a line each. Nothing is cleared that holds a twentieth
 * or more of the whole.
 * @param whole the growth, or the bytes held, that a cause would have to explain
 */
export function clearedBy(bystanders: Bystanders, whole: number): string[] {
  const { otherCategories, unit, isDifference, connections } = bystanders;
  if (!(whole > 0)) return [];
  const out: string[] = [];
  for (const { category, name, one } of USUAL) {
    const value = otherCategories[category] ?? 0;
    if (value >= whole * CLEARED_SHARE) continue;
    const change =
      value > 0
        ? `grew by ${amountText(value, unit)}, ${shareText(value / whole)} of the growth.`
        : value < 0
          ? `shrank by ${amountText(-value, unit)}.`
          : "did not grow.";
    const told = category === "connections" ? connections : "";
    if (told) out.push(isDifference ? `${told} Their memory ${change}` : told);
    else if (value !== 0) {
      const hold = one ? "holds" : "hold";
      out.push(
        isDifference
          ? `${name} ${change}`
          : `${name} ${hold} ${amountText(value, unit)}, ${shareText(value / whole)} of the memory.`,
      );
    }
  }
  return out;
}
