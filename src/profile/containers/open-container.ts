import { PROFILE_WORDS } from "../../words/readers/profile-words.js";
import { unwrapBase64 } from "../formats/pasted-base64.js";
import { ProfileError } from "../profile-error.js";
import { MAX_UNPACKED_BYTES } from "../size-limits.js";
import type { ArchiveMember } from "./archive-member.js";
import { isTar, tarMembers } from "./tar.js";
import { packingOf, type UnpackOptions, unpack } from "./unpack.js";
import { isZip, zipMembers } from "./zip.js";

/** A file that may be a profile. */
export interface OpenedFile {
  /** of a member of an archive the path in it */
  readonly name: string;
  /** as it was stored: kept, sent along and named by its hash */
  readonly stored: Uint8Array;
  /** unpacked */
  readonly plain: Uint8Array;
}

/** What a file turned out to be. */
export interface Container {
  /** the file itself, or the members of an archive that are wanted */
  readonly files: readonly OpenedFile[];
  /** members that were left alone, in order */
  readonly others: readonly string[];
  /** files in all, archives inside counted by their members */
  readonly count: number;
  readonly isArchive: boolean;
  /** the archive ends before its end: what was there is in `files` and `others` */
  readonly isCut: boolean;
}

export interface ContainerOptions extends UnpackOptions {
  /** whether unpacked bytes of a member may be a profile: only such are kept */
  readonly wanted: (plain: Uint8Array) => boolean;
}

/** Text in base64 is looked for up to here. */
const MAX_BASE64 = 1 << 27;
/** Members after which other work may pass. */
const BREATH = 32;

/**
 * Opens whatever stands around profiles: base64 text, gzip, zlib, zstd, and archives (tar, zip)
 * packed or not, with archives inside them once. What all of them unpack to is bounded together.
 * @throws ProfileError where the file cannot be unpacked; the signal's reason
 */
export async function openContainer(
  name: string,
  bytes: Uint8Array,
  options: ContainerOptions,
): Promise<Container> {
  const stored = base64Bytes(bytes) ?? bytes;
  const plain = await unpackTwice(stored, options);
  if (!isArchive(plain)) {
    const file = { name, stored: bytes, plain };
    return { files: [file], others: [], count: 1, isArchive: false, isCut: false };
  }
  const found: Found = { files: [], others: [], count: 0, left: MAX_UNPACKED_BYTES, isCut: false };
  await readArchive(plain, "", true, found, options);
  const { files, others, count, isCut } = found;
  return { files, others, count, isArchive: true, isCut };
}

interface Found {
  readonly files: OpenedFile[];
  readonly others: string[];
  count: number;
  /** bytes that may still be unpacked */
  left: number;
  isCut: boolean;
}

function isArchive(bytes: Uint8Array): boolean {
  return isZip(bytes) || isTar(bytes);
}

async function readArchive(
  bytes: Uint8Array,
  folder: string,
  nested: boolean,
  found: Found,
  options: ContainerOptions,
): Promise<void> {
  const members = membersOf(bytes, found);
  for (let i = 0; i < members.length; i++) {
    options.signal?.throwIfAborted();
    if (i % BREATH === BREATH - 1) await new Promise((resolve) => setTimeout(resolve, 0));
    options.onProgress?.(i, members.length);
    const member = members[i];
    const name = folder + member.name;
    const opened = await openMember(member, found, options);
    if (opened && nested && isArchive(opened.plain)) {
      await readArchive(opened.plain, `${name}/`, false, found, options);
      continue;
    }
    found.count++;
    if (opened && opened.plain.length > 0 && options.wanted(opened.plain)) {
      // A view of the whole archive would keep all of it.
      found.files.push({ name, stored: opened.stored.slice(), plain: opened.plain });
      found.left -= opened.plain.length;
    } else found.others.push(name);
  }
}

function membersOf(bytes: Uint8Array, found: Found): ArchiveMember[] {
  if (isZip(bytes)) return zipMembers(bytes, MAX_UNPACKED_BYTES);
  const { members, isCut } = tarMembers(bytes);
  found.isCut ||= isCut;
  return members;
}

/** A member that cannot be unpacked is one of the others: it may be anything. */
async function openMember(
  member: ArchiveMember,
  found: Found,
  options: ContainerOptions,
): Promise<{ stored: Uint8Array; plain: Uint8Array } | undefined> {
  const limit = Math.min(options.limit ?? MAX_UNPACKED_BYTES, found.left);
  if (member.size > limit) throw tooLarge();
  try {
    const stored = member.read();
    const { signal, platform } = options;
    const how = { limit, ...(signal ? { signal } : {}), ...(platform ? { platform } : {}) };
    return { stored, plain: await unpackTwice(stored, how) };
  } catch (error) {
    if (!(error instanceof ProfileError)) throw error;
    return undefined;
  }
}

/** Some tools pack what is packed already: /debug/pprof answers are, and so are archives of them. */
async function unpackTwice(bytes: Uint8Array, options: UnpackOptions): Promise<Uint8Array> {
  const once = await unpack(bytes, options);
  return once !== bytes && packingOf(once) !== "none" && packingOf(once) !== "deflate"
    ? unpack(once, { ...options, onProgress: () => {} })
    : once;
}

function base64Bytes(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes.length > MAX_BASE64 || bytes.length < 24) return undefined;
  const head = new TextDecoder().decode(bytes.subarray(0, 64));
  if (!/^\s*(?:data:|H4sI|eJ|eN|eA|eF|KLUv)/.test(head)) return undefined;
  return unwrapBase64(new TextDecoder().decode(bytes));
}

function tooLarge(): ProfileError {
  return new ProfileError(PROFILE_WORDS.archiveTooLarge(MAX_UNPACKED_BYTES >> 20), {
    hint: PROFILE_WORDS.hints.unpack,
  });
}
