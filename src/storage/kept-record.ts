import { STORAGE_WORDS } from "../words/storage-words.js";
/** A file that is kept. Times are milliseconds since 1970. */
export interface KeptFile {
  /** SHA-256 of the bytes, lower-case hex */
  readonly hash: string;
  readonly name: string;
  /** bytes */
  readonly size: number;
  readonly kept: number;
  readonly used: number;
}

/** Files that were looked at together, in their order. */
export interface KeptSet {
  /** the hashes in their order */
  readonly id: string;
  readonly files: readonly {
    readonly hash: string;
    readonly name: string;
    readonly size: number;
  }[];
  readonly used: number;
}

/** Longer names are cut: they come with files from anywhere. */
export const MAX_NAME = 300;
/** The last moment that a `Date` can hold, in milliseconds. */
const MAX_TIME = 8.64e15;
const HASH = /^[0-9a-f]{64}$/;

/** Whether a text is a SHA-256 in lower-case hex, which is what bytes are kept under. */
export function isHash(value: unknown): value is string {
  return typeof value === "string" && HASH.test(value);
}

/**
 * A record of the database as a kept file; undefined where it is damaged. What is read from disk
 * was written by any version of the page, by hand, or cut by a crash: nothing of it is believed.
 */
export function soundFile(value: unknown): KeptFile | undefined {
  if (!isRecord(value)) return undefined;
  const { hash, name, size, kept, used } = value;
  if (typeof hash !== "string" || hash === "" || typeof name !== "string") return undefined;
  if (!isSize(size) || !isTime(kept) || !isTime(used)) return undefined;
  return { hash, name: name.slice(0, MAX_NAME), size, kept, used };
}

/** A record of the database as a kept set; undefined where it is damaged. */
export function soundSet(value: unknown): KeptSet | undefined {
  if (!isRecord(value)) return undefined;
  const { id, files, used } = value;
  if (typeof id !== "string" || !isTime(used) || !Array.isArray(files)) return undefined;
  const sound: KeptSet["files"][number][] = [];
  for (const file of files as readonly unknown[]) {
    if (!isRecord(file)) return undefined;
    const { hash, name, size } = file;
    if (typeof hash !== "string" || typeof name !== "string" || !isSize(size)) return undefined;
    sound.push({ hash, name: name.slice(0, MAX_NAME), size });
  }
  return sound.length > 0 ? { id, files: sound, used } : undefined;
}

/** What a file is called whose record was lost while its bytes were not. */
export function namelessFile(hash: string, size: number, now: number): KeptFile {
  return { hash, name: STORAGE_WORDS.recovered(hash.slice(0, 8)), size, kept: now, used: now };
}

/** For sorting: what was used last comes first. */
export function newestFirst(a: { readonly used: number }, b: { readonly used: number }): number {
  return b.used - a.used;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isSize(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && Number.isSafeInteger(value);
}

function isTime(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value <= MAX_TIME;
}
