import { createHash } from "node:crypto";

/** So many are remembered: the names of a few programs. */
const MOST = 1 << 18;
const known = new Map<string, bigint>();

/**
 * A number for a name, the same in every file, build and release: the first 64 bits of the SHA-256
 * of its UTF-8, as Parquet's signed INT64.
 */
export function nameId(name: string): bigint {
  const found = known.get(name);
  if (found !== undefined) return found;
  const id = createHash("sha256").update(name).digest().readBigInt64BE(0);
  if (known.size >= MOST) known.clear();
  known.set(name, id);
  return id;
}

/** A number for a stack, by the numbers of its functions from root to leaf. */
export function stackId(functions: readonly bigint[]): bigint {
  const bytes = Buffer.allocUnsafe(functions.length * 8);
  functions.forEach((id, i) => {
    bytes.writeBigInt64BE(id, i * 8);
  });
  return createHash("sha256").update(bytes).digest().readBigInt64BE(0);
}
