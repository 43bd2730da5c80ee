import { ProfileError } from "../profile-error.js";

interface Known {
  /** first bytes, as Latin-1 */
  readonly starts: readonly string[];
  readonly what: string;
  readonly hint: string;
}

const ASK_HINT =
  "a picture has no figures that can be read: ask whoever made it for the profile itself (kubectl get --raw /debug/pprof/heap > heap.pb.gz), or for the text that go tool pprof -top prints";
const NESTED_HINT = "unpack it and open the profiles in it";
const PROFILE_HINT = "open what /debug/pprof/heap answers, a .pb.gz file";

/** Files that people drop by mistake, by their first bytes. */
const FILES: readonly Known[] = [
  { starts: ["\x89PNG"], what: "a PNG picture", hint: ASK_HINT },
  { starts: ["\xff\xd8\xff"], what: "a JPEG picture", hint: ASK_HINT },
  { starts: ["GIF8"], what: "a GIF picture", hint: ASK_HINT },
  { starts: ["%PDF"], what: "a PDF document", hint: ASK_HINT },
  { starts: ["BM6", "II*\0", "MM\0*", "RIFF"], what: "a picture", hint: ASK_HINT },
  { starts: ["\xd0\xcf\x11\xe0"], what: "a document of Office", hint: ASK_HINT },
  { starts: ["{\\rtf"], what: "a document with formatted text", hint: ASK_HINT },
  { starts: ["<svg", "<?xml"], what: "an SVG drawing, or another XML document", hint: ASK_HINT },
  { starts: ["PK\x03\x04", "PK\x05\x06"], what: "a zip archive", hint: NESTED_HINT },
  { starts: ["7z\xbc\xaf\x27\x1c"], what: "a 7z archive", hint: "unpack it first: 7z x FILE" },
  { starts: ["Rar!"], what: "a RAR archive", hint: "unpack it first: unrar x FILE" },
  { starts: ["\x04\x22\x4d\x18"], what: "packed by lz4", hint: "unpack it first: lz4 -d FILE" },
  { starts: ["\x28\xb5\x2f\xfd", "\x1f\x8b"], what: "packed several times", hint: NESTED_HINT },
  { starts: ["\xfd7zXZ"], what: "packed by xz", hint: "unpack it first: xz -d FILE" },
  { starts: ["BZh"], what: "packed by bzip2", hint: "unpack it first: bzip2 -d FILE" },
  {
    starts: ["\x7fELF", "\xcf\xfa\xed\xfe", "MZ"],
    what: "a program, not its profile",
    hint: PROFILE_HINT,
  },
  {
    starts: ["go1.", "\x00\x00go 1."],
    what: "an execution trace or a heap dump, not a heap profile",
    hint: PROFILE_HINT,
  },
];

/** Texts that are met where a profile is expected, by what they begin with. */
const TEXTS: readonly { readonly begins: RegExp; readonly what: string; readonly hint: string }[] =
  [
    {
      begins: /^heap profile: /,
      what: "the text form of a heap profile (?debug=1)",
      hint: "its first line is damaged: record it again, or without ?debug=1",
    },
    {
      begins: /^(?:goroutine profile: |goroutine \d+ \[)/,
      what: "a goroutine profile in text form",
      hint: "its first line is damaged: record it again",
    },
    {
      begins:
        /^(?:File: |Type: |Build ID: |Time: |Showing (?:nodes|top)|\s*flat\s+flat%|Main binary filename|Dropped \d+ nodes)/,
      what: "what go tool pprof printed",
      hint: "no row of figures, no trace and no tree is in it: copy the whole output",
    },
    {
      begins: /^# (?:HELP|TYPE) [a-zA-Z_:]/,
      what: "an answer of /metrics",
      hint: "it is read beside a heap profile: open both, in a terminal leaklens kinds HEAP TEXT",
    },
    {
      begins: /^\s*<(?:!doctype|html|head|body|\?xml)/i,
      what: "a web page",
      hint: "a proxy or a login page may have answered instead of the program: look into the file",
    },
    {
      begins: /^\s*[{[]/,
      what: "JSON",
      hint: "an error of the apiserver looks like this (RBAC needs nonResourceURLs /debug/pprof/*): look into the file",
    },
    {
      begins: /^(?:404|403|401|Forbidden|Unauthorized|Not Found|error: )/i,
      what: "the error message of a server or of kubectl",
      hint: "look into the file: profiling may be off, or you may lack the right to it",
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
      return new ProfileError(`this is ${known.what}`, { byte: 0, hint: known.hint });
    }
  }
  if (head.startsWith("ftyp", 4)) {
    return new ProfileError("this is a picture or a video", { byte: 0, hint: ASK_HINT });
  }
  // A profile's first bytes hold lengths and field numbers: no text has those.
  if (bytes.subarray(0, 512).some((b) => b < 32 && b !== 9 && b !== 10 && b !== 13)) {
    return undefined;
  }
  const text = head.replace(/^\xef\xbb\xbf/, "");
  for (const known of TEXTS) {
    if (known.begins.test(text)) {
      return new ProfileError(`this is ${known.what}`, { byte: 0, hint: known.hint });
    }
  }
  return undefined;
}

function latin1(bytes: Uint8Array): string {
  let out = "";
  for (const byte of bytes) out += String.fromCharCode(byte);
  return out;
}
