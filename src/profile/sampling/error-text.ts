import { formatValue } from "../../lib/format.js";
import { LIB_WORDS } from "../../words/readers/lib-words.js";
import { type ErrorBasis, isExact, SUREST } from "./sampling-error.js";

/**
 * The standard error of a figure, to follow it: "± 12.0 MiB", "exact" where there is none worth
 * telling, "± at least 12.0 MiB" where more than the sampling of this file is in it.
 */
export function errorText(error: number, unit: string, basis: ErrorBasis): string {
  if (basis === "unknown") return LIB_WORDS.error.unknown;
  if (isExact(error, basis)) {
    // Nothing seen by the sampler is not nothing for sure.
    return basis === "exact" || (basis === "sampled" && error > 0) ? LIB_WORDS.error.exact : "";
  }
  const size = formatValue(error, unit);
  return basis === "at-least" ? LIB_WORDS.error.atLeast(size) : `± ${size}`;
}

/**
 * A change in standard errors: "12.3", "> 100" beyond what can be told apart; "" where there is
 * no error, or none is known.
 */
export function zText(z: number): string {
  if (Number.isNaN(z)) return "";
  if (Math.abs(z) > SUREST) return z > 0 ? `> ${SUREST}` : `< −${SUREST}`;
  return z.toFixed(1).replace("-", "−");
}
