import type { FileContent } from "./file-content.js";

/** A longer line is read up to here: no format has such. */
const MAX_LINE = 1 << 20;
const LF = 10;
const CR = 13;

/**
 * The lines of a text, one after the other, without decoding the whole at once. LF and CRLF end a
 * line. `number` and `byte` are where the line returned last begins.
 */
export class TextLines {
  /** from 1; 0 before the first */
  number = 0;
  byte = 0;
  private at: number;
  private readonly bytes: Uint8Array;

  /** @throws ProfileError where the text is longer than a text may be */
  constructor(content: FileContent) {
    content.checkTextSize();
    this.bytes = content.bytes;
    this.at = 0;
  }

  /** The next line; undefined behind the last. */
  next(): string | undefined {
    const { bytes } = this;
    if (this.at >= bytes.length) return undefined;
    this.byte = this.at;
    let end = bytes.indexOf(LF, this.at);
    if (end < 0) end = bytes.length;
    this.at = end + 1;
    this.number++;
    const last = end > this.byte && bytes[end - 1] === CR ? end - 1 : end;
    return decoder.decode(bytes.subarray(this.byte, Math.min(last, this.byte + MAX_LINE)));
  }

  /** Goes back to before the line returned last. */
  back(): void {
    this.at = this.byte;
    this.number--;
  }

  /** Share of the text that was read, 0 to 1. */
  get share(): number {
    return this.bytes.length === 0 ? 1 : Math.min(1, this.at / this.bytes.length);
  }
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
