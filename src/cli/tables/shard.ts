import { TABLES_WORDS } from "../../words/terminal/tables-words.js";
import { UsageError } from "../exit-code.js";

/** A part of all files: those at places index, index + count and so on. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** More parts than this are a slip of the hand. */
const MOST = 1_000_000;

/**
 * The shard of this process: `--shard I/N`, else the completion index of an Indexed Job with the
 * count of `--shards` or LEAKLENS_SHARDS; all files where neither is there.
 * @param shard "0/4": indices from 0 to N - 1
 * @throws UsageError
 */
export function shardOf(
  shard: string | undefined,
  shards: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Shard {
  if (shard !== undefined) {
    const found = /^(\d{1,7})\/(\d{1,7})$/.exec(shard);
    const index = Number(found?.[1]);
    const count = Number(found?.[2]);
    if (!found || count < 1 || count > MOST || index >= count) {
      throw new UsageError(TABLES_WORDS.shard(shard));
    }
    return { index, count };
  }
  const given = shards ?? env.LEAKLENS_SHARDS;
  const own = env.JOB_COMPLETION_INDEX;
  if (given === undefined) {
    if (own === undefined || own === "") return { index: 0, count: 1 };
    throw new UsageError(TABLES_WORDS.shardUnsaid);
  }
  const count = Number(given);
  if (!/^\d{1,7}$/.test(given) || count < 1 || count > MOST) {
    throw new UsageError(TABLES_WORDS.shards(given));
  }
  if (own === undefined || !/^\d{1,7}$/.test(own)) {
    throw new UsageError(TABLES_WORDS.shardsAlone);
  }
  if (Number(own) >= count) {
    throw new UsageError(TABLES_WORDS.shardBeyond(own, given));
  }
  return { index: Number(own), count };
}

/** What of a list is a shard's. */
export function inShard<T>(all: readonly T[], { index, count }: Shard): T[] {
  return all.filter((_, i) => i % count === index);
}
