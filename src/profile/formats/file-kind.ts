import {
  type FileKind,
  type FileKindHint,
  FORMATS_WORDS,
} from "../../words/readers/formats-words.js";
import { ProfileError } from "../profile-error.js";

interface Known {
  /** first bytes, as Latin-1 */
  readonly starts: readonly string[];
  readonly what: FileKind;
  readonly advice: FileKindHint;
}

/** Files that people drop by mistake, by their first bytes. */
const FILES: readonly Known[] = [
  { starts: ["\x89PNG"], what: "png", advice: "picture" },
  { starts: ["\xff\xd8\xff"], what: "jpeg", advice: "picture" },
  { starts: ["GIF8"], what: "gif", advice: "picture" },
  { starts: ["%PDF"], what: "pdf", advice: "picture" },
  { starts: ["BM6", "II*\0", "MM\0*", "RIFF"], what: "picture", advice: "picture" },
  { starts: ["\xd0\xcf\x11\xe0"], what: "office", advice: "picture" },
  { starts: ["{\\rtf"], what: "richText", advice: "picture" },
  { starts: ["<svg", "<?xml"], what: "svg", advice: "picture" },
  { starts: ["PK\x03\x04", "PK\x05\x06"], what: "zip", advice: "archive" },
  { starts: ["7z\xbc\xaf\x27\x1c"], what: "sevenZip", advice: "sevenZip" },
  { starts: ["Rar!"], what: "rar", advice: "rar" },
  { starts: ["\x04\x22\x4d\x18"], what: "lz4", advice: "lz4" },
  { starts: ["\x28\xb5\x2f\xfd", "\x1f\x8b"], what: "nested", advice: "archive" },
  { starts: ["\xfd7zXZ"], what: "xz", advice: "xz" },
  { starts: ["BZh"], what: "bzip2", advice: "bzip2" },
  {
    starts: ["\x7fELF", "\xcf\xfa\xed\xfe", "MZ"],
    what: "program",
    advice: "profile",
  },
  {
    starts: ["go1.", "\x00\x00go 1."],
    what: "trace",
    advice: "profile",
  },
];

/** Texts that are met where a profile is expected, by what they begin with. */
const TEXTS: readonly {
  readonly begins: RegExp;
  readonly what: FileKind;
  readonly advice: FileKindHint;
}[] = [
  {
    begins: /^heap profile: /,
    what: "heapText",
    advice: "heapText",
  },
  {
    begins: /^(?:goroutine profile: |goroutine \d+ \[)/,
    what: "goroutineText",
    advice: "goroutineText",
  },
  {
    begins:
      /^(?:File: |Type: |Build ID: |Time: |Showing (?:nodes|top)|\s*flat\s+flat%|Main binary filename|Dropped \d+ nodes)/,
    what: "printed",
    advice: "printed",
  },
  {
    begins: /^# (?:HELP|TYPE) [a-zA-Z_:]/,
    what: "metrics",
    advice: "metrics",
  },
  {
    begins: /^\s*<(?:!doctype|html|head|body|\?xml)/i,
    what: "page",
    advice: "page",
  },
  {
    begins: /^\s*[{[]/,
    what: "json",
    advice: "json",
  },
  {
    begins: /^(?:404|403|401|Forbidden|Unauthorized|Not Found|error: )/i,
    what: "error",
    advice: "error",
  },
];

/**
 * Why bytes that are no pprof profile are refused, in words that say what they are; undefined
 * where they may be one.
 */
export function refusalOf(bytes: Uint8Array): ProfileError | undefined {
  const head = latin1(bytes.subarray(0, 512));
  for (const known of FILES) {
    if (known.starts.some((start) => head.startsWith(start))) {
      return refused(known.what, known.advice);
    }
  }
  if (head.startsWith("ftyp", 4)) {
    return refused("media", "picture");
  }
  // A profile's first bytes hold lengths and field numbers: no text has those.
  if (bytes.subarray(0, 512).some((b) => b < 32 && b !== 9 && b !== 10 && b !== 13)) {
    return undefined;
  }
  const text = head.replace(/^\xef\xbb\xbf/, "");
  for (const known of TEXTS) {
    if (known.begins.test(text)) {
      return refused(known.what, known.advice);
    }
  }
  return undefined;
}

function refused(kind: FileKind, advice: FileKindHint): ProfileError {
  return new ProfileError(FORMATS_WORDS.kind(kind), {
    byte: 0,
    hint: FORMATS_WORDS.kindHint(advice),
  });
}

function latin1(bytes: Uint8Array): string {
  let out = "";
  for (const byte of bytes) out += String.fromCharCode(byte);
  return out;
}
