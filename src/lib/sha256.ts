import { sha256 } from "@noble/hashes/sha2.js";

/**
 * SHA-256 of bytes as lower-case hex: the name of a file in views and in the library. The
 * platform's own digest is used where there is one; pages that are not served from a secure
 * origin have none.
 */
export async function sha256Hex(bytes: Uint8Array): Promise<string> {
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  const digest = subtle
    ? new Uint8Array(await subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>))
    : sha256(bytes);
  return Array.from(digest, (b) => b.toString(16).padStart(2, "0")).join("");
}
