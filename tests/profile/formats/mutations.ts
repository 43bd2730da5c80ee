import { readdirSync, readFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import { otlpFile, otlpJsonFile } from "../../../src/export/otlp-file.js";
import { decodePprof } from "../../../src/profile/pprof/decode.js";
import { tar, zip } from "../containers/archives.js";

const fixtures = new URL("../../fixtures/", import.meta.url);
/** Of larger files so much of both ends is taken: what matters stands there. */
const SEED_BYTES = 24_000;

/** A file that is mutated, and where it is from. */
export interface Seed {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** puts mutated bytes into what stands around them, so that it is whole and they are not */
  readonly wrap?: (bytes: Uint8Array) => Uint8Array;
}

/** A file of every format that is read, and archives of them. */
export function seeds(): Seed[] {
  const found: Seed[] = [];
  for (const folder of ["tables", "texts", "others", "cases"]) {
    for (const name of readdirSync(new URL(folder, fixtures)).sort()) {
      if (/\.go\.txt$|README/.test(name)) continue;
      const bytes = new Uint8Array(readFileSync(new URL(`${folder}/${name}`, fixtures)));
      const isText = /\.txt\.gz$|\.json\.gz$/.test(name);
      const plain = /\.gz$/.test(name) ? new Uint8Array(gunzipSync(bytes)) : bytes;
      found.push({ name: `${folder}/${name}`, bytes: ends(plain) });
      if (!isText && /\.gz$/.test(name)) found.push({ name: `${folder}/${name} packed`, bytes });
    }
  }
  const members = found.slice(0, 6).map((s): [string, Uint8Array] => [s.name, s.bytes]);
  found.push({ name: "an archive.tar", bytes: tar(members) });
  found.push({ name: "an archive.tar.gz", bytes: new Uint8Array(gzipSync(tar(members))) });
  found.push({ name: "an archive.zip", bytes: zip(members) });
  found.push({ name: "base64 text", bytes: encoder.encode(base64(gzipSync(found[0]!.bytes))) });
  return [...found, ...wrapped(), ...otlpSeeds()];
}

/** A small profile inside of what checks its content: bytes changed there would only be damage. */
function wrapped(): Seed[] {
  const bytes = unzipped("cases/labels_size.pb.gz");
  return [
    { name: "a whole gzip", bytes, wrap: (b) => new Uint8Array(gzipSync(b)) },
    { name: "a whole zip", bytes, wrap: (b) => zip([["heap.pb", b]]) },
    {
      name: "a whole answer of Parca",
      bytes,
      wrap: (b) => encoder.encode(JSON.stringify({ pprof: base64(gzipSync(b)) })),
    },
    { name: "whole base64", bytes, wrap: (b) => encoder.encode(base64(gzipSync(b))) },
  ];
}

/** OpenTelemetry profiles as this project writes them. */
function otlpSeeds(): Seed[] {
  return ["labels_size", "inlined", "comments"].flatMap((name) => {
    const profile = decodePprof(unzipped(`cases/${name}.pb.gz`));
    return [
      { name: `${name} as OTLP`, bytes: otlpFile(profile) },
      { name: `${name} as OTLP JSON`, bytes: encoder.encode(otlpJsonFile(profile)) },
    ];
  });
}

const encoder = new TextEncoder();
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
const unzipped = (name: string) =>
  new Uint8Array(gunzipSync(readFileSync(new URL(name, fixtures))));

function ends(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SEED_BYTES) return bytes;
  const half = SEED_BYTES / 2;
  const out = new Uint8Array(SEED_BYTES);
  out.set(bytes.subarray(0, half));
  out.set(bytes.subarray(bytes.length - half), half);
  return out;
}

