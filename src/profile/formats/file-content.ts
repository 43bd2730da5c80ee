import { PROFILE_WORDS } from "../../words/readers/profile-words.js";
import { ProfileError } from "../profile-error.js";
import { MAX_TEXT_BYTES } from "../size-limits.js";

/** So many bytes are looked at to tell what a file is. */
const HEAD = 1 << 16;

/** The unpacked bytes of a file, and what importers ask of them. */
export class FileContent {
  /** false where the first bytes hold what no text has */
  readonly isText: boolean;
  private headText: string | undefined;

  /** @param bytes a text is UTF-8, see `utf8` */
  constructor(readonly bytes: Uint8Array) {
    this.isText = !bytes.subarray(0, 4096).some((b) => b < 32 && !CONTROLS.has(b));
  }

  /** The beginning as text, 64 KiB at most; "" where it is no text. */
  get head(): string {
    this.headText ??= this.isText ? decoder.decode(this.bytes.subarray(0, HEAD)) : "";
    return this.headText;
  }

  /**
   * The whole as text.
   * @throws ProfileError where it is longer than a text may be
   */
  text(): string {
    this.checkTextSize();
    return decoder.decode(this.bytes);
  }

  /** @throws ProfileError where a text is longer than a text may be */
  checkTextSize(): void {
    if (this.bytes.length > MAX_TEXT_BYTES) {
      throw new ProfileError(PROFILE_WORDS.textTooLong(MAX_TEXT_BYTES >> 20), {
        hint: PROFILE_WORDS.textTooLongHint,
      });
    }
  }
}

/** Bell, backspace, tabulator, line feed, form feed, carriage return, and the escape of terminals. */
const CONTROLS = new Set([7, 8, 9, 10, 12, 13, 27]);

const decoder = new TextDecoder("utf-8");

/**
 * Text as UTF-8 whatever it was stored as: UTF-16 with its mark, as PowerShell's `>` writes it,
 * is converted; UTF-8 loses its mark. Other bytes are returned as they are.
 */
export function utf8(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return fromUtf16(bytes, "utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return fromUtf16(bytes, "utf-16be");
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3);
  return bytes;
}

function fromUtf16(bytes: Uint8Array, encoding: "utf-16le" | "utf-16be"): Uint8Array {
  return new TextEncoder().encode(new TextDecoder(encoding).decode(bytes));
}
