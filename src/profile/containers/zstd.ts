import { Decompress } from "fzstd";
import { joinedBytes } from "../../lib/joined-bytes.js";
import { PROFILE_WORDS } from "../../words/readers/profile-words.js";
import { ProfileError } from "../profile-error.js";

/** zstd itself unpacks no larger window unless told to. */
const MAX_WINDOW = 1 << 27;
const PIECE = 1 << 18;

/** Whether bytes are a zstd frame. */
export function isZstd(bytes: Uint8Array): boolean {
  return bytes[0] === 0x28 && bytes[1] === 0xb5 && bytes[2] === 0x2f && bytes[3] === 0xfd;
}

/**
 * Unpacks zstd frames, each step yielding how many bytes were read.
 * @throws ProfileError where they are damaged, cut short, need a larger window than zstd allows
 * by itself, or unpack beyond the limit
 */
export function* unzstd(bytes: Uint8Array, limit: number): Generator<number, Uint8Array, void> {
  const window = windowOf(bytes);
  if (window > Math.max(MAX_WINDOW, limit)) {
    throw new ProfileError(PROFILE_WORDS.zstdWindow(Math.round(window / 1048576)), {
      byte: 4,
      hint: PROFILE_WORDS.hints.unpackZstd,
    });
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  const stream = new Decompress((chunk, final) => {
    chunks.push(chunk);
    size += chunk.length;
    ended = final ?? false;
  });
  for (let at = 0; at < bytes.length; at += PIECE) {
    const end = Math.min(bytes.length, at + PIECE);
    try {
      stream.push(bytes.slice(at, end), end === bytes.length);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new ProfileError(PROFILE_WORDS.zstdFailed(why), {
        byte: at,
        hint: PROFILE_WORDS.hints.cutDownload,
      });
    }
    if (size > limit) {
      throw new ProfileError(PROFILE_WORDS.fileTooLarge(Math.round(limit / 1048576)), {
        byte: end,
        hint: PROFILE_WORDS.hints.filtered,
      });
    }
    yield end;
  }
  if (!ended) {
    throw new ProfileError(PROFILE_WORDS.packedCut("zstd"), {
      hint: PROFILE_WORDS.hints.cutDownload,
    });
  }
  return joinedBytes(chunks);
}

/** Bytes of window that the first frame's header asks for; RFC 8878, section 3.1.1.1. */
function windowOf(bytes: Uint8Array): number {
  const descriptor = bytes[4] ?? 0;
  const single = (descriptor & 0x20) !== 0;
  if (!single) {
    const window = bytes[5] ?? 0;
    const base = 2 ** (10 + (window >> 3));
    return base + (base / 8) * (window & 7);
  }
  const at = 5 + [0, 1, 2, 4][descriptor & 3];
  const length = [1, 2, 4, 8][descriptor >> 6];
  let content = length === 2 ? 256 : 0;
  for (let i = 0; i < length; i++) content += (bytes[at + i] ?? 0) * 256 ** i;
  return content;
}
