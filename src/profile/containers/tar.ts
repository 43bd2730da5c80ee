import { PROFILE_WORDS } from "../../words/readers/profile-words.js";
import { ProfileError } from "../profile-error.js";
import { type ArchiveMember, MAX_MEMBERS } from "./archive-member.js";

const BLOCK = 512;
const MAX_NAME = 1 << 16;
const decoder = new TextDecoder();

/** Whether bytes begin with a tar header whose checksum is right. */
export function isTar(bytes: Uint8Array): boolean {
  return bytes.length >= BLOCK && bytes[0] !== 0 && checksumFits(bytes, 0);
}

/**
 * The regular files of a tar archive, old, ustar, GNU or pax. What is behind a damaged header is
 * left out; `isCut` says so.
 * @throws ProfileError where there are more files than are looked at
 */
export function tarMembers(bytes: Uint8Array): { members: ArchiveMember[]; isCut: boolean } {
  const members: ArchiveMember[] = [];
  let longName = "";
  let at = 0;
  while (at + BLOCK <= bytes.length && bytes[at] !== 0) {
    if (!checksumFits(bytes, at)) return { members, isCut: true };
    const size = numberAt(bytes, at + 124, 12);
    const type = String.fromCharCode(bytes[at + 156]);
    const from = at + BLOCK;
    if (size === undefined || from + size > bytes.length) return { members, isCut: true };
    if (type === "L" || type === "x") {
      const text = decoder.decode(bytes.subarray(from, from + Math.min(size, MAX_NAME)));
      longName = type === "L" ? text.replace(/\0.*$/s, "") : (paxPath(text) ?? longName);
    } else {
      const name = longName || nameAt(bytes, at);
      longName = "";
      if ((type === "0" || type === "\0" || type === "7") && !name.endsWith("/")) {
        if (members.length === MAX_MEMBERS) throw tooMany();
        members.push({ name, size, read: () => bytes.subarray(from, from + size) });
      }
    }
    at = from + Math.ceil(size / BLOCK) * BLOCK;
  }
  return { members, isCut: at > bytes.length };
}

function checksumFits(bytes: Uint8Array, at: number): boolean {
  const told = numberAt(bytes, at + 148, 8);
  let sum = 0;
  for (let i = 0; i < BLOCK; i++) sum += i >= 148 && i < 156 ? 32 : bytes[at + i];
  return told === sum;
}

/** Octal digits, or GNU's base 256 where the first bit is set; undefined where it is neither. */
function numberAt(bytes: Uint8Array, at: number, length: number): number | undefined {
  if (bytes[at] & 0x80) {
    let value = bytes[at] & 0x7f;
    for (let i = 1; i < length; i++) value = value * 256 + bytes[at + i];
    return Number.isSafeInteger(value) ? value : undefined;
  }
  const text = decoder
    .decode(bytes.subarray(at, at + length))
    .replace(/[\0 ]+$/, "")
    .trim();
  return /^[0-7]+$/.test(text) ? Number.parseInt(text, 8) : text === "" ? 0 : undefined;
}

function nameAt(bytes: Uint8Array, at: number): string {
  const field = (from: number, length: number) =>
    decoder.decode(bytes.subarray(at + from, at + from + length)).replace(/\0.*$/s, "");
  const prefix = field(257, 5) === "ustar" && bytes[at + 262] === 0 ? field(345, 155) : "";
  return prefix ? `${prefix}/${field(0, 100)}` : field(0, 100);
}

/** The path in records of "LENGTH key=value\n". */
function paxPath(text: string): string | undefined {
  return /(?:^|\n)\d+ path=([^\n]*)\n/.exec(text)?.[1];
}

function tooMany(): ProfileError {
  return new ProfileError(PROFILE_WORDS.archiveTooMany(MAX_MEMBERS), {
    hint: PROFILE_WORDS.hints.unpack,
  });
}
