/** An array of numbers that doubles its room as it grows; `done()` gives what was pushed. */
export class GrowableUint32 {
  array: Uint32Array;
  length = 0;

  constructor(room = 1024) {
    this.array = new Uint32Array(Math.max(16, room));
  }

  push(value: number): void {
    if (this.length === this.array.length) this.grow(this.length + 1);
    this.array[this.length++] = value;
  }

  /** Makes room for at least `room` entries. */
  grow(room: number): void {
    const next = new Uint32Array(Math.max(room, this.array.length * 2));
    next.set(this.array);
    this.array = next;
  }

  done(): Uint32Array {
    return this.array.slice(0, this.length);
  }

  /** As `done()`, of an array that may have more room: not copied where little of it is unused. */
  trimmed(): Uint32Array {
    return trimmed(this.array, this.length);
  }
}

/** As GrowableUint32, for doubles. */
export class GrowableFloat64 {
  array: Float64Array;
  length = 0;

  constructor(room = 1024) {
    this.array = new Float64Array(Math.max(16, room));
  }

  push(value: number): void {
    if (this.length === this.array.length) {
      const next = new Float64Array(this.array.length * 2);
      next.set(this.array);
      this.array = next;
    }
    this.array[this.length++] = value;
  }

  done(): Float64Array {
    return this.array.slice(0, this.length);
  }

  /** As `GrowableUint32.trimmed`. */
  trimmed(): Float64Array {
    return trimmed(this.array, this.length);
  }
}

/** One in so many entries may be unused before a copy is made to let go of them. */
const UNUSED = 8;

/** The first `length` entries of a column. */
export function trimmed<T extends Uint8Array | Uint32Array | Float64Array>(
  column: T,
  length: number,
): T {
  const unused = column.length - length;
  return (
    unused * UNUSED <= column.length ? column.subarray(0, length) : column.slice(0, length)
  ) as T;
}

type Column =
  | Int32Array<ArrayBuffer>
  | Uint8Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>;

/** A copy of a column in more room: twice as much, or `length` where more is needed. */
export function widened<T extends Column>(column: T, length = 0): T {
  const make = column.constructor as new (length: number) => T;
  const next = new make(Math.max(column.length * 2, length));
  next.set(column as never);
  return next;
}
