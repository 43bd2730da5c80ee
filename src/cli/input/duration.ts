import { INPUT_WORDS } from "../../words/terminal/input-words.js";
import { UsageError } from "../exit-code.js";

const FACTORS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

const isUnit = (text: string | undefined): text is keyof typeof FACTORS =>
  text !== undefined && Object.hasOwn(FACTORS, text);

/** Milliseconds of a time span as Go writes it ("90s", "1m30s", "2h"); undefined where it is none. */
export function parseDuration(text: string): number | undefined {
  let rest = text.trim();
  if (rest === "") return undefined;
  let total = 0;
  while (rest !== "") {
    const [part = "", number, unit] = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)/.exec(rest) ?? [];
    if (!isUnit(unit)) return undefined;
    total += Number(number) * FACTORS[unit];
    rest = rest.slice(part.length);
  }
  return Number.isFinite(total) ? total : undefined;
}

/**
 * The time span of a flag, in milliseconds.
 * @param least the shortest that is allowed
 * @throws UsageError
 */
export function durationFlag(
  name: string,
  text: string | undefined,
  otherwise: number,
  least: number,
): number {
  if (text === undefined) return otherwise;
  const found = parseDuration(text);
  if (found === undefined || found < least || found > 2 ** 31 - 1) {
    throw new UsageError(INPUT_WORDS.flags.duration(name, least / 1000, text));
  }
  return found;
}
