/** What `session/indexes.ts` says of opening an index. */
export const INDEXES_WORDS = {
  byHand: "download the folder and drop it here",
  files: (count: number) => `${count} Parquet files`,
  reading: (name: string, host: string, done: number, of: number) =>
    `${host ? `waiting for ${host}` : `reading ${name}`}${of > 0 ? `, ${done} of ${of} files` : ""}`,
  someFailed: (count: number, name: string, why: string) =>
    count === 1
      ? `${name} could not be read: ${why}`
      : `${count} files could not be read; the first is ${name}: ${why}`,
  someFailedHint: "the others are shown",
} as const;
