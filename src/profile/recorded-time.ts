import type { Profile } from "./profile.js";

/** The day on which Go was published: no heap profile of it is older. */
const EARLIEST = BigInt(Date.UTC(2009, 10, 10)) * 1_000_000n;
/** The last time that 63 bits of nanoseconds hold; a damaged file or link may say anything. */
const LATEST = (1n << 63n) - 1n;

/** When a profile was taken, nanoseconds since 1970; 0n where the file says nothing credible. */
export function recordedTime({ timeNanos }: Pick<Profile, "timeNanos">): bigint {
  return timeNanos >= EARLIEST && timeNanos <= LATEST ? timeNanos : 0n;
}

/**
 * Whether a heap profile is the sum of several scrapes, as a store of profiles answers for a span
 * of time. Such sums carry times that overflowed while they were added up (1931): every figure is
 * that of all scrapes together, a heap of no moment.
 */
export function isSumOfScrapes({ timeNanos, sampleTypes }: Profile): boolean {
  return (
    timeNanos !== 0n &&
    recordedTime({ timeNanos }) === 0n &&
    sampleTypes.some(({ type }) => type.startsWith("inuse_"))
  );
}
