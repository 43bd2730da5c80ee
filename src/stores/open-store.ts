import { pprofFile } from "../export/pprof-file.js";
import type { Steps } from "../lib/steps.js";
import { unpack } from "../profile/containers/unpack.js";
import { readProfiles } from "../profile/formats/read-profile.js";
import { scaleProfile } from "../profile/merge.js";
import type { Profile } from "../profile/profile.js";
import { STORES_WORDS } from "../words/stores-words.js";
import { readParca } from "./parca.js";
import { readPyroscope } from "./pyroscope.js";
import { nameOfStoreAddress, parseStoreAddress } from "./store-address.js";
import type { AskStore, StoreProfile } from "./store-answer.js";

/** A heap out of a store. */
export interface StoreFile {
  readonly name: string;
  /** a gzipped pprof file of one heap */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** what it is of, in a sentence: the mean of so many scrapes, or one of them */
  readonly notice: string;
}

/**
 * Opens what an address of a store asks for, as one heap: a merge is divided by the number of its
 * scrapes. Where that is not known, the notice says that it is a sum.
 *
 * @param now milliseconds since 1970
 * @param ask how a store is asked
 * @param run does the work of reading, with whatever shows its progress
 * @throws ProfileError in words; what `ask` and `run` throw
 */
export async function openStore(
  text: string,
  now: number,
  ask: AskStore,
  run: <T>(steps: Steps<T>) => Promise<T>,
): Promise<StoreFile> {
  const address = parseStoreAddress(text, now);
  const found =
    address.store === "parca" ? await readParca(address, ask) : await readPyroscope(address, ask);
  const [{ profile }] = await run(readProfiles(await unpack(found.bytes)));
  const bytes = await run(pprofFile([meanOf(profile, found)]));
  return { name: `${nameOfStoreAddress(text)}.pb.gz`, bytes, notice: noticeOf(found) };
}

/** The profile of one scrape, at the time of the last one: a merge has times of its own making. */
function meanOf(profile: Profile, found: StoreProfile): Profile {
  const { scrapes = 1, until } = found;
  const mean = scaleProfile(
    profile,
    profile.sampleTypes.map(() => 1 / scrapes),
  );
  return {
    ...mean,
    timeNanos: BigInt(Math.round(until)) * 1_000_000n,
    durationNanos: 0n,
    comments: [...mean.comments, commentOf(found)],
  };
}

function noticeOf({ scrapes, series = 1, from, until }: StoreProfile): string {
  const [first, last] = [clock(from), clock(until)];
  if (scrapes === 1) return STORES_WORDS.notice.one(last);
  if (scrapes !== undefined) return STORES_WORDS.notice.mean(scrapes, series, first, last);
  return STORES_WORDS.notice.sum(series, first, last);
}

/**
 * What the file says of itself. The same in every language: links know the file by its bytes, and
 * whoever follows one may speak another.
 */
function commentOf({ scrapes, series = 1, from, until }: StoreProfile): string {
  const of = series > 1 ? ` of ${series} processes` : "";
  const [first, last] = [clock(from), clock(until)];
  if (scrapes === 1) return `one scrape, of ${last}`;
  if (scrapes !== undefined) return `the mean of ${scrapes} scrapes${of}, ${first} to ${last}`;
  return `the sum of scrapes${of}, ${first} to ${last}: how many is not known, so shares hold and bytes do not; ask for &scrape=last`;
}

const clock = (time: number) => `${new Date(time).toISOString().slice(0, 19)}Z`;
