import { PROFILE_WORDS } from "../../words/readers/profile-words.js";
import { WireReader } from "../pprof/wire-reader.js";
import { ProfileError } from "../profile-error.js";
import { MAX_UNPACKED_BYTES } from "../size-limits.js";
import { inflate } from "./inflate.js";
import { Pieces } from "./pieces.js";
import { BeyondLimit, unpackByPlatform } from "./platform-unpacker.js";
import { isZstd, unzstd } from "./zstd.js";

export type Packing = "gzip" | "deflate" | "zstd" | "none";

/** How bytes are packed, by their first two, of zstd four. */
export function packingOf(bytes: Uint8Array): Packing {
  if (isZstd(bytes)) return "zstd";
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return "gzip";
  if (
    bytes.length > 2 &&
    (bytes[0] & 0x0f) === 8 &&
    bytes[0] >>> 4 <= 7 &&
    ((bytes[0] << 8) | bytes[1]) % 31 === 0 &&
    (bytes[1] & 0x20) === 0
  ) {
    return "deflate";
  }
  return "none";
}

export interface UnpackOptions {
  /** bytes read of the file so far, and how many there are */
  readonly onProgress?: (read: number, size: number) => void;
  readonly signal?: AbortSignal;
  readonly limit?: number;
  /** unpacks gzip and zlib bytes in place of DecompressionStream, where there is something faster */
  readonly platform?: Unpacker;
  /** is asked first: unpacks gzip and zlib bytes beside other work, where it can */
  readonly beside?: Beside;
}

/** Rejects with whatever it makes of bytes that it cannot unpack, or that unpack beyond the limit. */
export type Unpacker = (
  bytes: Uint8Array,
  packing: "gzip" | "deflate",
  options: UnpackOptions,
) => Promise<Uint8Array>;

/** As `Unpacker`; undefined where bytes are to be unpacked in the usual way. */
export type Beside = (...given: Parameters<Unpacker>) => Promise<Uint8Array | undefined>;

/**
 * Unpacks gzip or zlib bytes by the platform's DecompressionStream and zstd frames by fzstd; plain
 * bytes are returned as they are. Platforms differ in what they make of several gzip members one after the other and of
 * bytes behind the last one, and none says where damage is: what the platform will not unpack is
 * unpacked by hand (see `inflate`), so that the answer is the same everywhere. Bytes behind the
 * packed data are left alone.
 * @throws ProfileError where the packed data is cut short, damaged or unpacks beyond the limit;
 * the signal's reason where it was aborted.
 */
export async function unpack(bytes: Uint8Array, options: UnpackOptions = {}): Promise<Uint8Array> {
  options.signal?.throwIfAborted();
  const packing = packingOf(bytes);
  if (packing === "none") return bytes;
  if (packing === "zstd") return unpackZstd(bytes, options);
  const streams = typeof DecompressionStream === "undefined" ? undefined : unpackByPlatform;
  const unpacker = options.platform ?? streams;
  if (unpacker) {
    try {
      const beside = await options.beside?.(bytes, packing, options);
      return beside ?? (await unpacker(bytes, packing, options));
    } catch (error) {
      options.signal?.throwIfAborted();
      if (error instanceof BeyondLimit) throw tooLarge(error.limit, error.read);
      if (error instanceof ProfileError) throw error;
    }
  }
  return unpackByHand(bytes, packing, options);
}

async function unpackZstd(bytes: Uint8Array, options: UnpackOptions): Promise<Uint8Array> {
  const steps = unzstd(bytes, options.limit ?? MAX_UNPACKED_BYTES);
  let next = steps.next();
  while (!next.done) {
    options.onProgress?.(next.value, bytes.length);
    await new Promise((resolve) => setTimeout(resolve, 0));
    options.signal?.throwIfAborted();
    next = steps.next();
  }
  return next.value;
}

/** Steps of unpacking by hand after which other work may pass. */
const BREATH = 64;

async function unpackByHand(
  bytes: Uint8Array,
  packing: "gzip" | "deflate",
  options: UnpackOptions,
): Promise<Uint8Array> {
  const limit = options.limit ?? MAX_UNPACKED_BYTES;
  const steps = inflate(bytes, packing, limit);
  let next = steps.next();
  for (let i = 1; !next.done; i++) {
    options.onProgress?.(Math.floor(next.value * bytes.length), bytes.length);
    if (i % BREATH === 0) await new Promise((resolve) => setTimeout(resolve, 0));
    options.signal?.throwIfAborted();
    next = steps.next();
  }
  const { chunks, size, end, at } = next.value;
  switch (end) {
    case "whole":
      options.onProgress?.(bytes.length, bytes.length);
      return joined(chunks, size);
    case "limit":
      throw tooLarge(limit, at);
    case "cut":
    case "damaged":
      // A profile whose first field is a number can begin as zlib data does.
      if (packing === "deflate" && isMessage(bytes)) return bytes;
      throw new ProfileError(
        end === "cut" ? PROFILE_WORDS.packedCut(packing) : PROFILE_WORDS.packedDamaged(packing),
        { byte: at, hint: PROFILE_WORDS.hints.cutDownload },
      );
  }
}

function tooLarge(limit: number, byte: number): ProfileError {
  return new ProfileError(PROFILE_WORDS.fileTooLarge(Math.round(limit / 1048576)), {
    byte,
    hint: PROFILE_WORDS.hints.filtered,
  });
}

/** Whether bytes are protocol buffer fields from the first to the last. */
function isMessage(bytes: Uint8Array): boolean {
  const reader = new WireReader(bytes);
  try {
    while (reader.at < reader.end) reader.skip(reader.uint32("fieldNumber") & 7);
    return true;
  } catch {
    return false;
  }
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const pieces = new Pieces(chunks.length === 1 ? 0 : size);
  for (const chunk of chunks) pieces.add(chunk);
  return pieces.done();
}
