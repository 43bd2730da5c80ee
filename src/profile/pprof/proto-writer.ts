/** Writes one protobuf message field by field. */
export class ProtoWriter {
  private array = new Uint8Array(256);
  private length = 0;

  /** A number of 64 bits, negative ones in ten bytes. */
  varint(field: number, value: bigint): void {
    this.tag(field, 0);
    this.number(value);
  }

  /** Eight bytes, lowest first. */
  fixed64(field: number, value: bigint): void {
    this.tag(field, 1);
    let left = BigInt.asUintN(64, value);
    for (let i = 0; i < 8; i++) {
      this.push(Number(left & 0xffn));
      left >>= 8n;
    }
  }

  double(field: number, value: number): void {
    this.tag(field, 1);
    this.room(8);
    new DataView(this.array.buffer).setFloat64(this.length, value, true);
    this.length += 8;
  }

  bytes(field: number, value: Uint8Array): void {
    this.tag(field, 2);
    this.number(BigInt(value.length));
    this.room(value.length);
    this.array.set(value, this.length);
    this.length += value.length;
  }

  text(field: number, value: string): void {
    this.bytes(field, encoder.encode(value));
  }

  /** Numbers in one run; nothing where there are none. */
  packed(field: number, values: readonly bigint[]): void {
    if (values.length === 0) return;
    const inner = new ProtoWriter();
    for (const value of values) inner.number(value);
    this.bytes(field, inner.done());
  }

  done(): Uint8Array<ArrayBuffer> {
    return this.array.slice(0, this.length);
  }

  private tag(field: number, wire: number): void {
    this.number(BigInt((field << 3) | wire));
  }

  private number(value: bigint): void {
    let left = BigInt.asUintN(64, value);
    if (left < 0x80n) {
      this.push(Number(left));
      return;
    }
    while (left > 0x7fn) {
      this.push(Number(left & 0x7fn) | 0x80);
      left >>= 7n;
    }
    this.push(Number(left));
  }

  private push(byte: number): void {
    if (this.length === this.array.length) this.room(1);
    this.array[this.length++] = byte;
  }

  private room(more: number): void {
    if (this.length + more <= this.array.length) return;
    const next = new Uint8Array(Math.max(this.length + more, this.array.length * 2));
    next.set(this.array);
    this.array = next;
  }
}

const encoder = new TextEncoder();
