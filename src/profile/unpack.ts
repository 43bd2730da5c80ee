import { ProfileError } from "./error.js";

/** More than this is refused: 1 GiB of unpacked profile would be hundreds of millions of frames. */
export const MAX_UNPACKED_BYTES = 1 << 30;

export type Packing = "gzip" | "deflate" | "none";

/** How bytes are packed, by their first two. */
export function packingOf(bytes: Uint8Array): Packing {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return "gzip";
  if (
    bytes.length > 2 &&
    (bytes[0]! & 0x0f) === 8 &&
    bytes[0]! >>> 4 <= 7 &&
    ((bytes[0]! << 8) | bytes[1]!) % 31 === 0 &&
    (bytes[1]! & 0x20) === 0
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
}

/**
 * Unpacks gzip or zlib bytes by the platform's DecompressionStream; plain bytes are returned as
 * they are.
 * @throws ProfileError where the packed data is cut short, damaged or unpacks beyond the limit.
 */
export async function unpack(bytes: Uint8Array, options: UnpackOptions = {}): Promise<Uint8Array> {
  const packing = packingOf(bytes);
  if (packing === "none") return bytes;
  const limit = options.limit ?? MAX_UNPACKED_BYTES;
  const stream = new DecompressionStream(packing);
  const writer = stream.writable.getWriter();
  const reader = stream.readable.getReader();
  let written = 0;
  let failed = false;
  const feed = async () => {
    const step = 1 << 18;
    for (let at = 0; at < bytes.length && !failed; at += step) {
      options.signal?.throwIfAborted();
      await writer.write(bytes.subarray(at, at + step) as Uint8Array<ArrayBuffer>);
      written = Math.min(bytes.length, at + step);
      options.onProgress?.(written, bytes.length);
    }
    await writer.close();
  };
  const feeding = feed();
  feeding.catch(() => {
    failed = true;
  });
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      options.signal?.throwIfAborted();
      const { done, value } = await reader.read();
      if (done) break;
      size += value.length;
      if (size > limit) {
        throw new ProfileError(
          `the file unpacks to more than ${Math.round(limit / 1048576)} MiB, the limit`,
          { byte: written, hint: "record a shorter or filtered profile" },
        );
      }
      chunks.push(value);
    }
    await feeding;
  } catch (error) {
    failed = true;
    reader.cancel().catch(() => {});
    writer.abort().catch(() => {});
    if (error instanceof ProfileError || options.signal?.aborted) throw error;
    const cut = written >= bytes.length;
    throw new ProfileError(
      cut
        ? `the ${packing} data ends before its end mark or does not match its checksum`
        : `the ${packing} data is damaged`,
      {
        byte: cut ? bytes.length : written,
        hint: "the file may be cut short, record or download it again",
      },
    );
  }
  if (chunks.length === 1) return chunks[0]!;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
