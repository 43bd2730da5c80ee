/** Smaller ones are left to the collector. */
const LEAST = 1 << 16;

/**
 * Gives back the memory of columns that nobody needs any more, at once. The collector, to which a
 * typed array is a small object, leaves it for long: dozens of megabytes where a large file is
 * worked on. The columns are empty afterwards, and so is all that views the same memory. Does
 * nothing where the platform cannot.
 */
export function release(...columns: readonly (ArrayBufferView | undefined)[]): void {
  for (const column of columns) {
    const buffer = column?.buffer;
    if (buffer instanceof ArrayBuffer && buffer.byteLength >= LEAST) buffer.transfer?.(0);
  }
}
