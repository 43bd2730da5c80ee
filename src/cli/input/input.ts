import { basename } from "node:path";
import { openParts } from "../../export/opened-parts.js";
import type { Profile } from "../../profile/profile.js";
import { ProfileError } from "../../profile/profile-error.js";
import { noteText } from "../../profile/profile-note.js";
import { MAX_UNPACKED_BYTES } from "../../profile/size-limits.js";
import { isStoreAddress } from "../../stores/store-scheme.js";
import { INPUT_WORDS } from "../../words/terminal/input-words.js";
import type { Io } from "../command.js";
import { InputError, Interrupted } from "../exit-code.js";
import { work } from "../run-work.js";
import { nodeUnpack } from "./node-unpack.js";
import { partOf, takenParts } from "./parts.js";
import { readPath } from "./read-file.js";
import { type ReadLimits, readAll, tooLarge } from "./read-limited.js";
import { readStore } from "./store-input.js";

const WORDS = INPUT_WORDS.read;

/** What is called `-` reads standard input. */
export const STDIN = "-";

/** An input as bytes, as they are stored. */
export interface Input {
  /** as the person gave it, without what an address may hold of secrets */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A profile as it was read. */
export interface OpenedFile extends Input {
  readonly profile: Profile;
}

/**
 * Reads a FILE of the command line: a path, `-`, an http(s) address or one of a store.
 * @throws InputError that names it and says why it cannot be read
 */
export async function readInput(file: string, io: Io): Promise<Input> {
  if (file === STDIN) return { name: INPUT_WORDS.stdin, bytes: await io.stdin() };
  if (/^https?:\/\//i.test(file)) return fetchInput(file, io);
  if (isStoreAddress(file)) return storeInput(file, io);
  try {
    return { name: file, bytes: await readPath(file, io.signal) };
  } catch (error) {
    if (io.signal.aborted) throw new Interrupted();
    if (error instanceof InputError) throw error;
    throw new InputError(`${file}: ${withOtherBytes(file, whyUnreadable(error))}`);
  }
}

/**
 * Reads and decodes some FILEs, in order; standard input once at most. What was unusual about
 * one is told on standard error.
 * @param parts what is taken of a FILE that holds several profiles, unless FILE#PART names one
 * @throws InputError
 */
export async function openFiles(
  files: readonly string[],
  io: Io,
  parts: "all" | "last" = "all",
): Promise<OpenedFile[]> {
  const opened: OpenedFile[] = [];
  for (const given of files) {
    const { file, part } = await partOf(given);
    const { name, bytes } = await readInput(file, io);
    if (io.signal.aborted) throw new Interrupted();
    try {
      const how = { signal: io.signal, platform: nodeUnpack };
      const { parts: all, notice } = await openParts(name, bytes, how, (steps) =>
        work(steps, io.signal),
      );
      if (notice !== "") io.err(`${name}: ${notice}`);
      const taken = takenParts(name, file, all, part, parts, io);
      for (const { name: own, profile } of taken) {
        for (const note of profile.notes) io.err(`${own}: ${noteText(note)}`);
      }
      opened.push(...taken);
    } catch (error) {
      if (io.signal.aborted) throw new Interrupted();
      if (error instanceof ProfileError) throw new InputError(`${name}: ${error.message}`);
      throw error;
    }
  }
  return opened;
}

async function storeInput(file: string, io: Io): Promise<Input> {
  try {
    return await readStore(file, io);
  } catch (error) {
    if (!(error instanceof ProfileError)) throw error;
    // Without what the address has of a name and a password.
    throw new InputError(WORDS.store(file.split("://", 1)[0] ?? "", error.message));
  }
}

/** A server must send something every half minute, and not a byte at a time for ever. */
const REMOTE_LIMITS: ReadLimits = {
  most: MAX_UNPACKED_BYTES,
  patience: 30_000,
  pace: 1024,
};

/**
 * Fetches an http(s) address.
 * @throws InputError where it does not answer, too slowly, or with too much; Interrupted
 */
export async function fetchInput(
  address: string,
  io: Pick<Io, "signal">,
  limits: ReadLimits = REMOTE_LIMITS,
): Promise<Input> {
  const { name, url } = publicName(address);
  const stopped = new AbortController();
  const signal = AbortSignal.any([io.signal, stopped.signal]);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  try {
    waiting = setTimeout(() => stopped.abort(), limits.patience);
    const response = await fetch(url, { signal });
    clearTimeout(waiting);
    if (!response.ok) {
      const status = `${response.status} ${response.statusText}`.trimEnd();
      throw new InputError(`${name}: ${WORDS.status(status)}`);
    }
    if (Number(response.headers.get("content-length")) > limits.most) {
      throw tooLarge(name, limits.most);
    }
    const body: AsyncIterable<Uint8Array> = response.body ?? nothing();
    const bytes = await readAll(name, body, limits, io.signal, () => stopped.abort());
    return { name, bytes };
  } catch (error) {
    if (io.signal.aborted) throw new Interrupted();
    if (error instanceof InputError) throw error;
    if (stopped.signal.aborted) {
      throw new InputError(`${name}: ${WORDS.silent(limits.patience / 1000)}`);
    }
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    throw new InputError(`${name}: ${whyUnreadable(cause)}`);
  } finally {
    clearTimeout(waiting);
    // Also where the answer's body was not wanted: its connection would keep the process alive.
    stopped.abort();
  }
}

async function* nothing(): AsyncIterable<Uint8Array> {}

/** Credentials and queries of an address are neither printed nor written anywhere. */
function publicName(address: string): { name: string; url: URL } {
  try {
    const url = new URL(address);
    return { name: `${url.origin}${url.pathname}`, url };
  } catch {
    throw new InputError(`${address}: ${WORDS.noAddress}`);
  }
}

/** The last part of a path or address, for names of files. */
export function fileNameOf(name: string): string {
  return basename(name) || "profile";
}

const REASONS = {
  ENOENT: "noSuchFile",
  EACCES: "notAllowed",
  EPERM: "notAllowed",
  ECONNREFUSED: "refused",
  ENOTFOUND: "unknownHost",
  ETIMEDOUT: "noAnswer",
} as const;
const isKnown = (code: string): code is keyof typeof REASONS => Object.hasOwn(REASONS, code);

/** A name that is not UTF-8 reaches no program of Node as it is: U+FFFD stands where it was not. */
function withOtherBytes(file: string, why: string): string {
  return file.includes("\ufffd") ? WORDS.notUtf8(why) : why;
}

function whyUnreadable(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (isKnown(code)) return WORDS[REASONS[code]];
  return error instanceof Error ? error.message : String(error);
}
