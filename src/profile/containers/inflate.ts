import {
  Z_BUF_ERROR,
  Z_NO_FLUSH,
  Z_OK,
  Z_STREAM_END,
  ZStream,
  zlibInflate,
  zlibInflateInit2,
} from "pako";

/** Why unpacking by hand stopped. */
export interface Inflated {
  /** what was unpacked, in order */
  readonly chunks: Uint8Array[];
  /** unpacked bytes */
  readonly size: number;
  /** "limit": there would be more than `limit` bytes; `at` is how far the input was read */
  readonly end: "whole" | "cut" | "damaged" | "limit";
  /** offset in the packed bytes */
  readonly at: number;
}

/** Bytes unpacked, and bytes read, in one step at most. */
const CHUNK = 1 << 16;
const PIECE = 1 << 18;

/** As zlib has them: 16 more for gzip, negative for deflate without a head or a checksum. */
const WINDOW_BITS = { gzip: 31, deflate: 15, raw: -15 } as const;

/**
 * Unpacks gzip or zlib bytes, each step yielding the share of the input that was read. Slower
 * than the platform's own, but it knows where it is: several gzip members one after the other are
 * all read, what follows the last and is no member is left alone, as gzip(1) does, and damage is
 * told with its byte. Checksums are verified.
 */
export function* inflate(
  bytes: Uint8Array,
  packing: "gzip" | "deflate" | "raw",
  limit: number,
): Generator<number, Inflated, void> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let at = 0;
  do {
    const stream = new ZStream();
    zlibInflateInit2(stream, WINDOW_BITS[packing]);
    stream.input = bytes;
    stream.next_in = at;
    stream.avail_in = 0;
    for (;;) {
      if (stream.avail_in === 0) stream.avail_in = Math.min(PIECE, bytes.length - at);
      stream.output = new Uint8Array(CHUNK);
      stream.next_out = 0;
      stream.avail_out = CHUNK;
      const status = zlibInflate(stream, Z_NO_FLUSH);
      at = stream.next_in;
      if (stream.next_out > 0) {
        chunks.push(stream.output.subarray(0, stream.next_out));
        size += stream.next_out;
      }
      if (size > limit) return { chunks, size, end: "limit", at };
      if (status === Z_STREAM_END) break;
      if (status !== Z_OK && status !== Z_BUF_ERROR) return { chunks, size, end: "damaged", at };
      if (at === bytes.length && stream.avail_out > 0) return { chunks, size, end: "cut", at };
      yield at / bytes.length;
    }
  } while (packing === "gzip" && bytes[at] === 0x1f && bytes[at + 1] === 0x8b);
  return { chunks, size, end: "whole", at };
}
