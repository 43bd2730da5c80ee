import {
  isHash,
  type KeptFile,
  type KeptSet,
  namelessFile,
  newestFirst,
  soundFile,
  soundSet,
} from "./kept-record.js";
import type { Stores } from "./library-parts.js";

/** What is kept, as far as records and bytes agree. */
export interface KeptLists {
  /** newest use first; the bytes of each are there */
  readonly files: readonly KeptFile[];
  /** newest use first; each file of a set is kept */
  readonly sets: readonly KeptSet[];
  /** records that could not be read, and are taken out */
  readonly damaged: number;
}

/** So many sets are remembered; the longest unused is forgotten first. */
export const MAX_SETS = 50;

/**
 * Reads both halves of the library and holds one against the other. A record without its bytes is
 * not listed (its bytes may be in a store that does not answer today, so the record stays);
 * damaged records are removed. With `adopt`, bytes without a record get one: they take room, so
 * they are shown. Only when a visit begins: later they may be half of what another tab writes.
 */
export async function readLists(stores: Stores, now: number, adopt: boolean): Promise<KeptLists> {
  const { index, bytes } = stores;
  // Records first: bytes are written before their record, so none is missed.
  const rows = await index.files();
  const setRows = await index.sets();
  const there = await bytes.hashes();
  let damaged = 0;
  const known = new Map<string, KeptFile>();
  for (const row of rows) {
    const file = soundFile(row);
    if (file) {
      if (there.has(file.hash)) known.set(file.hash, file);
      continue;
    }
    damaged++;
    await index.removeFile(keyOf(row, "hash"));
  }
  if (adopt || damaged > 0) {
    for (const hash of there) {
      if (known.has(hash) || !isHash(hash)) continue;
      const file = namelessFile(hash, await bytes.size(hash), now);
      if (file.size === 0) continue;
      await index.putFile(file);
      known.set(hash, file);
    }
  }
  const sets: KeptSet[] = [];
  for (const row of setRows) {
    const set = soundSet(row);
    if (set) sets.push(set);
    else {
      damaged++;
      await index.removeSet(keyOf(row, "id"));
    }
  }
  sets.sort(newestFirst);
  for (const old of sets.slice(MAX_SETS)) await index.removeSet(old.id);
  return {
    files: [...known.values()].sort(newestFirst),
    sets: sets.slice(0, MAX_SETS).filter((set) => set.files.every((f) => known.has(f.hash))),
    damaged,
  };
}

function keyOf(row: unknown, name: string): unknown {
  return (row as Readonly<Record<string, unknown>>)[name];
}
