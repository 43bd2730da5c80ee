/** Where files stand on an axis of time. */
export interface Moments {
  /** whether these are times; else steps in the order of the files */
  readonly timed: boolean;
  /** one a file, in milliseconds or steps */
  readonly at: readonly number[];
}

/** The times of files; where one has none, even steps in their order. */
export function momentsOf(times: readonly (number | undefined)[]): Moments {
  const known = times.filter((time) => time !== undefined);
  const timed = known.length === times.length;
  return { timed, at: timed ? known : times.map((_, n) => n) };
}