/** Random numbers that are the same each time: mulberry32. */
export function randoms(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** What readers of numbers, names and structure stumble over. */
const TOKENS = [
  "0",
  "-1",
  "18446744073709551615",
  "9007199254740993",
  "1e309",
  "NaN",
  "-0",
  "1.7e-320",
  "99999999999999999999999999999999",
  "0x",
  "0xffffffffffffffff",
  "%",
  "GB",
  "MB ",
  "  ",
  "\n",
  "\r\n",
  "\t",
  "|",
  ": ",
  "[",
  "]",
  "{",
  "}",
  '"',
  "\\",
  "(",
  ")",
  "@",
  "#",
  "…",
  "\u0000",
  "\u202e",
  "\ufeff",
  "heap profile: 1: 2 [3: 4] @ heap/0\n",
  "goroutine 1 [select]:\n",
  "-----------+-------------------------\n",
  "1MB 50% 50% 2MB 100% a.b\n",
  "ROUTINE ======================== a in b\n",
  "H4sI",
  "__proto__",
  "constructor",
].map((token) => new TextEncoder().encode(token));

/** A mutation of a file: bytes changed, cut, doubled, moved, or mixed with those of another. */
export function mutated(
  of: Uint8Array,
  other: Uint8Array,
  random: (below: number) => number,
): Uint8Array {
  let bytes: Uint8Array = of.slice();
  const rounds = 1 + random(1 + random(4));
  for (let i = 0; i < rounds; i++) bytes = once(bytes, other, random);
  return bytes;
}

function once(bytes: Uint8Array, other: Uint8Array, random: (below: number) => number): Uint8Array {
  if (bytes.length === 0) return other.slice(0, 1 + random(64));
  const at = random(bytes.length);
  const length = 1 + random(Math.min(bytes.length - at, 1 << random(12)));
  switch (random(10)) {
    case 0:
      bytes[at] = bytes[at]! ^ (1 << random(8));
      return bytes;
    case 1:
      bytes[at] = [0, 1, 0x7f, 0x80, 0xff, 10, 32, 57][random(8)]!;
      return bytes;
    case 2:
      return bytes.slice(0, at);
    case 3:
      return spliced(bytes, at, length, new Uint8Array(0));
    case 4:
      return spliced(bytes, at, 0, bytes.slice(at, at + length));
    case 5: {
      const from = random(Math.max(1, other.length));
      return spliced(bytes, at, random(length + 1), other.slice(from, from + 1 + random(2048)));
    }
    case 6:
      return spliced(bytes, at, random(2) * length, TOKENS[random(TOKENS.length)]!);
    case 7:
    case 8:
      return withOtherNumber(bytes, at, random);
    default: {
      // The same many times: depth, length, count.
      const piece =
        random(2) === 0
          ? TOKENS[random(TOKENS.length)]!
          : bytes.slice(at, at + Math.min(length, 64));
      const times = 1 + random(1 << random(10));
      const run = new Uint8Array(piece.length * times);
      for (let i = 0; i < times; i++) run.set(piece, i * piece.length);
      return spliced(bytes, at, 0, run);
    }
  }
}

/** Another number where the next one stands: texts with structure, JSON above all, stay whole. */
function withOtherNumber(
  bytes: Uint8Array,
  at: number,
  random: (below: number) => number,
): Uint8Array {
  const isDigit = (i: number) => bytes[i]! >= 48 && bytes[i]! <= 57;
  let from = at;
  while (from < bytes.length && !isDigit(from)) from++;
  let end = from;
  while (end < bytes.length && isDigit(end)) end++;
  const number = NUMBERS[random(NUMBERS.length)]!;
  return spliced(bytes, from, end - from, encoder.encode(number));
}

/** Valid in JSON, too. */
const NUMBERS = [
  "0",
  "1",
  "-1",
  "255",
  "65536",
  "2147483648",
  "4294967295",
  "9007199254740993",
  "18446744073709551615",
  "99999999999999999999999999999999",
  "1e308",
  "1e-320",
];

function spliced(bytes: Uint8Array, at: number, drop: number, put: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length - Math.min(drop, bytes.length - at) + put.length);
  out.set(bytes.subarray(0, at));
  out.set(put, at);
  out.set(bytes.subarray(Math.min(bytes.length, at + drop)), at + put.length);
  return out;
}
