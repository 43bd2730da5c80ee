import type { LabelInput } from "pprof-format";

/** An id or a value as it is written: a number where that is exact. */
export type Int64 = number | bigint;

const CHUNK = 1 << 16;
const SAMPLE_TYPE = 0x0a;
const SAMPLE = 0x12;
const LOCATIONS = 0x0a;
const VALUES = 0x12;
const LABEL = 0x1a;
/** Bytes that the longest varint has. */
const VARINT = 10;

/**
 * Writes the samples of a profile.proto message as they come, in chunks that are handed on: no
 * sample is held as an object, so that millions of them take no more room than their bytes.
 */
export class SampleWriter {
  private readonly out = new ByteBuffer(CHUNK);
  private readonly body = new ByteBuffer(1024);
  private readonly part = new ByteBuffer(256);

  /** @param take gets each chunk; its bytes are its own */
  constructor(private readonly take: (chunk: Uint8Array) => void) {}

  /** A sample type: indices of its name and unit among the strings. */
  sampleType(type: number, unit: number): void {
    const { body } = this;
    body.clear();
    body.field(0x08, type);
    body.field(0x10, unit);
    this.append(SAMPLE_TYPE);
  }

  /** @param locations ids, leaf first */
  sample(locations: readonly Int64[], values: readonly Int64[], labels: readonly LabelInput[]) {
    const { body, part } = this;
    body.clear();
    this.packed(LOCATIONS, locations);
    this.packed(VALUES, values);
    for (const label of labels) {
      part.clear();
      part.field(0x08, label.key ?? 0);
      part.field(0x10, label.str ?? 0);
      part.field(0x18, label.num ?? 0);
      part.field(0x20, label.numUnit ?? 0);
      if (part.length > 0) body.delimited(LABEL, part);
    }
    this.append(SAMPLE);
  }

  /** Hands on what is left. */
  end(): void {
    if (this.out.length > 0) this.take(this.out.bytes().slice());
    this.out.clear();
  }

  private packed(tag: number, numbers: readonly Int64[]): void {
    if (numbers.length === 0) return;
    this.part.clear();
    for (const number of numbers) this.part.varint(number);
    this.body.delimited(tag, this.part);
  }

  private append(tag: number): void {
    this.out.delimited(tag, this.body);
    if (this.out.length >= CHUNK) this.end();
  }
}

/** Bytes that are appended to; grows by doubling. */
class ByteBuffer {
  private buffer: Uint8Array;
  length = 0;

  constructor(capacity: number) {
    this.buffer = new Uint8Array(capacity);
  }

  clear(): void {
    this.length = 0;
  }

  /** What was appended; valid until the next change. */
  bytes(): Uint8Array {
    return this.buffer.subarray(0, this.length);
  }

  /** A number as a varint, in two's complement where it is negative. */
  varint(value: Int64): void {
    this.reserve(VARINT);
    if (typeof value === "bigint" || value < 0) {
      this.longVarint(BigInt.asUintN(64, BigInt(value)));
      return;
    }
    let rest = value;
    while (rest >= 0x80) {
      this.buffer[this.length++] = (rest % 0x80) | 0x80;
      rest = Math.floor(rest / 0x80);
    }
    this.buffer[this.length++] = rest;
  }

  /** A field of a number; 0 is left out, as the format has it. */
  field(tag: number, value: Int64): void {
    if (value === 0 || value === 0n) return;
    this.reserve(1);
    this.buffer[this.length++] = tag;
    this.varint(value);
  }

  delimited(tag: number, content: ByteBuffer): void {
    this.reserve(1 + VARINT + content.length);
    this.buffer[this.length++] = tag;
    this.varint(content.length);
    this.buffer.set(content.bytes(), this.length);
    this.length += content.length;
  }

  private longVarint(value: bigint): void {
    let rest = value;
    while (rest >= 0x80n) {
      this.buffer[this.length++] = Number(rest & 0x7fn) | 0x80;
      rest >>= 7n;
    }
    this.buffer[this.length++] = Number(rest);
  }

  private reserve(more: number): void {
    const wanted = this.length + more;
    if (wanted <= this.buffer.length) return;
    const next = new Uint8Array(Math.max(wanted, this.buffer.length * 2));
    next.set(this.bytes());
    this.buffer = next;
  }
}
