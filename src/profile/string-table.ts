/**
 * A table of UTF-8 strings kept as bytes and decoded only when one is shown.
 *
 * `start` and `end` have one entry a string and point into `bytes`.
 * Invalid UTF-8 becomes U+FFFD, never an exception.
 */
export class StringTable {
  readonly length: number;
  private readonly cache: (string | undefined)[];

  constructor(
    readonly bytes: Uint8Array,
    readonly start: Uint32Array,
    readonly end: Uint32Array,
  ) {
    this.length = start.length;
    this.cache = new Array(start.length);
  }

  /** The string at `index`; "" when the index is out of range. */
  get(index: number): string {
    const known = this.cache[index];
    if (known !== undefined) return known;
    if (index < 0 || index >= this.length) return "";
    const text = decoder.decode(this.bytes.subarray(this.start[index], this.end[index]));
    this.cache[index] = text;
    return text;
  }

  /** A table holding these strings in this order. */
  static of(strings: readonly string[]): StringTable {
    const encoder = new TextEncoder();
    const parts = strings.map((s) => encoder.encode(s));
    const bytes = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
    const start = new Uint32Array(parts.length);
    const end = new Uint32Array(parts.length);
    let at = 0;
    parts.forEach((part, i) => {
      bytes.set(part, at);
      start[i] = at;
      at += part.length;
      end[i] = at;
    });
    return new StringTable(bytes, start, end);
  }

  /** The strings of a table, and some more behind them. */
  static extended(base: StringTable, more: readonly string[]): StringTable {
    if (more.length === 0) return base;
    const tail = StringTable.of(more);
    const bytes = new Uint8Array(base.bytes.length + tail.bytes.length);
    bytes.set(base.bytes);
    bytes.set(tail.bytes, base.bytes.length);
    const both = (a: Uint32Array, b: Uint32Array) => {
      const out = new Uint32Array(a.length + b.length);
      out.set(a);
      b.forEach((at, i) => {
        out[a.length + i] = base.bytes.length + at;
      });
      return out;
    };
    return new StringTable(bytes, both(base.start, tail.start), both(base.end, tail.end));
  }
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
