import type { SuspectClass } from "../../leaks/suspect-class.js";
import { parseBytes } from "../../lib/parse-bytes.js";
import { CHECK_WORDS } from "../../words/terminal/check-words.js";
import { INPUT_WORDS } from "../../words/terminal/input-words.js";
import { UsageError } from "../exit-code.js";
import type { Flags } from "../input/flags.js";

const WORDS = CHECK_WORDS.usage;

/** Classes of suspects that a check can forbid. */
const CHECKED_CLASSES = [
  "growing",
  "in-flight",
  "pooled",
  "cache",
  "undecided",
] as const satisfies readonly SuspectClass[];
export type CheckedClass = (typeof CHECKED_CLASSES)[number];

/** What a heap may come to at most; sizes in the unit of the sample type. */
export type Budget =
  /** of NEW over BASE */
  | { readonly of: "growth"; readonly limit: number }
  /** of all that NEW holds */
  | { readonly of: "heap"; readonly limit: number }
  /** of all that one kind of object holds in NEW */
  | { readonly of: "kind"; readonly kind: string; readonly limit: number }
  /** no suspect of this class */
  | { readonly of: "class"; readonly class: CheckedClass };

/** The budget's flag and what it is about, as it was given: "--max-kind ConfigMap". */
export function budgetName(budget: Budget): string {
  switch (budget.of) {
    case "growth":
      return "--max-growth";
    case "heap":
      return "--max-heap";
    case "kind":
      return `--max-kind ${budget.kind}`;
    case "class":
      return `--class ${budget.class}`;
  }
}

/**
 * The budgets that the flags set, largest subject first; growth of nothing where there is none.
 * @param unit of the sample type: sizes are bytes where that is bytes, else plain numbers of it
 * @param based whether there is a BASE
 * @throws UsageError where one cannot be read, or asks for growth without a BASE
 */
export function budgetsOf(flags: Flags, unit: string, based: boolean): Budget[] {
  const growth = flags.text("max-growth");
  const heap = flags.text("max-heap");
  const out: Budget[] = [];
  if (growth !== undefined) {
    out.push({ of: "growth", limit: sizeOf("--max-growth", growth, unit) });
    if (!based) {
      throw new UsageError(WORDS.noBase);
    }
  }
  if (heap !== undefined) out.push({ of: "heap", limit: sizeOf("--max-heap", heap, unit) });
  for (const text of flags.texts("max-kind")) out.push(kindBudget(text, unit));
  for (const text of flags.texts("class")) {
    const found = CHECKED_CLASSES.find((one) => one === text);
    if (!found) throw new UsageError(INPUT_WORDS.flags.noneOf("class", text, CHECKED_CLASSES));
    out.push({ of: "class", class: found });
  }
  if (out.length > 0) return out;
  if (based) return [{ of: "growth", limit: 0 }];
  throw new UsageError(WORDS.noBudget);
}

function kindBudget(text: string, unit: string): Budget {
  const at = text.lastIndexOf("=");
  if (at <= 0) {
    throw new UsageError(WORDS.kindSize(text));
  }
  const kind = text.slice(0, at).trim();
  return { of: "kind", kind, limit: sizeOf(`--max-kind ${kind}`, text.slice(at + 1), unit) };
}

function sizeOf(flag: string, text: string, unit: string): number {
  if (/^\s*0+(\.0*)?\s*([kmgtp]?i?b?)\s*$/i.test(text)) return 0;
  if (unit === "bytes") {
    const bytes = parseBytes(text);
    if (bytes !== undefined) return bytes;
    throw new UsageError(WORDS.sizeInBytes(flag, text));
  }
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (Number.isFinite(value) && value >= 0) return value;
  throw new UsageError(WORDS.sizeInUnit(flag, unit, text));
}
