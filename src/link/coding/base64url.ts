import { LINK_WORDS } from "../../words/readers/link-words.js";
import { LinkError } from "../link-error.js";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Bytes as base64url without padding (RFC 4648, section 5). */
export function toBase64Url(bytes: Uint8Array): string {
  const out: string[] = [];
  for (let i = 0; i < bytes.length; i += 3) {
    const rest = bytes.length - i;
    const word = (bytes[i] << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    out.push(ALPHABET[word >>> 18], ALPHABET[(word >>> 12) & 63]);
    if (rest > 1) out.push(ALPHABET[(word >>> 6) & 63]);
    if (rest > 2) out.push(ALPHABET[word & 63]);
  }
  return out.join("");
}

/** @throws LinkError where a character is not of the alphabet or one is missing */
export function fromBase64Url(text: string): Uint8Array {
  if (/[^A-Za-z0-9_-]/.test(text)) {
    throw new LinkError(LINK_WORDS.character);
  }
  const whole = text.length >>> 2;
  const rest = text.length & 3;
  if (rest === 1) throw new LinkError(LINK_WORDS.missing);
  const bytes = new Uint8Array(whole * 3 + (rest === 0 ? 0 : rest - 1));
  let word = 0;
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const digit = digitOf(text.charCodeAt(i));
    word = (word << 6) | digit;
    const place = i & 3;
    if (place > 0) bytes[at++] = (word >>> (6 - 2 * place)) & 255;
  }
  return bytes;
}

function digitOf(code: number): number {
  if (code >= 65 && code <= 90) return code - 65;
  if (code >= 97 && code <= 122) return code - 71;
  if (code >= 48 && code <= 57) return code + 4;
  if (code === 45) return 62;
  return code === 95 ? 63 : -1;
}
