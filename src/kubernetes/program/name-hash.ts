const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

/** Letters of a hash as the release table has it. */
export const HASH_LETTERS = 5;

/** 30 bits of a function's name (FNV-1a, folded). */
export function nameHash(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) {
    hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  }
  return ((hash >>> 2) ^ (hash & 3)) >>> 0;
}

/** A hash in base 64. */
export function letters(hash: number): string {
  let out = "";
  for (let shift = 24; shift >= 0; shift -= 6) out += ALPHABET[(hash >>> shift) & 63];
  return out;
}

/** The hash whose letters begin at `at`. */
export function hashAt(text: string, at: number): number {
  let hash = 0;
  for (let i = at; i < at + HASH_LETTERS; i++) hash = hash * 64 + ALPHABET.indexOf(text[i]);
  return hash;
}
