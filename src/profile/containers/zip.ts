import { crc32 } from "../../lib/crc32.js";
import { joinedBytes } from "../../lib/joined-bytes.js";
import { PROFILE_WORDS } from "../../words/readers/profile-words.js";
import { ProfileError } from "../profile-error.js";
import { type ArchiveMember, MAX_MEMBERS } from "./archive-member.js";
import { inflate } from "./inflate.js";

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const LOCATOR_64_SIZE = 20;
const END_64_SIZE = 56;
/** Where these stand, a 64-bit number stands elsewhere. */
const ELSEWHERE_16 = 0xffff;
const ELSEWHERE_32 = 0xffffffff;
/** The id of the extra field with the 64-bit numbers of a file. */
const EXTRA_64 = 1;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const CENTRAL_SIZE = 46;
const LOCAL_SIZE = 30;
/** The end record is followed by a comment of at most so many bytes. */
const MAX_COMMENT = 0xffff;
const ENCRYPTED = 1;
const decoder = new TextDecoder();

/** Whether bytes begin as a zip archive does. */
export function isZip(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x50 &&
    bytes[1] === 0x4b &&
    ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6))
  );
}

/**
 * The files of a zip archive, by its central directory. Nothing is unpacked before it is read.
 * @throws ProfileError where the directory is missing, damaged or too long
 */
export function zipMembers(bytes: Uint8Array, limit: number): ArchiveMember[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = directoryOf(view, endRecord(view));
  const { count } = directory;
  let { at } = directory;
  if (count > MAX_MEMBERS) {
    throw new ProfileError(PROFILE_WORDS.archiveTooMany(MAX_MEMBERS), {
      hint: PROFILE_WORDS.hints.unpack,
    });
  }
  const members: ArchiveMember[] = [];
  for (let i = 0; i < count; i++) {
    if (at + CENTRAL_SIZE > bytes.length || view.getUint32(at, true) !== CENTRAL) {
      throw broken(PROFILE_WORDS.zip.directory, at);
    }
    const entry = at;
    const nameLength = view.getUint16(at + 28, true);
    const name = decoder.decode(bytes.subarray(at + CENTRAL_SIZE, at + CENTRAL_SIZE + nameLength));
    const { size } = numbersOf(view, entry);
    at += CENTRAL_SIZE + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (name.endsWith("/")) continue;
    members.push({ name, size, read: () => memberBytes(view, bytes, entry, limit) });
  }
  return members;
}

function broken(message: string, byte: number): ProfileError {
  return new ProfileError(message, { byte, hint: PROFILE_WORDS.hints.cutArchive });
}

function endRecord(view: DataView): number {
  const least = Math.max(0, view.byteLength - 22 - MAX_COMMENT);
  for (let at = view.byteLength - 22; at >= least; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw broken(PROFILE_WORDS.zip.noDirectory, view.byteLength);
}

interface Directory {
  readonly count: number;
  /** byte at which it begins */
  readonly at: number;
}

/** Where the directory is; of the 64-bit sort a second record in front of the end says it. */
function directoryOf(view: DataView, end: number): Directory {
  const count = view.getUint16(end + 10, true);
  const at = view.getUint32(end + 16, true);
  if (count !== ELSEWHERE_16 && at !== ELSEWHERE_32) return { count, at };
  const locator = end - LOCATOR_64_SIZE;
  if (locator >= 0 && view.getUint32(locator, true) === LOCATOR_64) {
    const record = wide(view, locator + 8);
    if (record + END_64_SIZE <= locator && view.getUint32(record, true) === END_64) {
      return { count: wide(view, record + 32), at: wide(view, record + 48) };
    }
  }
  if (at !== ELSEWHERE_32) return { count, at };
  throw broken(PROFILE_WORDS.zip.directory64, end);
}

/** A 64-bit number; beyond 2^53 nothing is in any file. */
function wide(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}

/** Sizes and place of a file, from its entry or the extra field behind the entry. */
function numbersOf(view: DataView, entry: number): { size: number; packed: number; local: number } {
  const numbers = [24, 20, 42].map((at) => view.getUint32(entry + at, true));
  const from = entry + CENTRAL_SIZE + view.getUint16(entry + 28, true);
  const end = Math.min(from + view.getUint16(entry + 30, true), view.byteLength);
  for (let at = from; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== EXTRA_64) continue;
    let next = at + 4;
    const last = Math.min(end, next + view.getUint16(at + 2, true));
    numbers.forEach((number, i) => {
      if (number !== ELSEWHERE_32 || next + 8 > last) return;
      numbers[i] = wide(view, next);
      next += 8;
    });
    break;
  }
  const [size, packed, local] = numbers;
  return { size, packed, local };
}

function memberBytes(view: DataView, bytes: Uint8Array, entry: number, limit: number): Uint8Array {
  const flags = view.getUint16(entry + 8, true);
  const method = view.getUint16(entry + 10, true);
  const crc = view.getUint32(entry + 16, true);
  const { size, packed, local } = numbersOf(view, entry);
  const damaged = (what: string) => broken(what, local);
  if (flags & ENCRYPTED) throw new ProfileError(PROFILE_WORDS.zip.locked, { byte: local });
  if (size > limit) {
    throw damaged(PROFILE_WORDS.zip.tooLarge(Math.round(limit / 1048576)));
  }
  if (local + LOCAL_SIZE > bytes.length || view.getUint32(local, true) !== LOCAL) {
    throw damaged(PROFILE_WORDS.zip.place);
  }
  const from =
    local + LOCAL_SIZE + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (from + packed > bytes.length) throw damaged(PROFILE_WORDS.zip.cut);
  const data = bytes.subarray(from, from + packed);
  const plain = method === 0 ? data : method === 8 ? inflated(data, size, damaged) : undefined;
  if (!plain) throw damaged(PROFILE_WORDS.zip.method(method));
  if (plain.length !== size || crc32(plain) !== crc) {
    throw damaged(PROFILE_WORDS.zip.checksum);
  }
  return plain;
}

function inflated(data: Uint8Array, size: number, damaged: (what: string) => Error): Uint8Array {
  const steps = inflate(data, "raw", size);
  let next = steps.next();
  while (!next.done) next = steps.next();
  const { chunks, end } = next.value;
  if (end !== "whole") throw damaged(PROFILE_WORDS.zip.damaged);
  return joinedBytes(chunks);
}
