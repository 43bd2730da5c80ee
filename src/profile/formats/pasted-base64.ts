/** Base64 of a gzip, zlib or zstd file begins with one of these. */
const PACKED = /^(?:H4sI|eJ|eN|eA|eF|KLUv)/;

/**
 * The bytes of a packed file that was pasted as base64 text, as `base64 heap.pb.gz` prints it,
 * with line breaks or without; undefined where the text is no such thing.
 */
export function unwrapBase64(text: string): Uint8Array | undefined {
  const bare = text.replace(/^data:[\w.+/-]*;base64,/, "").replace(/\s+/g, "");
  if (bare.length < 24 || !PACKED.test(bare) || !/^[A-Za-z0-9+/_-]+={0,2}$/.test(bare)) {
    return undefined;
  }
  try {
    const binary = atob(bare.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(binary, (c) => c.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/** The bytes that a text pasted from a terminal stands for: base64 is taken off, else UTF-8. */
export function bytesOfText(text: string): Uint8Array {
  return unwrapBase64(text) ?? new TextEncoder().encode(text);
}
