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

const lasting: object[] = [];

/**
 * Keeps one object of a class for good. The collector throws away the shape of a class of which no
 * object lives, and with it what was compiled for it: the next question would run uncompiled again.
 * @param one as small as can be
 */
export function keepShape(one: object): void {
  lasting.push(one);
}
