import { UsageError } from "../exit-code.js";

const FACTORS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** Milliseconds of a time span as Go writes it ("90s", "1m30s", "2h"); undefined where it is none. */
export function parseDuration(text: string): number | undefined {
  const parts = text.trim().match(/\d+(?:\.\d+)?(?:ms|s|m|h|d)/g);
  if (!parts || parts.join("") !== text.trim()) return undefined;
  let total = 0;
  for (const part of parts) {
    const [, number, unit] = /^([\d.]+)([a-z]+)$/.exec(part)!;
    total += Number(number) * FACTORS[unit!]!;
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
    throw new UsageError(
      `--${name} takes a time like 30s, 5m or 1m30s, of ${least / 1000} s to 24 days, not "${text}"`,
    );
  }
  return found;
}
