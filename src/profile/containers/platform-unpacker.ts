import { MAX_UNPACKED_BYTES } from "../size-limits.js";
import { expectedSize, Pieces } from "./pieces.js";
import type { UnpackOptions } from "./unpack.js";

/** Bytes unpack to more than they may. */
export class BeyondLimit extends Error {
  /** @param read packed bytes that were read until then */
  constructor(
    readonly limit: number,
    readonly read: number,
  ) {
    super();
  }
}

/**
 * Unpacks gzip or zlib bytes by the platform's DecompressionStream.
 * @throws BeyondLimit; the signal's reason; whatever the platform makes of bytes that it cannot unpack
 */
export async function unpackByPlatform(
  bytes: Uint8Array,
  packing: "gzip" | "deflate",
  options: UnpackOptions,
): Promise<Uint8Array> {
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
  feeding.catch((error) => {
    failed = true;
    // Else the reader would wait for ever for what is not going to be written.
    writer.abort(error).catch(() => {});
  });
  const pieces = new Pieces(expectedSize(bytes, packing, limit));
  try {
    for (;;) {
      options.signal?.throwIfAborted();
      const { done, value } = await reader.read();
      if (done) break;
      if (pieces.size + value.length > limit) throw new BeyondLimit(limit, written);
      pieces.add(value);
    }
    await feeding;
  } catch (error) {
    failed = true;
    reader.cancel().catch(() => {});
    writer.abort().catch(() => {});
    throw error;
  }
  return pieces.done();
}
