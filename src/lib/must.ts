/**
 * A value that the program itself has seen to: its absence is a fault of the program, never of what
 * was read.
 * @param what names the value in the error
 * @throws Error where it is absent
 */
export function must<T>(value: T | null | undefined, what: string): T {
  if (value === undefined || value === null) throw new Error(`Missing: ${what}`);
  return value;
}

/**
 * The last of a list that is known to hold something.
 * @throws Error where it is empty
 */
export function lastOf<T>(list: readonly T[]): T {
  const at = list.length - 1;
  if (at < 0) throw new Error("Missing: the last of an empty list");
  return list[at];
}

/**
 * An item that a list is known to have.
 * @throws Error where it has fewer
 */
export function itemAt<T>(list: ArrayLike<T>, at: number): T {
  if (!(at >= 0 && at < list.length)) throw new Error(`Missing: item ${at} of ${list.length}`);
  return list[at];
}
